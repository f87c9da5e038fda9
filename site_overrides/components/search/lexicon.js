/*
 * The words that an index knows, and which of them a typed word may mean: itself, another form, a part of a compound,
 * the beginning of a word, or a slip of the keyboard. Each meaning has a weight between 0 and 1. Used by query.js.
 */

import { readWords } from './coding.js';
import { distance, root, sound, stem } from './words.js';

export const WEIGHTS = {
  exact: 1, stem: 0.96, root: 0.82, head: 0.78, part: 0.72, inside: 0.45, start: 0.55, typo: 0.88, farTypo: 0.72,
};
const SEAM = '|';
const LINKS = /^(.{3,}?)(?:s|en|n|e)$/;
const SHORTEST_START = 4;
const STARTS = 40;
const SHORTEST_TYPO = 4;

export function makeLexicon({ language }) {
  const lexicon = {
    language, words: [], light: new Map(), spelled: new Map(), seams: new Map(), stems: new Map(), roots: new Map(), parts: new Map(),
    extra: new Map(), sounds: null,
  };
  return lexicon;
}

/** Take in the words of one file of the index; gives the number of the first. */
export function addWords(lexicon, text) {
  const first = lexicon.words.length;
  for (const written of readWords(text)) {
    const parts = written.replace(/\*+$/, '').split(SEAM);
    const word = parts.join('');
    const at = lexicon.words.push(word) - 1;
    lexicon.spelled.set(word, at);
    if (parts.length > 1) lexicon.seams.set(word, parts);
    const marks = written.length - written.replace(/\*+$/, '').length;
    if (marks) lexicon.light.set(word, marks);
    file(lexicon.stems, stem(word, lexicon.language), at);
    file(lexicon.roots, root(word, lexicon.language), at);
    spansOf(parts).forEach(({ part, last }) => addPart(lexicon, part, at, last));
  }
  lexicon.sounds = null;
  return first;
}

/* The parts of a compound, and what neighbours among them make together: loopbaan in loop|baan|gesprek. */
function spansOf(parts) {
  const ends = parts.map((_, at) => at + 1);
  const spans = parts.flatMap((_, start) => ends.filter((end) => end > start && end - start < parts.length)
    .map((end) => ({ part: parts.slice(start, end).join(''), last: end === parts.length })));
  return spans;
}

/** Words that no place has but that mean something, as those of synonyms: they are not mistaken for typing errors. */
export function addMeanings(lexicon, words) {
  for (const word of words) if (!lexicon.spelled.has(word)) lexicon.extra.set(word, stem(word, lexicon.language));
  lexicon.sounds = null;
}

function addPart(lexicon, part, at, last) {
  const meant = { at, weight: last ? WEIGHTS.head : WEIGHTS.part };
  const forms = new Set([part, last ? part : part.replace(LINKS, '$1')].flatMap((form) => [
    stem(form, lexicon.language), root(form, lexicon.language),
  ]));
  forms.forEach((form) => file(lexicon.parts, form, meant));
}

function file(map, key, value) {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}

/** The numbers of the words that a word means without any doubt, with their weights: itself and its other forms. */
export function formsOf(lexicon, word) {
  const found = new Map();
  for (const at of lexicon.roots.get(root(word, lexicon.language)) ?? []) found.set(at, WEIGHTS.root);
  for (const at of lexicon.stems.get(stem(word, lexicon.language)) ?? []) found.set(at, WEIGHTS.stem);
  if (lexicon.spelled.has(word)) found.set(lexicon.spelled.get(word), WEIGHTS.exact);
  return found;
}

/** Those, and the compounds that the word is a part of. */
export function wordsWith(lexicon, word) {
  const found = new Map();
  for (const form of new Set([stem(word, lexicon.language), root(word, lexicon.language)])) {
    for (const { at, weight } of lexicon.parts.get(form) ?? []) raise(found, at, weight);
  }
  for (const [at, weight] of formsOf(lexicon, word)) raise(found, at, weight);
  return found;
}

/** The words that begin with what was typed, the shortest first. */
export function wordsFrom(lexicon, start, { shortest = SHORTEST_START } = {}) {
  if (start.length < shortest) return new Map();
  const found = lexicon.words.flatMap((word, at) => (word.length > start.length && word.startsWith(start) ? [at] : []));
  const weight = (at) => WEIGHTS.start * Math.sqrt(start.length / lexicon.words[at].length);
  return new Map(found.map((at) => [at, weight(at)]).sort(([, a], [, b]) => b - a).slice(0, STARTS));
}

/** Compounds that hold the word where no seam is known. */
export function wordsAround(lexicon, word) {
  if (word.length < 5) return new Map();
  const bare = stem(word, lexicon.language);
  const piece = bare.length >= 5 ? bare : word;
  const found = lexicon.words.flatMap((one, at) => (one.length > piece.length && one.includes(piece) ? [at] : []));
  return new Map(found.map((at) => [at, WEIGHTS.inside]));
}

