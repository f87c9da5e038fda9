/* The fields of a form as a record, and back. A name such as `phones.0.number` says where a value stands. */
import { isEmpty } from './values.js';

export function readRecord(form) {
  const record = {};
  for (const field of form.elements) {
    if (!field.name || (field.type === 'checkbox' && !field.checked)) continue;
    const value = field.type === 'checkbox' ? [field.value] : valueOf(field);
    if (!isEmpty(value)) put(record, field.name.split('.'), value);
  }
  return withoutGaps(record);
}

function valueOf(field) {
  return 'lines' in field.dataset ? field.value.split('\n').filter((line) => line.trim()) : field.value;
}

function put(record, path, value) {
  const last = path.pop();
  let here = record;
  for (const step of path) here = here[step] ??= {};
  here[last] = Array.isArray(value) && Array.isArray(here[last]) ? [...here[last], ...value] : value;
}

/* Rows are read by their number; those that were left empty fall out. */
function withoutGaps(value) {
  if (Array.isArray(value) || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, part]) => [name, withoutGaps(part)]);
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  return isList ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

export function writeRecord(form, record) {
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = field.name.split('.').reduce((here, step) => here?.[step], record);
    if (field.type === 'checkbox') field.checked = [value].flat().includes(field.value);
    else if (value !== undefined) field.value = [value].flat().join('\n');
  }
}

/* The records that a form may name, as suggestions of the browser itself. */
export function offerRecords(form, rules) {
  for (const field of form.querySelectorAll('[data-record]')) {
    const [type, ...others] = field.dataset.record.split(' ');
    const list = form.querySelector(`#records-${type}`);
    if (list && !others.length) field.setAttribute('list', list.id);
    field.addEventListener('change', () => (field.value = idOf(field.value, rules.records[type] ?? {})));
    if (list && !list.childElementCount) list.append(...optionsOf(rules.records[type] ?? {}));
  }
}

function optionsOf(records) {
  return Object.entries(records).map(([id, name]) => Object.assign(new Option(name, id), { label: name }));
}

/* Somebody who types the name of a record means the record. */
function idOf(text, records) {
  const wanted = text.trim().toLowerCase();
  return Object.keys(records).find((id) => records[id].toLowerCase() === wanted) ?? text;
}
