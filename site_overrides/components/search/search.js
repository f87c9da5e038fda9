/*
 * Full results, facets and pages for the search page, on top of a form and links that work without it.
 * Loaded as a module by the search page; reads its settings from the data attributes of [data-sm-search] and its words
 * from #sm-search-words. Texts of records go in as text nodes only: the engine does not escape them.
 */

const PAGE = 20;
const GROUPS_IN_SIGHT = 5;
const VALUES_IN_SIGHT = 8;
const DUTCH_IN_SIGHT = 10;
const FEW = 3;
const WORDS_TRIED = 8;
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
    turn: 0, query: '', drawn: '', focus: false, telling: [], stop: new Set(words.stop_words.split(' ')),
    form: element.querySelector('form'), status: find('status'), live: find('live'), fixed: find('static'),
    plural: new Intl.PluralRules(lang), list: new Intl.ListFormat(lang),
    number: new Intl.NumberFormat(`${lang}-u-nu-latn`),
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

function query({ engine, extra }, state, text, without) {
  const chosen = Object.entries(state.chosen).filter(([key, values]) => key !== without && values.length);
  const filters = Object.fromEntries(chosen.map(([key, values]) => [key, { any: values }]));
  return inTime(engine.search(text || null, { filters: { ...filters, ...extra } }));
}

/*
 * Whole sentences: the engine wants every word in one place. Where that leaves few places, look for the words that
 * matter together; where it leaves none, for each by itself too. Who types a name that one place has, gets that place.
 */

async function lookUp(app, state) {
  const telling = state.exact ? [] : tellingWords(app, state.q);
  let best = { ...await ask(app, state, [state.q]), telling: [] };
  const together = telling.join(' ');
  for (const texts of best.total ? [[together]] : [[together], telling]) {
    if (best.total >= FEW || !telling.length) break;
    const wider = await ask(app, state, texts);
    if (wider.total > best.total) best = { ...wider, telling };
  }
  return best;
}

function tellingWords({ stop }, q) {
  const typedWords = q.toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (typedWords.length < 2 || q.includes('"')) return [];
  return [...new Set(typedWords)].filter((word) => /..|\d/u.test(word) && !stop.has(word)).slice(0, WORDS_TRIED);
}

async function ask(app, state, texts) {
  const answers = await Promise.all(app.engines.map((engine) => askOne(engine, state, texts)));
  return { texts, answers, total: answers.reduce((sum, { results }) => sum + results.length, 0) };
}

async function askOne(engine, state, texts) {
  const answers = [];
  for (const text of texts) answers.push(await query(engine, state, text));
  return answers.length === 1 ? answers[0] : { results: merge(answers) };
}

function merge(answers) {
  const found = new Map();
  answers.forEach(({ results }) => results.forEach((result, at) => {
    const { hits, place } = found.get(result.id) ?? { hits: 0, place: 0 };
    found.set(result.id, { result, hits: hits + 1, place: place + at });
  }));
  return [...found.values()].sort((a, b) => b.hits - a.hits || a.place - b.place).map(({ result }) => result);
}

/* The state of the page is its address, so that a link, Back and a reload give the same results. */

function readState(app) {
  const params = new URLSearchParams(location.search);
  const known = (key, value) => !app.counters.size || app.counters.get(key).has(value);
  const chosen = ({ key }) => [key, [...new Set(params.getAll(key))].filter((value) => known(key, value))];
  const page = ({ key }) => [key, Math.max(firstPage(key), Math.floor(params.get(key)) || 0)];
  return {
    q: (params.get('q') ?? '').trim(),
    exact: params.has('exact'),
    chosen: Object.fromEntries(app.words.facets.map(chosen)),
    pages: Object.fromEntries(app.engines.map(page)),
  };
}

/* Dutch places on a page in another language begin with a few of them, as page 0. */
function firstPage(key) {
  return key === 'page' ? 1 : 0;
}

function address(state) {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  if (state.exact) params.set('exact', '1');
  for (const [key, values] of Object.entries(state.chosen)) values.forEach((value) => params.append(key, value));
  for (const [key, page] of Object.entries(state.pages)) if (page > firstPage(key)) params.set(key, page);
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
    go(app, { ...readState(app), q: typed(app), exact: false, pages: {} }, { focus: true });
  });
  app.live.addEventListener('change', () => {
    go(app, { ...readState(app), q: typed(app), chosen: ticked(app), pages: {} });
  });
}

/* One search: look everything up, then change the page in one go, unless a newer search has begun. */

async function show(app, { focus = false } = {}) {
  app.turn += 1;
  app.focus ||= focus;
  const { turn } = app;
  const state = readState(app);
  fillIn(app, state.q);
  const answer = await lookUp(app, state);
  const found = await Promise.all(app.engines.map((engine, at) => pageOf(engine, state, answer.answers[at])));
  const counts = await countAll(app, state, answer);
  if (turn !== app.turn) return;
  app.state = state;
  app.telling = answer.telling;
  render(app, found, counts);
  if (app.focus) app.live.querySelector('[data-sm-heading]').focus();
  app.focus = false;
}

