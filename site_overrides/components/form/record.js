/* Rules on a record whose values are each right: what must hold between them, and whom they name. */
import { isEmpty, isoDate, items, pattern, slug } from './values.js';

const [DAY, SHOWN, OFFERED] = [86400000, 80, 20];

export function checkRecord(record, rules, today, add) {
  const at = placer(rules);
  const day = (name) => (isEmpty(record[name]) ? '' : isoDate(record[name]));
  if (rules.type === 'service') checkService(record, rules, today, add, at);
  if (rules.type === 'location') checkLocation(record, rules, add, at);
  if (rules.type === 'organization') checkInitiative(record, add, at);
  if (rules.type === 'experiment' && day('end_date') && day('end_date') < today && isEmpty(record.outcome)) {
    add('SM402', at('end_date'), { date: day('end_date') });
  }
  if (rules.type === 'consultation' && day('end_date') < today && isEmpty(record.result)) {
    const late = Date.parse(today) - Date.parse(day('end_date')) > rules.overdue * DAY;
    add(late ? 'SM404' : 'SM403', at('end_date'), { date: day('end_date') });
  }
  checkPeriods(record, rules, add, at);
  checkPhones(record, rules, add, at);
  checkMailboxes(record, rules, add, at);
  checkScripts(record, rules, add, at);
  checkReferences(rules.fields, record, rules, { path: [], keys: [] }, add);
}

/* Where a value is: its path by the model's names and by the editors' keys. */
export function placer(rules) {
  return (...path) => {
    const keys = [];
    let fields = rules.fields;
    for (const step of path) {
      const field = typeof step === 'string' ? fields?.find((one) => one.name === step) : undefined;
      if (field) keys.push(field.key);
      if (field) fields = field.fields;
    }
    return { path, keys };
  };
}

function checkService(record, rules, today, add, at) {
  const threshold = record.digital_threshold;
  if (rules.digital.includes(threshold) && isEmpty(record.without_internet)) {
    add('SM401', at('digital_threshold'), { threshold });
  }
  if (!isEmpty(record.sharing) && isEmpty(record.valid_until)) add('SM406', at('sharing'));
  const until = isEmpty(record.valid_until) ? '' : isoDate(record.valid_until);
  const active = isEmpty(record.status) || record.status === 'active';
  if (until && until < today && active) add('SM407', at('valid_until'), { date: until });
  checkAges(record, add, at);
  const ways = [record.phones, record.email, record.url, record.locations];
  if (active && ways.every(isEmpty)) add('SM418', at());
  for (const [name, term] of Object.entries(rules.groups)) {
    if (!isEmpty(record[name]) && !items(record.kinds).includes(term)) add('SM421', at(name), { kind: term });
  }
  const cost = record.cost ?? {};
  const bare = isEmpty(cost.amount) && isEmpty(cost.note);
  if (['amount', 'contribution'].includes(cost.kind) && bare) add('SM422', at('cost'));
}

function checkAges(record, add, at) {
  if (isEmpty(record.minimum_age) || isEmpty(record.maximum_age)) return;
  const [low, high] = [Number(record.minimum_age), Number(record.maximum_age)];
  if (low > high) add('SM411', at('minimum_age'), { low: String(low), high: String(high) });
}

function checkLocation(record, rules, add, at) {
  if (isEmpty(record.latitude) !== isEmpty(record.longitude)) {
    add('SM423', at(isEmpty(record.longitude) ? 'latitude' : 'longitude'));
  }
  const code = isEmpty(record.postal_code) ? '' : record.postal_code.trim();
  if (code && (record.country || 'NL') === 'NL' && !pattern(rules.patterns.postcode).test(code)) {
    add('SM417', at('postal_code'), { value: code });
  }
}

function checkInitiative(record, add, at) {
  const initiative = record.initiative ?? {};
  if (initiative.perspective === 'letting_go' && isEmpty(initiative.safety_net)) {
    add('SM405', at('initiative', 'perspective'));
  }
}

function checkPeriods(record, rules, add, at) {
  for (const path of [[], ['alert'], ['closed']]) {
    const part = path.length ? (record[path[0]] ?? {}) : record;
    for (const [from, until] of rules.periods) {
      const [first, last] = [part[from], part[until]].map((text) => (isEmpty(text) ? '' : isoDate(text)));
      if (first && last && last < first) add('SM410', at(...path, until), { first, last });
    }
  }
}

