/*
 * The guide's questions: each answer sorts the services below anew and says why each fits and what to ask.
 * Nothing is kept and nothing is sent; the page's policy allows neither a request nor a form. Without this script the
 * page lists the same services with what holds for everyone.
 */

import { advise } from './match.js';

const SHOWN = 3;
const PLANNED = 2;
const CHOSEN = 3;
const VOCABULARY = {
  group: 'groups', only: 'groups', near: 'neighbourhoods', area: 'neighbourhoods', languages: 'languages',
};

const form = document.querySelector('[data-guide]');
if (form) start(form);

function start(asked) {
  const data = JSON.parse(document.getElementById('sm-guide-data').dataset.words);
  const { lang } = document.documentElement;
  const app = {
    ...data, form: asked, plural: new Intl.PluralRules(lang), list: new Intl.ListFormat(lang),
    status: document.querySelector('[data-guide-status]'), steps: document.querySelector('[data-guide-steps]'),
    link: document.querySelector('[data-guide-list]'),
  };
  app.sections = [...app.steps.children].map((section) => ({ section, items: [...section.querySelectorAll('[data-id]')] }));
  asked.hidden = false;
  document.querySelector('[data-guide-acts]').hidden = false;
  document.querySelector('[data-guide-print]').addEventListener('click', () => print());
  listen(app);
  show(app);
}

function listen(app) {
  app.form.addEventListener('change', () => show(app));
  app.form.addEventListener('reset', () => { setTimeout(() => show(app)); });
  app.form.addEventListener('submit', (event) => {
    event.preventDefault();
    app.steps.focus();
    app.steps.scrollIntoView();
  });
  addEventListener('pageshow', () => show(app));
}

function answersOf(asked) {
  const said = new FormData(asked);
  const age = said.get('age');
  return {
    groups: said.getAll('group'), obstacles: said.getAll('obstacle'), neighbourhood: said.get('neighbourhood'),
    age: age ? age.split('-').map(Number) : null,
  };
}

function show(app) {
  const answers = answersOf(app.form);
  const answered = Boolean(answers.groups.length || answers.obstacles.length || answers.neighbourhood || answers.age);
  const verdicts = new Map(advise(app.facts, answers, today()).map((verdict) => [verdict.id, verdict]));
  const planned = app.sections.flatMap((step) => showStep(app, step, verdicts, answered));
  app.link.hash = planned.join(',');
  app.status.textContent = answered ? summary(app, verdicts) : '';
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/* The ids of the step's services that go into the plan, after its lists are filled anew. */
function showStep(app, { section, items }, verdicts, answered) {
  const fits = items.filter((item) => !verdicts.get(item.dataset.id).excluded);
  const ordered = answered ? fits.sort((one, other) => weight(one, verdicts) - weight(other, verdicts)) : fits;
  for (const item of ordered) fill(app, item, verdicts.get(item.dataset.id), answered);
  const out = items.filter((item) => !fits.includes(item));
  put(section.querySelector('[data-shown]'), ordered.slice(0, SHOWN));
  put(section.querySelector('[data-more]'), ordered.slice(SHOWN));
  put(section.querySelector('[data-out]'), out.map((item) => gone(app, item, verdicts.get(item.dataset.id))));
  return ordered.slice(0, PLANNED).map((item) => item.dataset.id);
}

function weight(item, verdicts) {
  const { ask, why } = verdicts.get(item.dataset.id);
  return ask.length - 2 * why.length - ('chosen' in item.dataset ? CHOSEN : 0);
}

function put(list, items) {
  list.replaceChildren(...items);
  const folded = list.closest('details');
  if (folded) folded.hidden = !items.length;
}

function fill(app, item, verdict, answered) {
  item.querySelector('[data-why]').replaceChildren(...verdict.why.map((code) => line(say(app, code))));
  item.querySelector('[data-ask]').replaceChildren(...verdict.ask.map((code) => line(say(app, code))));
  const beside = item.querySelector('[data-beside]');
  if (beside) beside.hidden = answered && !verdict.beside;
}

function gone(app, item, { excluded }) {
  const name = item.querySelector('h3 a').cloneNode(true);
  const entry = line('');
  entry.append(name, ` ${app.words[`out_${excluded}`]}`);
  return entry;
}

function line(text) {
  const entry = document.createElement('li');
  entry.textContent = text;
  return entry;
}

function say(app, [code, ...values]) {
  if (code === 'age') {
    const [low, high] = values;
    const key = high === '120' ? 'age_from' : low === '0' ? 'age_to' : 'age';
    return app.words[key].replace('{low}', low).replace('{high}', high);
  }
  const table = app.names[VOCABULARY[code]] ?? {};
  return app.words[code].replace('{names}', app.list.format(values.map((value) => table[value] ?? value)));
}

function summary(app, verdicts) {
  const all = [...verdicts.values()];
  const out = all.filter((verdict) => verdict.excluded).length;
  const told = [count(app, app.fits, all.length - out), ...(out ? [count(app, app.out, out)] : [])];
  return told.join(' ');
}

function count(app, forms, n) {
  return (forms[app.plural.select(n)] ?? forms.other).replace('{n}', n);
}
