/*
 * Opens the map on a press: a list and a map of the same places in the same order. Until then nothing is loaded; images
 * of streets come only after another press, and only where the municipality has them. The page is whole without it.
 */

import { MOST, choose, unpack } from './geometry.js';
import { make, openStage } from './stage.js';

const SHOWN = 20;
const LISTED = 6;

const say = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
export const counted = (forms, language, n, values = {}) => {
  const texts = JSON.parse(forms);
  return say(texts[new Intl.PluralRules(language).select(n)] ?? texts.other, { n, ...values });
};

function linkTo(address, { id, name, language }) {
  const link = make('a', '', name);
  if (language) Object.assign(link, { lang: language, dir: 'auto' });
  link.href = address.replace('{id}', id);
  return link;
}

function button(text, act, className = 'sm-button sm-button--quiet') {
  const made = make('button', className, text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/* What stands in the window of a mark: each place with what is there. */
function aboutPlace(place, map, words) {
  const services = make('ul', 'sm-plain', ...place.services.slice(0, LISTED).map((service) => make('li', '', linkTo(map.service, service))));
  const rest = place.services.length - LISTED;
  if (rest > 0) services.append(make('li', '', say(words.rest, { n: rest })));
  const area = place.areaName ? [make('p', 'sm-muted sm-small', place.areaName)] : [];
  return make('section', '', make('h2', '', linkTo(map.place, place)), ...area, services);
}

function popup(root, map, words) {
  const box = make('div', 'sm-map__popup');
  const body = make('div', '');
  let back = null;
  const close = () => {
    box.hidden = true;
    back?.isConnected && back.focus();
    back = null;
  };
  box.tabIndex = -1;
  box.hidden = true;
  box.setAttribute('role', 'dialog');
  box.append(button(words.close, close, 'sm-map__close'), body);
  root.append(box);
  return {
    close,
    isOpen: () => !box.hidden,
    open(places, mark) {
      back = mark;
      body.replaceChildren(...places.map((place) => aboutPlace(place, map, words)));
      box.setAttribute('aria-label', mark.getAttribute('aria-label'));
      box.hidden = false;
      box.focus();
    },
  };
}

function listItem(place, map, words) {
  const facts = [place.areaName, place.services.length && counted(words.offers, words.language, place.services.length)].filter(Boolean);
  return make('li', '', linkTo(map.place, place), make('span', 'sm-muted sm-small', ` ${facts.join(' · ')}`));
}

function fillList(list, places, map, words, count = SHOWN) {
  list.replaceChildren(make('ol', 'sm-plain sm-plain--wide', ...places.slice(0, count).map((place) => listItem(place, map, words))));
  if (places.length <= count) return;
  list.append(button(words.more, () => {
    fillList(list, places, map, words, count + SHOWN);
    list.querySelectorAll('a')[count].focus();
  }));
}

/** A map with its buttons in `root`; `show(places)` puts places on it. `words` are those of the page's own tag. */
export function openMap(root, map, words) {
  const most = words.tiles ? Math.min(Number(words.maxZoom), MOST) : 18;
  const found = popup(root, map, words);
  const nameOf = (place) => [place.name, place.areaName].filter(Boolean).join(words.comma);
  let under = () => {};
  const stage = openStage(root, {
    outlines: map.outlines, most, press: found.open, under: (seen) => under(seen),
    words: {
      map: words.map,
      one: nameOf,
      many: (places) => counted(words.near, words.language, places.length, { place: nameOf(places[0]) }),
    },
  });
  const tools = make('div', 'sm-map__tools', ...[['+', words.closer, 1], ['−', words.farther, -1]].map(([sign, label, change]) => {
    const made = button(sign, () => stage.zoomAt(change), 'sm-map__tool');
    made.setAttribute('aria-label', label);
    return made;
  }), button(words.whole, stage.whole, 'sm-map__tool'));
  if (words.tiles) tools.append(streets(stage, words, most, (draw) => { under = draw; }));
  root.prepend(tools);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !found.isOpen()) return;
    event.stopPropagation();
    found.close();
  });
  return { ...stage, show: (places) => { found.isOpen() && found.close(); stage.show(places); } };
}

/* The button that asks for images of streets, with who is asked. */
function streets(stage, words, most, use) {
  const made = button(words.streets, async () => {
    const { imagesFrom } = await import('./tiles.js');
    use(await imagesFrom(words.tiles, most));
    stage.zoomAt(0);
    stage.stage.classList.add('sm-map__stage--streets');
    made.replaceWith(make('span', 'sm-small', words.attribution));
  }, 'sm-map__tool');
  return made;
}

function fillSelect(select, links) {
  for (const link of links) select.append(new Option(link.textContent, link.pathname.split('/').pop().replace('.html', '')));
}

function start(root) {
  const words = { ...root.dataset };
  const [opener, form, status, view, list] = ['open', 'form', 'status', 'view', 'list'].map((name) => root.querySelector(`[data-map-${name}]`));
  let map = null;
  let shown = null;

  function show() {
    const chosen = { theme: form.elements.theme.value, area: form.elements.area.value };
    const places = choose(map, chosen);
    const asked = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    history.replaceState(null, '', `${location.pathname}${String(asked) ? `?${asked}` : ''}`);
    status.textContent = counted(words.found, words.language, places.length);
    shown.show(places);
    fillList(list, places, map, words);
  }

  async function open() {
    if (!map) {
      map = unpack((await import(new URL(words.mapData, location.href))).default);
      view.hidden = false;
      shown = openMap(view, map, words);
    }
    toggle(true);
    show();
    shown.stage.focus();
  }

  function toggle(on) {
    for (const part of [view, form, list, status]) part.hidden = !on;
    opener.textContent = on ? words.hide : words.show;
    opener.setAttribute('aria-expanded', on);
  }

  const failed = () => {
    status.hidden = false;
    status.textContent = words.failed;
  };
  const asked = new URLSearchParams(location.search);
  for (const name of ['theme', 'area']) {
    fillSelect(form.elements[name], document.querySelectorAll(`[data-map-links=${name}] a`));
    form.elements[name].value = asked.get(name) ?? '';
    if (form.elements[name].selectedIndex < 0) form.elements[name].value = '';
  }
  form.addEventListener('change', show);
  opener.addEventListener('click', () => (view.hidden ? open().catch(failed) : toggle(false)));
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || view.hidden) return;
    toggle(false);
    opener.focus();
  });
  opener.hidden = false;
}

const root = globalThis.document?.querySelector('[data-map-page]');
if (root) start(root);
