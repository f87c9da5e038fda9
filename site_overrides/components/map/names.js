/*
 * Where the names of neighbourhoods stand on the map: inside their outline, clear of marks and of each other, or nowhere.
 * The same places give the same answer. Used by stage.js whenever the marks change.
 */

const STEP = 8;
const LINES = 12;
const ASIDE = 4;
const INNER = 0.25;
const AIR = 4;
const OVER_AN_EDGE = 60;

/**
 * For each name the middle of where it stands, as `{ left, top }` in pixels, or null where it has no room.
 * A name is `{ left, top, wide, high, inside(left, top) }`, with the middle of its outline; a mark is `{ left, top, half }`.
 */
export function placeNames(names, marks, { width, height }) {
  const taken = marks.map(({ left, top, half }) => boxAt({ left, top }, 2 * half, 2 * half));
  const seen = { left: 0, top: 0, right: width, bottom: height };
  return names.map((name) => {
    const others = names.filter((other) => other !== name);
    const box = (spot) => boxAt(spot, name.wide, name.high);
    const free = (spot) => (!within(name, seen) || holds(seen, box(spot))) && !taken.some((other) => meet(other, box(spot)));
    const found = spotsOf(name, others).filter(free).sort((a, b) => a.cost - b.cost)[0];
    if (!found) return null;
    taken.push(box(found));
    return { left: found.left, top: found.top };
  });
}

/*
 * Spots around the middle of an outline, each with what it costs to stand there: far away, or over an edge. Its middle is
 * inside, and most of it never in another outline.
 */
function spotsOf(name, others) {
  const spots = [];
  const elsewhere = (left, top) => others.some((other) => other.inside(left, top));
  for (let down = -LINES; down <= LINES; down++) {
    for (let aside = -ASIDE; aside <= ASIDE; aside++) {
      const spot = { left: name.left + (aside * name.wide) / (2 * ASIDE), top: name.top + down * STEP };
      const part = (share) => [spot.left + share * name.wide, spot.top];
      if (!name.inside(...part(0)) || elsewhere(...part(-INNER)) || elsewhere(...part(INNER))) continue;
      const over = [-0.5, 0.5].filter((side) => elsewhere(...part(side))).length;
      spots.push({ ...spot, cost: Math.hypot(spot.left - name.left, spot.top - name.top) + over * OVER_AN_EDGE });
    }
  }
  return spots;
}

const boxAt = ({ left, top }, wide, high) => (
  { left: left - wide / 2 - AIR / 2, top: top - high / 2 - AIR / 2, right: left + wide / 2 + AIR / 2, bottom: top + high / 2 + AIR / 2 });
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = ({ left, top }, box) => left > box.left && left < box.right && top > box.top && top < box.bottom;
const holds = (box, other) => other.left >= box.left && other.right <= box.right && other.top >= box.top && other.bottom <= box.bottom;

/** Whether a point lies in rings of points, by how often a line from it crosses them (even-odd rule). */
export function inRings(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, last = ring.length - 1; at < ring.length; last = at++) {
      const [a, b] = [ring[at], ring[last]];
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    }
  }
  return inside;
}
