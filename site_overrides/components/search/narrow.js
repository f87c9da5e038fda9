/*
 * Facets as sets of ids: which hits stay with the choices that were made, and how many there would be with another.
 * Values of one facet widen, facets narrow. No DOM in here. Used by search.js, list.js and facets.js.
 */

/** The ids that each choice stands for, by facet and value. */
export async function chosenSets(engine, chosen) {
  const facets = Object.entries(chosen).filter(([, values]) => values.length);
  return Promise.all(facets.map(async ([facet, values]) => {
    const sets = await Promise.all(values.map((value) => engine.having(facet, value)));
    return { facet, has: (id) => sets.some((set) => set.has(id)) };
  }));
}

/** The hits that have all that was chosen; `without` is a facet that is left aside. */
export function narrowed(hits, sets, without) {
  const wanted = sets.filter(({ facet }) => facet !== without);
  return wanted.length ? hits.filter(({ id }) => wanted.every(({ has }) => has(id))) : hits;
}

/** How many hits each of `values` (facet and value pairs) would leave, were it the only choice in its facet. */
export async function countEach(engine, hits, sets, values) {
  const left = new Map();
  const kept = (facet) => left.get(facet) ?? left.set(facet, narrowed(hits, sets, facet)).get(facet);
  return Promise.all(values.map(async ([facet, value]) => {
    const set = await engine.having(facet, value);
    return kept(facet).reduce((sum, { id }) => sum + set.has(id), 0);
  }));
}
