/* What the reader of opening hours does at days, dates, weeks, holidays and times, as `text/hours/selecting.py` and
   `text/hours/recurring.py` do it; the table in `hours.js` says at which token. */
import { compare, couldBeClock, couldBeHours, everyMonth, readDates, readOpenDates, startsDate } from './hours_dates.js';
import {
  listEnd, parityWeeks, readDays, readNthDays, readOrdinals, readRhythm, readSpan, readWeeks, startsTime,
} from './hours_days.js';
import { Unreadable } from './hours_tokens.js';

export const HOLIDAYS = ['PH', 'SH'];
const LISTS = ['comma', 'and', 'slash'];
const DASHES = ['-', '–', '—', '−'];
const STATES = ['closed', 'unknown', 'appointment'];
const AFTER_DASH = ['clock', 'closed', 'unknown'];

export function onDays(cursor) {
  if (cursor.inTail && cursor.joined === 'comma') cursor.flush('weak');
  endTimesFirst(cursor);
  const clause = cursor.beside(true);
  if (!clause.within.length && clause.holidays.length && !clause.days.length && !LISTS.includes(cursor.before.kind)) {
    [clause.within, clause.holidays] = [clause.holidays, []];
  }
  const [days, after] = readDays(cursor.tokens, cursor.i);
  cursor.i = after;
  clause.narrowed ||= clause.days.length > 0;
  clause.daily ||= days.length === 7;
  clause.days.push(...days);
  if (cursor.here.kind === 'slash') cursor.i += 1;
}

function endTimesFirst(cursor) {
  const { clause, tokens } = cursor;
  const timed = clause.spans.length > 0 && clause.days.length > 0;
  if (cursor.osm || cursor.joined !== 'comma' || clause.daysFirst || !timed) return;
  const end = listEnd(tokens, cursor.i);
  if (startsTime(tokens, end) || STATES.includes(tokens[end].kind)) cursor.flush('weak');
  else clause.grown = true;
}

export function onOrdinal(cursor) {
  if (startsDate(cursor.tokens, cursor.i)) return onDates(cursor);
  if (cursor.inTail && cursor.joined === 'comma') cursor.flush('weak');
  const [first, before] = [cursor.here, cursor.i ? cursor.before.kind : ''];
  const clause = cursor.select();
  const [nths, after] = readOrdinals(cursor.tokens, cursor.i);
  cursor.i = after;
  const monthly = ['permonth', 'dayword', 'end', 'hours'].includes(cursor.here.kind);
  if (monthly || startsTime(cursor.tokens, cursor.i)) return monthDay(cursor, clause, nths, first);
  const [days, end] = readNthDays(cursor.tokens, cursor.i, nths);
  cursor.i = end;
  if (before === 'every' && nths.join() === '2' && cursor.here.kind !== 'permonth') {
    throw new Unreadable(first.start, cursor.before.end, 'ambiguous');
  }
  return clause.days.push(...days);
}

function monthDay(cursor, clause, nths, first) {
  cursor.i += Number(cursor.here.kind === 'dayword');
  const monthly = cursor.here.kind === 'permonth' || clause.monthly;
  if (!monthly || !nths.every((nth) => nth >= 1 && nth <= 31) || clause.dates.length) {
    throw new Unreadable(first.start, cursor.before.end, 'unsupported');
  }
  clause.dates.push(...nths.flatMap(everyMonth));
}

export function onDates(cursor) {
  const clause = cursor.beside(false);
  const [first, { tokens }] = [cursor.i, cursor];
  if (!cursor.osm && couldBeClock(tokens, first)) {
    throw new Unreadable(tokens[first].start, tokens[first].end, 'ambiguous');
  }
  const [dates, after] = readDates(tokens, first);
  cursor.i = after;
  const [{ first: from, last }] = dates;
  if (clause.rhythm && !clause.rhythm.start && compare(from, last) === 0 && from[0]) {
    throw new Unreadable(tokens[first].start, cursor.before.end, 'ambiguous');
  }
  if (!cursor.osm && couldBeHours(tokens, first, after)) {
    throw new Unreadable(tokens[after - 3].start, cursor.before.end, 'ambiguous');
  }
  clause.dates.push(...dates);
}

export function onNumber(cursor) {
  if (startsDate(cursor.tokens, cursor.i)) onDates(cursor);
  else onTime(cursor);
}

export function onTime(cursor, { lone = false, join = 'range' } = {}) {
  const { clause, osm } = cursor;
  if (!osm) refuseMixed(cursor, clause);
  if (clause.spans.length && !clause.daysFirst && cursor.joined === 'comma') cursor.flush('weak');
  else if (clause.stateLast && !osm) throw cursor.refuse(cursor.here);
  const [span, after] = readSpan(cursor.tokens, cursor.i, { osm, lone, join });
  cursor.i = after;
  cursor.clause.spans.push(span);
  cursor.clause.daysFirst ||= cursor.clause.selects;
  cursor.joined = '';
  if (cursor.here.kind === 'slash' && startsTime(cursor.tokens, cursor.i + 1)) cursor.i += 1;
}

