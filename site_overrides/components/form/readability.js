/* How hard a Dutch text is to read, as `socialmap check` works it out; the formula and its weights come with the rules. */
import { pattern } from './values.js';

/* Letters and digits of every alphabet: what Python means by a word, which browsers only know in other terms. */
function unicode([source, flags]) {
  const same = source.replaceAll('[^\\W\\d_]', '[\\p{L}\\p{Nl}\\p{No}]').replaceAll('[^\\W_]', '[\\p{L}\\p{N}]');
  return new RegExp(same, `${flags}gu`);
}

export function makeReader(reading) {
  const [end, marks, syllable] = [reading.end, reading.marks, reading.syllable].map((one) => pattern(one, 'g'));
  const word = unicode(reading.word);
  const syllables = (text) => Math.max(1, (text.toLowerCase().match(syllable) ?? []).length);

  const score = (sentences) => {
    const words = sentences.flatMap((sentence) => sentence.words);
    if (!words.length) return reading.easiest;
    const each = words.reduce((total, one) => total + syllables(one), 0) / words.length;
    return reading.easiest - reading.per_syllable * each - (reading.per_word * words.length) / sentences.length;
  };

  const sentencesOf = (text) =>
    text
      .replace(marks, ' ')
      .split(end)
      .map((part) => ({ text: part.split(/\s+/).filter(Boolean).join(' '), words: part.match(word) ?? [] }))
      .filter((sentence) => sentence.words.length);

  /* What helps somebody who is writing: the sentence that is too long, or else the hardest when the text is hard. */
  const advise = (text) => {
    const sentences = sentencesOf(text);
    const count = sentences.reduce((total, sentence) => total + sentence.words.length, 0);
    if (!count) return { level: 'none' };
    const points = Math.round(score(sentences));
    const longest = sentences.reduce((most, one) => (one.words.length > most.words.length ? one : most));
    if (longest.words.length > reading.long_sentence) {
      return { level: 'long', score: points, sentence: longest.text, count: longest.words.length };
    }
    const limit = count >= reading.short_text ? reading.hard : reading.hard_short;
    if (points >= limit) return { level: points >= limit + 15 ? 'easy' : 'fine', score: points };
    const hardest = sentences.reduce((least, one) => (score([one]) < score([least]) ? one : least));
    return { level: 'hard', score: points, sentence: hardest.text };
  };

  return { score: (text) => score(sentencesOf(text)), sentencesOf, syllables, advise };
}
