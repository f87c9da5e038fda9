/*
 * What the search page knows without a page: from the words of a query to hits, in the order in which they help.
 * No DOM and no address in here, so that the same answers come in a browser and on the command line.
 *
 * `openEngines` gives one engine per language: `key` ('page', or 'page-nl' for the Dutch places on a page in another
 * language), `find(q, { exact })`, `having(facet, value)` with the ids of the places that have it, `totals()` with all
 * values of all facets, `card(id)` with what a result shows, and `documents`, the names that the full texts know the
 * places by, in the order of their ids. `find` gives all `hits` best first, each `{ id, strong }`;
 * the `corrections` that it made (`{ from, to }`), what it `also` looked for, and the words it kept when it left some out
 * (`telling`). Narrowing and counting are sets of ids (narrow.js). Texts are those of the records, not escaped.
 */

import { openBundle } from './bundle.js';
import { lookUp } from './full_text.js';
import { openIndex } from './index.js';
import { understand, wordsIn } from './query.js';
import { rank } from './ranking.js';
import { root, tokens } from './words.js';

const TEXTS_ASKED = 4;

/* One engine per language, as each brings its own words. */

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
  const [texts, index] = await Promise.all([openBundle({ bundle, shards, base, hidden }), openWords(bundle)]);
  return {
    key,
    find: (q, { exact = false } = {}) => (index && q && !exact ? answer(index, texts, q, stop) : lookUp(texts, { q, exact, stop })),
    having: texts.having,
    totals: texts.totals,
    card: texts.card,
    documents: texts.documents,
  };
}

/* The word index; without it (an older site, a lost file) the full texts answer alone. */
async function openWords(bundle) {
  try {
    const index = await openIndex(new URL('words/', bundle).href);
    await index.complete();
    return index;
  } catch {
    return null;
  }
}

async function answer(index, texts, q, stop) {
  const meant = understand(q, index);
  const [inTexts] = await Promise.all([askTexts(texts, meant), index.load(wordsIn(meant))]);
  const found = rank(meant, { ...index, texts: inTexts });
  const hits = found.filter(({ id }) => texts.isShown(id));
  if (!hits.length) return { ...await lookUp(texts, { q, exact: false, stop }), corrections: [], also: [] };
  return { hits, telling: [], corrections: meant.corrections, also: alsoIn(meant, index) };
}

/* Which places have each word in their texts, for the words that say most; what was read for a word is looked for. */
async function askTexts(texts, { concepts }) {
  const asked = concepts.filter(({ light }) => light < 2).slice(0, TEXTS_ASKED);
  const read = concepts.map(({ word, near }) => near?.[0] ?? word);
  const found = await Promise.all(concepts.map((concept, at) => (asked.includes(concept) ? texts.search(read[at]) : [])));
  if (concepts.length !== 2) return found;
  const joined = await texts.search(concepts.map(({ word }) => word).join(''));
  return found.map((ids) => [...ids, ...joined]);
}

/* The terms that were looked for beside what was typed, those that led somewhere and are other words. */
function alsoIn({ words, concepts, spans }, { places, language }) {
  const typed = new Set([...words, ...concepts.flatMap(({ near }) => near ?? [])].map((word) => root(word, language)));
  const led = ({ words: one, all }) => (all ?? [one]).every((set) => [...set.keys()].some((at) => places(at).length));
  const other = ({ said }) => tokens(said).some((word) => !typed.has(root(word, language)));
  const synonyms = spans.filter(({ how }) => how === 'synonym').flatMap(({ alternatives }) => alternatives);
  const told = synonyms.filter((one) => led(one) && other(one)).sort((a, b) => b.factor - a.factor);
  return [...new Set(told.map(({ said }) => said))];
}
