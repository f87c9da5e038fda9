/* One statement of opening hours while it is being read, as `text/hours/clause.py` does it.
   Only what decides whether a text can be read is kept: what the hours mean is worked out by the build. */
import { compare } from './hours_dates.js';
import { Unreadable } from './hours_tokens.js';

const LAST_YEAR = 9999;

export class Clause {
  constructor(start = 0, joined = 'strong') {
    Object.assign(this, { start, end: 0, joined, state: null, rhythm: null, comment: '' });
    Object.assign(this, { days: [], holidays: [], within: [], dates: [], weeks: [], spans: [] });
    Object.assign(this, { excepts: false, monthly: false, daily: false, narrowed: false, stateLast: false });
    Object.assign(this, { daysFirst: false, listed: false, tight: false, bracketed: false, also: false });
    Object.assign(this, { tailed: false, grown: false });
  }

  get selects() {
    return Boolean(this.days.length || this.holidays.length || this.dates.length || this.weeks.length || this.rhythm);
  }

  get speaks() {
    return Boolean(this.selects || this.spans.length || this.state || this.comment);
  }

  get restricts() {
    return this.selects && !(this.days.length || this.spans.length || this.state || this.comment);
  }

  get monthdays() {
    return this.dates.length > 0 && this.dates.every(isDay);
  }

  get lends() {
    return this.state !== 'closed' && !this.dates.some(isDay);
  }

  get complete() {
    return this.stateLast || (this.spans.length > 0 && this.daysFirst);
  }

  blame(reason = 'ambiguous') {
    return new Unreadable(this.start, this.end, reason);
  }
}

function isDay({ first, last }) {
  return compare(first, last) === 0;
}

function fallsOn(clause, { first: [year, month, day] }) {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return !year || clause.days.some((one) => one.weekday === (date.getUTCDay() + 6) % 7);
}

export function checkClause(clause, osm) {
  const { days, dates, holidays, spans, state } = clause;
  if (clause.monthly && !days.some((day) => day.nth) && !clause.monthdays) throw clause.blame();
  if (!osm && clause.daily && clause.narrowed) throw clause.blame();
  if (clause.rhythm && ['closed', 'unknown'].includes(state)) throw clause.blame('unsupported');
  if (!osm && clause.monthdays && days.length && !dates.some((one) => fallsOn(clause, one))) throw clause.blame('date');
  if (!osm && clause.grown && state) throw clause.blame();
  if (!osm && holidays.length && (dates.length || clause.weeks.length) && !days.length) throw clause.blame();
  const doubtful = clause.excepts || clause.listed || clause.within.length > 0 || spans.length > 1;
  if (!osm && state === 'closed' && spans.length && doubtful) throw clause.blame();
}

export function narrow(before, tail) {
  const both = (name) => before[name].length > 0 && tail[name].length > 0;
  const taken = both('dates') || both('weeks') || (before.rhythm && tail.rhythm);
  const held = tail.holidays.length && (before.holidays.length || before.within.length);
  if (taken || held || before.tailed || tail.also || before.state === 'closed') throw tail.blame();
  const takesDates = !before.dates.length;
  if (takesDates) before.dates = tail.dates;
  if (!before.weeks.length) before.weeks = tail.weeks;
  Object.assign(before, { rhythm: started(before.rhythm ?? tail.rhythm, tail), tailed: true, end: tail.end });
  if (before.rhythm?.start && takesDates) before.dates = [];
  before[before.days.length ? 'within' : 'holidays'] = [...tail.holidays];
}

function started(rhythm, tail) {
  if (!rhythm || rhythm.start || tail.dates.length !== 1 || tail.dates[0].last[0] !== LAST_YEAR) return rhythm;
  return { ...rhythm, start: tail.dates[0].first };
}

export function borrowDays(clause, timed) {
  const seasonal = clause.weeks.length > 0 || clause.dates.some((one) => !isDay(one));
  const school = clause.holidays.join() === 'SH' && !clause.dates.length;
  if (clause.days.length || !clause.spans.length || !timed.length || !(seasonal || school)) return;
  const plain = ({ dates, weeks, within, holidays }) => ![dates, weeks, within, holidays].some((one) => one.length);
  const found = timed.filter(plain);
  const regular = found.length ? found : timed.slice(-1);
  if (regular.some((one) => one.rhythm)) throw clause.blame();
  if (regular.some((one) => !one.days.length)) return;
  clause.days = regular.flatMap((one) => one.days);
  if (school) [clause.within, clause.holidays] = [clause.holidays, []];
}

export function inherit(clause, before, whole) {
  if (before.tailed) {
    if (whole) throw clause.blame();
    return;
  }
  const own = clause.dates.length || clause.weeks.length || clause.rhythm || clause.excepts || clause.state === 'closed';
  if (!own || whole) {
    Object.assign(clause, { dates: [...before.dates], weeks: [...before.weeks], rhythm: before.rhythm });
  }
  if (whole) {
    Object.assign(clause, { days: [...before.days], holidays: [...before.holidays], within: [...before.within] });
  }
}
