/*
 * How well each place answers a question: how much of what was asked it has, where rare words say more than common ones,
 * a name more than a summary, and the word itself more than one that means the same. What has only the everyday words of
 * a question stands aside for what has one that tells more. What nobody checked for long comes after what answers as well
 * and is kept right. Used by engine.js.
 */

export const FIELDS = { name: 1, also: 0.95, summary: 0.62, text: 0.3 };
export const UNDER = { organization: 0.62, life_question: 0.6, theme: 0.5, entrance: 0.5, target_group: 0.42, neighbourhood: 0.4 };
const KIND = 0.4;
const LIGHT = [1, 0.75, 0.5, 0.3];
const SECOND = 0.12;
const NAME = 0.16;
const WORTH = 0.3;
const LITTLE_SAID = 2;
const ASIDE = 0.7;
const AGED = 0.92;
const STRONG = 0.4;
const STRONG_SHARE = 0.6;

/**
 * The places that answer, best first: `{ id, score, strong }`. `places(at)` gives the numbers of the entries that have a
 * word, by field; `under(entry)` the kind of an entry that is no service, and its services.
 */
export function rank({ concepts, spans }, { size, places, under, lengths, old = new Set(), texts = [] }) {
  const look = makeLooker({ size, places, under });
  const found = concepts.map((concept, at) => {
    const scores = look.best(concept.alternatives);
    for (const id of texts[at] ?? []) raiseScore(scores, id, { score: FIELDS.text, name: 0, where: 8 });
    return scores;
  });
  for (const { covers, alternatives } of spans) {
    const scores = look.best(alternatives);
    for (const at of covers) for (const [id, one] of scores) raiseScore(found[at], id, one);
  }
  const weights = found.map((scores, at) => weightOf(scores, size, concepts[at]));
  return ordered(found, weights, { lengths, old, telling: concepts.map(({ light }) => light < LITTLE_SAID) });
}

function makeLooker({ size, places, under }) {
  const idf = (count) => Math.log(1 + size / (1 + count));

  function ofWords(words) {
    const scores = new Map();
    for (const [at, weight] of words) {
      for (const [field, entries] of places(at)) {
        for (const entry of entries) addEntry(scores, entry, weight * FIELDS[field], field);
      }
    }
    return scores;
  }

  function addEntry(scores, entry, weight, field) {
    if (entry < size) {
      raiseScore(scores, entry, { score: weight, name: field === 'name' ? weight : 0, where: field === 'summary' ? 2 : 1 });
      return;
    }
    const { kind, services } = under(entry);
    const share = weight * (UNDER[kind] ?? KIND);
    for (const id of services) raiseScore(scores, id, { score: share, name: 0, where: 4 });
  }

  function ofAll(sets, need = 0) {
    const each = sets.map(ofWords);
    const shares = each.map((scores) => idf(scores.size));
    const sum = shares.reduce((total, share) => total + share, 0);
    const scores = new Map();
    each.forEach((one, at) => one.forEach(({ score, name, where }, id) => {
      const before = scores.get(id) ?? { score: 0, name: 0, where: 0, had: 0 };
      const share = shares[at] / sum;
      scores.set(id, { score: before.score + share * score, name: before.name + share * name, where: before.where | where, had: before.had + share });
    }));
    for (const [id, { had }] of scores) if (had < need) scores.delete(id);
    return scores;
  }

  function best(alternatives) {
    const scores = new Map();
    for (const { words, all, need, factor } of alternatives) {
      for (const [id, one] of all ? ofAll(all, need) : ofWords(words)) {
        raiseScore(scores, id, { score: one.score * factor, name: one.name * factor, where: one.where });
      }
    }
    return scores;
  }

  return { best };
}

function raiseScore(scores, id, { score, name, where }) {
  const before = scores.get(id);
  if (!before) scores.set(id, { score, name, where });
  else scores.set(id, { score: Math.max(before.score, score), name: Math.max(before.name, name), where: before.where | where });
}

function weightOf(scores, size, { light }) {
  let top = 0;
  for (const { score } of scores.values()) top = Math.max(top, score);
  let count = 0;
  for (const { score } of scores.values()) count += score >= 0.6 * top;
  return Math.log(1 + size / (1 + count)) * LIGHT[light];
}

function ordered(found, weights, { lengths, old, telling }) {
  const someTell = found.some((scores, at) => telling[at] && scores.size);
  const sum = weights.reduce((total, weight, at) => total + (found[at].size ? weight : 0), 0) || 1;
  const missing = weights.reduce((total, weight, at) => total + (found[at].size ? 0 : weight), 0) / (sum || 1);
  const places = new Map();
  found.forEach((scores, at) => scores.forEach(({ score, name, where }, id) => {
    const one = places.get(id) ?? { id, score: 0, named: 0, covered: 0, tells: false };
    one.score += (weights[at] / sum) * score * (1 + SECOND * fieldsBeside(where));
    one.named += name;
    one.covered += 1;
    one.tells ||= telling[at];
    places.set(id, one);
  }));
  for (const one of places.values()) {
    one.score += NAME * one.score * Math.min(1, one.named / (Number(lengths[one.id]) || 9));
    if (someTell && !one.tells) one.score *= ASIDE;
    if (old.has(one.id)) one.score *= AGED;
  }
  const hits = [...places.values()].sort((a, b) => b.score - a.score || a.id - b.id);
  const top = hits[0]?.score ?? 0;
  const bar = Math.max(STRONG * (1 + missing * 0.5), top * STRONG_SHARE);
  const kept = hits.filter(({ score }) => score >= top * WORTH);
  return kept.map(({ id, score, covered }) => ({ id, score, covered, strong: score >= bar }));
}

/* How many fields beside the best one have it too. */
function fieldsBeside(where) {
  return ((where & 1) > 0) + ((where & 2) > 0) + ((where & 4) > 0) + ((where & 8) > 0) - 1;
}
