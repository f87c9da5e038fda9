/*
 * How a question was read, said in words and with a way back: a slip that was corrected, terms that mean the same, words
 * that were left out. Used by search.js for the status and by list.js above the results.
 */

import { stateLink } from './address.js';
import { fill, isolated, make } from './dom.js';

const SYNONYMS_SAID = 3;

/** The sentences that say how the question was read; none when it was read as it was typed. */
export function readingTexts({ words, telling, read, list }) {
  const quoted = (all) => list.format(all.map((word) => `“${isolated(word)}”`));
  const corrections = read?.corrections ?? [];
  const also = (read?.also ?? []).slice(0, SYNONYMS_SAID);
  return [
    ...corrections.map(({ from, to }) => fill(words.corrected, { from: isolated(from), to: isolated(to) })),
    ...(also.length ? [fill(words.also, { words: quoted(also) })] : []),
    ...(telling.length ? [fill(words.widened, { words: quoted(telling) })] : []),
  ];
}

/** The line above the results, with a link to the question as it was typed. */
export function readingNote(app) {
  const texts = readingTexts(app);
  if (!texts.length) return [];
  const exact = stateLink(app, { ...app.state, exact: true, pages: {} }, app.words.exact);
  return [make('p', { class: 'sm-search__wide' }, `${texts.join('. ')}. `, exact)];
}
