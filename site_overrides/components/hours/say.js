/*
 * A state of `open.js` in words, for pages, lists and the map alike. No DOM: `words` are the sentences that each page
 * has in the data attributes of its script, `language` says how days are called.
 */

const MINUTES = 1440;
const WEEK = 7;

/** The sentence that says a state, such as “Open now, until 12:30”. */
export function sayState({ state, until, next, always }, now, { words, language }) {
  if (state === 'open' && always) return words.always;
  if (state === 'open' || state === 'soon') return until ? sayOpen(state, until, now, words, language) : words.now;
  if (state === 'later') return fill(words.later, { time: timeOf(next) });
  const kind = { closed: 'next', paused: 'pausedNext' }[state];
  return next && kind ? fill(words[kind], { day: dayOf(next.day, now.day, words, language), time: timeOf(next) }) : words[state];
}

/** A time of the day as `09:00`. */
export function timeOf({ minute }) {
  return new Date(minute * 6e4).toISOString().slice(11, 16);
}

/* An end after more than a day needs its day; midnight has a name, as 00:00 may read as the beginning of today. */
function sayOpen(state, until, now, words, language) {
  const far = (until.day - now.day) * MINUTES + until.minute - now.minute >= MINUTES;
  if (!far && !until.minute) return words[`${state}Midnight`];
  const day = far ? `${written(until.day, language, { weekday: 'long' })} ` : '';
  return fill(words[state], { time: day + timeOf(until) });
}

function dayOf(day, today, words, language) {
  if (day === today) return words.today;
  if (day === today + 1) return words.tomorrow;
  return written(day, language, { weekday: 'long', ...(day - today >= WEEK && { day: 'numeric', month: 'long' }) });
}

function written(day, language, options) {
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...options, timeZone: 'UTC' }).format(day * 864e5);
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
