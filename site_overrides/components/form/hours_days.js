/* Weekdays, ordinals, weeks, rhythms and times of opening hours read from tokens, as `text/hours/days.py` and
   `text/hours/times.py` do it. Each function takes the tokens and an index, and gives the value with the index after
   it. A day is { weekday, nth } (Monday is 0, nth 0 is every week), a span { start, end } in minutes. */
import { Unreadable } from './hours_tokens.js';

const [DAY, NOON, EARLIEST_BARE, WEEK, LAST_WEEK] = [1440, 720, 6, 7, 53];
const LISTS = ['comma', 'and', 'slash'];
const TIMES = ['clock', 'number'];
export const ALL_DAYS = Array.from({ length: WEEK }, (_, weekday) => ({ weekday, nth: 0 }));

export function readDays(tokens, i) {
  const { kind, value } = tokens[i];
  if (kind === 'days') return [ALL_DAYS.filter((day) => (value >> day.weekday) & 1), i + 1];
  if (tokens[i + 1].kind === '[') return bracketed(tokens, i);
  if (tokens[i + 1].kind === 'range' && tokens[i + 2].kind === 'day') {
    const length = ((tokens[i + 2].value - value + WEEK) % WEEK) + 1;
    return [Array.from({ length }, (_, step) => ({ weekday: (value + step) % WEEK, nth: 0 })), i + 3];
  }
  return [[{ weekday: value, nth: 0 }], i + 1];
}

export function listEnd(tokens, start) {
  let i = start;
  for (;;) {
    while (tokens[i].kind === 'noise') i += 1;
    i = tokens[i].kind === 'holiday' ? i + 1 : readDays(tokens, i)[1];
    if (!LISTS.includes(tokens[i].kind)) return i;
    let following = i + 1;
    while (tokens[following].kind === 'noise') following += 1;
    if (!['day', 'days', 'holiday'].includes(tokens[following].kind)) return i;
    i = following;
  }
}

function bracketed(tokens, start) {
  const [weekday, found] = [tokens[start].value, []];
  let i = start + 2;
  for (;;) {
    const [nths, after] = readNths(tokens, i);
    found.push(...nths.map((nth) => ({ weekday, nth })));
    i = after;
    if (tokens[i].kind === ']') break;
    if (tokens[i].kind !== 'comma') throw new Unreadable(tokens[i].start, tokens[i].end, 'day');
    i += 1;
  }
  const shifts = ['plus', 'range'].includes(tokens[i + 1]?.kind);
  if (shifts && ['number', 'dayword', 'day'].includes(tokens[i + 2].kind)) {
    throw new Unreadable(tokens[i + 1].start, tokens[i + 2].end, 'unsupported');
  }
  return [found, i + 1];
}

function readNths(tokens, start) {
  const negative = tokens[start].kind === 'range';
  const i = start + Number(negative);
  const { kind, value, start: from, end } = tokens[i];
  if (kind !== 'number' || value < 1 || value > 5) throw new Unreadable(from, end, 'day');
  if (!negative && tokens[i + 1].kind === 'range' && tokens[i + 2].kind === 'number') {
    const last = tokens[i + 2].value;
    if (value <= last && last <= 5) return [Array.from({ length: last - value + 1 }, (_, step) => value + step), i + 3];
  }
  return [[negative ? -value : value], i + 1];
}

export function readOrdinals(tokens, start) {
  const found = [tokens[start].value];
  let i = start + 1;
  while ([...LISTS, 'range'].includes(tokens[i].kind)) {
    const following = nextOrdinal(tokens, i + 1);
    if (!following) break;
    const { value } = tokens[following];
    if (tokens[i].kind === 'range') for (let nth = found.at(-1) + 1; nth <= value; nth += 1) found.push(nth);
    else found.push(value);
    i = following + 1;
  }
  return [found, i];
}

function nextOrdinal(tokens, start) {
  const i = start + Number(tokens[start].kind === 'noise');
  return tokens[i].kind === 'ord' ? i : 0;
}

export function readNthDays(tokens, i, nths) {
  const { kind, value, start, end } = tokens[i];
  const bad = nths.some((nth) => nth === 0 || nth < -5 || nth > 5);
  if (kind !== 'day' || bad) throw new Unreadable(tokens[i - 1].start, end, 'day');
  if ([...LISTS, 'range'].includes(tokens[i + 1].kind) && tokens[i + 2].kind === 'day') {
    throw new Unreadable(start, tokens[i + 2].end, 'ambiguous');
  }
  return [nths.map((nth) => ({ weekday: value, nth })), i + 1];
}

export function readWeeks(tokens, start) {
  const found = [];
  let i = start;
  for (;;) {
    const first = week(tokens[i]);
    let [last, step] = [first, 1];
    i += 1;
    if (tokens[i].kind === 'range' && tokens[i + 1].kind === 'number') {
      last = week(tokens[i + 1]);
      i += 2;
      if (tokens[i].kind === 'slash' && tokens[i + 1].kind === 'number') {
        step = Math.max(1, tokens[i + 1].value);
        i += 2;
      }
    }
    if (last < first) throw new Unreadable(tokens[i - 1].start, tokens[i - 1].end, 'date');
    found.push({ first, last, step });
    const more = ['comma', 'and'].includes(tokens[i].kind) && tokens[i + 1].kind === 'number';
    if (!more || isTime(tokens, i + 1)) return [found, i];
    i += 1;
  }
}