function fillIn(app, q) {
  if (app.query !== q) app.form.elements.q.value = q;
  app.query = q;
}

async function pageOf({ key }, state, { results }) {
  const last = Math.max(1, Math.ceil(results.length / PAGE));
  const page = Math.min(state.pages[key], last);
  const shown = page ? results.slice((page - 1) * PAGE, page * PAGE) : results.slice(0, DUTCH_IN_SIGHT);
  const cards = await inTime(Promise.all(shown.map((result) => result.data())));
  return { key, total: results.length, page, last, cards };
}

/* Without counts where words were looked for one by one: a place that has two of them would count twice. */
async function countAll(app, state, { texts, answers }) {
  if (texts.length > 1) return null;
  const all = answers.map(({ filters }) => filters);
  const counts = Object.fromEntries([...app.counters.keys()].map((key) => [key, all]));
  for (const key of Object.keys(counts).filter((name) => state.chosen[name].length)) {
    const without = await Promise.all(app.engines.map((engine) => query(engine, state, texts[0], key)));
    counts[key] = without.map(({ filters }) => filters);
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
  say(app, total ? [foundText(app, total), ...widened(app)].join('. ') : missed(app), true);
  app.fixed.hidden = true;
  app.live.hidden = false;
}

function section(app, found, at) {
  const dutch = found.key !== 'page';
  const title = dutch ? counted(app, app.words.dutch, found.total) : foundText(app, found.total);
  const heading = make('h2', { class: 'sm-search__heading' }, title);
  if (at === 0) mark(heading);
  const note = at === 0 ? widened(app).map((text) => wideNote(app, text)) : [];
  const list = make('ul', { class: 'sm-search__results' }, ...found.cards.map((data) => card(app, data)));
  const body = make('div', dutch ? { lang: 'nl', dir: 'ltr' } : {}, list);
  return make('section', {}, heading, ...note, body, ...(found.page ? pager(app, found, title) : showAll(app, found)));
}

function foundText(app, total) {
  return counted(app, app.state.q && !app.telling.length ? app.words.found_for : app.words.found, total);
}

function widened({ words, telling, list }) {
  const quoted = telling.map((word) => `“${isolated(word)}”`);
  return telling.length ? [fill(words.widened, { words: list.format(quoted) })] : [];
}

function wideNote(app, text) {
  const exact = stateLink(app, { ...app.state, exact: true, pages: {} }, app.words.exact);
  return make('p', { class: 'sm-search__wide' }, `${text}. `, exact);
}

function showAll(app, { key, total, cards }) {
  if (cards.length === total) return [];
  const text = fill(app.words.show_all, { n: app.number.format(total) });
  return [make('p', { class: 'sm-search__all' }, pageLink(app, key, 1, text))];
}

function card({ words }, { url, meta }) {
  const name = make('h3', { class: 'sm-search__name' }, make('a', { href: safe(url) }, meta.title ?? ''));
  const facts = ['whom', 'cost', 'place', 'hours'].filter((key) => meta[key]).map((key) => make('li', {}, meta[key]));
  const ways = meta.phone ? [phone(meta)] : meta.website ? [website(words, meta)] : [];
  const contact = ways.map((way) => make('p', { class: 'sm-search__contact' }, way));
  const lead = meta.lead ? [make('p', { class: 'sm-search__lead' }, meta.lead)] : [];
  const line = facts.length ? [make('ul', { class: 'sm-search__facts' }, ...facts)] : [];
  return make('li', { class: 'sm-search__result' }, name, ...lead, ...line, ...contact);
}

function website(words, meta) {
  return make('a', { class: 'sm-search__phone', href: safe(meta.website) }, words.website);
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
  return stateLink(app, { ...app.state, pages: { ...app.state.pages, [key]: to } }, text, attributes);
}

function stateLink(app, state, text, attributes) {
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
  const chosen = anyChosen(state);
  const advice = [...(state.q ? words.tips : []), ...(chosen ? [words.filter_tip] : [])];
  const tips = make('ul', { class: 'sm-search__tips' }, ...advice.map((tip) => make('li', {}, tip)));
  const copies = (name) => [...fixed.querySelectorAll(`[data-sm-${name}]`)].map((part) => part.cloneNode(true));
  const clear = chosen ? [clearButton(app)] : [];
  return make('section', {}, heading, ...copies('desk'), tips, ...clear, ...copies('themes'));
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
      number.textContent = count ? `(${app.number.format(count(key, id))})` : '';
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
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === 'q' ? isolated(values.q) : values[name]));
}

function isolated(text) {
  return `\u2068${text}\u2069`;
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
