/*
 * The state of the search page is its address, so that a link, Back and a reload give the same results. Only where a
 * resident is does not stand in it, but for a neighbourhood: see near.js. Without anything to look for the address says
 * that all places are asked for: the bare one is the start of the page, which shows none.
 * `app.go` (search.js) is how a part of the page moves on to another state.
 */

import { make } from './dom.js';

export function readState(app) {
  const params = new URLSearchParams(location.search);
  const known = (key, value) => !app.counters.size || app.counters.get(key).has(value);
  const chosen = ({ key }) => [key, [...new Set(params.getAll(key))].filter((value) => known(key, value))];
  const page = ({ key }) => [key, Math.max(firstPage(key), Math.floor(params.get(key)) || 0)];
  return {
    q: (params.get('q') ?? '').trim(),
    exact: params.has('exact'),
    near: params.get('near') ?? '',
    here: app.starts[history.state?.here] ? history.state.here : 0,
    chosen: Object.fromEntries(app.words.facets.map(chosen)),
    pages: Object.fromEntries(app.engines.map(page)),
  };
}

function firstPage(key) {
  return key === 'page' ? 1 : 0;
}

export function address(state) {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  if (state.exact) params.set('exact', '1');
  if (state.near) params.set('near', state.near);
  for (const [key, values] of Object.entries(state.chosen)) values.forEach((value) => params.append(key, value));
  for (const [key, page] of Object.entries(state.pages)) if (page > firstPage(key)) params.set(key, page);
  if (!params.size) params.set('all', '1');
  return `${location.pathname}?${params}`;
}

export function anyChosen(state) {
  return Object.values(state.chosen).some((values) => values.length);
}

export function stateLink(app, state, text, attributes) {
  const link = make('a', { href: address(state), ...attributes }, text);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    app.go(state, { focus: true });
  });
  return link;
}

export function pageLink(app, key, to, text, attributes) {
  return stateLink(app, { ...app.state, pages: { ...app.state.pages, [key]: to } }, text, attributes);
}