export function raise(map, key, weight) {
  if ((map.get(key) ?? 0) < weight) map.set(key, weight);
}

/** Whether the word is one that people use here, in any form. */
export function isKnown(lexicon, word) {
  return formsOf(lexicon, word).size > 0 || lexicon.extra.has(word)
    || lexicon.parts.has(stem(word, lexicon.language)) || hasMeaning(lexicon, word);
}

function hasMeaning(lexicon, word) {
  lexicon.meanings ??= new Set();
  if (lexicon.meanings.size !== lexicon.extra.size) lexicon.meanings = new Set(lexicon.extra.values());
  return lexicon.meanings.has(stem(word, lexicon.language));
}

const ATTACHED = /^[وبلكف](?=...)/;

/** An Arabic word without the letter that says and, with, for, as or so, where the rest is known; else nothing. */
export function withoutAttached(lexicon, word) {
  const rest = lexicon.language === 'ar' ? word.replace(ATTACHED, '') : word;
  return rest !== word && isKnown(lexicon, rest) ? rest : '';
}

/** The words that were probably meant, nearest first: `{ word, weight }`. */
export function nearWords(lexicon, word, { most = 4 } = {}) {
  if (word.length < SHORTEST_TYPO || /\d/.test(word)) return [];
  const heard = sound(word);
  const near = [];
  for (const [other, otherHeard] of heardWords(lexicon)) {
    const far = farApart(word, heard, other, otherHeard);
    if (far !== null) near.push({ word: other, far: far + Math.abs(other.length - word.length) / 20 });
  }
  near.sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1));
  const least = near[0]?.far ?? 0;
  return near.filter(({ far }) => far <= least + 0.5).slice(0, most)
    .map((one) => ({ word: one.word, weight: one.far < 1.45 ? WEIGHTS.typo : WEIGHTS.farTypo }));
}

/* How far a word is from what was typed, where the same sound is nearer than the same letters; null when it is too far. */
function farApart(word, heard, other, otherHeard) {
  if (Math.abs(other.length - word.length) > 3) return null;
  if (heard === otherHeard) return 0.5;
  const limit = word.length > 7 ? 2 : 1;
  const first = other[0] === word[0] ? 0 : 0.4;
  const far = distance(word, other, limit);
  if (far <= 1) return far + first;
  const sounds = word.length > 5 ? distance(heard, otherHeard, 1) : 2;
  if (sounds <= 1 && !first) return 1.3;
  return far <= limit ? far + first : null;
}

function heardWords(lexicon) {
  lexicon.sounds ??= [...new Set([...lexicon.words, ...lexicon.extra.keys()])]
    .filter((word) => word.length > 3 && !/\d/.test(word)).map((word) => [word, sound(word)]);
  return lexicon.sounds;
}

/*
 * What a long word is made of, in words that are known here: `{ parts, whole }`. Little words may stand between them.
 * Of a word of the index that is known already, as it is written with its seams.
 * Where not all of it is known, the last part says most about what it is, and else the first.
 */

export function splitWord(lexicon, word, stop) {
  if (lexicon.spelled.has(word)) return lexicon.seams.has(word) ? { parts: lexicon.seams.get(word), whole: true } : null;
  if (word.length < 6) return null;
  const known = (piece) => piece.length > 2 && isPart(lexicon, piece);
  const best = new Map([[0, []]]);
  for (let end = 2; end <= word.length; end += 1) {
    for (const [start, parts] of [...best]) {
      const piece = word.slice(start, end);
      if (end - start < 2 || (end - start === word.length)) continue;
      const little = start > 0 && end < word.length && stop.has(piece);
      if (!little && !known(end < word.length ? piece : piece) && !(end < word.length && known(piece.replace(LINKS, '$1')))) continue;
      const all = [...parts, { piece, little }];
      if (!best.has(end) || cost(all) < cost(best.get(end))) best.set(end, all);
    }
  }
  const all = best.get(word.length);
  if (all && all.length > 1) return { parts: all.filter(({ little }) => !little).map(({ piece }) => piece), whole: true };
  return endsOf(lexicon, word);
}

function cost(parts) {
  return parts.reduce((sum, { piece, little }) => sum + (little ? 3 : 1) + (piece.length < 4 ? 1.5 : 0), 0);
}

function endsOf(lexicon, word) {
  for (let start = 3; start <= word.length - 4; start += 1) {
    if (isPart(lexicon, word.slice(start))) return { parts: [word.slice(start)], rest: word.slice(0, start), whole: false };
  }
  for (let end = word.length - 3; end >= 4; end -= 1) {
    if (isPart(lexicon, word.slice(0, end))) return { parts: [word.slice(0, end)], rest: word.slice(end), whole: false };
  }
  return null;
}

function isPart(lexicon, piece) {
  if (lexicon.spelled.has(piece) || lexicon.extra.has(piece)) return true;
  const form = stem(piece, lexicon.language);
  return lexicon.stems.has(form) || lexicon.parts.has(form) || hasMeaning(lexicon, piece);
}
