/*
 * Shows who helps at once above the results of a search that speaks of danger: the lines stand in the page, hidden.
 * `role=alert` on their box says them. Called with the query and the topics (crisis.js) by
 * the search page, before its engine is there.
 */

import { findCrisis } from './crisis.js';

const MOST = 2;

export function showCrisis(query, topics) {
  const box = document.querySelector('[data-sm-crisis]');
  if (!box) return;
  const found = query ? findCrisis(query, topics).slice(0, MOST) : [];
  for (const line of box.children) line.hidden = !found.includes(line.dataset.topic);
  const urgent = document.querySelector('.sm-urgent');
  if (urgent) urgent.hidden = found.length > 0;
}
