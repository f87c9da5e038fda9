/* How a text reads, told under it while somebody writes. */
import { makeReader } from './readability.js';

const PAUSE = 600;

export function tellReading(form, weights) {
  const reader = makeReader(weights);
  const timers = new WeakMap();
  form.addEventListener('input', ({ target }) => {
    if (!('plain' in target.dataset)) return;
    const told = placeFor(target);
    clearTimeout(timers.get(target));
    timers.set(target, setTimeout(() => (told.textContent = advice(form, reader.advise(target.value))), PAUSE));
  });
}

function placeFor(field) {
  if (field.nextElementSibling?.matches('.sm-field__reading')) return field.nextElementSibling;
  const told = document.createElement('p');
  told.className = 'sm-field__reading';
  told.setAttribute('role', 'status');
  field.after(told);
  return told;
}

function advice(form, { level, ...values }) {
  const text = form.dataset[level] ?? '';
  return text.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? values[name] : hole));
}
