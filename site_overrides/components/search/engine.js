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

import { openBundle, openTexts } from './bundle.js';
import { lookUp } from './full_text.js';
import { openIndex } from './index.js';
import { correctionsOf, understand, wordsIn } from './query.js';
import { rank } from './ranking.js';
import { makeTexts } from './texts.js';
import { root, tokens } from './words.js';

const TEXTS_ASKED = 4;
const ENOUGH = 3;

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

/** Engines in the order in which their answers help: Dutch places first where only those are good ones. */
export function inOrder(engines, hits) {
  const good = (at) => hits[at].some(({ strong }) => strong);
  const order = engines.map((_, at) => at);
  return order.length > 1 && !good(0) && good(1) ? [1, 0] : order;
}

/** The answer that says how the question was read: the first that found something, in the order in which they help. */
export function readingOf(answers) {
  return answers.find(({ hits }) => hits.length) ?? answers[0];
}

async function openEngine({ key, stop, ...where }) {
  if (!where.bundle) return null;
  const index = await openWords(where.bundle);
  return { key, ...index ? withIndex(index, where) : withTexts(await openBundle(where), stop) };
}

/* The word index; without it (an older site, a lost file) the full texts answer alone. */
async function openWords(bundle) {
  try {
    const index = await openIndex(new URL('words/', bundle).href);
    await index.complete();
    return { ...index, texts: makeTexts(index.fetchOnce, index.language) };
  } catch {
    return null;
  }
}

function withTexts(texts, stop) {
  return { ...texts, find: (q, { exact = false } = {}) => lookUp(texts, { q, exact, stop }) };
}

function withIndex(index, { hidden, ...where }) {
  let opened;
  const exactly = async (word) => {
    opened ??= openTexts(where, index.names);
    return { ids: await (await opened)(word) };
  };
  const having = async (facet, value) => (await index.facets()).get(facet)?.get(value) ?? new Set();
  const count = ([value, set]) => [value, set.size];
  return {
    find: async (q, { exact = false } = {}) => {
      const away = hidden ? await having('translated', hidden) : new Set();
      const found = q ? await answer(index, exactly, q, exact) : everything(index);
      return { ...found, hits: found.hits.filter(({ id }) => !away.has(id)) };
    },
    having,
    totals: async () => Object.fromEntries([...await index.facets()].map(([facet, values]) => [facet, Object.fromEntries([...values].map(count))])),
    card: async (id) => shownFrom(await index.card(id), where.base),
    documents: index.documents,
  };
}

/* A card with its address on this host. */
function shownFrom({ url, meta }, base) {
  return { url: new URL(url.replace(/^\//, ''), base).pathname, meta };
}

function everything({ size }) {
  const hits = Array.from({ length: size }, (_, id) => ({ id, strong: true }));
  return { hits, telling: [], corrections: [], also: [] };
}

/*
 * The word index answers; the full texts are asked as well where it leaves words open or finds little. Words that have to
 * stand there exactly are looked for by the full-text engine, which is heavy; all others by the word index itself.
 */
async function answer(index, exactly, q, exact) {
  const texts = exact ? exactly : index.texts;
  const read = understand(q, { ...index, exact });
  const trusted = await wordsOfTexts(read, index);
  const meant = trusted.size ? understand(q, { ...index, exact, trusted }) : read;
  await index.load(wordsIn(meant));
  const first = rank(meant, index);
  const hits = isEnough(first, meant, index) ? first : rank(meant, { ...index, texts: await askTexts(texts, meant) });
  const kept = exact ? hits.filter(({ covered }) => covered === meant.concepts.length) : hits;
  return { hits: kept, telling: [], corrections: correctionsOf(meant), also: exact ? [] : alsoIn(meant, index) };
}

/* Which of the words that were read as slips stand in some text though, so that they were none. */
async function wordsOfTexts({ concepts }, index) {
  const doubted = concepts.filter(({ near }) => near).map(({ word }) => word);
  const known = await Promise.all(doubted.map(async (word) => (await index.texts(word)).known));
  return new Set(doubted.filter((_, at) => known[at]));
}

/* Enough good places, and something known of every word that says something. */
function isEnough(hits, { concepts, spans }, { places }) {
  const led = ({ words, all }) => (all ?? [words]).some((set) => [...set.keys()].some((at) => places(at).length));
  const known = (concept, at) => concept.light > 1 || concept.alternatives.some(led)
    || spans.some(({ covers, alternatives }) => covers.includes(at) && alternatives.some(led));
  return hits.filter(({ strong }) => strong).length >= ENOUGH && concepts.every(known);
}

/* Which places have each word in their texts, for the words that say most; what was read for a word is looked for. */
async function askTexts(texts, { concepts }) {
  const asked = concepts.filter(({ light }) => light < 2).slice(0, TEXTS_ASKED);
  const read = concepts.map(({ word, near }) => near?.[0] ?? word);
  const none = { ids: [] };
  const found = await Promise.all(concepts.map((concept, at) => (asked.includes(concept) ? texts(read[at]) : none)));
  const joined = concepts.length === 2 ? await texts(concepts.map(({ word }) => word).join('')) : none;
  return found.map(({ ids }) => [...ids, ...joined.ids]);
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
