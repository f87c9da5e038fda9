/* A record as YAML in the canonical form of `socialmap fmt`, so that 0612345670 keeps its zero. */
import { isDay, isEmpty, isoDate, isWithin, items, pattern, plainNumber } from './values.js';

const WIDE = 120;
const STEP = '  ';
const INDICATORS = '-?:,[]{}#&*!|>\'"%@` =';
const WORDS = ['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', '~', '<<'];
const NUMBER = /^(?:[-+]?[.0-9][0-9_.,:]*(?:e[-+]?\d+)?|0[xo][0-9a-f_]+|[-+]?\.(?:inf|nan))$/i;
const SAME_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;
const MOMENT = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNPLAIN = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/;
const ESCAPED = /[\u007f-\u009f\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g;

export function compose(record, rules) {
  return `${lines(rules.fields, record, 0, rules).join('\n')}\n`;
}

function lines(fields, values, depth, rules) {
  return fields.flatMap((field) => (isEmpty(values[field.name]) ? [] : entry(field, values[field.name], depth, rules)));
}

function entry(field, value, depth, rules) {
  const head = `${STEP.repeat(depth)}${scalar(field.key, 'text', false)}:`;
  if (field.many) return many(field, items(value), head, depth, rules);
  if (field.fields && typeof value === 'object') return [head, ...lines(field.fields, value, depth + 1, rules)];
  return leaf(field, String(value), head, depth, rules);
}

function many(field, values, head, depth, rules) {
  if (values.some((value) => typeof value === 'object')) {
    return [head, ...values.flatMap((value) => item(field, value, depth + 1, rules))];
  }
  const texts = values.map((value) => scalar(said(field, value, rules), field.kind, true));
  const line = `${head} [${texts.join(', ')}]`;
  if (line.length <= WIDE && !values.some((value) => said(field, value, rules).includes('\n'))) return [line];
  const pad = STEP.repeat(depth + 1);
  return [head, ...values.map((value) => `${pad}- ${scalar(said(field, value, rules), field.kind, false)}`)];
}

function item(field, value, depth, rules) {
  const inner = lines(field.fields, value, depth + 1, rules);
  return [`${STEP.repeat(depth)}- ${inner[0].trimStart()}`, ...inner.slice(1)];
}

function leaf(field, value, head, depth, rules) {
  const text = said(field, value, rules);
  if (!fitsBlock(text)) return [`${head} ${scalar(text, field.kind, false)}`];
  const pad = STEP.repeat(depth + 1);
  return [`${head} |-`, ...text.split('\n').map((line) => (line ? pad + line : ''))];
}

/* The value as editors write it: fixed words in their language, dates and amounts as every reader takes them. */
export function said(field, value, rules) {
  const text = String(value).replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ').replace(pattern(rules.patterns.hidden, 'g'), '');
  const plain = text.split('\n').map((line) => line.trimEnd()).join('\n').trim();
  if (field.kind === 'date') return isDay(isoDate(plain)) ? isoDate(plain) : plain;
  if (field.kind === 'number') return isWithin(field, plainNumber(plain)) ? plainNumber(plain) : plain;
  if (field.kind === 'boolean') return rules.words[plain] ?? plain;
  return field.words?.[plain] ?? plain;
}

function scalar(text, kind, flow) {
  return isPlain(text, kind, flow) ? text : JSON.stringify(text).replace(ESCAPED, escaped);
}

function escaped(sign) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isPlain(text, kind, flow) {
  if ((kind === 'number' || kind === 'integer') && SAME_NUMBER.test(text)) return true;
  if (kind === 'date' && DAY.test(text)) return true;
  if (!text || text !== text.trim() || INDICATORS.includes(text[0]) || UNPLAIN.test(text) || /:(?:\s|$)|\s#/.test(text)) return false;
  if (flow && /[,[\]{}]/.test(text)) return false;
  if (WORDS.includes(text.toLowerCase())) return kind === 'boolean' && !['null', '~', '<<'].includes(text.toLowerCase());
  return !NUMBER.test(text) && !MOMENT.test(text);
}

function fitsBlock(text) {
  const parts = text.split('\n');
  return parts.length > 1 && !parts.some((line) => UNPLAIN.test(line)) && !/^\s/.test(text);
}
