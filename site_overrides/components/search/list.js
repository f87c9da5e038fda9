/*
 * The list of results: headings, cards, page numbers, and what stands there when nothing is found. Used by search.js.
 */

import { anyChosen, pageLink, stateLink } from './address.js';
import { counted, fill, isolated, make, mark } from './dom.js';
import { clearButton } from './facets.js';

const PAGE = 20;
const DUTCH_IN_SIGHT = 10;

export async function pageOf({ key, card: cardOf }, state, hits) {
  const last = Math.max(1, Math.ceil(hits.length / PAGE));
  const page = Math.min(state.pages[key], last);
  const shown = page ? hits.slice((page - 1) * PAGE, page * PAGE) : hits.slice(0, DUTCH_IN_SIGHT);
  const cards = await Promise.all(shown.map(({ id }) => cardOf(id)));
  return { key, total: hits.length, page, last, cards };
}

export function section(app, found, at) {
  const dutch = found.key !== 'page';
  const title = dutch ? counted(app, app.words.dutch, found.total) : foundText(app, found.total);
  const heading = make('h2', { class: 'sm-search__heading' }, title);
  if (at === 0) mark(heading);
  const note = at === 0 ? widened(app).map((text) => wideNote(app, text)) : [];
  const list = make('ul', { class: 'sm-search__results' }, ...found.cards.map((data) => card(app, data)));
  const body = make('div', dutch ? { lang: 'nl', dir: 'ltr' } : {}, list);
  return make('section', {}, heading, ...note, body, ...(found.page ? pager(app, found, title) : showAll(app, found)));
}

export function foundText(app, total) {
  return counted(app, app.state.q && !app.telling.length ? app.words.found_for : app.words.found, total);
}

export function widened({ words, telling, list }) {
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

export function nothing(app) {
  const { words, state, fixed } = app;
  const heading = mark(make('h2', { class: 'sm-search__heading' }, missed(app)));
  const chosen = anyChosen(state);
  const advice = [...(state.q ? words.tips : []), ...(chosen ? [words.filter_tip] : [])];
  const tips = make('ul', { class: 'sm-search__tips' }, ...advice.map((tip) => make('li', {}, tip)));
  const copies = (name) => [...fixed.querySelectorAll(`[data-sm-${name}]`)].map((part) => part.cloneNode(true));
  const clear = chosen ? [clearButton(app)] : [];
  return make('section', {}, heading, ...copies('desk'), tips, ...clear, ...copies('themes'));
}

export function missed({ words, state }) {
  return state.q ? fill(words.nothing, state) : words.nothing_chosen;
}
