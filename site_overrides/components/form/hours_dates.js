/* Dates, months and years of opening hours read from tokens, as `text/hours/dates.py` does it.
   Each function takes the tokens and an index, and gives the value with the index after it. A date is { first, last },
   each end a [year, month, day] of which 0 is unsaid. */
import { Unreadable } from './hours_tokens.js';

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const [FIRST_YEAR, LAST_YEAR, FIRST_BARE_YEAR, HOURS] = [1900, 9999, 2020, 24];
const LISTS = ['comma', 'and'];
const ENGLISH = ['st', 'nd', 'rd', 'th'];
const DAY_NUMBERS = ['number', 'ord'];

export function compare(one, other) {
  const step = one.findIndex((part, index) => part !== other[index]);
  return step < 0 ? 0 : one[step] - other[step];
}

export function startsDate(tokens, i) {
  const { kind, value } = tokens[i];
  if (['date', 'month', 'year'].includes(kind)) return true;
  if (kind === 'ord' && value < 1) return false;
  return DAY_NUMBERS.includes(kind) && monthAfter(tokens, i) > 0;
}

export function readDates(tokens, i) {
  if (DAY_NUMBERS.includes(tokens[i].kind)) {
    const months = monthAfter(tokens, i);
    if (months > i + 1 && LISTS.includes(tokens[i + 1].kind)) return listed(tokens, i, months);
  }
  const [first, after] = readPoint(tokens, i, null);
  if (tokens[after].kind !== 'range' || !continues(tokens, after + 1, first)) {
    return [[{ first: opened(first), last: closed(first) }], after];
  }
  if (!tokens[after].value) throw new Unreadable(tokens[after].start, tokens[after].end, 'ambiguous');
  const [last, end] = readPoint(tokens, after + 1, first);
  return [[range(first, last, tokens[i], tokens[end - 1])], end];
}

export function readOpenDates(tokens, i, until) {
  const [point, after] = readPoint(tokens, i, null);
  if (!point[0]) throw new Unreadable(tokens[i].start, tokens[after - 1].end, 'ambiguous');
  if (until) return [[{ first: [FIRST_YEAR, 1, 1], last: closed(point) }], after];
  return [[{ first: opened(point), last: [LAST_YEAR, 12, 31] }], after];
}

export function couldBeHours(tokens, i, end) {
  const kinds = tokens.slice(Math.max(0, end - 4), end).map((one) => one.kind).join(' ');
  if (end - i < 4 || kinds !== 'month number range number') return false;
  return tokens[end - 3].value < tokens[end - 1].value && tokens[end - 1].value <= HOURS;
}

export function couldBeClock(tokens, i) {
  if (tokens[i].kind !== 'year' || tokens[i + 1].kind === 'month') return false;
  const ranged = tokens[i + 1].kind === 'range' && tokens[i + 2].kind === 'year' && tokens[i + 3].kind !== 'month';
  return ranged || tokens[i + 1].kind === 'hours' || tokens[i].value < FIRST_BARE_YEAR;
}

export function everyMonth(day) {
  const months = MONTH_DAYS.map((_, index) => index + 1).filter((month) => day <= MONTH_DAYS[month - 1]);
  return months.map((month) => ({ first: [0, month, day], last: [0, month, day] }));
}

function monthAfter(tokens, start) {
  let i = start;
  const ranged = tokens[i + 1].kind === 'range';
  for (;;) {
    const following = tokens[i + 1];
    if (following.kind === 'month') return i + 1;
    const joins = ranged ? ['range'] : LISTS;
    if (!joins.includes(following.kind) || !DAY_NUMBERS.includes(tokens[i + 2].kind)) return 0;
    if (ranged && tokens[i + 3].kind !== 'month') return 0;
    i += 2;
  }
}

function listed(tokens, i, month) {
  const hasYear = tokens[month + 1].kind === 'year';
  const year = hasYear ? tokens[month + 1].value : 0;
  const days = tokens.slice(i, month).filter((one) => !LISTS.includes(one.kind));
  const points = days.map((day) => checked([year, tokens[month].value, day.value], day));
  return [points.map((point) => ({ first: point, last: point })), month + (hasYear ? 2 : 1)];
}

function continues(tokens, i, first) {
  if (startsDate(tokens, i)) return true;
  return tokens[i].kind === 'number' && first[2] > 0 && first[1] > 0 && tokens[i + 1].kind !== 'hours';
}

