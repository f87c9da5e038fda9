/*
 * A button on each card of a service that keeps it in one's own list, on pages that list services. What a card says is
 * there already, so this only adds the button, and also to cards that search makes later. Nothing is stored before a
 * press; what a press needs is loaded with it (`press.js`). The words stand in the tag of this script.
 */

const CARDS = '.sm-card, .sm-search__result';
const SVG = 'http://www.w3.org/2000/svg';
const MARK = 'M17 3H7a2 2 0 0 0-2 2v16l7-3 7 3V5a2 2 0 0 0-2-2';
const { dataset: words } = document.querySelector('[data-keep-more]');
const main = document.querySelector('main');
const status = make('p', { class: 'sm-hidden', role: 'status' });
const way = make('a', { class: 'sm-keep__way', href: words.list });

main.append(status);
dress();
new MutationObserver(dress).observe(main, { childList: true, subtree: true });
addEventListener('pageshow', showAll);

function dress() {
  for (const card of main.querySelectorAll(CARDS)) {
    const link = card.querySelector(':is(h2, h3) a');
    if (!link || card.querySelector('[data-keep]')) continue;
    const id = new URL(link.href).pathname.split('/').pop().replace(/\.html$/, '');
    place(card, button(id, link.textContent.replaceAll('\u00AD', '')));
  }
}

/* Beside the number, where there is one: so that a list does not become longer. */
function place(card, made) {
  const [list, line] = [card.querySelector('.sm-line'), card.querySelector('.sm-line__phone, .sm-search__contact')];
  if (line) line.append(made);
  else if (list) list.append(make('li', { class: 'sm-line__phone' }, made));
  else card.append(make('p', { class: 'sm-search__contact' }, made));
}

function button(id, name) {
  const made = make('button', { type: 'button', class: 'sm-tool sm-keep', 'data-keep': id, 'data-name': name });
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  icon.append(document.createElementNS(SVG, 'path'));
  icon.firstChild.setAttribute('d', MARK);
  made.append(icon, make('span', {}), make('span', { class: 'sm-hidden' }));
  made.addEventListener('click', () => press(made));
  show(made);
  return made;
}

async function press(made) {
  const { toggle } = await import('./press.js');
  toggle(made.dataset.keep);
  showAll();
  const kept = held().has(made.dataset.keep);
  const n = held().size;
  way.textContent = `${words.to} (${n})`;
  if (kept) made.after(way);
  else way.remove();
  status.textContent = (kept ? words.added : words.taken).replace('{name}', isolated(made)).replace('{n}', n);
}

function showAll() {
  for (const made of main.querySelectorAll('[data-keep]')) show(made);
}

function show(made) {
  const kept = held().has(made.dataset.keep);
  const [, text, more] = made.children;
  made.classList.toggle('sm-keep--kept', kept);
  text.textContent = kept ? words.kept : words.keep;
  more.textContent = ` ${(kept ? words.keptMore : words.keepMore).replace('{name}', isolated(made))}`;
}

/* A name may run the other way than the sentence around it. */
function isolated(made) {
  return `\u2068${made.dataset.name}\u2069`;
}

/* The services on this device's list, as `codec.js` writes it. */
function held() {
  let text = '';
  try {
    text = localStorage.getItem('sm-list') ?? '';
  } catch { /* a browser that keeps nothing has no list */ }
  return new Set(text.split(';')[0].split(',').map((item) => item.split('~')[0]).filter(Boolean));
}

function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
