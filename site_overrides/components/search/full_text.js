/*
 * Full texts alone: every word in one place, and where that leaves few places the words that matter together; where it
 * leaves none, each by itself too. Used by engine.js for exact words and where no word index is.
 */

const FEW = 3;
const WORDS_TRIED = 8;

export async function lookUp(texts, { q, exact, stop }) {
  const telling = exact ? [] : tellingWords(stop, q);
  let best = { hits: await ask(texts, [q]), telling: [] };
  const together = telling.join(' ');
  for (const words of best.hits.length ? [[together]] : [[together], telling]) {
    if (best.hits.length >= FEW || !telling.length) break;
    const hits = await ask(texts, words);
    if (hits.length > best.hits.length) best = { hits, telling };
  }
  return { ...best, corrections: [], also: [] };
}

function tellingWords(stop, q) {
  const typedWords = q.toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (typedWords.length < 2 || q.includes('"')) return [];
  return [...new Set(typedWords)].filter((word) => /..|\d/u.test(word) && !stop.has(word)).slice(0, WORDS_TRIED);
}

async function ask(texts, words) {
  const answers = [];
  for (const word of words) answers.push(await texts.search(word));
  return merge(answers).map((id) => ({ id, strong: true }));
}

function merge(answers) {
  const found = new Map();
  answers.forEach((ids) => ids.forEach((id, at) => {
    const { hits, place } = found.get(id) ?? { hits: 0, place: 0 };
    found.set(id, { hits: hits + 1, place: place + at });
  }));
  return [...found].sort(([, a], [, b]) => b.hits - a.hits || a.place - b.place).map(([id]) => id);
}
