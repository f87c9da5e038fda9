/*
 * A list as text and back: `{ title, items: [{ id, note }] }`. The text goes into the part of an address after `#`,
 * which browsers send to nobody, and into storage. What is no list gives an empty one. No DOM in here.
 */

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST = 40;
const LONGEST = 300;

export const EMPTY = Object.freeze({ title: '', items: Object.freeze([]) });

export function encode({ title, items }) {
  const parts = items.map(({ id, note }) => (note ? `${id}~${encodeURIComponent(note)}` : id));
  return parts.join(',') + (title ? `;${encodeURIComponent(title)}` : '');
}

export function decode(text) {
  const [list, title = ''] = text.replace(/^#/, '').split(';');
  const seen = new Set();
  const items = list.split(',').map(item).filter(({ id }) => ID.test(id) && id.length <= 80 && !seen.has(id) && seen.add(id));
  return { title: plain(title), items: items.slice(0, MOST) };
}

/* The list with a service at its end, or without it. */
export function withItem(list, id) {
  return has(list, id) ? list : { ...list, items: [...list.items, { id, note: '' }].slice(0, MOST) };
}

export function without(list, id) {
  return { ...list, items: list.items.filter((one) => one.id !== id) };
}

export function has(list, id) {
  return list.items.some((one) => one.id === id);
}

/* The list with the item at one place moved to another. */
export function moved(list, from, to) {
  const items = [...list.items];
  items.splice(to, 0, ...items.splice(from, 1));
  return { ...list, items };
}

function item(text) {
  const [id, ...note] = text.split('~');
  return { id, note: plain(note.join('~')) };
}

function plain(text) {
  try {
    return decodeURIComponent(text).slice(0, LONGEST);
  } catch {
    return '';
  }
}
