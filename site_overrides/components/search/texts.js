/*
 * Where a word stands in the full texts, for words that no name or summary has (socialmap/search/text_words.py): the files
 * that may hold it in any of its forms are fetched when it is asked for. Used by engine.js.
 */

import { readRising, readWords } from './coding.js';
import { root, stem, withoutArticle } from './words.js';

const MOST_FILES = 3;
const SHORTEST_LEAD = 2;
const SHORTEST_START = 4;

/**
 * A function from a word to `{ known, ids }`: whether some text has it in any form, and the numbers of the services whose
 * texts do; where none has, of those with words that begin with it.
 */
export function makeTexts(fetchOnce, language) {
  let told;
  return async (asked) => {
    const word = withoutArticle(asked, language);
    told ??= fetchOnce('full').then(({ default: { starts, files } }) => ({ starts: readWords(starts), files }));
    const names = filesWith(await told, leadOf(word, language), word);
    const parts = await Promise.all(names.map(async (name) => readPart((await fetchOnce(name)).default)));
    return found(parts.flat(), word, language);
  };
}

/* The letters with which all forms of a word begin. */
function leadOf(word, language) {
  const forms = [stem(word, language), root(word, language)];
  let length = word.length;
  for (const form of forms) while (!form.startsWith(word.slice(0, length))) length -= 1;
  return word.slice(0, Math.max(length, Math.min(SHORTEST_LEAD, word.length)));
}

/* The files with words that have the lead, those next to the word itself first. */
function filesWith({ starts, files }, lead, word) {
  const last = `${lead}\uffff`;
  const holds = (at) => starts[at] <= last && (at + 1 === starts.length || starts[at + 1] >= lead);
  const own = starts.findLastIndex((start) => start <= word);
  return files.map((name, at) => ({ name, far: Math.abs(at - own), fits: holds(at) })).filter(({ fits }) => fits)
    .sort((a, b) => a.far - b.far).slice(0, MOST_FILES).map(({ name }) => name);
}

function readPart([words, places]) {
  const numbers = places.split(',');
  return readWords(words).map((word, at) => ({ word, numbers: numbers[at] }));
}

function found(all, word, language) {
  const bare = stem(word, language);
  const family = root(word, language);
  const forms = all.filter((one) => stem(one.word, language) === bare || root(one.word, language) === family);
  const begun = forms.length || word.length < SHORTEST_START ? forms : all.filter((one) => one.word.startsWith(word));
  return { known: forms.length > 0, ids: [...new Set(begun.flatMap(({ numbers }) => readRising(numbers)))] };
}
