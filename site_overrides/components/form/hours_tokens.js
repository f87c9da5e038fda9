/* Text of opening hours cut into tokens with a meaning and a place, as `text/hours/tokens.py` does it.
   The words come with the rules, so that they stand in one list only. */

export class Unreadable extends Error {
  constructor(start, end, reason) {
    super(reason);
    Object.assign(this, { start, end, reason });
  }
}

const LETTER = '[\\p{L}\\p{Nl}\\p{No}]';
const EDGE = '(?![\\p{L}\\p{N}_])';
const HALF = `(?:[ap]m${EDGE}|[ap]\\.m\\.?)`;
const PATTERN = new RegExp(
  [
    '(?<space>[^\\S\\n]+)',
    `(?<word>['’]s[ \\t]+${LETTER}+|['’]?${LETTER}+(?:/m${EDGE}|(?<=m)\\.u\\.v${EDGE})?)`,
    '(?<comment>"[^"\\n]*"|“[^”\\n]*”)',
    '(?<always>24/7|24\\s?uur\\s+per\\s+dag(?:(?:,|\\s+en)?\\s+(?:7|zeven)\\s+dagen\\s+per\\s+week)?)',
    '(?<iso>\\d{4}-\\d\\d-\\d\\d(?!\\d))',
    '(?<date>\\d{1,2}(?<mark>[-/.])\\d{1,2}\\k<mark>\\d{4}(?!\\d))',
    '(?<days>7\\s+dagen\\s+per\\s+week)',
    `(?<clock>\\d{1,2}[:.hu]\\d{2}(?!\\d)(?:\\s?${HALF})?)`,
    `(?<hour>\\d{1,2}\\s?(?:[ap]m${EDGE}|[ap]\\.m\\.?|noon${EDGE}))`,
    `(?<ord>\\d{1,2}(?:e|ste|de|st|nd|rd|th)${EDGE})`,
    '(?<number>\\d{1,4}(?!\\d))',
    '(?<range>[-–—−])',
    '(?<fallback>\\|\\|)',
    '(?<sign>[;\\n,.:+&/()\\[\\]])',
    '(?<other>.)',
  ].join('|'),
  'iuys',
);
const KINDS = 'space word comment always iso date days clock hour ord number range fallback sign other'.split(' ');
const SIGNS = {
  ';': 'stop', '\n': 'line', ',': 'comma', '.': 'stop', ':': 'colon', '+': 'plus', '&': 'and', '/': 'slash',
  '(': '(', ')': ')', '[': '[', ']': ']',
};
const REMARK = /\([^()\n]*\)/y;
const LETTERS = new RegExp(`${LETTER}+`, 'gu');
const ABBREVIATED = /\.(?=\s*[a-z\d,–-]|\s*$)/y;
const NEXT_WORDS = /[\p{L}\p{N}]+(?:[ \t]+[\p{L}\p{N}]+){0,3}/uy;
const HARMLESS = ['noise', 'and', 'or', 'also'];

export function at(pattern, text, position) {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

export function readTokens(text, vocabulary) {
  const found = [];
  let [marks, words, position] = [0, 0, 0];
  while (position < text.length) {
    const match = at(PATTERN, text, position);
    const [kind, raw, start] = [KINDS.find((name) => match.groups[name] !== undefined), match[0], position];
    position += raw.length;
    if (kind === 'space') continue;
    const remark = raw === '(' ? at(REMARK, text, start)?.[0] : undefined;
    if (remark && saysNothing(remark, vocabulary)) {
      position = start + remark.length;
      found.push(token('comment', 0, start, remark));
    } else if (kind === 'word') {
      words += !vocabulary.osm_words.includes(raw);
      marks += vocabulary.osm_marks.includes(raw);
      found.push(word(text, raw, start, vocabulary));
      position = found.at(-1).end;
    } else {
      found.push(figure(kind, raw, start));
      marks += raw === '24/7';
    }
  }
  found.push(token('end', 0, text.length, ''));
  return { tokens: found, osm: marks > 0 && words === 0 };
}

function token(kind, value, start, text, half = 0) {
  return { kind, value, start, end: start + text.length, text, half };
}

function saysNothing(remark, { words }) {
  const said = (remark.match(LETTERS) ?? []).map((one) => one.toLowerCase());
  const tells = ([kind, value]) => !HARMLESS.includes(kind) || (kind === 'noise' && value > 0);
  const told = said.some((one) => tells(words[one] ?? ['noise', 0]));
  return said.length > 0 && !told && !/\d/.test(remark) && said.some((one) => !(one in words));
}

function word(text, raw, start, { words, phrases, phrase_heads: heads }) {
  const key = raw.toLowerCase();
  const found = heads.includes(key) ? phrase(text, start, phrases) : undefined;
  if (found) return found;
  if (!Object.hasOwn(words, key)) throw new Unreadable(start, start + raw.length, 'word');
  const [kind, value] = words[key];
  const made = token(kind, value, start, raw);
  const dotted = ['day', 'month', 'not'].includes(kind) && raw.length < 6 && text[made.end] === '.';
  if (dotted && at(ABBREVIATED, text, made.end)) made.end += 1;
  return made;
}

function phrase(text, start, phrases) {
  let raw = at(NEXT_WORDS, text, start)?.[0];
  while (raw) {
    const meaning = phrases[raw.toLowerCase().split(/\s+/).join(' ')];
    if (meaning) return token(...meaning, start, raw);
    raw = /[ \t]/.test(raw) ? raw.replace(/[ \t]+[^ \t]*$/, '') : '';
  }
  return undefined;
}

function figure(kind, raw, start) {
  if (kind === 'sign') return token(SIGNS[raw], 0, start, raw);
  if (kind === 'clock' || kind === 'hour') return clock(raw, start);
  if (kind === 'other') throw new Unreadable(start, start + raw.length, 'sign');
  const numbers = (raw.match(/\d+/g) ?? []).map(Number);
  return token(...number(kind, numbers, raw.length), start, raw);
}

function number(kind, numbers, length) {
  if (kind === 'date') return ['date', numbers[2] * 10000 + numbers[1] * 100 + numbers[0]];
  if (kind === 'iso') return ['date', numbers[0] * 10000 + numbers[1] * 100 + numbers[2]];
  if (kind === 'number') return [length === 4 ? 'year' : 'number', numbers[0]];
  if (kind === 'days') return [kind, 0b1111111];
  return [kind, kind === 'ord' ? numbers[0] : 1];
}

function clock(raw, start) {
  const [first, minute = 0] = raw.match(/\d+/g).map(Number);
  const low = raw.toLowerCase();
  const half = low.includes('p') || low.includes('noon') ? 2 : Number(low.includes('a'));
  if (first > 48 || minute > 59) throw new Unreadable(start, start + raw.length, 'time');
  const hour = half && first <= 12 ? (first % 12) + (half === 2 ? 12 : 0) : first;
  return token('clock', hour * 60 + minute, start, raw, half);
}
