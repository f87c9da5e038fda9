/* The fields of a form as a record, and back. A name such as `phones.0.number` says where a value stands. */
import { growTo } from './rows.js';
import { isEmpty } from './values.js';

export function readRecord(form) {
  const record = {};
  for (const field of form.elements) {
    if (!field.name || (field.type === 'checkbox' && !field.checked)) continue;
    const value = field.type === 'checkbox' ? [field.value] : valueOf(field);
    if (!isEmpty(value)) put(record, field.name.split('.'), value);
  }
  return asLists(record);
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

/* Rows are read by their number; one that was left empty keeps its place, so that a fault is told at its own row. */
function asLists(value) {
  if (Array.isArray(value) || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, part]) => [name, asLists(part)]);
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  if (!isList) return Object.fromEntries(entries);
  const rows = Object.fromEntries(entries);
  return Array.from({ length: Math.max(...Object.keys(rows).map(Number)) + 1 }, (_, index) => rows[index] ?? '');
}

export function writeRecord(form, record) {
  for (const box of form.querySelectorAll('[data-rows]')) growTo(box, (at(record, box.dataset.rows) ?? []).length);
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = at(record, field.name);
    if (field.type === 'checkbox') field.checked = [value].flat().includes(field.value);
    else field.value = [value ?? ''].flat().join('\n');
  }
}

function at(record, path) {
  return path.split('.').reduce((here, step) => here?.[step], record);
}
