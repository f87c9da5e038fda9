/*
 * The list of results: headings, cards, page numbers, and what stands there when nothing is found. Used by search.js.
 */

import { anyChosen, pageLink, stateLink } from './address.js';
import { card } from './card.js';
import { counted, fill, make, mark } from './dom.js';
import { clearButton } from './facets.js';
import { readingNote } from './readings.js';

const PAGE = 20;
const DUTCH_IN_SIGHT = 10;

/** A page of arranged hits (arrange.js): its cards, and how many places there are with all that was chosen. */
export async function pageOf(engine, state, { hits, counts }) {
  const last = Math.ceil(hits.length / PAGE);
  const page = Math.min(state.pages[engine.key], Math.max(1, last));
  const shown = page ? hits.slice((page - 1) * PAGE, page * PAGE) : hits.slice(0, DUTCH_IN_SIGHT);
  const data = await Promise.all(shown.map(({ id }) => engine.card(id)));
  const cards = shown.map((hit, at) => ({ data: data[at], hit: { ...hit, service: engine.service?.(hit.id) } }));
  return { key: engine.key, total: counts.main + counts.everywhere, all: hits.length, counts, page, last, cards };
}

export function section(app, found, at) {
  const dutch = found.key !== 'page';
  const title = dutch ? counted(app, app.words.dutch, found.total) : foundText(app, found.total);
  const heading = make('h2', { class: 'sm-search__heading' }, title);
  if (at === 0) mark(heading);
  const note = at === 0 ? readingNote(app) : [];
  const body = make('div', dutch ? { lang: 'nl', dir: 'ltr' } : {}, ...lists(app, found));
  return make('section', {}, heading, ...note, ...distanceNote(app, found), body, ...(found.page ? pager(app, found, title) : showAll(app, found)));
}

/* A list per group that is on this page; those beside the places with all that was chosen have a heading of their own. */
function lists(app, { cards, counts }) {
  const groups = new Map();
  for (const each of cards) groups.set(each.hit.group, [...(groups.get(each.hit.group) ?? []), each]);
  return [...groups].flatMap(([group, members]) => [
    ...groupHeading(app, group, counts[group]),
    make('ul', { class: 'sm-search__results' }, ...members.map(({ data, hit }) => card(app, data, hit))),
  ]);
}

function groupHeading(app, group, n) {
  const forms = { everywhere: app.words.everywhere, maybe: app.words.maybe, other: app.words.other }[group];
  return forms ? [make('h2', { class: 'sm-search__heading sm-search__group' }, counted(app, forms, n))] : [];
}

function distanceNote(app, { cards }) {
  return cards.some(({ hit }) => hit.near) ? [make('p', { class: 'sm-search__note' }, app.words.near_estimate)] : [];
}

export function foundText(app, total) {
  return counted(app, app.state.q && !app.telling.length ? app.words.found_for : app.words.found, total);
}

function showAll(app, { key, all, cards }) {
  if (cards.length === all) return [];
  const text = fill(app.words.show_all, { n: app.number.format(all) });
  return [make('p', { class: 'sm-search__all' }, pageLink(app, key, 1, text))];
}

function pager(app, { key, page, last }, about) {
  if (last < 2) return [];
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
