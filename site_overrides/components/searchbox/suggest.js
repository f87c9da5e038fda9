/*
 * What a resident may mean while typing: services, themes, organizations, neighbourhoods and questions of the word index,
 * best first, also when the word is not finished, bent or mistyped. No DOM. Used by combobox.js.
 */

import { openIndex } from '../search/index.js';
import { correctionsOf, understand, wordsIn } from '../search/query.js';
import { rank } from '../search/ranking.js';

const MOST = 7;
const FEW = 3;
const WORTH = 0.45;
const NOT_SAID = 'kind';
const SHORTEST = 2;
const WORDS_LOOKED_UP = 16;

/** A function from a text to its suggestions: `{ options: [{ kind, name, url }], corrections }`. */
export function makeSuggester(base) {
  let opened;
  return async (text) => {
    if (text.trim().length < SHORTEST) return { options: [], corrections: [] };
    opened ??= openIndex(base);
    const index = await opened;
    const found = await look(index, text);
    if (found.options.length >= FEW || index.synonyms) return found;
    await index.complete();
    return look(index, text);
  };
}

async function look(index, text) {
  const meant = fewer(understand(text, { ...index, typing: true }));
  await index.load(wordsIn(meant));
  const all = index.kinds.reduce((sum, [, count]) => sum + count, 0);
  const lengths = { ...Array.from({ length: all }, (_, at) => index.lengths[at] ?? '3') };
  const hits = rank(meant, { ...index, size: all, lengths })
    .filter(({ id, score }, _, [best]) => score >= best.score * WORTH && index.under(id).kind !== NOT_SAID);
  return { options: await index.entries(hits.slice(0, MOST).map(({ id }) => id)), corrections: correctionsOf(meant) };
}

/* Only the likeliest words of each way to look, as what they stand in is fetched while someone types. */
function fewer({ concepts, spans, ...rest }) {
  const few = (words) => new Map([...words].sort(([, a], [, b]) => b - a).slice(0, WORDS_LOOKED_UP));
  const trim = ({ words, all, ...other }) => ({ ...other, ...(all ? { all: all.map(few) } : { words: few(words) }) });
  const each = (one) => ({ ...one, alternatives: one.alternatives.map(trim) });
  return { ...rest, concepts: concepts.map(each), spans: spans.map(each) };
}
