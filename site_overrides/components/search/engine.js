/*
 * What the search page knows without a page: from the words of a query to hits, in the order in which they help.
 * No DOM and no address in here, so that the same answers come in a browser and on the command line.
 *
 * `openEngines` gives one engine per language: `key` ('page', or 'page-nl' for the Dutch places on a page in another
 * language), `find(q, { exact })` with all `hits` best first and what was `telling`, `having(facet, value)` with the
 * ids of the places that have it, `totals()` with all values of all facets, and `card(id)` with what a result shows.
 * A hit is an `id`; narrowing and counting are sets of those (narrow.js). Texts are those of the records, not escaped.
 */

import { openBundle } from './bundle.js';
import { inTime } from './patience.js';

const FEW = 3;
const WORDS_TRIED = 8;

/* One engine per language, as each brings its own stemming. */

export async function openEngines({ language, base, bundles, stop }) {
  const opened = await Promise.allSettled([
    openEngine({ ...bundles.page, base, key: 'page', stop }),
    openEngine({ ...bundles.dutch, base, key: 'page-nl', stop, hidden: language }),
  ]);
  const engines = opened.filter((one) => one.value).map((one) => one.value);
  if (!engines.length) throw opened.find((one) => one.reason)?.reason ?? new Error('no search bundle');
  return engines;
}

async function openEngine({ bundle, shards, base, key, stop, hidden }) {
  if (!bundle) return null;
  const texts = await openBundle({ bundle, shards, base, hidden });
  return {
    key,
    find: (q, { exact = false } = {}) => lookUp(texts, { q, exact, stop }),
    having: (facet, value) => inTime(texts.having(facet, value)),
    totals: () => inTime(texts.totals()),
    card: (id) => inTime(texts.card(id)),
  };
}

/*
 * Whole sentences: the engine wants every word in one place. Where that leaves few places, look for the words that
 * matter together; where it leaves none, for each by itself too. Who types a name that one place has, gets that place.
 */

async function lookUp(texts, { q, exact, stop }) {
  const telling = exact ? [] : tellingWords(stop, q);
  let best = { hits: await ask(texts, [q]), telling: [] };
  const together = telling.join(' ');
  for (const words of best.hits.length ? [[together]] : [[together], telling]) {
    if (best.hits.length >= FEW || !telling.length) break;
    const hits = await ask(texts, words);
    if (hits.length > best.hits.length) best = { hits, telling };
  }
  return best;
}

function tellingWords(stop, q) {
  const typedWords = q.toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (typedWords.length < 2 || q.includes('"')) return [];
  return [...new Set(typedWords)].filter((word) => /..|\d/u.test(word) && !stop.has(word)).slice(0, WORDS_TRIED);
}

async function ask(texts, words) {
  const answers = [];
  for (const word of words) answers.push(await inTime(texts.search(word)));
  return merge(answers).map((id) => ({ id }));
}

function merge(answers) {
  const found = new Map();
  answers.forEach((ids) => ids.forEach((id, at) => {
    const { hits, place } = found.get(id) ?? { hits: 0, place: 0 };
    found.set(id, { hits: hits + 1, place: place + at });
  }));
  return [...found].sort(([, a], [, b]) => b.hits - a.hits || a.place - b.place).map(([id]) => id);
}
