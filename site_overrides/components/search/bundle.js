/*
 * One language's Pagefind bundle: the full texts, the facets and the cards. The only module that knows Pagefind.
 * Shards of one language are merged. Places that are `hidden` have a translation in that language, on whose page they
 * already stand. Used by engine.js.
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
  const not = hidden ? { not: { translated: [hidden] } } : {};
  const found = new Map();
  const sets = new Map();

  async function search(text, filters = {}) {
    const { results } = await pagefind.search(text || null, { filters: { ...filters, ...not } });
    for (const result of results) found.set(result.id, result);
    return results.map(({ id }) => id);
  }

  async function having(facet, value) {
    const name = `${facet}=${value}`;
    if (!sets.has(name)) sets.set(name, search('', { [facet]: [value] }).then((ids) => new Set(ids)));
    return sets.get(name);
  }

  return {
    search,
    having,
    totals: () => pagefind.filters(),
    card: (id) => found.get(id).data(),
  };
}
