/*
 * One language's Pagefind bundle: the full texts, the facets and the cards. The only module that knows Pagefind.
 * Shards of one language are merged. A place is its number in the order of all routes, as in the word index. Places that
 * are `hidden` have a translation in that language, on whose page they already stand. Used by engine.js.
 */

import { inTime } from './patience.js';

export async function openBundle({ bundle, shards, base, hidden }) {
  const baseUrl = new URL(base).pathname;
  const pagefind = await inTime(import(new URL('pagefind.js', bundle).href));
  await pagefind.options({ baseUrl });
  for (let shard = 2; shard <= Number(shards || 1); shard += 1) {
    await inTime(pagefind.mergeIndex(new URL(`${shard}/`, bundle).pathname, { baseUrl }));
  }
  await inTime(pagefind.init());
  const all = (await inTime(pagefind.search(null))).results;
  const numbers = new Map(all.map(({ id }, number) => [id, number]));
  const not = hidden ? { not: { translated: [hidden] } } : {};
  const sets = new Map();

  async function search(text, filters = {}) {
    const { results } = await inTime(pagefind.search(text || null, { filters: { ...filters, ...not } }));
    return results.map(({ id }) => numbers.get(id));
  }

  async function having(facet, value) {
    const name = `${facet}=${value}`;
    if (!sets.has(name)) sets.set(name, search('', { [facet]: [value] }).then((found) => new Set(found)));
    return sets.get(name);
  }

  const shown = hidden ? new Set(await search('')) : null;
  return {
    search,
    having,
    isShown: (number) => (shown ? shown.has(number) : number < all.length),
    totals: () => inTime(pagefind.filters()),
    card: (number) => inTime(all[number].data()),
    documents: all.map(({ id }) => id),
  };
}
