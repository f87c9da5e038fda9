/* Rules on each text of a record: personal numbers, formulas, and Markdown that the site leaves out. */
import { placer } from './record.js';
import { pattern } from './values.js';

const CUT = 60;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

export function checkTexts(record, rules, add) {
  const at = placer(rules);
  for (const [path, text] of textsOf(record, [])) {
    if (!path.some((step) => rules.not_numbers.includes(step))) checkNumbers(text, rules, (code) => add(code, at(...path)));
    if ('=@\t\r'.includes(text[0]) && path[0] !== 'handle') add('SM506', at(...path), { value: text.slice(0, 40) });
    if (fieldAt(rules, path)?.markdown) checkMarkdown(text, rules, (code, params) => add(code, at(...path), params));
  }
}

function* textsOf(value, path) {
  if (typeof value === 'string') {
    if (value.trim()) yield [path, value.trim()];
  } else if (value && typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) {
      yield* textsOf(part, [...path, Array.isArray(value) ? Number(name) : name]);
    }
  }
}

function fieldAt(rules, path) {
  let fields = rules.fields;
  let found;
  for (const step of path.filter((one) => typeof one === 'string')) {
    found = fields?.find((one) => one.name === step);
    fields = found?.fields;
  }
  return found;
}

function checkNumbers(text, rules, add) {
  for (const match of text.matchAll(pattern(rules.patterns.nine_digits, 'g'))) {
    if (passesElevenTest(match[0])) {
      const near = text.slice(Math.max(0, match.index - 40), match.index + match[0].length + 40);
      add(pattern(rules.patterns.named).test(near) ? 'SM501' : 'SM502');
    }
  }
}

function passesElevenTest(number) {
  const digits = [...number].filter((sign) => sign >= '0' && sign <= '9').map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * WEIGHTS[index], 0);
  return sum % 11 === 0 && digits.some(Boolean);
}

function checkMarkdown(text, rules, add) {
  const html = pattern(rules.patterns.html).exec(text);
  if (html) add('SM601', { html: html[0].slice(0, CUT) });
  const targets = rules.patterns.targets.flatMap((one) => [...text.matchAll(pattern(one, 'g'))].map((match) => match[1]));
  for (const target of new Set(targets)) {
    if (!pattern(rules.patterns.followed).test(target)) add('SM602', { target: target.slice(0, CUT) });
  }
}
