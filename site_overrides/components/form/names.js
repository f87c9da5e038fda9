/* The records that a form may name, as suggestions of the browser itself. They are fetched when somebody comes to
   such a question, because a large municipality has many of them. */

export function makeNames(form, rules) {
  const base = new URL(form.dataset.rules, location.href);
  const asked = {};
  rules.records = {};
  const load = (type) => (asked[type] ??= fetchNames(type));
  const fetchNames = async (type) => {
    if (!rules.names[type]) return;
    const answer = await fetch(new URL(rules.names[type], base));
    if (answer.ok) rules.records[type] = await answer.json();
  };
  form.addEventListener('focusin', (event) => {
    const [type, ...others] = (event.target.dataset.record ?? '').split(' ');
    if (type) load(type).then(() => offer(form, event.target, type, others.length === 0, rules));
  });
  form.addEventListener('change', ({ target }) => {
    const [type] = (target.dataset.record ?? '').split(' ');
    if (type) target.value = idOf(target.value, rules.records[type] ?? {});
  });
  /* All that the answers refer to, for the check of a whole form. */
  const needed = () => {
    const fields = [...form.querySelectorAll('[data-record]')].filter((field) => field.value.trim());
    return Promise.all(fields.map((field) => load(field.dataset.record.split(' ')[0])));
  };
  return { load, needed };
}

function offer(form, field, type, isOne, rules) {
  const list = form.querySelector(`#records-${type}`);
  if (!list || !isOne) return;
  if (!list.childElementCount) list.append(...optionsOf(rules.records[type] ?? {}));
  field.setAttribute('list', list.id);
}

function optionsOf(records) {
  return Object.entries(records).map(([id, name]) => Object.assign(new Option(name, id), { label: name }));
}

/* Somebody who types the name of a record means the record. */
function idOf(text, records) {
  const wanted = text.trim().toLowerCase();
  return Object.keys(records).find((id) => records[id].toLowerCase() === wanted) ?? text;
}
