/*
 * Full results, facets and pages for the search page, on top of a form and links that work without it.
 * Loaded as a module by the search page; reads its settings from the data attributes of [data-sm-search] and its words
 * from #sm-search-words. Texts of records go in as text nodes only: the engine does not escape them.
 */

const PAGE = 20;
const GROUPS_IN_SIGHT = 5;
const VALUES_IN_SIGHT = 8;
const PATIENCE = 20_000;
const WIDE = matchMedia('(min-width: 64rem)');

const root = document.querySelector('[data-sm-search]');
if (root) start(root);

async function start(element) {
  const app = setUp(element);
  say(app, app.words.loading);
  fillIn(app, new URLSearchParams(location.search).get('q')?.trim() ?? '');
  try {
    await openEngines(app);
    buildFrame(app);
    listen(app);
    await show(app);
    scrollTo(0, history.state?.y ?? 0);
    await addFacets(app);
  } catch (problem) {
    fail(app, problem);
  }
}

function setUp(element) {
  const words = JSON.parse(document.getElementById('sm-search-words').textContent);
  const find = (name) => element.querySelector(`[data-sm-${name}]`);
  const lang = document.documentElement.lang.split('-')[0];
  return {
    element, words, lang, title: document.title, engines: [], counters: new Map(), state: null,
    turn: 0, query: '', drawn: '', focus: false,
    form: element.querySelector('form'), status: find('status'), live: find('live'), fixed: find('static'),
    plural: new Intl.PluralRules(lang), number: new Intl.NumberFormat(`${lang}-u-nu-latn`),
  };
}

/* The engine: one module per language, as each brings its own stemming; shards of one language are merged. */

async function openEngines(app) {
  const { bundle, shards, dutchBundle, dutchShards } = app.element.dataset;
  const hidden = { not: { translated: [app.lang] } };
  const opened = await Promise.allSettled([
    openEngine(app, { bundle, shards, key: 'page', extra: {} }),
    openEngine(app, { bundle: dutchBundle, shards: dutchShards, key: 'page-nl', extra: hidden }),
  ]);
  app.engines = opened.filter((one) => one.value).map((one) => one.value);
  if (!app.engines.length) throw opened.find((one) => one.reason)?.reason ?? new Error('no search bundle');
}

async function openEngine(app, { bundle, shards, ...rest }) {
  if (!bundle) return null;
  const base = new URL(bundle, document.baseURI);
  const baseUrl = new URL(app.element.dataset.baseUrl, document.baseURI).pathname;
  const engine = await inTime(import(new URL('pagefind.js', base).href));
  await engine.options({ baseUrl });
  for (let shard = 2; shard <= Number(shards || 1); shard += 1) {
    await inTime(engine.mergeIndex(new URL(`${shard}/`, base).pathname, { baseUrl }));
  }
  await inTime(engine.init());
  return { engine, ...rest };
}

function inTime(promise) {
  const late = new Promise((_, reject) => { setTimeout(reject, PATIENCE, new Error('search takes too long')); });
  return Promise.race([promise, late]);
}

function query({ engine, extra }, state, without) {
  const chosen = Object.entries(state.chosen).filter(([key, values]) => key !== without && values.length);
  const filters = Object.fromEntries(chosen.map(([key, values]) => [key, { any: values }]));
  return inTime(engine.search(state.q || null, { filters: { ...filters, ...extra } }));
}

/* The state of the page is its address, so that a link, Back and a reload give the same results. */

function readState(app) {
  const params = new URLSearchParams(location.search);
  const known = (key, value) => !app.counters.size || app.counters.get(key).has(value);
  const chosen = ({ key }) => [key, [...new Set(params.getAll(key))].filter((value) => known(key, value))];
  return {
    q: (params.get('q') ?? '').trim(),
    chosen: Object.fromEntries(app.words.facets.map(chosen)),
    pages: Object.fromEntries(app.engines.map(({ key }) => [key, Math.max(1, Math.floor(params.get(key)) || 1)])),
  };
}

function address(state) {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  for (const [key, values] of Object.entries(state.chosen)) values.forEach((value) => params.append(key, value));
  for (const [key, page] of Object.entries(state.pages)) if (page > 1) params.set(key, page);
  return `${location.pathname}${params.size ? `?${params}` : ''}`;
}

function go(app, state, options = {}) {
  remember();
  history.pushState({ y: scrollY }, '', address(state));
  show(app, options).catch((problem) => fail(app, problem));
}

function typed(app) {
  return app.form.elements.q.value.trim();
}

function remember() {
  history.replaceState({ y: scrollY }, '');
}

function listen(app) {
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', remember);
  addEventListener('popstate', () => {
    const y = history.state?.y ?? 0;
    show(app).then(() => scrollTo(0, y), (problem) => fail(app, problem));
  });
  app.form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(app, { ...readState(app), q: typed(app), pages: {} }, { focus: true });
  });
  app.live.addEventListener('change', () => go(app, { q: typed(app), chosen: ticked(app), pages: {} }));
}

