/* Whether opening hours can be read, and which part cannot: as `text/hours/read.py` decides it, by the same words.
   A test gives both the same texts. What hours mean is worked out by the build alone. */
import { Clause, checkClause } from './hours_clause.js';
import { Cursor } from './hours_cursor.js';
import {
  HOLIDAYS, onBetween, onDates, onDays, onFrom, onHoliday, onNumber, onOrdinal, onParity, onRhythm, onTime, onUntil,
  onWeek,
} from './hours_selecting.js';
import { Unreadable, readTokens } from './hours_tokens.js';

const LONGEST = 4000;
const APPOINTMENTS = ['by appointment', 'op afspraak'];
const ENDS = ['end', 'stop', 'line', 'comma', 'comment', ')', 'fallback'];
const ALL_DAY = { start: 0, end: 1440 };

/* The part that cannot be read with the reason why; nothing when all of it can. */
export function hoursFault(text, vocabulary) {
  try {
    if (text.length > LONGEST) throw new Unreadable(LONGEST, text.length, 'unsupported');
    const { clauses, orByAppointment, osm } = readStatements(plainDigits(text), vocabulary);
    if (!clauses.length && !orByAppointment) {
      throw new Unreadable(0, text.length, text.trim() ? 'incomplete' : 'empty');
    }
    if (!osm) refuseLoose(clauses);
    for (const clause of clauses) checkClause(clause, osm);
    return null;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { fragment: text.slice(error.start, error.end), reason: error.reason };
  }
}

/* Digits of other alphabets count too; each keeps its place in the text. */
function plainDigits(text) {
  return text.replace(/(?!\d)\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0);
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value).padEnd(digit.length, ' ');
  });
}

function readStatements(text, vocabulary) {
  const cursor = new Cursor(readTokens(text, vocabulary));
  while (cursor.here.kind !== 'end') {
    const handle = HANDLERS[cursor.here.kind];
    if (!handle) throw cursor.refuse(cursor.here);
    handle(cursor);
    cursor.clause.end = cursor.before.end;
  }
  cursor.flush('strong');
  return cursor;
}

function refuseLoose(clauses) {
  clauses.slice(1).forEach((clause, index) => {
    const bare = !clause.selects && !clause.spans.length;
    if (bare && clause.state && clause.state !== 'closed') throw clause.blame();
    if (bare && clause.state === 'closed' && clauses[index].selects) throw clause.blame();
  });
  if (clauses.length < 2) return;
  const timed = clauses.filter((clause) => clause.spans.length && clause.lends);
  for (const clause of clauses) {
    const exception = clause.state === 'closed' && clause.tight && !clause.days.length && !clause.spans.length;
    if ((clause.restricts && timed.length) || (exception && timed.length > 1)) throw clause.blame();
  }
}

function onState(cursor, state) {
  const { here, joined } = cursor;
  const after = !cursor.osm && cursor.clause.spans.length && !ENDS.includes(cursor.next.kind);
  if (after || (joined === 'comma' && (cursor.clause.spans.length || cursor.inTail))) cursor.flush('weak');
  if (cursor.clause.state && cursor.clause.state !== state) {
    if (!cursor.clause.stateLast) throw cursor.refuse(here);
    cursor.flush('weak');
  }
  const { clause } = cursor;
  Object.assign(clause, { state, stateLast: clause.selects || clause.spans.length > 0 });
  Object.assign(cursor, { joined: '', i: cursor.i + 1 });
}

function onAlways(cursor) {
  cursor.clause.spans.push(ALL_DAY);
  cursor.clause.daysFirst = true;
  cursor.i += 1;
}

function onAppointment(cursor) {
  const { clause } = cursor;
  const before = cursor.i ? cursor.before.kind : '';
  if (clause.excepts) throw cursor.refuse(cursor.here);
  cursor.i += 1;
  const ends = ENDS.includes(cursor.here.kind);
  const joined = ['or', 'also', 'and'].includes(before) && (clause.speaks || cursor.clauses.length || ends);
  if (joined || (!clause.speaks && cursor.clauses.length && ends)) cursor.orByAppointment = true;
  else if (clause.spans.length > 1 && !cursor.osm && cursor.joined === '') throw clause.blame();
  else Object.assign(clause, { state: 'by_appointment', stateLast: clause.selects });
  cursor.joined = '';
}

function onOr(cursor) {
  if (!['appointment', 'also', 'noise'].includes(cursor.next.kind)) throw cursor.refuse(cursor.here);
  cursor.i += 1;
  if (cursor.here.kind !== 'appointment') {
    if (cursor.next.kind !== 'appointment') throw cursor.refuse(cursor.before);
    cursor.i += 1;
  }
  onBeside(cursor);
}

