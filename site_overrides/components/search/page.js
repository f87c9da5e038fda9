/*
 * Full results, facets and pages for the search page, fetched by search.js when there is something to look for.
 * Its settings are the data attributes of [data-sm-search]. What is found comes from engine.js, what is seen is in list.js
 * and facets.js. Nothing here happens before `start`, so that the command line can use `answering` of the same file.
 */

import { address, readState } from './address.js';
import { addFacets, buildFrame, countAll, ticked, updateFilters } from './facets.js';
import { inOrder, openEngines, readingOf } from './engine.js';
import { findCrisis } from '../urgent/crisis.js';
import { showCrisis } from '../urgent/line.js';
import { arrange, goodOnes } from './arrange.js';
import { openFinder, withFinder } from './finder.js';
import { foundText, missed, nothing, pageOf, section } from './list.js';
import { chosenSets, narrowed } from './narrow.js';
import { tellMap } from '../map/results.js';
import { readingTexts } from './readings.js';
import { buildNear, startOf, updateNear } from './near.js';

/** What finds and narrows, without a page: for the command line. */
export const answering = { inOrder, openEngines, readingOf, chosenSets, narrowed, findCrisis };

/** Answer the question that stands in the address, and all that follow; `words` is the page's own file of words. */
export async function start(element, { search, crisis }) {
  const app = setUp(element, search, crisis);
  fillIn(app, new URLSearchParams(location.search).get('q')?.trim() ?? '');
  try {
    await open(app, whereBundlesAre(app));
    buildFrame(app, buildNear(app));
    listen(app);
    await show(app);
    scrollTo(0, history.state?.y ?? 0);
    await addFacets(app);
    await show(app);
  } catch (problem) {
    fail(app, problem);
  }
}

/* The languages of the bundles are the names of their folders. */
async function open(app, where) {
  const [engines, finder] = await Promise.all([openEngines(where), openFinder(where.finder)]);
  const language = ({ key }) => where.bundles[key === 'page' ? 'page' : 'dutch'].bundle.split('/').at(-2);
  app.finder = finder;
  app.engines = engines.map((engine) => withFinder(engine, finder, language(engine)));
}

function setUp(element, words, crisis) {
  const find = (name) => element.querySelector(`[data-sm-${name}]`);
  const lang = document.documentElement.lang.split('-')[0];
  const app = {
    element, words, crisis, lang, title: document.title, engines: [], finder: null, starts: [null], counters: new Map(), state: null,
    turn: 0, query: '', drawn: '', focus: false, telling: [], stop: new Set(words.stop_words.split(' ')),
    form: element.querySelector('form'), status: find('status'), live: find('live'), fixed: find('static'),
    plural: new Intl.PluralRules(lang), list: new Intl.ListFormat(lang),
    number: new Intl.NumberFormat(`${lang}-u-nu-latn`),
  };
  app.go = (state, options) => go(app, state, options);
  app.typed = () => typed(app);
  return app;
}

function whereBundlesAre({ element, lang, stop }) {
  const { bundle, shards, dutchBundle, dutchShards, baseUrl, finder } = element.dataset;
  const at = (path) => path && new URL(path, document.baseURI).href;
  return {
    language: lang, base: at(baseUrl), finder: at(finder), stop,
    bundles: { page: { bundle: at(bundle), shards }, dutch: { bundle: at(dutchBundle), shards: dutchShards } },
  };
}

function go(app, state, options = {}) {
  remember();
  history.pushState({ y: scrollY, here: state.here }, '', address(state));
  show(app, options).catch((problem) => fail(app, problem));
}

function typed(app) {
  return app.form.elements.q.value.trim();
}

function remember() {
  history.replaceState({ ...history.state, y: scrollY }, '');
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
  app.panel.addEventListener('change', () => {
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
  const answers = await Promise.all(app.engines.map((engine) => engine.find(state.q, state)));
  const sets = await Promise.all(app.engines.map((engine) => chosenSets(engine, state.chosen)));
  const from = startOf(app, state);
  const arranged = app.engines.map((engine, at) => arrange(answers[at].hits, sets[at], { engine, asked: state.q, from }));
  const found = await Promise.all(app.engines.map((engine, at) => pageOf(engine, state, arranged[at])));
  const counts = await countAll(app, answers.map(goodOnes), sets);
  if (turn !== app.turn) return;
  app.state = state;
  const order = inOrder(app.engines, arranged.map(({ hits }) => hits));
  app.read = readingOf(order.map((at) => answers[at]));
  app.telling = answers.find((answer) => answer.telling.length)?.telling ?? [];
  render(app, order.map((at) => found[at]), counts);
  tellMap(app, arranged, found);
  if (app.focus) app.live.querySelector('[data-sm-heading]').focus();
  app.focus = false;
}

function fillIn(app, q) {
  if (app.query !== q) app.form.elements.q.value = q;
  showCrisis(q, app.crisis);
  app.query = q;
}

function render(app, found, count) {
  const { words, state } = app;
  const total = found.reduce((sum, one) => sum + one.total, 0);
  updateFilters(app, total, count);
  updateNear(app);
  const drawn = `${location.href} ${address(state)} ${state.here}`;
  if (app.drawn === drawn) return;
  app.drawn = drawn;
  document.title = state.q ? `${state.q} – ${app.title}` : app.title;
  const sections = found.filter((one) => one.last).map((one, at) => section(app, one, at));
  app.results.replaceChildren(...(sections.length ? sections : [nothing(app)]));
  say(app, total ? [foundText(app, total), ...readingTexts(app)].join('. ') : missed(app), true);
  app.fixed.hidden = true;
  app.live.hidden = false;
}

function say(app, text, quiet = false) {
  app.status.textContent = text;
  app.status.classList.toggle('sm-search__message--quiet', quiet);
}

function fail(app, problem) {
  console.warn('search:', problem);
  app.drawn = '';
  say(app, app.element.dataset.failed);
  app.live.hidden = true;
  app.fixed.hidden = false;
}