/* One search: look everything up, then change the page in one go, unless a newer search has begun. */

async function show(app, { focus = false } = {}) {
  app.turn += 1;
  app.focus ||= focus;
  const { turn } = app;
  const state = readState(app);
  fillIn(app, state.q);
  const found = await Promise.all(app.engines.map((engine) => lookUp(app, engine, state)));
  const counts = await countAll(app, state, found);
  if (turn !== app.turn) return;
  app.state = state;
  render(app, found, counts);
  if (app.focus) app.live.querySelector('[data-sm-heading]').focus();
  app.focus = false;
}

function fillIn(app, q) {
  if (app.query !== q) app.form.elements.q.value = q;
  app.query = q;
}

async function lookUp(app, engine, state) {
  const answer = await query(engine, state);
  const last = Math.max(1, Math.ceil(answer.results.length / PAGE));
  const page = Math.min(state.pages[engine.key], last);
  const shown = answer.results.slice((page - 1) * PAGE, page * PAGE);
  const cards = await inTime(Promise.all(shown.map((result) => result.data())));
  return { key: engine.key, total: answer.results.length, filters: answer.filters, page, last, cards };
}

async function countAll(app, state, found) {
  const counts = Object.fromEntries([...app.counters.keys()].map((key) => [key, found.map(({ filters }) => filters)]));
  for (const key of Object.keys(counts).filter((name) => state.chosen[name].length)) {
    counts[key] = (await Promise.all(app.engines.map((engine) => query(engine, state, key)))).map((a) => a.filters);
  }
  return (key, value) => counts[key].reduce((sum, filters) => sum + (filters[key]?.[value] ?? 0), 0);
}

/* What is on the page. */

function render(app, found, count) {
  const { words, state } = app;
  const total = found.reduce((sum, one) => sum + one.total, 0);
  updateFilters(app, total, count);
  if (app.drawn === location.href + address(state)) return;
  app.drawn = location.href + address(state);
  document.title = state.q ? `${state.q} – ${app.title}` : app.title;
  const sections = found.filter((one) => one.total).map((one, at) => section(app, one, at));
  app.results.replaceChildren(...(sections.length ? sections : [nothing(app)]));
  say(app, total ? counted(app, state.q ? words.found_for : words.found, total) : missed(app), true);
  app.fixed.hidden = true;
  app.live.hidden = false;
}

function section(app, found, at) {
  const dutch = found.key !== 'page';
  const { words, state } = app;
  const own = state.q ? words.found_for : words.found;
  const heading = make('h2', { class: 'sm-search__heading' }, counted(app, dutch ? words.dutch : own, found.total));
  if (at === 0) mark(heading);
  const list = make('ul', { class: 'sm-search__results' }, ...found.cards.map((data) => card(data)));
  const body = make('div', dutch ? { lang: 'nl', dir: 'ltr' } : {}, list);
  return make('section', {}, heading, body, ...pager(app, found, heading.textContent));
}

function card({ url, meta }) {
  const name = make('h3', { class: 'sm-search__name' }, make('a', { href: safe(url) }, meta.title ?? ''));
  const facts = ['whom', 'cost', 'place', 'hours'].filter((key) => meta[key]).map((key) => make('li', {}, meta[key]));
  if (meta.phone) facts.push(make('li', {}, phone(meta)));
  const lead = meta.lead ? [make('p', { class: 'sm-search__lead' }, meta.lead)] : [];
  const line = facts.length ? [make('ul', { class: 'sm-search__facts' }, ...facts)] : [];
  return make('li', { class: 'sm-search__result' }, name, ...lead, ...line);
}

function phone({ phone: shown, tel }) {
  const number = (tel || shown).replace(/[^+\d]/g, '');
  return make('a', { class: 'sm-search__phone', href: `tel:${number}` }, make('bdi', { dir: 'ltr' }, shown));
}

function safe(url) {
  const { protocol, href } = new URL(url, document.baseURI);
  return ['http:', 'https:'].includes(protocol) ? href : '#';
}

function pager(app, { key, page, last }, about) {
  if (last === 1) return [];
  const link = (to, text, attributes = {}) => make('li', {}, pageLink(app, key, to, text, attributes));
  const near = (to) => to === 1 || to === last || Math.abs(to - page) <= 1;
  const numbers = Array.from({ length: last }, (_, at) => at + 1).filter(near).flatMap((to, at, all) => [
    ...(at && to - all[at - 1] > 1 ? [make('li', { class: 'sm-search__gap', 'aria-hidden': 'true' }, '…')] : []),
    link(to, app.number.format(to), {
      'aria-label': fill(app.words.page, { n: to }), ...(to === page && { 'aria-current': 'page' }),
    }),
  ]);
  const back = page > 1 ? [link(page - 1, app.words.previous)] : [];
  const on = page < last ? [link(page + 1, app.words.next)] : [];
  const list = make('ul', { class: 'sm-search__pager' }, ...back, ...numbers, ...on);
  return [make('nav', { 'aria-label': `${app.words.pages}: ${about}` }, list)];
}

