/*
 * What the search page knows without a page: from the words of a query to results, in the order in which they help.
 * No DOM and no address in here, so that the same answers come in a browser and on the command line.
 * Used by search.js; the results' texts are those of the records and are not escaped.
 */

const FEW = 3;
const WORDS_TRIED = 8;
const PATIENCE = 20_000;

/* One module per language, as each brings its own stemming; shards of one language are merged. */

export async function openEngines({ language, base, bundles }) {
  const hidden = { not: { translated: [language] } };
  const opened = await Promise.allSettled([
    openEngine({ ...bundles.page, base, key: 'page', extra: {} }),
    openEngine({ ...bundles.dutch, base, key: 'page-nl', extra: hidden }),
  ]);
  const engines = opened.filter((one) => one.value).map((one) => one.value);
  if (!engines.length) throw opened.find((one) => one.reason)?.reason ?? new Error('no search bundle');
  return engines;
}

async function openEngine({ bundle, shards, base, ...rest }) {
  if (!bundle) return null;
  const baseUrl = new URL(base).pathname;
  const engine = await inTime(import(new URL('pagefind.js', bundle).href));
  await engine.options({ baseUrl });
  for (let shard = 2; shard <= Number(shards || 1); shard += 1) {
    await inTime(engine.mergeIndex(new URL(`${shard}/`, bundle).pathname, { baseUrl }));
  }
  await inTime(engine.init());
  return { engine, ...rest };
}

export function inTime(promise) {
  const late = new Promise((_, reject) => { setTimeout(reject, PATIENCE, new Error('search takes too long')); });
  return Promise.race([promise, late]);
}

export function query({ engine, extra }, state, text, without) {
  const chosen = Object.entries(state.chosen).filter(([key, values]) => key !== without && values.length);
  const filters = Object.fromEntries(chosen.map(([key, values]) => [key, { any: values }]));
  return inTime(engine.search(text || null, { filters: { ...filters, ...extra } }));
}

/*
 * Whole sentences: the engine wants every word in one place. Where that leaves few places, look for the words that
 * matter together; where it leaves none, for each by itself too. Who types a name that one place has, gets that place.
 */

export async function lookUp(engines, state, stop) {
  const telling = state.exact ? [] : tellingWords(stop, state.q);
  let best = { ...await ask(engines, state, [state.q]), telling: [] };
  const together = telling.join(' ');
  for (const texts of best.total ? [[together]] : [[together], telling]) {
    if (best.total >= FEW || !telling.length) break;
    const wider = await ask(engines, state, texts);
    if (wider.total > best.total) best = { ...wider, telling };
  }
  return best;
}

function tellingWords(stop, q) {
  const typedWords = q.toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (typedWords.length < 2 || q.includes('"')) return [];
  return [...new Set(typedWords)].filter((word) => /..|\d/u.test(word) && !stop.has(word)).slice(0, WORDS_TRIED);
}

async function ask(engines, state, texts) {
  const answers = await Promise.all(engines.map((engine) => askOne(engine, state, texts)));
  return { texts, answers, total: answers.reduce((sum, { results }) => sum + results.length, 0) };
}

async function askOne(engine, state, texts) {
  const answers = [];
  for (const text of texts) answers.push(await query(engine, state, text));
  return answers.length === 1 ? answers[0] : { results: merge(answers) };
}

function merge(answers) {
  const found = new Map();
  answers.forEach(({ results }) => results.forEach((result, at) => {
    const { hits, place } = found.get(result.id) ?? { hits: 0, place: 0 };
    found.set(result.id, { result, hits: hits + 1, place: place + at });
  }));
  return [...found.values()].sort((a, b) => b.hits - a.hits || a.place - b.place).map(({ result }) => result);
}
