/*
 * Words that say the same, as `data/search/synonyms.yml` has them: which groups a question touches, and the terms that it
 * may then be looked for with. A term of more words is touched when all its words stand in the question. Used by query.js.
 */

import { root, stem, tokens } from './words.js';

/* How sure a term is of which only one word says something: "someone to walk with" is not all walking. */
const CUT = 0.75;

/* How much surer a term is when its little words are there too: "cannot cook" is not about cooking. */
const LITERAL = 1.05;

/** Groups from lines of `word,word;one way,one way`, filed by the stems of their terms. */
export function readSynonyms(text, { language, stop }) {
  const byStem = new Map();
  const vocabulary = new Set();
  const term = (said) => {
    const all = tokens(said);
    const words = all.filter((word) => !stop.has(word));
    return { said, words, little: all.filter((word) => stop.has(word)), cut: all.length > 1 && words.length === 1 };
  };
  for (const line of text ? text.split('\n') : []) {
    const [both, only = ''] = line.split(';');
    const terms = both.split(',').map(term).filter(({ words }) => words.length);
    const oneWay = only ? only.split(',').map(term).filter(({ words }) => words.length) : [];
    for (const from of [...terms, ...oneWay]) {
      const targets = terms.filter((to) => to !== from);
      from.words.forEach((word) => vocabulary.add(word));
      const forms = from.words.map((word) => [stem(word, language), root(word, language)]);
      for (const key of new Set(forms[0])) (byStem.get(key) ?? byStem.set(key, []).get(key)).push({ from, forms, targets, oneWay: oneWay.includes(from) });
    }
  }
  return { byStem, vocabulary };
}

/**
 * What the words of a question also mean: `{ covers, from, targets, sure }` with the places of the words that a term takes
 * up, that term, those it is looked for with, and how sure it is (1 for the same forms, less for a word of the family, more
 * when its little words are `said` as well).
 */
export function touched({ byStem }, words, { language, said }) {
  const forms = words.map((word) => [stem(word, language), root(word, language)]);
  const found = [];
  const seen = new Set();
  forms.forEach((mine) => mine.forEach((key) => (byStem.get(key) ?? []).forEach((entry) => {
    if (seen.has(entry)) return;
    const covers = entry.forms.map(([one, family]) => placeOf(forms, one, family));
    if (covers.some(({ at }) => at < 0) || new Set(covers.map(({ at }) => at)).size < covers.length) return;
    seen.add(entry);
    found.push({
      covers: covers.map(({ at }) => at), from: entry.from, targets: entry.targets, oneWay: entry.oneWay,
      sure: Math.min(...covers.map(({ sure }) => sure)) * literally(entry.from, said),
    });
  })));
  return found;
}

function literally({ little, cut }, said) {
  if (little.length && little.every((word) => said.has(word))) return LITERAL;
  return cut ? CUT : 1;
}

function placeOf(forms, one, family) {
  const same = forms.findIndex(([form]) => form === one);
  if (same >= 0) return { at: same, sure: 1 };
  return { at: forms.findIndex(([, other]) => other === family), sure: 0.85 };
}