function pageLink(app, key, to, text, attributes) {
  const state = { ...app.state, pages: { ...app.state.pages, [key]: to } };
  const link = make('a', { href: address(state), ...attributes }, text);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(app, state, { focus: true });
  });
  return link;
}

function nothing(app) {
  const { words, state, fixed } = app;
  const heading = mark(make('h2', { class: 'sm-search__heading' }, missed(app)));
  const tips = make('ul', { class: 'sm-search__tips' }, ...words.tips.map((tip) => make('li', {}, tip)));
  const copies = [...fixed.querySelectorAll('[data-sm-themes], [data-sm-desk]')].map((part) => part.cloneNode(true));
  return make('section', {}, heading, tips, ...(anyChosen(state) ? [clearButton(app)] : []), ...copies);
}

/*
 * Facets: fetched after the first results, as they weigh as much as those; made once from all that the index knows, so
 * that a tick never moves the focus; only numbers change.
 */

function buildFrame(app) {
  app.submit = make('button', { type: 'submit', class: 'sm-search__button sm-search__button--wide' });
  app.clear = clearButton(app);
  app.summary = make('summary', {}, app.words.filters);
  app.panel = make('form', { 'aria-label': app.words.filters });
  app.panel.addEventListener('submit', (event) => { event.preventDefault(); leaveFilters(app); });
  app.filters = make('details', { class: 'sm-search__filters' }, app.summary, app.panel);
  app.results = make('div', {});
  app.live.replaceChildren(app.filters, app.results);
  app.filters.open = WIDE.matches;
  WIDE.addEventListener('change', () => { app.filters.open = WIDE.matches; });
}

async function addFacets(app) {
  const totals = await Promise.all(app.engines.map(({ engine }) => inTime(engine.filters())));
  const groups = app.words.facets.map((facet) => group(app, facet, totals)).filter(Boolean);
  const rest = groups.splice(GROUPS_IN_SIGHT);
  const more = rest.length ? [fold(app.words.more_filters, rest)] : [];
  app.panel.replaceChildren(...groups, ...more, app.submit, app.clear);
  await show(app);
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

function updateFilters(app, total, count) {
  const { words, state } = app;
  for (const [key, values] of app.counters) {
    for (const [id, { box, number }] of values) {
      box.checked = state.chosen[key].includes(id);
      number.textContent = `(${app.number.format(count(key, id))})`;
      if (box.checked) openFolds(box, app.filters);
    }
  }
  const chosen = Object.values(state.chosen).flat().length;
  app.summary.textContent = chosen ? fill(words.filters_chosen, { n: chosen }) : words.filters;
  app.submit.textContent = counted(app, words.show, total);
  app.clear.hidden = !chosen;
  app.filters.hidden = app.counters.size > 0 && !app.panel.querySelector('input');
}

function ticked(app) {
  const chosen = ([key, values]) => [key, [...values].filter(([, { box }]) => box.checked).map(([id]) => id)];
  return Object.fromEntries([...app.counters].map(chosen));
}

function leaveFilters(app) {
  app.filters.open = WIDE.matches;
  app.live.querySelector('[data-sm-heading]').focus();
}

function clearButton(app) {
  const button = make('button', { type: 'button', class: 'sm-search__quiet' }, app.words.clear);
  button.addEventListener('click', () => go(app, { q: typed(app), chosen: {}, pages: {} }, { focus: true }));
  return button;
}

function missed({ words, state }) {
  return state.q ? fill(words.nothing, state) : words.nothing_chosen;
}

function anyChosen(state) {
  return Object.values(state.chosen).some((values) => values.length);
}

function openFolds(node, until) {
  for (let part = node; part !== until; part = part.parentElement) if (part.localName === 'details') part.open = true;
}

/* Words and elements. */

function say(app, text, quiet = false) {
  app.status.textContent = text;
  app.status.classList.toggle('sm-search__message--quiet', quiet);
}

function fail(app, problem) {
  console.warn('search:', problem);
  app.drawn = '';
  say(app, app.words.failed);
  app.live.hidden = true;
  app.fixed.hidden = false;
}

function counted(app, forms, n) {
  return fill(forms[app.plural.select(n)] ?? forms.other, { n: app.number.format(n), q: app.state.q });
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === 'q' ? `\u2068${values.q}\u2069` : values[name]));
}

function mark(heading) {
  heading.tabIndex = -1;
  heading.dataset.smHeading = '';
  return heading;
}

function fold(title, parts) {
  return make('details', { class: 'sm-search__more' }, make('summary', {}, title), ...parts);
}

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
