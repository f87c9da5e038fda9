/*
 * What is open now and what is near, for all services at once: hours and points from one small file, which the build
 * makes of the same schedules as the tables on the pages (`pipeline/finder.py`). No DOM. The file has the services in the
 * order of their routes, so place 5 of a language's index is its fifth service here; a file that was made for another
 * index is not used. Where a resident is goes no further than these functions. Used by the search page and the map.
 */

import { clockAt, isOpen, readHours, stateAt } from '../hours/open.js';
import { inTime } from './patience.js';

const SCALE = 100_000;
const METRES_A_DEGREE = 111_195;
const BEST_FIRST = ['open', 'soon', 'later', 'appointment', 'closed', 'paused', 'unknown'];

/** The finder at an address; none without one, or when it can not be fetched. */
export async function openFinder(address) {
  if (!address) return null;
  try {
    const answer = await inTime(fetch(address));
    return answer.ok ? readFinder(await answer.json()) : null;
  } catch {
    return null;
  }
}

/**
 * The finder that a file holds: points of `neighbourhoods` and `postcodes` by name, and `services(language, documents)`,
 * the services in a language's index in its order, each with its `places` (`hours`, `point`; either may be missing).
 */
export function readFinder(table) {
  const [north, east] = table.origin;
  const point = ([lat, lon]) => ({ lat: (north + lat) / SCALE, lon: (east + lon) / SCALE });
  const points = table.points.flatMap((lat, at) => (at % 2 ? [] : [point([lat, table.points[at + 1]])]));
  const hours = table.hours.map(readHours);
  const all = table.services.split(';').map((text) => readService(text, hours, points));
  const named = (numbers) => new Map(Object.entries(numbers).map(([name, pair]) => [name, point(pair)]));
  return {
    neighbourhoods: named(table.neighbourhoods),
    postcodes: named(table.postcodes),
    services(language, documents) {
      if (checksum(documents) !== table.documents[language]) return null;
      const present = table.languages[language];
      return present ? all.filter((_, at) => present[at] === '1') : all;
    },
  };
}

function readService(text, hours, points) {
  const places = text.replace('*', '').split(',').map((place) => place.split('@'));
  return {
    wide: text.startsWith('*'),
    places: places.map(([time, at]) => ({ hours: time ? hours[parseInt(time, 36)] : null, point: at ? points[parseInt(at, 36)] : null })),
  };
}

function checksum(documents) {
  let found = 0;
  for (const character of [...documents].sort().join('')) found = (Math.imul(found, 31) + character.charCodeAt(0)) >>> 0;
  return found;
}

/** An engine that can also tell what is open, and that knows the place of each hit; as it was without a finder. */
export function withFinder(engine, finder, language) {
  const services = finder?.services(language, engine.documents);
  if (!services) return engine;
  const open = () => new Set(services.flatMap((service, id) => (isServiceOpen(service) ? [id] : [])));
  return {
    ...engine,
    service: (id) => services[id],
    having: async (facet, value) => (facet === 'open' ? open() : engine.having(facet, value)),
    totals: async () => ({ ...await engine.totals(), open: { now: open().size } }),
  };
}

/** Whether a service is open at one of its places at least. */
export function isServiceOpen({ places }, now = clockAt(Date.now())) {
  return places.some(({ hours }) => hours && isOpen(hours, now));
}

/** The state of a service, at the place with that number or where it is best; none when no hours were said. */
export function serviceState({ places }, now, number) {
  const asked = number === undefined ? places : [places[number]];
  const states = asked.filter(({ hours }) => hours).map(({ hours }) => stateAt(hours, now));
  return states.sort((a, b) => BEST_FIRST.indexOf(a.state) - BEST_FIRST.indexOf(b.state))[0] ?? null;
}

/** The nearest place of a service as `metres` and the `number` of the place; none when it has no place to go to. */
export function nearest({ places }, from) {
  const found = places.flatMap(({ point }, number) => (point ? [{ metres: metresBetween(from, point), number }] : []));
  return found.sort((a, b) => a.metres - b.metres)[0] ?? null;
}

/** Metres in a straight line, right within a metre over the distances in and around a municipality. */
export function metresBetween(a, b) {
  const across = (a.lon - b.lon) * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180));
  return Math.hypot(a.lat - b.lat, across) * METRES_A_DEGREE;
}
