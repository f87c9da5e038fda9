/*
 * Suggestions under a search field: a combobox with a list, as the ARIA Authoring Practices describe it. The field stays
 * an ordinary field of an ordinary form: Enter without a choice searches. Used by searchbox.js when a field gets the focus.
 */

import { makeSuggester } from './suggest.js';

const SITE = new URL('../', import.meta.url);
const PAUSE = 120;
const QUIET = 700;

export function addSuggestions(form) {
  const words = JSON.parse(form.dataset.smSuggest);
  const input = form.elements.q;
  const lang = document.documentElement.lang.split('-')[0];
  const suggest = makeSuggester(new URL(`pagefind/${lang}/words/`, SITE).href);
  const list = element('ul', { class: 'sm-suggest', id: `${input.id}-options`, role: 'listbox', 'aria-label': words.label, hidden: '' });
  const status = element('p', { class: 'sm-suggest__status', role: 'status' });
  const box = { form, input, list, status, words, suggest, options: [], at: -1, turn: 0, pause: 0, quiet: 0, plural: new Intl.PluralRules(lang) };
  form.append(list, status);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) {
    input.setAttribute(name, value);
  }
  input.addEventListener('input', () => { clearTimeout(box.pause); box.pause = setTimeout(update, PAUSE, box); });
  input.addEventListener('keydown', (event) => { onKey(box, event); });
  input.addEventListener('blur', () => close(box));
  form.addEventListener('submit', () => close(box));
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => choose(box, [...list.children].indexOf(event.target.closest('[role=option]'))));
  if (input.value.trim()) update(box);
}

async function update(box) {
  box.turn += 1;
  const { turn, input } = box;
  const text = input.value;
  try {
    const { options, corrections } = await box.suggest(text);
    if (turn !== box.turn || document.activeElement !== input) return;
    const meant = corrections.length ? [{ kind: 'meant', name: corrected(text, corrections) }] : [];
    show(box, [...meant, ...options]);
  } catch {
    close(box);
  }
}

function corrected(text, corrections) {
  return corrections.reduce((all, { from, to }) => all.replace(new RegExp(`(?<![\\p{L}\\p{N}])${from}(?![\\p{L}\\p{N}])`, 'iu'), to), text.trim());
}

function show(box, options) {
  const { list, input, words } = box;
  box.options = options;
  list.replaceChildren(...options.map((option, at) => item(box, option, at)));
  list.hidden = !options.length;
  input.setAttribute('aria-expanded', String(options.length > 0));
  mark(box, -1);
  clearTimeout(box.quiet);
  const told = words.count[box.plural.select(options.length)] ?? words.count.other;
  box.quiet = setTimeout(() => { box.status.textContent = options.length ? told.replace('{n}', options.length) : ''; }, QUIET);
}

function item({ list, words }, { kind, name }, at) {
  const text = kind === 'meant' ? words.meant.replace('{q}', name) : name;
  const about = words.kinds[kind] ? [element('span', { class: 'sm-suggest__kind' }, words.kinds[kind])] : [];
  return element('li', { id: `${list.id}-${at}`, role: 'option', 'aria-selected': 'false' }, element('span', {}, text), ' ', ...about);
}

function onKey(box, event) {
  const { options, at, list } = box;
  if (event.key === 'Escape' && !list.hidden) {
    close(box);
  } else if (event.key === 'Enter' && at >= 0 && !list.hidden) {
    choose(box, at);
  } else if (['ArrowDown', 'ArrowUp'].includes(event.key) && options.length) {
    settle(box);
    if (list.hidden) show(box, options);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    mark(box, at < 0 && step < 0 ? options.length - 1 : (at + step + options.length + 1) % (options.length + 1) === options.length ? -1 : at + step);
  } else {
    return;
  }
  event.preventDefault();
}

/* Who walks through the list keeps the list that is there. */
function settle(box) {
  box.turn += 1;
  clearTimeout(box.pause);
}

function mark(box, at) {
  box.at = at;
  [...box.list.children].forEach((one, place) => one.setAttribute('aria-selected', String(place === at)));
  if (at < 0) box.input.removeAttribute('aria-activedescendant');
  else box.input.setAttribute('aria-activedescendant', box.list.children[at].id);
  box.list.children[at]?.scrollIntoView({ block: 'nearest' });
}

/* To the page of what was chosen; what has no page of its own is a question, so it is searched for. */
function choose(box, at) {
  const option = box.options[at];
  if (!option) return;
  close(box);
  if (option.url?.endsWith('.html')) {
    location.assign(new URL(option.url, SITE));
    return;
  }
  box.input.value = option.name;
  box.form.requestSubmit();
}

function close(box) {
  settle(box);
  clearTimeout(box.quiet);
  box.list.hidden = true;
  box.status.textContent = '';
  box.input.setAttribute('aria-expanded', 'false');
  mark(box, -1);
}

function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
