/*
 * “Near me”: a neighbourhood, a postcode, or where the device is, on a press. Used by search.js. Only a neighbourhood
 * comes in the address of the page; other starts are numbered in memory, and the history knows but their number, so that
 * Back works and nothing about a person is kept or sent.
 */

import { fill, isolated, make } from './dom.js';

const PATIENCE = 15_000;
const OLDEST = 300_000;
const FACET = 'neighbourhood';

/** The form, folded under one line; nothing without points to start from. */
export function buildNear(app) {
  app.starts = [null];
  if (!app.finder) return [];
  app.nearTitle = make('summary', {}, app.words.near);
  const [field, problem] = buildField(app);
  const clear = make('button', { type: 'button', class: 'sm-search__quiet', hidden: '' }, app.words.near_clear);
  clear.addEventListener('click', () => start(app, { near: '', here: 0 }));
  const form = make('form', {}, ...field, problem, buildButtons(app, problem), clear, make('p', { class: 'sm-search__note' }, app.words.near_private));
  form.addEventListener('submit', (event) => { event.preventDefault(); submit(app, form.elements.place, problem); });
  app.nearForm = form;
  app.nearClear = clear;
  app.nearBox = make('details', { class: 'sm-search__near' }, app.nearTitle, form);
  return [app.nearBox];
}

/** The point from which distances count, by the state of the page; none when nobody said where they are. */
export function startOf(app, { near, here }) {
  if (here) return app.starts[here]?.point ?? null;
  return app.finder?.neighbourhoods.get(near) ?? null;
}

/** What the start is called; empty without one. */
export function startName(app, { near, here }) {
  return here ? app.starts[here]?.name ?? '' : nameOf(app, near);
}

/** The line that opens the form says from where distances count. */
export function updateNear(app) {
  if (!app.nearBox) return;
  const name = startOf(app, app.state) ? startName(app, app.state) : '';
  app.nearTitle.textContent = name ? fill(app.words.near_from, { place: isolated(name) }) : app.words.near;
  app.nearClear.hidden = !name;
}

function buildField(app) {
  const id = 'sm-search-place';
  const label = make('label', { class: 'sm-search__label', for: id }, app.words.near_label);
  const list = make('datalist', { id: `${id}-names` }, ...names(app).map(({ label: text }) => make('option', { value: text })));
  const input = make('input', {
    class: 'sm-search__input', id, name: 'place', type: 'text', maxlength: 80, autocomplete: 'off', enterkeyhint: 'search',
    list: list.id, 'aria-describedby': `${id}-problem`,
  });
  const button = make('button', { type: 'submit', class: 'sm-search__button' }, app.words.near_show);
  const problem = make('p', { class: 'sm-search__problem', id: `${id}-problem`, role: 'alert' });
  return [[label, make('div', { class: 'sm-search__row' }, input, button), list], problem];
}

/* A device tells where it is only to pages that came over a safe connection. */
function buildButtons(app, problem) {
  if (!isSecureContext || !navigator.geolocation) return '';
  const button = make('button', { type: 'button', class: 'sm-search__quiet' }, app.words.near_device);
  button.addEventListener('click', () => {
    problem.textContent = app.words.near_asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found(app, problem, { name: app.words.near_here, point: { lat: coords.latitude, lon: coords.longitude } }),
      () => { problem.textContent = app.words.near_denied; },
      { timeout: PATIENCE, maximumAge: OLDEST },
    );
  });
  return button;
}

function submit(app, input, problem) {
  const typed = input.value.trim();
  const code = /^\d{4}/.exec(typed)?.[0];
  const area = names(app).find(({ label }) => folded(label) === folded(typed)) ?? only(names(app), typed);
  const point = app.finder.postcodes.get(code);
  input.setAttribute('aria-invalid', String(!point && !area));
  if (point) return found(app, problem, { name: code, point });
  if (area) return named(app, problem, area);
  problem.textContent = fill(app.words.near_unknown, { example: names(app)[0]?.label ?? '' });
  return input.focus();
}

/* The one neighbourhood whose name begins with what was typed. */
function only(all, typed) {
  const fits = typed ? all.filter(({ label }) => folded(label).startsWith(folded(typed))) : [];
  return fits.length === 1 ? fits[0] : null;
}

function named(app, problem, { id }) {
  problem.textContent = '';
  start(app, { near: id, here: 0 });
}

function found(app, problem, place) {
  problem.textContent = '';
  app.starts.push(place);
  start(app, { near: '', here: app.starts.length - 1 });
}

function start(app, place) {
  app.nearBox.open = false;
  app.go({ ...app.state, ...place, q: app.typed(), pages: {} }, { focus: true });
}

/* Neighbourhoods with a point, by the words of the page's own facet. */
function names({ words, finder }) {
  const values = words.facets.find(({ key }) => key === FACET)?.values ?? [];
  return values.filter(({ id }) => finder.neighbourhoods.has(id));
}

function nameOf(app, id) {
  return app.finder ? names(app).find((one) => one.id === id)?.label ?? '' : '';
}

function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