function readPoint(tokens, start, before) {
  const first = tokens[start];
  if (first.kind === 'date') {
    const point = [Math.floor(first.value / 10000), Math.floor(first.value / 100) % 100, first.value % 100];
    return [checked(point, first), start + 1];
  }
  if (DAY_NUMBERS.includes(first.kind)) return dayFirst(tokens, start, before);
  const [year, i] = first.kind === 'year' ? [first.value, start + 1] : [0, start];
  if (tokens[i].kind !== 'month') return [[year, 0, 0], i];
  if (before && endsBeforeHours(tokens, i)) return [[year, tokens[i].value, 0], i + 1];
  return monthFirst(tokens, i, year);
}

function dayFirst(tokens, i, before) {
  const [first, following] = [tokens[i], tokens[i + 1]];
  if (following.kind === 'month') {
    const hasYear = tokens[i + 2].kind === 'year';
    const point = [hasYear ? tokens[i + 2].value : 0, following.value, first.value];
    return [checked(point, first), i + (hasYear ? 3 : 2)];
  }
  if (before) return [checked([before[0], before[1], first.value], first), i + 1];
  if (following.kind === 'range') {
    return [checked([0, tokens[monthAfter(tokens, i)].value, first.value], first), i + 1];
  }
  throw new Unreadable(first.start, first.end, 'date');
}

function isDayOf(tokens, i) {
  const day = tokens[i];
  if (!DAY_NUMBERS.includes(day.kind) || day.value < 1 || ['hours', 'month'].includes(tokens[i + 1].kind)) return false;
  return day.kind === 'number' ? !opensSpan(tokens, i) : !countsWeekdays(tokens, i);
}

function endsBeforeHours(tokens, i) {
  return tokens.slice(i + 1, i + 4).map((one) => one.kind).join(' ') === 'number range number';
}

function opensSpan(tokens, i) {
  if (tokens[i + 1].kind !== 'range' || !['number', 'clock'].includes(tokens[i + 2].kind)) return false;
  return tokens[i + 2].kind === 'clock' || tokens[i + 3].kind === 'hours';
}

function countsWeekdays(tokens, i) {
  let end = i + 1;
  while ([...LISTS, 'range', 'noise', 'ord'].includes(tokens[end].kind)) end += 1;
  if (tokens[end].kind !== 'day' || tokens[end - 1].kind !== 'ord') return false;
  const english = ENGLISH.includes(tokens[i].text.slice(-2).toLowerCase());
  if (end === i + 1 && english && tokens[end + 1].kind !== 'permonth') {
    throw new Unreadable(tokens[i - 1].start, tokens[end].end, 'ambiguous');
  }
  return true;
}

function monthFirst(tokens, i, said) {
  const [month, day] = [tokens[i], tokens[i + 1]];
  if (isDayOf(tokens, i + 1)) {
    const hasYear = !said && tokens[i + 2].kind === 'year';
    const point = [hasYear ? tokens[i + 2].value : said, month.value, day.value];
    return [checked(point, day), i + (hasYear ? 3 : 2)];
  }
  if (!said && day.kind === 'year') return [[day.value, month.value, 0], i + 2];
  return [[said, month.value, 0], i + 1];
}

function checked(point, told) {
  const [year, month, day] = point;
  const wrong = month < 1 || month > 12 || day < 1 || day > monthDays(year, month) || (year && year < FIRST_YEAR);
  if (wrong) throw new Unreadable(told.start, told.end, 'date');
  return point;
}

function monthDays(year, month) {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return MONTH_DAYS[month - 1] - Number(month === 2 && !leap);
}

function opened([year, month, day]) {
  return [year, month || 1, day || 1];
}

function closed([year, month, day]) {
  return [year, month || 12, day || monthDays(year, month || 12)];
}

function range(first, last, start, end) {
  let [low, high] = [opened(first), closed(last)];
  const passes = Number(compare(high.slice(1), low.slice(1)) < 0);
  if (low[0] && !high[0]) {
    const year = low[0] + passes;
    high = [year, high[1], Math.min(high[2], monthDays(year, high[1]))];
  } else if (high[0] && !low[0]) low = [high[0] - passes, low[1], low[2]];
  if (high[0] > LAST_YEAR || (low[0] && compare(high, low) < 0)) throw new Unreadable(start.start, end.end, 'date');
  return { first: low, last: high };
}