function refuseMixed(cursor, clause) {
  const [{ start, end }, last, listed] = [cursor.here, clause.spans.at(-1), cursor.joined === 'comma'];
  const mixed = last && clause.selects && !clause.daysFirst && !listed;
  const doubled = last && last.start === last.end && !listed && cursor.before.kind !== 'slash';
  if (mixed || doubled || (cursor.inTail && listed)) throw new Unreadable(start, end, 'ambiguous');
}

export function onBetween(cursor) {
  cursor.i += 1;
  if (startsTime(cursor.tokens, cursor.i) && !startsDate(cursor.tokens, cursor.i)) {
    onTime(cursor, { lone: true, join: 'and' });
  }
}

export function onFrom(cursor) {
  const { tokens } = cursor;
  const at = cursor.i + 1 + Number(cursor.next.kind === 'at');
  if (startsTime(tokens, at) && !startsDate(tokens, at)) {
    cursor.i = at;
    return onTime(cursor, { lone: true });
  }
  if (!startsDate(tokens, at) || cursor.here.kind === 'at') {
    cursor.i += 1;
    return undefined;
  }
  const clause = cursor.select();
  if (clause.rhythm) return rhythmStart(cursor, clause, at);
  let [dates, after] = readDates(tokens, at);
  if (!tokens.slice(at, after).some((one) => one.kind === 'range')) [dates, after] = readOpenDates(tokens, at, false);
  cursor.i = after;
  return clause.dates.push(...dates);
}

function rhythmStart(cursor, clause, at) {
  const [dates, after] = readDates(cursor.tokens, at);
  cursor.i = after;
  const [{ first, last }] = dates;
  if (dates.length !== 1 || compare(first, last) !== 0 || !first[0]) {
    throw new Unreadable(cursor.tokens[at].start, cursor.before.end, 'ambiguous');
  }
  clause.rhythm = { ...clause.rhythm, start: first };
}

export function onUntil(cursor) {
  const { before, here, next } = cursor;
  const dash = DASHES.includes(here.text) && before.kind === 'day' && AFTER_DASH.includes(next.kind);
  const shared = here.text === '-' && before.kind === 'day' && before.end === here.start && next.kind === 'and';
  if (dash || shared) {
    cursor.i += 1;
    return;
  }
  if (!here.value || !startsDate(cursor.tokens, cursor.i + 1)) throw cursor.refuse(here);
  const clause = cursor.select();
  const [dates, after] = readOpenDates(cursor.tokens, cursor.i + 1, true);
  clause.dates.push(...dates);
  cursor.i = after;
}

export function onHoliday(cursor) {
  const listed = cursor.joined === 'comma';
  const clause = cursor.beside(true);
  const { kind } = cursor.before;
  const inside = clause.days.length && !clause.spans.length && !clause.excepts && !LISTS.includes(kind);
  if (!cursor.osm && inside) return insideHolidays(cursor, clause, listed);
  if (clause.days.length && !clause.listed && kind === 'day' && clause.excepts) throw clause.blame();
  clause.holidays.push(HOLIDAYS[cursor.here.value]);
  cursor.i += 1;
  return undefined;
}

function insideHolidays(cursor, clause, listed) {
  const { value, end } = cursor.here;
  const joins = listed && (cursor.follows('and') || clause.state === 'closed');
  const doubtful = clause.within.length || (!joins && (listed || clause.holidays.length));
  if (cursor.before.kind !== 'noise' || doubtful) throw new Unreadable(clause.start, end, 'ambiguous');
  clause[joins ? 'holidays' : 'within'].push(HOLIDAYS[value]);
  cursor.i += 1;
}

export function onWeek(cursor) {
  const every = cursor.here.value === 1 || cursor.tokens[cursor.i - 1]?.kind === 'every';
  const areWeeks = cursor.next.kind === 'number' && !every;
  cursor.i += 1;
  if (!areWeeks) return;
  const clause = cursor.select();
  const [weeks, after] = readWeeks(cursor.tokens, cursor.i);
  clause.weeks.push(...weeks);
  cursor.i = after;
}

export function onParity(cursor) {
  const { here } = cursor;
  if (cursor.next.kind !== 'week') throw cursor.refuse(here);
  const clause = cursor.select();
  if (clause.weeks.length && !cursor.osm) throw cursor.refuse(here);
  clause.weeks.push(parityWeeks(here.value));
  cursor.i += 2;
}

export function onRhythm(cursor) {
  const [rhythm, after] = readRhythm(cursor.tokens, cursor.i);
  if (rhythm) cursor.select().rhythm = rhythm;
  cursor.i = after;
}
