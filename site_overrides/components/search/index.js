/*
 * One language's word index as the site publishes it (socialmap/search/word_index.py): what is needed of it is fetched
 * when it is needed, and once. Entries are numbered: services first, in the order of their routes, then what they
 * stand under. Used by engine.js and suggest.js.
 */

import { readRising } from './coding.js';
import { addMeanings, addWords, makeLexicon } from './lexicon.js';
import { inTime } from './patience.js';
import { readSynonyms } from './synonyms.js';
import { slug } from './words.js';

const FIELDS = ['name', 'also', 'summary'];
const NAMES_IN_FILE = 12;

export async function openIndex(base) {
  const fetched = new Map();
  const fetchOnce = (name) => fetched.get(name) ?? fetched.set(name, inTime(import(new URL(`${name}.js`, base).href))).get(name);
  const core = (await fetchOnce('core')).default;
  const lexicon = makeLexicon(core);
  const sections = [sectionOf(core, addWords(lexicon, core.words))];
  const index = {
    language: core.language, lexicon, stop: new Set(core.stop.split(' ')), lengths: core.lengths, size: core.lengths.length,
    old: new Set(readRising(core.old)), synonyms: null, groups: null, kinds: core.kinds, placesOf: new Map(), documents: [core.order], fetchOnce,
  };
  index.card = async (id) => (await fetchOnce(`${core.order}/${id}`)).default;
  index.facets = once(async () => readFacets((await fetchOnce('facets')).default));
  index.names = once(async () => (await fetchOnce('texts')).default.split(' '));
  index.complete = once(async () => {
    const more = (await fetchOnce('more')).default;
    sections.push(sectionOf(more, addWords(lexicon, more.words)));
    index.synonyms = readSynonyms(more.synonyms, index);
    addMeanings(lexicon, index.synonyms.vocabulary);
    index.groups = more.under ? more.under.split(',').map(readRising) : [];
  });
  index.load = (words) => load(index, sections, words);
  index.places = (at) => index.placesOf.get(at) ?? [];
  index.under = (entry) => ({ kind: kindOf(index, entry), services: index.groups?.[entry - index.size] ?? [] });
  index.entries = (numbers) => entriesOf(index, core, numbers);
  return index;
}

function readFacets(facets) {
  const sets = ([value, numbers]) => [value, new Set(readRising(numbers))];
  return new Map(Object.entries(facets).map(([facet, values]) => [facet, new Map(Object.entries(values).map(sets))]));
}

function once(make) {
  let made;
  return () => { made ??= make(); return made; };
}

function sectionOf({ starts, files }, first) {
  return { first, starts, files };
}

/* Where words stand: fetch the files that say so for words not yet looked up. */
async function load(index, sections, words) {
  const wanted = new Map();
  for (const at of words) {
    if (index.placesOf.has(at)) continue;
    const { file, first } = fileOf(sections, at);
    wanted.set(file, first);
  }
  await Promise.all([...wanted].map(async ([file, first]) => {
    const { default: text } = await index.fetchOnce(file);
    text.split(',').forEach((fields, at) => index.placesOf.set(first + at, placesIn(fields)));
  }));
}

function fileOf(sections, at) {
  const { first, starts, files } = sections.findLast((section) => section.first <= at);
  const place = starts.findLastIndex((start) => start <= at - first);
  return { file: files[place], first: first + starts[place] };
}

function placesIn(fields) {
  return fields.split('.').map((numbers, at) => [FIELDS[at], readRising(numbers)]).filter(([, entries]) => entries.length);
}

function kindOf({ kinds }, entry) {
  let first = 0;
  return kinds.find(([, count]) => { first += count; return entry < first; })?.[0];
}

/* What entries are called and where they stand, by number. */
async function entriesOf(index, core, numbers) {
  const files = new Map();
  const wanted = new Set(numbers.map((number) => Math.floor(number / NAMES_IN_FILE)));
  await Promise.all([...wanted].map(async (file) => {
    files.set(file, (await index.fetchOnce(`${core.order}/n${file}`)).default.split('\n'));
  }));
  return numbers.map((number) => {
    const [name, stem] = files.get(Math.floor(number / NAMES_IN_FILE))[number % NAMES_IN_FILE].split('\t');
    const kind = kindOf(index, number);
    const [, , folder, ending] = index.kinds.find(([one]) => one === kind);
    return { number, kind, name, url: `${folder}${stem ?? slug(name)}${ending}` };
  });
}
