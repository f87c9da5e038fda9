/*
 * How far something is, in words. No DOM. A straight line is all that is known, so the way there is taken to be a third
 * longer, and the minutes say that they are about so many. Used by card.js and the map.
 */

const LONGER = 1.3;
const FOOT = { metres: 75, most: 25 };
const BICYCLE = { metres: 240, most: 60 };
const STEP = 50;
const KILOMETRE = 1000;

/** A distance such as “800 m, about 14 minutes on foot”; `words` has the sentences, `lang` says how to write numbers. */
export function sayDistance(metres, { words, lang }) {
  const far = sayMetres(metres, lang);
  const way = [FOOT, BICYCLE].find(({ metres: speed, most }) => minutes(metres, speed) <= most);
  if (!way) return far;
  const sentence = way === FOOT ? words.on_foot : words.by_bicycle;
  return sentence.replace('{far}', far).replace('{n}', minutes(metres, way.metres));
}

/** Metres as people say them: “800 m”, “1,2 km”. */
export function sayMetres(metres, lang) {
  const near = Math.max(STEP, Math.round(metres / STEP) * STEP);
  const [value, unit] = near < KILOMETRE ? [near, 'meter'] : [metres / KILOMETRE, 'kilometer'];
  const format = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(`${lang}-u-nu-latn`, format).format(value);
}

function minutes(metres, speed) {
  return Math.max(1, Math.round((metres * LONGER) / speed));
}
