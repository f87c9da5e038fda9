// Says on a page and on its cards what is open now, by the same hours as the table; the table is the truth.
// The sentences are in the script's own tag. Says it again each minute, as pages stay open.
import { clockAt, readHours, stateAt, weekdayOf } from './open.js';
import { sayState } from './say.js';

const tag = document.currentScript;
const words = { words: tag.dataset, language: document.documentElement.lang };

const tell = () => {
  const now = clockAt(Date.now());
  for (const place of document.querySelectorAll('[data-state]')) {
    const state = stateAt(readHours(place.dataset.state), now);
    const open = state.state === 'open' || state.state === 'soon';
    const text = sayState(state, now, words);
    if (place.textContent !== text) place.textContent = text;
    place.hidden = false;
    (place.closest('.sm-state') ?? place).classList.toggle('sm-state--open', open);
  }
  for (const row of document.querySelectorAll('.sm-hours [data-day]')) {
    row.classList.toggle('sm-today', row.dataset.day.includes(weekdayOf(now.day)));
  }
  const today = new Date(now.day * 864e5).toISOString().slice(0, 10);
  for (const past of document.querySelectorAll('[data-until]')) past.hidden = past.dataset.until < today;
};

tell();
setInterval(tell, 60_000);
