/*
 * Images out of one file (PMTiles), of which only the parts in sight are fetched: pictures as they are, vectors painted
 * here. Loaded only where the municipality has such a file, and after a press.
 */

import { PMTiles } from '../../vendor/pmtiles/pmtiles.js';

const VECTORS = 1;
const SIDE = 512;

/** What an archive offers: how far it goes (`most`), an empty `element` for an image, and what fills one. */
export async function openArchive(address) {
  const archive = new PMTiles(new URL(address, location.href).href);
  const { tileType, maxZoom } = await archive.getHeader();
  return { most: maxZoom, ...(tileType === VECTORS ? await vectors(archive) : pictures(archive)) };
}

function pictures(archive) {
  return {
    element: () => new Image(256, 256),
    async fill(image, z, x, y) {
      const found = await archive.getZxy(z, x, y);
      if (!found) return;
      image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true });
      image.src = URL.createObjectURL(new Blob([found.data]));
    },
  };
}

async function vectors(archive) {
  const { paint } = await import('./paint.js');
  return {
    element: () => Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE, className: 'sm-map__canvas' }),
    async fill(canvas, z, x, y) {
      const found = await archive.getZxy(z, x, y);
      if (found) paint(canvas, found.data, z);
    },
  };
}
