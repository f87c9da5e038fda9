/*
 * Facets: fetched after the first results, as they weigh as much as those; made once from all that the index knows, so
 * that a tick never moves the focus; only numbers change. Used by search.js and list.js.
 */

import { countEach } from './narrow.js';
import { counted, fill, fold, make } from './dom.js';

const GROUPS_IN_SIGHT = 5;
const VALUES_IN_SIGHT = 8;
const BESIDE = '64rem';

/** Whether the window is so wide at least; asked when it matters, as there is no window on the command line. */
export function isWide(least) {
  return matchMedia(`(min-width: ${least})`).matches;
}

export function buildFrame(app, beside) {
  app.submit = make('button', { type: 'submit', class: 'sm-search__button sm-search__button--wide' });
  app.clear = clearButton(app);
  app.summary = make('summary', {}, app.words.filters);
  app.panel = make('form', { 'aria-label': app.words.filters });
  app.panel.addEventListener('submit', (event) => { event.preventDefault(); leaveFilters(app); });
  app.filters = make('details', { class: 'sm-search__filters' }, app.summary, app.panel);
  app.results = make('div', {});
  app.live.replaceChildren(app.filters, make('div', {}, ...beside, app.results));
  app.filters.open = isWide(BESIDE);
  matchMedia(`(min-width: ${BESIDE})`).addEventListener('change', ({ matches }) => { app.filters.open = matches; });
}

export async function addFacets(app) {
  const totals = await Promise.all(app.engines.map((engine) => engine.totals()));
  const groups = app.words.facets.map((facet) => group(app, facet, totals)).filter(Boolean);
  const rest = groups.splice(GROUPS_IN_SIGHT);
  const more = rest.length ? [fold(app.words.more_filters, rest)] : [];
  app.panel.replaceChildren(...groups, ...more, app.submit, app.clear);
}

function group(app, { key, legend, values }, totals) {
  const known = new Set(totals.flatMap((total) => Object.keys(total[key] ?? {})));
  const named = values.filter(({ id }) => known.has(id));
  named.forEach(({ id }) => known.delete(id));
  app.counters.set(key, new Map());
  const unnamed = [...known].sort().map((id) => ({ id, label: id }));
  const checks = [...named, ...unnamed].map((value) => check(app, key, value));
  if (!checks.length) return null;
  const rest = checks.splice(VALUES_IN_SIGHT);
  const more = rest.length ? [fold(fill(app.words.more_values, { legend }), rest)] : [];
  return make('fieldset', {}, make('legend', {}, legend), ...checks, ...more);
}

function check(app, key, { id, label }) {
  const box = make('input', { type: 'checkbox', name: key, value: id });
  const number = make('span', { class: 'sm-search__number' });
  app.counters.get(key).set(id, { box, number });
  return make('label', { class: 'sm-search__check' }, box, make('span', {}, label), ' ', number);
}

export function updateFilters(app, total, count) {
  const { words, state } = app;
  for (const [key, values] of app.counters) {
    for (const [id, { box, number }] of values) {
      box.checked = state.chosen[key].includes(id);
      const left = count(key, id);
      number.textContent = left ? `(${app.number.format(left)})` : words.none;
      box.closest('label').classList.toggle('sm-search__check--none', !left);
      if (box.checked) openFolds(box, app.filters);
    }
  }
  const chosen = Object.values(state.chosen).flat().length;
  app.summary.textContent = chosen ? fill(words.filters_chosen, { n: chosen }) : words.filters;
  app.submit.textContent = counted(app, words.show, total);
  app.clear.hidden = !chosen;
  app.filters.hidden = app.counters.size > 0 && !app.panel.querySelector('input');
}

/** How many places each value would leave, as a function of facet and value; none before the facets are there. */
export async function countAll(app, answers, sets) {
  const values = [...app.counters].flatMap(([key, known]) => [...known.keys()].map((value) => [key, value]));
  const counts = await Promise.all(app.engines.map((engine, at) => countEach(engine, answers[at].hits, sets[at], values)));
  const numbers = new Map(values.map(([key, value], at) => [`${key}=${value}`, counts.reduce((sum, one) => sum + one[at], 0)]));
  return (key, value) => numbers.get(`${key}=${value}`) ?? 0;
}

export function ticked(app) {
  const chosen = ([key, values]) => [key, [...values].filter(([, { box }]) => box.checked).map(([id]) => id)];
  return Object.fromEntries([...app.counters].map(chosen));
}

function leaveFilters(app) {
  app.filters.open = isWide(BESIDE);
  app.live.querySelector('[data-sm-heading]').focus();
}

export function clearButton(app) {
  const button = make('button', { type: 'button', class: 'sm-search__quiet' }, app.words.clear);
  button.addEventListener('click', () => app.go({ ...app.state, q: app.typed(), exact: false, chosen: {}, pages: {} }, { focus: true }));
  return button;
}

function openFolds(node, until) {
  for (let part = node; part !== until; part = part.parentElement) if (part.localName === 'details') part.open = true;
}
