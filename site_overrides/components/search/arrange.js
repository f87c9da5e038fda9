/*
 * In what order and under which headings hits stand once choices were made. No DOM. Used by search.js.
 *
 * `main` are the hits with all that was chosen, the nearest first when a resident said where they are. `everywhere` is for
 * people in any neighbourhood, or has no place to go to: it can help whoever chose a neighbourhood, but not by being near.
 * `maybe` are hits that answer less of the question than those. `other` are hits under other themes: who asks for help often looks under another theme than the editors did, so a theme
 * puts its places first and hides none that answer the question. Without a question a theme is the question.
 */

import { nearest } from './finder.js';
import { narrowed } from './narrow.js';

const GROUPS = ['main', 'everywhere', 'maybe', 'other'];

/** The hits in order, each with its `group` and, with a start, its nearest place; and how many there are per group. */
export function arrange(hits, sets, { engine, asked, from }) {
  const soft = softFacets(engine, sets, asked);
  const placed = narrowed(hits, sets.filter((set) => !soft.includes(set)))
    .map((hit) => place(hit, soft, engine, from)).filter(Boolean);
  if (placed.some(isGood)) placed.filter((hit) => hit.group !== 'other' && !isGood(hit)).forEach((hit) => { hit.group = 'maybe'; });
  const groups = GROUPS.map((group) => placed.filter((hit) => hit.group === group));
  if (from) groups[0].sort(nearestFirst);
  return { hits: groups.flat(), counts: Object.fromEntries(GROUPS.map((group, at) => [group, groups[at].length])) };
}

/** The hits that answer a question well; all of them when none does. */
export function goodOnes({ hits }) {
  return { hits: hits.some(isGood) ? hits.filter(isGood) : hits };
}

function isGood({ strong = true, group }) {
  return strong && group !== 'other';
}

function softFacets(engine, sets, asked) {
  return sets.filter(({ facet }) => (facet === 'theme' && asked) || (facet === 'neighbourhood' && engine.service));
}

function place(hit, soft, { service }, from) {
  const known = service?.(hit.id);
  const lacks = (facet) => soft.some((set) => set.facet === facet && !set.has(hit.id));
  const near = from && known ? nearest(known, from) : null;
  const anywhere = known?.wide && known.places.every(({ point }) => !point);
  if (lacks('neighbourhood') && !anywhere) return null;
  if (lacks('theme')) return { ...hit, near, group: 'other' };
  return { ...hit, near, group: lacks('neighbourhood') || (from && !near) ? 'everywhere' : 'main' };
}

/* What answers a question well goes before what is near and answers it less. */
function nearestFirst(a, b) {
  return Number(b.strong ?? true) - Number(a.strong ?? true) || a.near.metres - b.near.metres;
}