function checkPhones(record, rules, add, at) {
  const judge = (number, ...path) => judgePhone(number, rules, (code, params) => add(code, at(...path), params));
  (record.phones ?? []).forEach((phone, index) => judge(phone.number, 'phones', index, 'number'));
  (record.locations ?? []).forEach((place, index) => judge(place.phone?.number, 'locations', index, 'phone', 'number'));
  (record.professional?.contact?.phones ?? []).forEach((phone, index) => {
    judge(phone.number, 'professional', 'contact', 'phones', index, 'number');
  });
}

function judgePhone(written, rules, add) {
  if (isEmpty(written)) return;
  const value = written.trim();
  const digits = value.replace(/\D/g, '');
  const abroad = value.startsWith('+') || value.startsWith('00') || rules.country !== 'NL';
  const whole = value.startsWith('+') ? `+${digits.replace(/^310/, '31')}` : digits;
  const matches = (name, text) => new RegExp(`^(?:${rules.patterns[name][0]})$`).test(text);
  if (!abroad && matches('short_number', digits)) return;
  if (!abroad && digits.length !== 10) {
    add('SM415', { value, ...(digits.length > 1 ? { case: 'digits', digits: String(digits.length) } : {}) });
  } else if (matches('mobile_number', whole)) add('SM503', { value });
}

function checkMailboxes(record, rules, add, at) {
  judgeMail(record.email, rules, (code, value) => add(code, at('email'), { value }));
  const contact = record.professional?.contact ?? {};
  judgeMail(contact.email, rules, (code, value) => add(code, at('professional', 'contact', 'email'), { value }));
}

function judgeMail(written, rules, add) {
  if (isEmpty(written)) return;
  const value = written.trim();
  const local = value.toLowerCase().split('@', 1)[0];
  const isRole = local.split('.').some((word) => rules.role_words.includes(word));
  if (pattern(rules.patterns.freemail).test(value.toLowerCase())) add('SM504', value);
  else if (pattern(rules.patterns.first_last).test(local) && !isRole) add('SM505', value);
}

function checkReferences(fields, values, rules, at, add) {
  for (const field of fields) {
    for (const value of items(values[field.name])) {
      const here = { path: [...at.path, field.name], keys: [...at.keys, field.key] };
      if (field.fields && typeof value === 'object') checkReferences(field.fields, value, rules, here, add);
      else if (field.reference) checkReference(field, String(value).trim(), rules, here, add);
      else checkTerm(field, String(value).trim(), rules, here, add);
    }
  }
}

/* Secret places are not among the records that a form knows, so nothing is said of a place. */
function checkReference(field, id, rules, at, add) {
  const [type] = field.reference;
  if (field.reference.length > 1 || type === 'location' || !rules.records[type]) return;
  if (!(id in rules.records[type])) add('SM301', at, { type, id });
}

/* A term that stands alone for a group is the group's own. */
function checkTerm(field, written, rules, at, add) {
  const part = field.fields?.find((one) => one.name === field.shorthand);
  const { vocabulary, words = {} } = part ?? field;
  if (!vocabulary) return;
  const terms = rules.terms[vocabulary] ?? [];
  const term = slug(written);
  if (terms.includes(written) || terms.includes(term) || written in words || Object.values(words).includes(written)) return;
  const known = terms.slice(0, OFFERED).map((one) => `\`${one}\``).join(', ') + (terms.length > OFFERED ? ', …' : '');
  add('SM302', at, { term: written, vocabulary, ...(known ? { case: 'list', terms: known } : {}) });
}

/* A web address whose host has letters of two scripts looks like another one. */
function checkScripts(record, rules, add, at) {
  for (const name of ['url', 'source_url']) {
    const host = isEmpty(record[name]) ? '' : (record[name].trim().split('/')[2] ?? '');
    const letters = [...host].filter((sign) => /\p{L}/u.test(sign)).join('');
    const scripts = rules.scripts.filter((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(letters));
    if (scripts.length > 1) add('SM507', at(name), { value: record[name].trim().slice(0, SHOWN) });
  }
}
