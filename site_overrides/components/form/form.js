/* A form for a new record or a change: it checks by the rules of the command line, shows the record as a file or what
   changes in it, and hands that over by mail, on the clipboard or to the Git host. Nothing is sent or kept by itself. */
import { asText, changesOf } from './changes.js';
import { check } from './check.js';
import { readRecord, writeRecord } from './fields.js';
import { keepDraft } from './keep.js';
import { makeNames } from './names.js';
import { fetchNow } from './now.js';
import { tellReading } from './reading.js';
import { startRows } from './rows.js';
import { offerWays } from './send.js';
import { isEmpty, slug } from './values.js';
import { showFindings } from './wrongs.js';
import { compose } from './yaml.js';

const form = document.querySelector('.sm-form');
const PARTIAL = ['SM205', 'SM406', 'SM418', 'SM422', 'SM423'];

async function start() {
  const answer = await fetch(form.dataset.rules);
  const rules = await answer.json();
  const state = { rules, names: makeNames(form, rules), before: null, carried: {} };
  startRows(form, form.dataset);
  if (form.dataset.change !== undefined) await startChange(state);
  state.forget = keepDraft(form, `sm-form-${form.dataset.kind}-${idNow() || 'new'}`, {
    read: () => readRecord(form),
    write: (record) => writeRecord(form, record),
  });
  if (rules.language === rules.reading.language) tellReading(form, rules.reading);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    hand(state);
  });
  form.querySelector('[type=submit]').disabled = false;
}

/* Reading hours takes words and rules of its own, which only those who fill any in need. */
async function learnHours(rules) {
  const filled = [...form.querySelectorAll('[name$=schedule]')].some((field) => field.value.trim());
  if (!filled || rules.hoursFault) return;
  const [{ hoursFault }, answer] = await Promise.all([
    import('./hours.js'),
    fetch(new URL(rules.hours, new URL(form.dataset.rules, location.href))),
  ]);
  const words = await answer.json();
  rules.hoursFault = (text) => hoursFault(text, words);
}

function idNow() {
  return form.elements.namedItem('id')?.value.trim() ?? '';
}

/* A change starts from what the record says now, if the site knows that; an address only says which record. */
async function startChange(state) {
  const id = new URLSearchParams(location.search).get('id') ?? '';
  const field = form.elements.namedItem('id');
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) field.value = id;
  let touched = false;
  form.addEventListener('input', ({ target }) => (touched ||= target !== field));
  field.addEventListener('change', () => touched || showNow(state, idNow()));
  if (field.value) await showNow(state, field.value);
}

async function showNow(state, id) {
  const now = await fetchNow(form, id);
  const { country, '@file': file } = now ?? {};
  state.file = file;
  state.carried = country ? { country } : {};
  writeRecord(form, { ...now, id });
  const { id: _, ...before } = readRecord(form);
  state.before = now && before;
  const about = document.querySelector('.sm-about');
  about.hidden = !now;
  if (!now || !form.dataset.records) return;
  const link = about.querySelector('a');
  link.href = form.dataset.records.replace('{id}', id);
  link.textContent = now.name ?? id;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/* What somebody did not change was right or known before. Where nobody knows what stood there, only what was filled
   in counts: what is needed stands in the file already. */
function findingsOf(record, { rules, before, carried }) {
  const found = check({ ...carried, ...record }, rules, today());
  if (form.dataset.change === undefined) return found;
  if (!before) return found.filter((one) => !(PARTIAL.includes(one.code) && !one.path.includes('.')));
  const known = new Set(check({ ...carried, ...before }, rules, today()).map((one) => JSON.stringify(one)));
  return found.filter((one) => !known.has(JSON.stringify(one)));
}

async function hand(state) {
  const texts = form.dataset;
  const { id = '', ...record } = readRecord(form);
  await Promise.all([state.names.needed(), learnHours(state.rules)]);
  const changes = state.before && changesOf(state.before, record, state.rules);
  const nothing = changes ? !changes.length : isEmpty(record);
  const found = findingsOf(record, state);
  const wrongs = nothing ? [] : found.filter((one) => one.severity !== 'warning' && one.severity !== 'off');
  const result = form.querySelector('.sm-result');
  showFindings(form, nothing ? [] : found, wrongs, texts);
  result.hidden = nothing || wrongs.length > 0;
  form.querySelector('.sm-status').textContent = nothing ? texts.empty : '';
  if (result.hidden) return;
  const name = (texts.change === undefined ? slug(record.name ?? '') : id.trim()) || 'nieuw';
  const body = changes ? `${asText(changes, texts)}\n` : compose(record, state.rules);
  const path = state.file ? texts.folder.replace(/[^/]+$/, state.file) : `${texts.folder}/${name}.yml`;
  result.querySelector('pre code').textContent = body;
  result.querySelector('.sm-file').textContent = path;
  offerWays(form, { body, path, title: record.name || name, forget: state.forget });
  form.querySelector('.sm-status').textContent = texts.clean;
  result.focus();
}

if (form) start();
