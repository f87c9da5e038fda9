/*
 * One language's Pagefind bundle. The only module that knows Pagefind. Shards of one language are merged. Used by
 * engine.js: `openTexts` for the full texts of places that the word index knows, by their names there; `openBundle` where
 * there is no word index, with the facets and the cards too. Places that are `hidden` have a translation in that language,
 * on whose page they already stand.
 */

import { inTime } from './patience.js';

async function openPagefind({ bundle, shards, base }) {
  const baseUrl = new URL(base).pathname;
  const pagefind = await inTime(import(new URL('pagefind.js', bundle).href));
  await pagefind.options({ baseUrl });
  for (let shard = 2; shard <= Number(shards || 1); shard += 1) {
    await inTime(pagefind.mergeIndex(new URL(`${shard}/`, bundle).pathname, { baseUrl }));
  }
  await inTime(pagefind.init());
  return pagefind;
}

/** A function from a word to the numbers of the places that have it in their texts; `names` are in their order. */
export async function openTexts(where, names) {
  const [pagefind, numbers] = await Promise.all([openPagefind(where), names().then((all) => new Map(all.map((name, at) => [name, at])))]);
  return async (word) => {
    const { results } = await inTime(pagefind.search(word));
    return results.map(({ id }) => numbers.get(id));
  };
}

/** All that a bundle by itself can tell; to number its places it fetches all of it. */
export async function openBundle({ hidden, ...where }) {
  const pagefind = await openPagefind(where);
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

  return {
    search,
    having,
    totals: () => inTime(pagefind.filters()),
    card: (number) => inTime(all[number].data()),
    documents: all.map(({ id }) => id),
  };
}
