/*
 * Images of streets under the outlines, fetched only after a press: from a web address with {z}, {x} and {y}, or out of
 * an archive (PMTiles), of which only the parts in sight are asked for.
 */

import { TILE } from './geometry.js';

/** A function that puts the images of a view in its place; it is called whenever the view changed. */
export async function imagesFrom(address, most) {
  const archive = address.endsWith('.pmtiles') ? await (await import('./archive.js')).openArchive(address) : null;
  const fill = archive?.fill ?? ((image, z, x, y) => {
    image.src = address.replace('{z}', z).replace('{x}', x).replace('{y}', y).replace('{s}', 'a').replace('{r}', '');
  });
  const known = new Map();
  const limit = Math.min(most, archive?.most ?? most);

  function place(key, [z, x, y], { tiles, view, width, height }) {
    const image = known.get(key) ?? archive?.element() ?? new Image(TILE, TILE);
    if (!known.has(key)) {
      Object.assign(image, { alt: '', draggable: false, referrerPolicy: 'no-referrer' });
      fill(image, z, x, y);
      known.set(key, image);
      tiles.append(image);
    }
    const wide = TILE * 2 ** view.zoom;
    const step = wide / 2 ** z;
    const left = x * step - view.x * wide + width / 2;
    const top = y * step - view.y * wide + height / 2;
    image.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px) scale(${(step / TILE).toFixed(4)})`;
  }

  return (seen) => {
    const wanted = inSight(seen, limit);
    for (const [key, tile] of wanted) place(key, tile, seen);
    for (const [key, image] of known) {
      if (wanted.has(key)) continue;
      image.remove();
      known.delete(key);
    }
  };
}

/** The numbers of the images that a view shows, by a word for each. */
export function inSight({ view, width, height }, most) {
  const z = Math.max(0, Math.min(Math.round(view.zoom), most));
  const wide = TILE * 2 ** view.zoom;
  const last = 2 ** z - 1;
  const edge = (middle, half) => Math.max(0, Math.min(last, Math.floor((middle + half / wide) * 2 ** z)));
  const found = new Map();
  for (let x = edge(view.x, -width / 2); x <= edge(view.x, width / 2); x++) {
    for (let y = edge(view.y, -height / 2); y <= edge(view.y, height / 2); y++) found.set(`${z}/${x}/${y}`, [z, x, y]);
  }
  return found;
}
