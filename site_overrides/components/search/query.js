/*
 * What a question may mean: its words, each with the ways to look for it. A way (`alternative`) is a set of words of the
 * index with weights, or several such sets that a place should have together (`all`). Used by engine.js; ranking.js
 * weighs what is found.
 */

import { isKnown, nearWords, raise, splitWord, withoutAttached, wordsAround, wordsFrom, wordsWith } from './lexicon.js';
import { touched } from './synonyms.js';
import { tokens } from './words.js';

const SYNONYM = 0.72;
const ONE_WAY = 0.95;
const SPLIT = 0.88;
const HALF_SPLIT = 0.55;
const JOINED = 0.97;
const PART_SYNONYM = 0.6;
const MOST_WORDS = 16;
const PERSON = 3;
const FOR_WHOM = {
  nl: [/^voor$/, /^(?:mijn|mn|onze|ons|haar|zijn|hun)$/],
  en: [/^for$/, /^(?:my|our|her|his|their)$/],
};

/**
 * The question as `{ concepts, spans }`: a concept per word that says something, and alternatives for several words
 * together. With `exact` nothing is read as something else, and no word of `trusted` as another.
 */
export function understand(q, { lexicon, synonyms, stop, trusted = new Set(), exact = false, typing = false }) {
  const all = tokens(q).slice(0, MOST_WORDS);
  const told = all.filter((word) => !stop.has(word) && (word.length > 1 || /\d/.test(word)));
  const words = told.length ? told : all;
  const last = typing && words.length ? words.length - 1 : -1;
  const options = { lexicon, stop, exact, synonyms, trusted, said: new Set(all) };
  const concepts = words.map((word, at) => conceptOf(word, { ...options, typing: at === last }));
  if (!exact) setAside(concepts, all, lexicon.language);
  return { words, concepts, spans: exact ? [] : spansOf(concepts, options) };
}

/* For whom it is: who asks for help for a daughter looks for that help, and not for all that is for daughters. */
function setAside(concepts, all, language) {
  const [before, own] = FOR_WHOM[language] ?? [];
  const whom = new Set(before ? all.filter((_, at) => before.test(all[at - 2] ?? '') && own.test(all[at - 1])) : []);
  const rest = concepts.filter(({ word, light }) => !whom.has(word) && light < PERSON);
  if (rest.length) concepts.filter(({ word }) => whom.has(word)).forEach((concept) => { concept.light = Math.max(concept.light, PERSON); });
}

function conceptOf(word, options) {
  const { lexicon, exact, typing } = options;
  const rest = exact || isKnown(lexicon, word) ? '' : withoutAttached(lexicon, word);
  if (rest) return conceptOf(rest, options);
  const own = { words: wordsWith(lexicon, word), factor: 1, how: 'word' };
  const concept = { word, read: word, light: lexicon.light.get(word) ?? 0, alternatives: [own] };
  if (exact) return concept;
  const begun = wordsFrom(lexicon, word, { shortest: typing ? 1 : 4 });
  concept.alternatives.push({ words: begun, factor: 1, how: 'start' });
  if (word.length > 4 && !typing) concept.alternatives.push({ words: wordsAround(lexicon, word), factor: 1, how: 'inside' });
  const split = lexicon.spelled.has(word) && own.words.size > 3 ? null : splitWord(lexicon, word, options.stop);
  if (split?.whole) concept.alternatives.push(togetherOf(split.parts, options, { factor: SPLIT, how: 'split' }));
  const sure = options.stop.has(word) || options.trusted.has(word) || own.words.size > 0 || isKnown(lexicon, word) || split?.whole || (typing && begun.size > 0);
  if (!sure || (split?.whole && !own.words.size)) addNear(concept, options, { split });
  if (split && !split.whole && !sure) {
    const factor = HALF_SPLIT * Math.min(1, (split.parts[0].length + 2) / word.length);
    concept.alternatives.push({ ...togetherOf(split.parts, options, { factor, how: 'half' }) });
  }
  return concept;
}