function onBeside(cursor) {
  Object.assign(cursor, { orByAppointment: true, joined: '', i: cursor.i + 1 });
}

function onFallback(cursor) {
  const said = cursor.next.text.replace(/^"+|"+$/g, '').toLowerCase();
  if (!APPOINTMENTS.includes(said)) throw cursor.refuse(cursor.here);
  cursor.flush('strong');
  Object.assign(cursor, { orByAppointment: true, i: cursor.i + 2 });
}

function onExcept(cursor) {
  const tight = cursor.hangs;
  if (cursor.next.kind === 'closed' || cursor.clause.excepts) throw cursor.refuse(cursor.here);
  cursor.flush('weak');
  Object.assign(cursor.clause, { state: 'closed', excepts: true, tight });
  Object.assign(cursor, { joined: '', i: cursor.i + 1 });
}

function onComment(cursor) {
  const { clause, here } = cursor;
  const said = here.text.slice(1, -1).trim();
  if (clause.comment && said) throw new Unreadable(here.start, here.end, 'unsupported');
  clause.comment = said;
  clause.stateLast = clause.stateLast || clause.selects || clause.spans.length > 0;
  cursor.i += 1;
}

function onStop(cursor) {
  cursor.flush('strong');
  Object.assign(cursor, { joined: 'strong', i: cursor.i + 1 });
}

function onLine(cursor) {
  const { clause, here } = cursor;
  const before = cursor.i > 0 ? cursor.before.kind : '';
  const [headed, blank] = [before === 'colon', before === 'line'];
  const plain = !(clause.days.length || clause.spans.length || clause.state || clause.weeks.length);
  if (headed && clause.dates.length && plain) {
    Object.assign(cursor, { scope: [...clause.dates], clause: new Clause(here.start) });
  } else if (!(headed && clause.selects && !clause.spans.length)) {
    cursor.flush('strong');
    if (blank) cursor.scope = [];
  }
  Object.assign(cursor, { joined: 'strong', i: cursor.i + 1 });
}

function onComma(cursor) {
  const { clause } = cursor;
  if (cursor.joined !== 'strong') cursor.joined = 'comma';
  clause.listed = clause.listed || clause.holidays.length > 0 || (clause.state === 'closed' && !clause.selects);
  cursor.i += 1;
}

function onBracket(cursor) {
  cursor.i += 1;
  if (cursor.clause.excepts || (cursor.clause.tight && cursor.clause.restricts)) cursor.flush('weak');
}

function onSkip(cursor) {
  cursor.i += 1;
}

function onAlso(cursor) {
  cursor.i += 1;
  if (cursor.here.kind === 'appointment') return onBeside(cursor);
  while (cursor.here.kind === 'noise') cursor.i += 1;
  const { clause } = cursor;
  if (cursor.here.kind === 'holiday' && clause.spans.length && clause.days.length) {
    clause.holidays.push(HOLIDAYS[cursor.here.value]);
    cursor.i += 1;
  } else if (clause.spans.length) {
    cursor.flush('weak');
    cursor.clause.also = true;
  }
  return undefined;
}

function onPlus(cursor) {
  if (cursor.osm) throw cursor.refuse(cursor.here);
  onComma(cursor);
}

function monthly(cursor, isMonthly) {
  if (isMonthly) cursor.clause.monthly = true;
  cursor.i += 1;
}

const HANDLERS = {
  day: onDays,
  days: onDays,
  ord: onOrdinal,
  month: onDates,
  year: onDates,
  date: onDates,
  number: onNumber,
  clock: (cursor) => onTime(cursor),
  from: onFrom,
  at: onFrom,
  between: onBetween,
  range: onUntil,
  holiday: onHoliday,
  week: onWeek,
  parity: onParity,
  rhythm: onRhythm,
  every: onRhythm,
  closed: (cursor) => onState(cursor, 'closed'),
  unknown: (cursor) => onState(cursor, 'unknown'),
  open: (cursor) => (cursor.osm ? onState(cursor, 'open') : onSkip(cursor)),
  always: onAlways,
  appointment: onAppointment,
  or: onOr,
  fallback: onFallback,
  not: onExcept,
  comment: onComment,
  stop: onStop,
  line: onLine,
  comma: onComma,
  and: onComma,
  plus: onPlus,
  '(': onSkip,
  ')': onBracket,
  colon: onSkip,
  hours: onSkip,
  noise: onSkip,
  permonth: (cursor) => monthly(cursor, !cursor.osm),
  also: onAlso,
  monthly: (cursor) => {
    cursor.select().monthly = true;
    cursor.i += 1;
  },
};
