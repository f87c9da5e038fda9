/*
 * The map's arithmetic, without a page: points of the earth in Web Mercator from 0 to 1, what fits in a window, and
 * which places stand so close together that one mark stands for them.
 */

export const TILE = 256;
export const MOST = 19;
const MARK = 44;
const SCALE = 1e5;

/** A point of the earth on the square of Web Mercator, from 0 to 1 from west to east and from north to south. */
export function project(latitude, longitude) {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** The data of the map with every point projected. */
export function unpack({ origin, outlines, places, services, ...rest }) {
  const point = (latitude, longitude) => project((origin[0] + latitude) / SCALE, (origin[1] + longitude) / SCALE);
  const ring = (steps) => {
    const found = [];
    for (let at = 0, latitude = 0, longitude = 0; at < steps.length; at += 2) {
      latitude += steps[at];
      longitude += steps[at + 1];
      found.push(point(latitude, longitude));
    }
    return found;
  };
  return {
    ...rest,
    outlines: outlines.map(([id, name, middle, rings]) => ({ id, name, ...point(...middle), rings: rings.map(ring) })),
    places: places.map(([id, name, language, latitude, longitude, area], at) => (
      { at, id, name, language, area: outlines[area]?.[0] ?? '', areaName: outlines[area]?.[1] ?? '', ...point(latitude, longitude) })),
    services: services.map(([id, name, language, at, themes, ...documents]) => ({ id, name, language, places: at, themes, documents })),
  };
}

/** The places that fit what is chosen, in their order, each with its services that fit: `{ theme, area, services }`. */
export function choose(map, { theme = '', area = '', services = null }) {
  const found = map.places.filter((place) => !area || place.area === area).map((place) => ({ ...place, services: [] }));
  const by = new Map(found.map((place) => [place.at, place]));
  for (const service of map.services) {
    if ((theme && !service.themes.includes(theme)) || (services && !services.has(service.id))) continue;
    for (const at of service.places) by.get(at)?.services.push(service);
  }
  return theme || services ? found.filter((place) => place.services.length) : found;
}

/** The smallest box around points. */
export function bounds(points) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { west: Math.min(...xs), east: Math.max(...xs), north: Math.min(...ys), south: Math.max(...ys) };
}

/** The view (middle and zoom) in which a box fits a window of so many pixels, with `air` left of both sides together. */
export function fit(box, width, height, most = MOST, air = 1.5 * MARK) {
  const room = (pixels) => Math.max(pixels - air, MARK) / TILE;
  const zoom = Math.log2(Math.min(room(width) / Math.max(box.east - box.west, 1e-9), room(height) / Math.max(box.south - box.north, 1e-9)));
  return { x: (box.west + box.east) / 2, y: (box.north + box.south) / 2, zoom: Math.max(1, Math.min(zoom, most)) };
}

/** Places in groups of those less than `near` pixels apart at a zoom, in the order of the first of each. */
export function cluster(places, zoom, near = MARK) {
  const scale = TILE * 2 ** zoom;
  const groups = [];
  const cells = new Map();
  for (const place of places) {
    const x = place.x * scale;
    const y = place.y * scale;
    const other = around(x, y, near).flatMap((cell) => cells.get(cell) ?? []).find((group) => Math.hypot(group.px - x, group.py - y) < near);
    if (other) other.places.push(place);
    else {
      const group = { px: x, py: y, x: place.x, y: place.y, places: [place] };
      groups.push(group);
      const own = `${Math.floor(x / near)} ${Math.floor(y / near)}`;
      cells.set(own, [...(cells.get(own) ?? []), group]);
    }
  }
  return groups;
}

function around(x, y, near) {
  const steps = [-1, 0, 1];
  return steps.flatMap((dx) => steps.map((dy) => `${Math.floor(x / near) + dx} ${Math.floor(y / near) + dy}`));
}