/* Where a word is not known: those near it. The nearest becomes what was read, unless the word is one that people use. */
function addNear(concept, { lexicon }, { split }) {
  const near = nearWords(lexicon, concept.word);
  const doubt = split?.whole ? 0.8 : concept.light > 1 ? 0.5 : 1;
  for (const { word, weight } of near) {
    concept.alternatives.push({ words: wordsWith(lexicon, word), factor: weight * doubt, how: 'typo', said: word });
  }
  if (near.length && doubt === 1) concept.near = near.map(({ word }) => word);
}

function togetherOf(parts, { lexicon, synonyms, said }, about) {
  const sets = parts.map((part) => {
    const found = new Map(wordsWith(lexicon, part));
    for (const { targets } of synonyms ? touched(synonyms, [part], { language: lexicon.language, said }) : []) {
      for (const { words } of targets) {
        if (words.length === 1) wordsWith(lexicon, words[0]).forEach((weight, at) => raise(found, at, weight * PART_SYNONYM));
      }
    }
    return found;
  });
  return { all: sets, ...about };
}

/* Words that belong together: written apart but known as one, and terms that have synonyms. */
function spansOf(concepts, { lexicon, synonyms, said }) {
  const spans = [];
  concepts.slice(1).forEach((right, at) => {
    const left = concepts[at];
    for (const joined of [left.word + right.word, `${left.word}s${right.word}`]) {
      if (lexicon.spelled.has(joined)) {
        spans.push({ covers: [at, at + 1], alternatives: [{ words: wordsWith(lexicon, joined), factor: JOINED, how: 'joined' }] });
      }
    }
  });
  return synonyms ? [...spans, ...synonymSpans(concepts, { lexicon, synonyms, said })] : spans;
}

/* The question as it was typed, as it was read where words are unknown, and with each two words written as one. */
function readingsOf(concepts) {
  const typed = concepts.map(({ word }) => word);
  const nears = Math.max(0, ...concepts.map(({ near }) => near?.length ?? 0));
  const read = Array.from({ length: nears }, (_, at) => concepts.map(({ word, near }) => near?.[Math.min(at, near.length - 1)] ?? word));
  const joined = typed.slice(1).map((word, at) => ({ words: [typed[at] + word], places: [[at, at + 1]], sure: 0.95 }));
  const apart = typed.map((_, at) => [at]);
  return [
    { words: typed, places: apart, sure: 1 },
    ...read.map((words) => ({ words, places: apart, sure: 0.9 })),
    ...joined,
  ];
}

function synonymSpans(concepts, { lexicon, synonyms, said }) {
  const spans = readingsOf(concepts).flatMap(({ words, places, sure }) => touched(synonyms, words, { language: lexicon.language, said })
    .map((found) => ({ ...found, covers: found.covers.flatMap((at) => places[at]), sure: found.sure * sure })));
  return spans.map(({ covers, from, targets, sure, oneWay }) => ({
    covers, how: 'synonym', from: from.said,
    alternatives: targets.map((target) => ({
      ...lookFor(target.words, lexicon), factor: SYNONYM * sure * (oneWay ? ONE_WAY : 1), how: 'synonym', said: target.said,
    })),
  })).filter(({ alternatives }) => alternatives.length);
}

function lookFor(words, lexicon) {
  return words.length === 1 ? { words: wordsWith(lexicon, words[0]) } : { all: words.map((word) => wordsWith(lexicon, word)), need: 0.6 };
}

/** Which words were read as another: `{ from, to }`. */
export function correctionsOf({ concepts }) {
  return concepts.filter(({ near }) => near).map(({ word, near }) => ({ from: word, to: near[0] }));
}

/** The numbers of all words of the index that a question may be looked for with. */
export function wordsIn({ concepts, spans }) {
  const alternatives = [...concepts, ...spans].flatMap((one) => one.alternatives);
  return new Set(alternatives.flatMap(({ words, all }) => (all ?? [words]).flatMap((set) => [...set.keys()])));
}
