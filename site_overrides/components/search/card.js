/*
 * A card of the result list: name, one line that says what it is, one line of facts, and a phone number at the end. The
 * name is the link, not the card. Used by list.js.
 */

import { clockAt } from '../hours/open.js';
import { sayState } from '../hours/say.js';
import { sayDistance } from './distance.js';
import { serviceState } from './finder.js';
import { make } from './dom.js';

const OPEN = ['open', 'soon'];

/** The card of a record; `near` is its nearest place where a resident said where they are, `service` its hours. */
export function card(app, { url, meta }, { near, service }) {
  const name = make('h3', { class: 'sm-search__name' }, make('a', { href: safe(url) }, meta.title ?? ''));
  const lead = meta.lead ? [make('p', { class: 'sm-search__lead' }, meta.lead)] : [];
  const facts = [fact(meta.whom), fact(meta.cost), place(app, meta, near), hours(app, meta, service, near)].flat();
  const line = facts.length ? [make('ul', { class: 'sm-search__facts' }, ...facts)] : [];
  return make('li', { class: 'sm-search__result' }, name, ...lead, ...line, ...contact(app, meta));
}

function fact(text) {
  return text ? [make('li', {}, text)] : [];
}

/* What this page says itself is in its own language, also beside places that are known in Dutch only. */
function place(app, meta, near) {
  if (!near) return fact(meta.place);
  const name = meta.places?.split('\n')[near.number] ?? meta.place;
  const distance = make('bdi', { lang: app.lang }, sayDistance(near.metres, app));
  return [make('li', {}, ...(name ? [`${name}, `] : []), distance)];
}

/* The sentences of the hours stand in the tag of the page's own script, which says them on all other pages. */
function hours({ lang }, meta, service, near) {
  const words = document.querySelector('script[data-open]')?.dataset;
  const now = clockAt(Date.now());
  const state = words && service ? serviceState(service, now, near?.number) : null;
  if (!state) return fact(meta.hours);
  const text = sayState(state, now, { words, language: lang });
  const open = OPEN.includes(state.state) ? { class: 'sm-state--open' } : {};
  return [make('li', open, make('bdi', { lang }, text))];
}

function contact({ words }, meta) {
  if (meta.phone) return [make('p', { class: 'sm-search__contact' }, phone(meta))];
  return meta.website ? [make('p', { class: 'sm-search__contact' }, website(words, meta))] : [];
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
