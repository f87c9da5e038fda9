/*
 * Which topics of danger a query speaks of, so that the number that helps now stands above everything else.
 * No DOM in here: `line.js` shows it on the search page and `socialmap search` prints it on the command line.
 *
 * A topic is `{ id, phrases, alone, harmless }`, each a list of phrases as `data/search/crisis.yml` explains them:
 * words in their order, `/` between words that are as good, `*` at the end of a beginning.
 */

const GAP = 2;
const ENDINGS = new Set(['e', 'en', 'n', 's', 't', 'er', 'd', 'de', 'te', 'den', 'ten', 'ed', 'ing']);
const ATTACHED = /^(?:[وف])?(?:[بلك])?(?:ال|لل)?/u;

/* The ids of the topics that a query speaks of, in the order of the topics. */
export function findCrisis(query, topics) {
  const words = wordsOf(query);
  return topics.filter((topic) => speaksOf(words, topic)).map((topic) => topic.id);
}

export function wordsOf(text) {
  const plain = text.normalize('NFKD').toLowerCase().replace(/[\p{M}ـ'’‘`´]/gu, '')
    .replace(/ى/g, 'ي').replace(/ة/g, 'ه').replace(/ٱ/g, 'ا');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function speaksOf(all, topic) {
  const words = unmasked(all, topic.harmless);
  return topic.alone.some((phrase) => isWhole(all, patternsOf(phrase)))
    || topic.phrases.some((phrase) => holds(words, patternsOf(phrase)));
}

/* Harmless phrases are taken out as they are written; an empty word keeps the distance between what is left. */
function unmasked(all, harmless) {
  let words = all;
  for (const phrase of harmless) {
    const patterns = patternsOf(phrase);
    words.forEach((_, at) => {
      if (!patterns.every((ways, step) => ways.some((way) => isExactly(words[at + step] ?? '', way)))) return;
      words = words.map((word, place) => (place >= at && place < at + patterns.length ? '' : word));
    });
  }
  return words;
}

function isExactly(word, way) {
  return way.open ? word.startsWith(way.stem) : word === way.stem;
}

function patternsOf(phrase) {
  return phrase.split(/\s+/).map((part) => part.split('/').flatMap((way) => {
    const open = way.endsWith('*');
    return wordsOf(way).map((stem) => ({ stem, open }));
  }));
}

function isWhole(words, patterns) {
  const whole = patterns.filter((ways) => ways.length);
  return words.length === whole.length && whole.every((ways, at) => ways.some((way) => isLike(words[at], way)));
}

function holds(words, patterns) {
  return words.some((_, from) => follows(words, patterns, from, from + 1));
}

/* Whether the patterns come one after the other from a place on, the first of them before `until`. */
function follows(words, [ways, ...rest], from, until) {
  for (let at = from; at < Math.min(until, words.length); at += 1) {
    for (const used of reach(words, at, ways)) {
      if (!rest.length || follows(words, rest, at + used, at + used + 1 + GAP)) return true;
    }
  }
  return false;
}

/* How many words from a place on a pattern takes: one, or two that should have been one (`zelf moord`). */
function reach(words, at, ways) {
  const one = ways.some((way) => isLike(words[at], way)) ? [1] : [];
  const joined = words[at] && words[at + 1] ? words[at] + words[at + 1] : '';
  return joined.length > 7 && ways.some((way) => isLike(joined, way)) ? [...one, 2] : one;
}

function isLike(word, { stem, open }) {
  return [...new Set([word, bare(word)])].some((form) => (open ? beginsLike(form, stem) : equals(form, stem)));
}

/* An Arabic word without what is written onto its front: and, with, for, the. */
function bare(word) {
  const rest = word.replace(ATTACHED, '');
  return rest.length > 2 ? rest : word;
}

function equals(word, stem) {
  if (word === stem || (stem.length > 3 && squeezed(word) === squeezed(stem))) return true;
  if (stem.length > 4 && word.startsWith(stem) && ENDINGS.has(word.slice(stem.length))) return true;
  return isNear(word, stem);
}

function beginsLike(word, stem) {
  if (word.startsWith(stem)) return true;
  return [-1, 0, 1].some((more) => isNear(word.slice(0, stem.length + more), stem));
}

function squeezed(word) {
  return word.replace(/(.)\1+/gu, '$1');
}

/* Short words have too many neighbours that mean something else: there only two swapped letters are forgiven. */
function isNear(word, stem) {
  if (Math.abs(word.length - stem.length) > 2 || stem.length < 4 || !word) return false;
  if (stem.length < 6) return word.length === stem.length && isSwapped(word, stem);
  if (word[0] !== stem[0] && word[0] !== stem[1]) return false;
  return distance(word, stem) <= (stem.length < 11 ? 1 : 2);
}

function isSwapped(word, stem) {
  const at = [...stem].findIndex((letter, place) => word[place] !== letter);
  return at >= 0 && word[at] === stem[at + 1] && word[at + 1] === stem[at] && word.slice(at + 2) === stem.slice(at + 2);
}

/* Letters to add, leave out, change or swap with their neighbour (optimal string alignment). */
function distance(one, other) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const cost = one[row - 1] === other[at - 1] ? 0 : 1;
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + cost);
      const swap = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swap) now[at] = Math.min(now[at], before[at - 2] + 1);
    }
    [before, last] = [last, now];
  }
  return last[other.length];
}
