/*
 * What the buttons on the page of a service need once somebody presses them: loaded then and not before.
 * Called by `tools.js`.
 */

import { has, withItem, without } from './codec.js';
import { keep, read } from './store.js';

/* Put a service on this device's list, or take it off. */
export function toggle(id) {
  const list = read();
  keep(has(list, id) ? without(list, id) : withItem(list, id));
}

export async function sharePage() {
  const page = { title: document.title, url: location.href };
  if (navigator.share) {
    await navigator.share(page).catch(() => undefined);
    return;
  }
  await navigator.clipboard?.writeText(page.url);
  const status = document.querySelector('[data-shared]');
  status.textContent = status.dataset.shared;
}

/* Print with a code of the page's address, for who holds the paper; without an address just print. */
export async function printPage() {
  const at = document.querySelector('.sm-print-address');
  if (at && !document.querySelector('.sm-qr')) {
    const { drawQr } = await import('./qr.js');
    at.after(drawQr(at.textContent, at.textContent));
  }
  print();
}
