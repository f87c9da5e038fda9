/* How the editing environment reads and writes a record: every value as the text that stands there, short ways of
   writing spelled out for its questions, and on saving only what somebody changed. Comments, order and what it has no
   question for stay as they are, for the text that was read goes along under a key that no record has. */
import * as YAML from './yaml/index.js';

const KEPT = '\u0000text';
const LOOSE = { schema: 'failsafe', keepSourceTokens: false, uniqueKeys: false };
/* The library parts a comment from its value with one space, `socialmap fmt` with two. */
const MARK = '\u0001#';
const OWN_LINE = /^( *)\u0001#/gm;
const BESIDE = / +\u0001#/g;
const PLAIN = /^\p{L}[\p{L}\p{N}_ .()/'’&+-]*[\p{L}\p{N}_.)/]$|^\p{L}$/u;
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

export function makeFormat(fields, booleans) {
  const spelled = { booleans, fields };
  return {
    fromFile: (text) => ({ ...read(text, spelled), [KEPT]: text }),
    toFile: ({ [KEPT]: text = '', ...record }) => changed(text, record, spelled),
  };
}

function read(text, { fields, booleans }) {
  return spellOut(parse(text).toJS() ?? {}, fields, booleans);
}

function parse(text) {
  const document = YAML.parseDocument(text, LOOSE);
  if (document.errors.length) throw document.errors[0];
  return document;
}

/* What may be written short (a phone as its number) as the group that it stands for. */
function spellOut(values, fields, booleans) {
  const entries = Object.entries(values).map(([key, value]) => {
    const field = fields[key.split('@', 1)[0]];
    return [key, field ? spell(value, field, booleans) : value];
  });
  return Object.fromEntries(entries);
}

function spell(value, field, booleans) {
  if (field.many) return (Array.isArray(value) ? value : [value]).filter((one) => !isEmpty(one)).map((one) => item(one, field, booleans));
  return item(value, field, booleans);
}

function item(value, field, booleans) {
  if (field.boolean) return booleans[String(value).toLowerCase()] ?? value;
  if (!field.fields || isEmpty(value)) return value;
  if (typeof value !== 'object') return field.short ? { [field.short]: value } : value;
  return spellOut(value, field.fields, booleans);
}

function changed(text, record, spelled) {
  const document = text.trim() ? parse(text) : new YAML.Document({}, LOOSE);
  const before = read(text, spelled);
  const after = spellOut(tidy(record), spelled.fields, spelled.booleans);
  merge(document.contents, tidy(before), after, spelled.fields);
  const marked = document.toString({ lineWidth: 0, flowCollectionPadding: false, commentString: marks });
  return marked.replace(OWN_LINE, '$1#').replace(BESIDE, '  #');
}

/* Puts what differs in a group where it stands, and leaves all else. */
function merge(node, before, after, fields) {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (same(before[key], after[key])) continue;
    const field = fields[key.split('@', 1)[0]] ?? {};
    const inside = node.get(key, true);
    if (after[key] === undefined) node.delete(key);
    else if (mergeInside(inside, before[key], after[key], field)) continue;
    else node.set(scalarIn(node, key), kept(inside, made(after[key], field)));
  }
}

function marks(comment) {
  return comment.replace(/^(?!$)/gm, MARK);
}

function scalarIn(node, key) {
  return node.items.find((pair) => String(pair.key) === key)?.key ?? scalar(key);
}

function mergeInside(node, before, after, field) {
  if (YAML.isMap(node) && isGroup(before) && isGroup(after)) {
    merge(node, before, after, field.fields ?? {});
    return true;
  }
  if (!YAML.isSeq(node) || before?.length !== after?.length || node.items.length !== after.length) return false;
  after.forEach((one, index) => {
    if (same(before[index], one)) return;
    const merged = mergeInside(node.items[index], before[index], one, { ...field, many: false });
    if (!merged) node.set(index, kept(node.items[index], made(one, { ...field, many: false })));
  });
  return true;
}

/* A new value with the comments that stood at the old one. */
function kept(old, fresh) {
  const { comment, commentBefore, spaceBefore } = old ?? {};
  return Object.assign(fresh, { comment, commentBefore, spaceBefore });
}

function made(value, field) {
  if (Array.isArray(value)) {
    const list = new YAML.YAMLSeq();
    list.items = value.map((one) => made(one, { ...field, many: false }));
    list.flow = value.every((one) => !isGroup(one));
    return list;
  }
  if (!isGroup(value)) return scalar(String(value));
  const map = new YAML.YAMLMap();
  for (const [key, part] of Object.entries(value)) map.set(scalar(key), made(part, field.fields?.[key] ?? {}));
  return map;
}

function scalar(text) {
  const node = new YAML.Scalar(text);
  if (text.includes('\n')) node.type = 'BLOCK_LITERAL';
  else node.type = (PLAIN.test(text) && !NOT_TEXT.test(text)) || isKey(text) ? 'PLAIN' : 'QUOTE_DOUBLE';
  return node;
}

function isKey(text) {
  return /^[\p{L}_]+@[a-z-]+$/u.test(text);
}

function isGroup(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isEmpty(value) {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/* Questions without an answer are no part of a record. */
function tidy(value) {
  if (Array.isArray(value)) return value.filter((one) => !isEmpty(one)).map(tidy);
  if (!isGroup(value)) return typeof value === 'string' ? value.trim() : String(value);
  return Object.fromEntries(Object.entries(value).filter(([, part]) => !isEmpty(part)).map(([key, part]) => [key, tidy(part)]));
}

function same(one, other) {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
