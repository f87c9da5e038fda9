/*
 * The list that this device keeps: one entry in its storage, written only after somebody chose to keep something and
 * gone when the list is empty. Where a browser allows no storage nothing is kept and `works` says so.
 */

import { decode, encode } from './codec.js';

const KEY = 'sm-list';

export function works() {
  try {
    return Boolean(globalThis.localStorage);
  } catch {
    return false;
  }
}

export function read() {
  return decode((works() && localStorage.getItem(KEY)) || '');
}

export function keep(list) {
  if (!works()) return;
  if (list.items.length) localStorage.setItem(KEY, encode(list));
  else localStorage.removeItem(KEY);
}
