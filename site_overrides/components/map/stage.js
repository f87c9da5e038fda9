/*
 * The window of the map: neighbourhoods as outlines, places as named buttons, moved with pointer, touch, wheel and keys.
 * Nothing moves by itself. Called by `map.js` when somebody opens the map.
 */

import { TILE, bounds, cluster, fit } from './geometry.js';
import { inRings, placeNames } from './names.js';

const SVG = 'http://www.w3.org/2000/svg';
const UNIT = 1e6;
const STEP = 80;
const DRAG = 6;
const LEAST = 4;
const HALF = { one: 14, many: 20 };
/* How much closer than the whole a press goes: places that are still together then are told together. */
const CLOSER = 4;
/* Around the whole municipality, and between marks where the window is narrow, so that names have room between them. */
const AIR = 24;
const NARROW = { width: 480, near: 60 };

export function make(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A map in `root`: `show(places)` puts marks on it, `press(places, mark)` is called when one cannot be split. */
export function openStage(root, { outlines, words, press, most, under = () => {} }) {
  const stage = make('div', 'sm-map__stage');
  const tiles = make('div', 'sm-map__tiles');
  const marks = make('ul', 'sm-map__marks');
  const drawing = document.createElementNS(SVG, 'svg');
  const names = make('div', 'sm-map__names');
  const state = { view: null, home: null, groups: [], places: [], spots: [], zoom: NaN };
  Object.assign(stage, { tabIndex: 0, dir: 'ltr' });
  stage.setAttribute('role', 'group');
  stage.setAttribute('aria-label', words.map);
  for (const hidden of [tiles, drawing, names]) hidden.setAttribute('aria-hidden', 'true');
  drawing.setAttribute('preserveAspectRatio', 'none');
  drawing.append(...outlines.map(outlineOf));
  names.append(...outlines.map((outline) => make('span', 'sm-map__name', outline.name)));
  stage.append(tiles, drawing, names, marks);
  root.append(stage);

  const size = () => ({ width: stage.clientWidth, height: stage.clientHeight });
  const near = () => (size().width < NARROW.width ? NARROW.near : undefined);
  const scale = () => TILE * 2 ** state.view.zoom;
  const onStage = (point) => {
    const { width, height } = size();
    return { left: (point.x - state.view.x) * scale() + width / 2, top: (point.y - state.view.y) * scale() + height / 2 };
  };
  const put = (element, point) => {
    const { left, top } = onStage(point);
    element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
  };

  function draw() {
    const { width, height } = size();
    const w = width / scale();
    const h = height / scale();
    const [x, y] = [state.view.x - w / 2 - state.home.x, state.view.y - h / 2 - state.home.y];
    drawing.setAttribute('viewBox', [x, y, w, h].map((value) => value * UNIT).join(' '));
    if (state.zoom !== state.view.zoom) regroup();
    [...names.children].forEach((name, at) => state.spots[at] && put(name, state.spots[at]));
    marks.querySelectorAll('button').forEach((button, at) => put(button, state.groups[at]));
    cull();
    under({ tiles, view: state.view, width, height });
  }

  /* Marks out of sight are no stop of the keyboard, unless it stands there. */
  function cull() {
    const { width, height } = size();
    marks.querySelectorAll('button').forEach((button, at) => {
      const { left, top } = onStage(state.groups[at]);
      const seen = left > -20 && left < width + 20 && top > -20 && top < height + 20;
      button.parentElement.hidden = !seen && button !== document.activeElement;
    });
  }

  function regroup() {
    const focused = [...marks.querySelectorAll('button')].indexOf(document.activeElement);
    const kept = focused < 0 ? null : state.groups[focused].places[0];
    state.zoom = state.view.zoom;
    state.groups = cluster(state.places, state.zoom, near());
    marks.replaceChildren(...state.groups.map((group) => make('li', '', markOf(group))));
    nameOutlines();
    if (kept) buttonOf(kept)?.focus({ preventScroll: true });
  }

  function nameOutlines() {
    const shown = [...names.children];
    for (const name of shown) name.hidden = false;
    const { width, height } = size();
    const toEarth = (left, top) => [state.view.x + (left - width / 2) / scale(), state.view.y + (top - height / 2) / scale()];
    const wanted = outlines.map((outline, at) => ({
      ...onStage(outline), wide: shown[at].offsetWidth, high: shown[at].offsetHeight,
      inside: (left, top) => inRings(outline.rings, ...toEarth(left, top)),
    }));
    const marked = state.groups.map((group) => ({ ...onStage(group), half: group.places.length > 1 ? HALF.many : HALF.one }));
    placeNames(wanted, marked, { width, height }).forEach((spot, at) => {
      shown[at].hidden = !spot;
      const [x, y] = spot ? toEarth(spot.left, spot.top) : [];
      state.spots[at] = spot && { x, y };
    });
  }

  const buttonOf = (place) => marks.querySelectorAll('button')[state.groups.findIndex((group) => group.places.includes(place))];

  function markOf(group) {
    const many = group.places.length > 1;
    const button = make('button', many ? 'sm-mark sm-mark--many' : 'sm-mark', many ? String(group.places.length) : '');
    button.type = 'button';
    button.setAttribute('aria-label', many ? words.many(group.places) : words.one(group.places[0]));
    button.addEventListener('click', () => pressed(group, button));
    return button;
  }

  function pressed(group, button) {
    const closer = fit(bounds(group.places), size().width, size().height, Math.min(most, state.home.zoom + CLOSER));
    const splits = cluster(group.places, closer.zoom, near()).length > 1;
    if (group.places.length === 1 || !splits) {
      press(group.places, button);
      return;
    }
    move(closer);
    buttonOf(group.places[0])?.focus({ preventScroll: true });
  }

  function move(view) {
    state.view = { ...state.view, ...view, zoom: Math.max(LEAST, Math.min(view.zoom ?? state.view.zoom, most)) };
    draw();
  }

  /* Zooms so that the point of the stage at (left, top) stays where it is. */
  function zoomAt(change, left = size().width / 2, top = size().height / 2) {
    const { width, height } = size();
    const at = { x: state.view.x + (left - width / 2) / scale(), y: state.view.y + (top - height / 2) / scale() };
    const zoom = Math.max(LEAST, Math.min(state.view.zoom + change, most));
    const wide = TILE * 2 ** zoom;
    move({ x: at.x - (left - width / 2) / wide, y: at.y - (top - height / 2) / wide, zoom });
  }

  const pan = (right, down) => move({ x: state.view.x + right / scale(), y: state.view.y + down / scale() });
  const whole = () => move(state.home);
  listen(stage, { pan, zoomAt, whole });
  new ResizeObserver(() => state.view && draw()).observe(stage);

  return {
    stage, zoomAt, whole,
    show(places) {
      state.places = places;
      const around = [...outlines.flatMap((outline) => outline.rings.flat()), ...(outlines.length ? [] : places)];
      state.home = around.length ? fit(bounds(around), size().width, size().height, most, AIR) : { x: 0.5, y: 0.5, zoom: LEAST };
      drawing.querySelectorAll('path').forEach((path, at) => path.setAttribute('d', pathOf(outlines[at], state.home)));
      state.zoom = NaN;
      const start = places.length ? fit(bounds(places), size().width, size().height, Math.min(most, 16)) : state.home;
      state.view = places.length && start.zoom > state.home.zoom + 1 ? start : state.home;
      draw();
    },
    focusOn: (place) => buttonOf(place)?.focus(),
  };
}

function outlineOf() {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('vector-effect', 'non-scaling-stroke');
  path.setAttribute('fill-rule', 'evenodd');
  return path;
}

/* Around the middle of the map, as browsers keep few digits of a number in a drawing. */
function pathOf(outline, middle) {
  const at = ({ x, y }) => `${((x - middle.x) * UNIT).toFixed(2)} ${((y - middle.y) * UNIT).toFixed(2)}`;
  return outline.rings.map((ring) => `M${ring.map(at).join('L')}Z`).join('');
}

const KEYS = {
  ArrowLeft: (move) => move.pan(-STEP, 0), ArrowRight: (move) => move.pan(STEP, 0),
  ArrowUp: (move) => move.pan(0, -STEP), ArrowDown: (move) => move.pan(0, STEP),
  '+': (move) => move.zoomAt(1), '=': (move) => move.zoomAt(1), '-': (move) => move.zoomAt(-1), Home: (move) => move.whole(),
};

function listen(stage, move) {
  const pointers = new Map();
  let dragged = false;
  const place = (event) => {
    const box = stage.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  stage.addEventListener('keydown', (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(move);
  });
  stage.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    dragged = false;
    pointers.set(event.pointerId, { ...place(event), start: place(event) });
  });
  stage.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    dragged ||= Math.hypot(now.left - before.start.left, now.top - before.start.top) > DRAG;
    if (!dragged) return;
    if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { ...now, start: before.start });
    if (!other) move.pan(before.left - now.left, before.top - now.top);
    else move.zoomAt(Math.log2(apart(now, other) / apart(before, other)), (now.left + other.left) / 2, (now.top + other.top) / 2);
  });
  for (const end of ['pointerup', 'pointercancel']) stage.addEventListener(end, (event) => pointers.delete(event.pointerId));
  stage.addEventListener('click', (event) => {
    if (dragged) event.stopPropagation();
  }, true);
  stage.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && document.activeElement !== stage) return;
    event.preventDefault();
    const { left, top } = place(event);
    move.zoomAt(-event.deltaY / 240, left, top);
  }, { passive: false });
}

const apart = (a, b) => Math.max(1, Math.hypot(a.left - b.left, a.top - b.top));
