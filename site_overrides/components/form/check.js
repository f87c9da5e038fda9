/* What is wrong with a record that somebody fills in, by the rules of `socialmap check` and in its words.
   A record is as the form has it: values by the model's names, all as text; a group is an object, many are a list. */
import { checkTexts } from './texts.js';
import { checkRecord } from './record.js';
import { said } from './yaml.js';
import { daysIn, isDay, isEmpty, isoDate, plainNumber } from './values.js';

const SHOWN = 80;
const SHORT_YEAR = /^(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})$/;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

export function check(record, rules, today) {
  const found = [];
  const add = (code, at, params = {}) => found.push(finding(rules, code, at, params));
  checkFields(rules.fields, record, { path: [], keys: [] }, add);
  checkHours(rules.fields, record, rules, { path: [], keys: [] }, add);
  if (!found.length) {
    checkRecord(record, rules, today, add);
    checkTexts(record, rules, add);
  }
  return found;
}

function finding(rules, code, at, params) {
  const texts = { ...rules.messages[code], ...rules.cases[`${code}/${params.case}`] };
  const spoken = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, rules.spoken[value] ?? value]));
  const holes = { ...rules.spoken, ...spoken, field: at.keys.join('.') };
  const filled = (text) => (text ?? '').replace(/\{(\w+)\}/g, (hole, name) => holes[name] ?? hole);
  return {
    code,
    path: at.path.join('.'),
    field: holes.field,
    severity: rules.severity[code],
    what: filled(texts.what),
    expected: filled(texts.expected),
    remedy: filled(texts.remedy),
  };
}

function below(at, field, index) {
  return { path: [...at.path, field.name, ...(index === undefined ? [] : [index])], keys: [...at.keys, field.key] };
}

function checkFields(fields, values, at, add) {
  for (const field of fields) {
    const value = values[field.name];
    if (isEmpty(value)) {
      if (field.required) add('SM205', below(at, field));
    } else if (field.many) {
      [value].flat().forEach((item, index) => isEmpty(item) || checkOne(field, item, below(at, field, index), add));
    } else {
      checkOne(field, value, below(at, field), add);
    }
  }
}

function checkOne(field, value, at, add) {
  if (field.fields && typeof value === 'object') checkFields(field.fields, value, at, add);
  else if (!field.fields) checkValue(field, String(value).trim(), at, add);
}

function checkValue(field, text, at, add) {
  const value = text.slice(0, SHOWN);
  if (field.kind === 'date') checkDate(text, at, add);
  else if (field.kind === 'number' || field.kind === 'integer') checkNumber(field, text, at, add);
  else if (field.kind === 'word' && !(text in field.words)) {
    add('SM207', at, { value, words: Object.values(field.words).join(', ') });
  } else if (field.kind === 'text') checkText(field, text, at, add);
}

/* Whether hours can be read is asked of `hours.js`, which is fetched when somebody fills any in. */
function checkHours(fields, values, rules, at, add) {
  for (const field of fields) {
    [values?.[field.name]].flat().forEach((value, index) => {
      if (isEmpty(value)) return;
      const here = below(at, field, field.many ? index : undefined);
      if (field.fields && typeof value === 'object') checkHours(field.fields, value, rules, here, add);
      const fault = field.kind === 'schedule' ? rules.hoursFault?.(said(field, value, rules)) : null;
      if (fault) add('SM216', here, { fragment: fault.fragment });
    });
  }
}

function checkText(field, text, at, add) {
  const length = [...text].length;
  const value = text.slice(0, SHOWN);
  if (length > (field.longest ?? Infinity)) add('SM211', at, { value, bound: 'at_most', limit: String(field.longest) });
  else if (length < (field.shortest ?? 0)) add('SM212', at, { value });
  else if (field.pattern && !new RegExp(field.pattern).test(text)) add(field.code, at, { value });
  else if (field.code === 'SM213' && !isPublic(text)) add('SM213', at, { value });
}

function isPublic(address) {
  const authority = address.slice(address.indexOf('://') + 3).split('/', 1)[0];
  return !authority.includes('@') && authority.includes('.');
}

function checkNumber(field, text, at, add) {
  const value = text.slice(0, SHOWN);
  const number = plainNumber(text);
  const written = field.kind === 'integer' ? /^[+-]?\d+(\.0+)?$/ : /^[+-]?(\d+\.?\d*|\.\d+)$/;
  if (!written.test(field.kind === 'integer' ? text : number)) add('SM208', at, { value });
  else if (Number(number) < field.least) add('SM209', at, { value, bound: 'at_least', limit: String(field.least) });
  else if (Number(number) > field.most) add('SM209', at, { value, bound: 'at_most', limit: String(field.most) });
}

function checkDate(text, at, add) {
  if (!isDay(isoDate(text))) add('SM210', at, { value: text.slice(0, SHOWN), ...dateCase(isoDate(text)) });
}

function dateCase(written) {
  const short = SHORT_YEAR.exec(written);
  if (short) return { case: 'short_year', full: `${short[1]}20${short[2]}` };
  const day = ISO_DAY.exec(written);
  const month = day ? Number(day[2]) : 0;
  if (month < 1 || month > 12 || Number(day[1]) < 1) return {};
  const days = daysIn(Number(day[1]), month);
  return Number(day[3]) > days ? { case: 'month_days', month: `month_${month}`, days: String(days), year: day[1] } : {};
}
