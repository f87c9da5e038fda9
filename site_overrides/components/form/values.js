/* Written values and what they come down to, as the command line takes them. */

export function isEmpty(value) {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  if (typeof value === 'object') return Object.values(value).every(isEmpty);
  return String(value).trim() === '';
}

export function isoDate(text) {
  const found = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim());
  return found ? `${found[3]}-${found[2].padStart(2, '0')}-${found[1].padStart(2, '0')}` : text.trim();
}

export function plainNumber(text) {
  return /^-?\d+,\d+$/.test(text.trim()) ? text.trim().replace(',', '.') : text.trim();
}

export function items(value) {
  return (Array.isArray(value) ? value : [value]).filter((item) => !isEmpty(item));
}

export function pattern([source, flags], more = '') {
  return new RegExp(source, flags + more);
}

export function slug(text) {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '');
}

export function isDay(iso) {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!day || Number(day[1]) < 1 || Number(day[2]) < 1 || Number(day[2]) > 12) return false;
  return Number(day[3]) >= 1 && Number(day[3]) <= daysIn(Number(day[1]), Number(day[2]));
}

export function daysIn(year, month) {
  const day = new Date(Date.UTC(2000, month, 0));
  day.setUTCFullYear(year, month, 0);
  return day.getUTCDate();
}

export function isWithin(field, number) {
  return !(Number(number) < field.least) && !(Number(number) > field.most);
}
