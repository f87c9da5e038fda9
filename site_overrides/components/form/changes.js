/* What somebody changed in a record, part by part: what the file says now and what it must say. All that a form does
   not show (comments, notes for editors, other languages) stays out of it, so nothing of that can be lost. */
import { isEmpty, items } from './values.js';
import { compose } from './yaml.js';

export function changesOf(before, after, rules) {
  return below(rules.fields, before, after, [], rules);
}

function below(fields, before, after, names, rules) {
  return fields.flatMap((field) => of(field, before?.[field.name], after?.[field.name], names, rules));
}

function of(field, before, after, names, rules) {
  const [was, becomes] = [written(field, before, rules), written(field, after, rules)];
  if (was === becomes) return [];
  if (!field.fields || isEmpty(before) || isEmpty(after)) return [{ names: [...names, field.key], was, becomes }];
  if (field.many) return rows(field, before, after, names, rules);
  return below(field.fields, before, after, [...names, field.key], rules);
}

function rows(field, before, after, names, rules) {
  if (typeof items(before)[0] !== 'object') {
    return [{ names: [...names, field.key], was: written(field, before, rules), becomes: written(field, after, rules) }];
  }
  return Array.from({ length: Math.max(before.length, after.length) }).flatMap((_, index) => {
    const [was, becomes] = [before[index], after[index]].map((one) => (isEmpty(one) ? undefined : one));
    if (!was || !becomes) return of({ ...field, many: true }, was && [was], becomes && [becomes], names, rules);
    return below(field.fields, was, becomes, [...names, field.key, told(was)], rules);
  });
}

/* A group among others is named by the first thing that it says. */
function told(value) {
  const [first] = Object.values(value).filter((one) => !isEmpty(one));
  return typeof first === 'object' ? told(first) : String(first);
}

function written(field, value, rules) {
  return isEmpty(value) ? '' : compose({ [field.name]: value }, { ...rules, fields: [field] }).trimEnd();
}

export function asText(changes, texts) {
  return changes.map(({ names, was, becomes }) => {
    const lines = [`${texts.was}:`, indented(was || texts.nothing), `${texts.becomes}:`, indented(becomes || texts.nothing)];
    return [names.join(' › '), ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)].join('\n');
  }).join('\n\n');
}

function indented(text) {
  return `  ${text.replaceAll('\n', '\n  ')}`;
}
