/*
 * What opening hours mean at a moment, from the word that the build made of them (`text/hours/compact.py` tells its
 * form). No DOM and no words: pages, lists and the map all ask here. A time is the wall clock where the places are,
 * whatever zone the device is in: `day` counts from 1 January 1970, `minute` from midnight.
 */

const ZONE = 'Europe/Amsterdam';
const MINUTES = 1440;
const SOON = 30;
const HORIZON = 62;
/* Where spans overlap, the first of these counts: temporarily closed, open, by appointment, unknown. */
const STRENGTH = ['x', '', 'a', 'u'];

/** The wall clock of the places at an instant (milliseconds since 1970). */
export function clockAt(instant) {
  const found = {};
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  for (const { type, value } of format.formatToParts(instant)) found[type] = Number(value);
  return { day: dayOf(found.year, found.month, found.day), minute: found.hour * 60 + found.minute };
}

/** The weekday of a day, Monday is 0. */
export function weekdayOf(day) {
  return (day + 3) % 7;
}

/** The hours that a word stands for, to be asked as often as needed. */
export function readHours(word) {
  const [always, ...rest] = word.replace('~', '').split('|');
  const apart = rest.map((part) => part.split('=')).map(([days, week]) => ({ days: readDays(days), week: readWeek(week) }));
  return { otherwise: word.startsWith('~') ? 'a' : 'c', always: readWeek(always), apart: apart.reverse() };
}

/**
 * The state at a moment: `open`, `soon` (closes within half an hour), `later` (opens later today), `closed`,
 * `appointment`, `unknown` or `paused` (temporarily closed). An open state has the moment `until` where that is known,
 * and none when it is always open; others have the moment `next` at which it opens, if that is within two months.
 */
export function stateAt(hours, now) {
  const letter = letterAt(hours, now.day, now.minute);
  if (letter === '') return openState(now, changeAfter(hours, now, (other) => other !== ''));
  const next = changeAfter(hours, now, (other) => other === '');
  const state = { a: 'appointment', u: 'unknown', x: 'paused' }[letter];
  return { state: state ?? (next?.day === now.day ? 'later' : 'closed'), next };
}

/** Whether one may walk in or call at this moment. */
export function isOpen(hours, now) {
  return letterAt(hours, now.day, now.minute) === '';
}

function openState(now, until) {
  const left = until ? (until.day - now.day) * MINUTES + until.minute - now.minute : Infinity;
  if (until?.letter === 'u') return { state: 'open' };
  return { state: left <= SOON ? 'soon' : 'open', until, always: !until };
}

/* The first moment after now whose state is wanted; a change at midnight is one at minute 0. */
function changeAfter(hours, now, wanted) {
  for (let day = now.day; day < now.day + HORIZON; day += 1) {
    const pieces = piecesOf(hours, day);
    const edges = [0, ...pieces.flat()].filter((edge) => Number.isInteger(edge) && edge >= 0 && edge < MINUTES);
    for (const minute of [...new Set(edges)].sort((a, b) => a - b)) {
      if (day === now.day && minute <= now.minute) continue;
      const letter = strongest(hours, pieces, minute);
      if (wanted(letter)) return { day, minute, letter };
    }
  }
  return undefined;
}

function letterAt(hours, day, minute) {
  return strongest(hours, piecesOf(hours, day), minute);
}

function strongest({ otherwise }, pieces, minute) {
  const here = pieces.filter(([start, end]) => start <= minute && minute < end).map(([, , letter]) => letter);
  return STRENGTH.find((letter) => here.includes(letter)) ?? otherwise;
}

/* What holds on a day, that which began the evening before included; after an open end nobody knows until midnight. */
function piecesOf(hours, day) {
  return [1, 0].flatMap((back) => spansOn(hours, day - back).flatMap(([start, end, letter, more]) => [
    [start - back * MINUTES, end - back * MINUTES, letter],
    ...(more && end < MINUTES ? [[end - back * MINUTES, MINUTES - back * MINUTES, 'u']] : []),
  ]));
}

function spansOn({ always, apart }, day) {
  const week = apart.find(({ days }) => days.some(([first, last]) => first <= day && day <= last))?.week ?? always;
  return typeof week === 'string' ? [[0, MINUTES, week, false]] : week[weekdayOf(day)];
}

function readWeek(text) {
  if (/^[aux]$/.test(text)) return text;
  const week = [[], [], [], [], [], [], []];
  for (const group of text.split(';').filter(Boolean)) {
    const [weekdays, spans] = group.split(':');
    for (const weekday of weekdays) week[weekday] = spans.split(',').map(readSpan);
  }
  return week;
}

function readSpan(text) {
  const [, start, end, more, letter] = /^(\d+)-(\d+)(\+?)([au]?)$/.exec(text);
  return [Number(start), Number(end), letter, more === '+'];
}

function readDays(text) {
  return text.split(',').map((range) => range.split('-').map(readDay)).map(([first, last = first]) => [first, last]);
}

function readDay(text) {
  return dayOf(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)));
}

function dayOf(year, month, day) {
  return Date.UTC(year, month - 1, day) / 864e5;
}
