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

/*
 * Print with the page's address and a code of it, for who holds the paper. Where the site knows its own address both are
 * on the page already.
 */
export async function printPage() {
  const check = document.querySelector('.sm-check');
  if (check && !check.querySelector('.sm-qr')) {
    const at = location.origin + location.pathname;
    const { drawQr } = await import('./qr.js');
    const line = Object.assign(document.createElement('p'), { className: 'sm-print-address', hidden: true, textContent: at });
    if (!check.querySelector('.sm-print-address')) check.append(line);
    check.append(drawQr(at, at));
  }
  print();
}