function isTime(tokens, i) {
  if (tokens[i + 1].kind !== 'range') return tokens[i + 1].kind === 'hours';
  return tokens[i + 3]?.kind === 'hours';
}

function week({ kind, value, start, end }) {
  if (kind !== 'number' || value < 1 || value > LAST_WEEK) throw new Unreadable(start, end, 'date');
  return value;
}

export function parityWeeks(odd) {
  return odd ? { first: 1, last: LAST_WEEK, step: 2 } : { first: 2, last: LAST_WEEK - 1, step: 2 };
}

export function readRhythm(tokens, i) {
  const [told, following] = [tokens[i], tokens[i + 1]];
  if (told.kind === 'rhythm') {
    const unit = told.value < 0 || following.kind === 'months' ? 'month' : 'week';
    const said = ['week', 'months'].includes(following.kind);
    return [{ every: Math.abs(told.value), unit, start: null }, i + 1 + Number(said)];
  }
  if (['count', 'number'].includes(following.kind) && ['week', 'months'].includes(tokens[i + 2].kind)) {
    if (following.value < 1 || following.value > LAST_WEEK) throw new Unreadable(following.start, following.end, 'date');
    const unit = tokens[i + 2].kind === 'months' ? 'month' : 'week';
    const plain = following.value === 1 && unit === 'week';
    return [plain ? null : { every: following.value, unit, start: null }, i + 3];
  }
  if (/^(?:om|eens) /i.test(told.text) && following.kind !== 'week') {
    throw new Unreadable(told.start, following.end, 'ambiguous');
  }
  return [null, i + 1];
}

export function startsTime(tokens, i) {
  return TIMES.includes(tokens[i].kind);
}

export function readSpan(tokens, i, { osm, lone = false, join = 'range' }) {
  const start = tokens[i];
  const said = tokens[i + 1].kind === 'hours';
  const after = i + 1 + Number(said);
  if (['range', join].includes(tokens[after].kind) && startsTime(tokens, after + 1)) {
    return readEnd(tokens, start, after + 1, osm);
  }
  if (tokens[after].kind === 'range') throw new Unreadable(start.start, tokens[after].end, 'incomplete');
  const plus = isOpen(tokens, after, osm);
  if (!plus && (osm || (start.kind === 'number' && !said && !lone))) {
    throw new Unreadable(start.start, start.end, 'incomplete');
  }
  const opens = minutes(start, DAY - 1);
  if (!osm && start.kind === 'number' && opens < EARLIEST_BARE * 60) {
    throw new Unreadable(start.start, start.end, 'ambiguous');
  }
  return [{ start: opens, end: opens }, after + Number(plus)];
}

function isOpen(tokens, i, osm) {
  return tokens[i].kind === 'plus' && (osm || ![...TIMES, 'day', 'days'].includes(tokens[i + 1].kind));
}

function readEnd(tokens, start, i, osm) {
  const end = tokens[i];
  const after = i + 1 + Number(tokens[i + 1].kind === 'hours');
  const plus = isOpen(tokens, after, osm);
  let [opens, closes] = [minutes(start, DAY), minutes(end, osm ? 2 * DAY : DAY)];
  if (!osm) {
    [opens, closes] = halves(start, end, opens, closes);
    refuseGuess(start, end, opens, closes);
  }
  if (opens === DAY) [opens, closes] = [0, closes > 0 ? closes : DAY];
  return [{ start: opens, end: closes <= opens ? closes + DAY : closes }, after + Number(plus)];
}

function minutes(told, limit) {
  const found = told.kind === 'clock' ? told.value : told.value * 60;
  if (found > limit) throw new Unreadable(told.start, told.end, 'time');
  return found;
}

function halves(start, end, opens, closes) {
  if (end.half && !start.half && opens < NOON + 60) {
    const [low, high] = [opens % NOON, closes % NOON];
    if (end.half === 1 && low >= high) throw new Unreadable(start.start, end.end, 'ambiguous');
    return [end.half === 2 && low < high ? low + NOON : low, closes];
  }
  if (start.half === 1 && !end.half && closes < opens) throw new Unreadable(end.start, end.end, 'ambiguous');
  if (start.half === 2 && !end.half && closes < NOON && closes % NOON > opens % NOON) return [opens, closes + NOON];
  return [opens, closes];
}

function refuseGuess(start, end, opens, closes) {
  const bare = start.kind === 'number' && end.kind === 'number' && !start.text.startsWith('0');
  const early = opens < EARLIEST_BARE * 60 && closes !== DAY && !(opens === 0 && closes === 0);
  const told = end.half || (end.text.startsWith('0') && end.text.includes(':')) || closes === 0;
  if ((bare && early) || (closes <= opens && opens <= NOON && !told && !start.half)) {
    throw new Unreadable(start.start, end.end, 'ambiguous');
  }
}
