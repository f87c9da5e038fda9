/*
 * The page of one's own list: the one this device keeps, or one that came in the address after `#`.
 * A list from an address is only shown; it is kept on a press. What stands on the page of a service is read from there.
 */

import { decode, EMPTY, encode, moved, without } from './codec.js';
import { lookUp } from './lookup.js';
import { keep, read } from './store.js';

const PATIENCE = 1500;
const root = document.querySelector('[data-mine]');
if (root) start(root);

function start(element) {
  const find = (name) => element.querySelector(`[data-mine-${name}]`);
  const app = {
    element, find, words: JSON.parse(document.getElementById('sm-mine-words').dataset.words),
    list: EMPTY, shared: false, known: new Map(), where: { href: element.dataset.service },
  };
  document.querySelector('[data-mine-off]').hidden = true;
  element.hidden = false;
  listen(app);
  open(app);
  addEventListener('hashchange', () => open(app));
}

function open(app) {
  const given = decode(location.hash);
  app.shared = given.items.length > 0;
  app.list = app.shared ? given : read();
  draw(app);
}

function listen(app) {
  const { find } = app;
  const press = (name, action) => find(name).addEventListener('click', () => action(app));
  press('keep', keepShared);
  press('clear', clear);
  press('print', printOut);
  addEventListener('beforeprint', () => writeOut(app));
  press('share', share);
  press('qr', toggleCode);
  find('large').addEventListener('change', () => {
    document.documentElement.classList.toggle('sm-large', find('large').checked);
  });
  find('title').addEventListener('input', () => change(app, { ...app.list, title: find('title').value.trim() }));
}

/* Another list: kept at once when it is this device's own. */
function change(app, list) {
  app.list = list;
  if (!app.shared) keep(list);
  find(app, 'code').hidden = true;
  find(app, 'qr').setAttribute('aria-expanded', 'false');
}

function find(app, name) {
  return app.find(name);
}

function draw(app) {
  const { list, shared, find: get } = app;
  get('empty').hidden = list.items.length > 0;
  get('shared').hidden = !shared;
  get('clear').hidden = shared;
  get('title').value = list.title;
  get('items').replaceChildren(...list.items.map((item) => entry(app, item)));
  number(app);
  reveal(app);
}

/* The list is shown whole, so that nothing moves while it is read; or as far as it is known when that takes long. */
async function reveal(app) {
  const { list, known } = app;
  const late = new Promise((done) => { setTimeout(done, PATIENCE); });
  if (app.find('full').hidden) await Promise.race([late, Promise.all(list.items.map(({ id }) => known.get(id)))]);
  app.find('full').hidden = app.list.items.length === 0;
}

function entry(app, { id, note }) {
  const made = document.importNode(app.find('item').content, true).firstElementChild;
  made.dataset.id = id;
  const text = made.querySelector('[data-note]');
  text.value = note;
  text.addEventListener('input', () => write(app, id, text.value.trim()));
  made.querySelector('[data-up]').addEventListener('click', () => shift(app, id, -1));
  made.querySelector('[data-down]').addEventListener('click', () => shift(app, id, 1));
  made.querySelector('[data-remove]').addEventListener('click', () => remove(app, id));
  tell(app, made, id);
  return made;
}

async function tell(app, made, id) {
  if (!app.known.has(id)) app.known.set(id, lookUp(id, app.where));
  const facts = await app.known.get(id);
  const name = made.querySelector('[data-name]');
  name.textContent = facts.name || id.replaceAll('-', ' ');
  name.href = facts.address;
  made.querySelector('[data-summary]').textContent = facts.name ? facts.summary : app.words.missing;
  fill(made.querySelector('[data-alert]'), facts.alert);
  fill(made.querySelector('[data-place]'), facts.place);
  fill(made.querySelector('[data-hours]'), facts.hours?.join(' · '));
  if (facts.phone) call(made.querySelector('[data-phone]'), facts.phone);
  for (const what of ['up', 'down', 'remove', 'note']) {
    made.querySelector(`[data-${what}]`).setAttribute('aria-label', app.words[what].replace('{name}', name.textContent));
  }
}

function fill(element, text) {
  element.textContent = text ?? '';
  element.hidden = !text;
}

function call(line, { href, number: digits }) {
  line.hidden = false;
  line.firstElementChild.href = href;
  line.querySelector('bdi').textContent = digits;
}

function write(app, id, note) {
  change(app, { ...app.list, items: app.list.items.map((item) => (item.id === id ? { id, note } : item)) });
}

function shift(app, id, by) {
  const from = app.list.items.findIndex((item) => item.id === id);
  const to = from + by;
  if (to < 0 || to >= app.list.items.length) return;
  change(app, moved(app.list, from, to));
  const items = app.find('items');
  const [made, other] = [items.children[from], items.children[to]];
  const held = document.activeElement;
  if (by < 0) other.before(made);
  else other.after(made);
  number(app);
  (held.disabled ? made.querySelector(by < 0 ? '[data-down]' : '[data-up]') : held).focus();
  say(app, app.words.moved.replace('{name}', nameOf(made)).replace('{n}', to + 1).replace('{all}', items.children.length));
}

function number(app) {
  const items = [...app.find('items').children];
  items.forEach((made, at) => {
    made.querySelector('[data-up]').disabled = at === 0;
    made.querySelector('[data-down]').disabled = at === items.length - 1;
  });
}

function remove(app, id) {
  const made = [...app.find('items').children].find((item) => item.dataset.id === id);
  const next = made.nextElementSibling ?? made.previousElementSibling;
  const name = nameOf(made);
  change(app, without(app.list, id));
  made.remove();
  number(app);
  say(app, app.words.gone.replace('{name}', name));
  if (next) next.querySelector('[data-name]').focus();
  else draw(app);
}

function nameOf(made) {
  return made.querySelector('[data-name]').textContent;
}

function keepShared(app) {
  app.shared = false;
  history.replaceState(null, '', location.pathname + location.search);
  const own = read();
  const news = app.list.items.filter(({ id }) => !own.items.some((item) => item.id === id));
  change(app, { title: own.title || app.list.title, items: [...own.items, ...news] });
  draw(app);
  say(app, app.words.kept);
}

function clear(app) {
  change(app, EMPTY);
  draw(app);
  say(app, app.words.cleared);
}

function say(app, text) {
  app.find('status').textContent = text;
}

/* The address that holds the list. */
function addressOf(app) {
  return `${location.origin === 'null' ? location.href.split('#')[0] : location.origin + location.pathname}#${encode(app.list)}`;
}

async function share(app) {
  const url = addressOf(app);
  if (navigator.share) {
    await navigator.share({ title: app.list.title || document.title, url }).catch(() => undefined);
    return;
  }
  await navigator.clipboard?.writeText(url);
  say(app, app.words.copied);
}

async function toggleCode(app) {
  const box = app.find('code');
  const shown = box.hidden;
  if (shown) await drawCode(app);
  box.hidden = !shown;
  app.find('qr').setAttribute('aria-expanded', String(shown));
}

async function drawCode(app) {
  const { drawQr } = await import('./qr.js');
  app.find('code').replaceChildren(drawQr(addressOf(app), app.words.qr));
}

async function printOut(app) {
  await drawCode(app);
  writeOut(app);
  print();
}

/* Paper has no fields: the name and the notes as text, also for who prints from the browser's own menu. */
function writeOut(app) {
  const heading = app.find('heading');
  heading.textContent = app.list.title;
  heading.hidden = !app.list.title;
  for (const made of app.find('items').children) fill(made.querySelector('[data-printed]'), made.querySelector('[data-note]').value);
}
