/* A form for a new record or a change: it checks by the rules of the command line, shows the record as a file, and
   hands it over by mail, on the clipboard or to the Git host. Nothing is sent or kept by itself. */
import { check } from './check.js';
import { offerRecords, readRecord, writeRecord } from './fields.js';
import { keepDraft } from './keep.js';
import { makeReader } from './readability.js';
import { offerWays } from './send.js';
import { isEmpty, slug } from './values.js';
import { showFindings } from './wrongs.js';
import { compose } from './yaml.js';

const form = document.querySelector('.sm-form');
const PAUSE = 600;

async function start() {
  const answer = await fetch(form.dataset.rules);
  const rules = await answer.json();
  const texts = form.dataset;
  offerRecords(form, rules);
  fillFromAddress(rules);
  const forget = keepDraft(form, `sm-form-${texts.kind}-${texts.change ?? 'new'}`, {
    read: () => readRecord(form),
    write: (record) => writeRecord(form, record),
  });
  if (rules.language === rules.reading.language) showReading(makeReader(rules.reading));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    hand(rules, texts, forget);
  });
  form.querySelector('[type=submit]').disabled = false;
}

function fillFromAddress(rules) {
  const id = new URLSearchParams(location.search).get('id') ?? '';
  const field = form.elements.namedItem('id');
  if (!field || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return;
  field.value = id;
  const about = document.querySelector('.sm-about');
  if (!form.dataset.records) return;
  const link = about.querySelector('a');
  link.href = form.dataset.records.replace('{id}', id);
  link.textContent = rules.records[rules.type]?.[id] ?? id;
  about.hidden = false;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/* In a change only what was filled in counts: what is needed stands in the file already. */
export function findingsOf(record, rules, isChange) {
  const found = check(record, rules, today());
  const partial = ['SM205', 'SM406', 'SM418', 'SM422', 'SM423'];
  return isChange ? found.filter((one) => !(partial.includes(one.code) && !one.path.includes('.'))) : found;
}

function hand(rules, texts, forget) {
  const isChange = texts.change !== undefined;
  const { id = '', ...record } = readRecord(form);
  const result = form.querySelector('.sm-result');
  const found = findingsOf(record, rules, isChange);
  const wrongs = isEmpty(record) ? [] : found.filter((one) => one.severity !== 'warning' && one.severity !== 'off');
  showFindings(form, found, wrongs, texts);
  result.hidden = wrongs.length > 0 || isEmpty(record);
  form.querySelector('.sm-status').textContent = isEmpty(record) ? texts.empty : '';
  if (result.hidden) return;
  const name = (isChange ? id.trim() : slug(record.name ?? '')) || 'nieuw';
  const body = compose(record, rules);
  result.querySelector('pre code').textContent = body;
  result.querySelector('.sm-file').textContent = `${texts.folder}/${name}.yml`;
  offerWays(form, { body, path: `${texts.folder}/${name}.yml`, title: record.name || name, forget });
  form.querySelector('.sm-status').textContent = texts.clean;
  result.focus();
}

function showReading(reader) {
  for (const field of form.querySelectorAll('[data-plain]')) {
    const told = document.createElement('p');
    told.className = 'sm-field__reading';
    told.setAttribute('role', 'status');
    field.after(told);
    let timer;
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => (told.textContent = advice(reader.advise(field.value))), PAUSE);
    });
  }
}

function advice({ level, ...values }) {
  const text = form.dataset[level] ?? '';
  return text.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? values[name] : hole));
}

if (form) start();
