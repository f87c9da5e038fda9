/* Questions that may be answered more than once: a button asks them again, with names and labels of their own. */

const LINKED = ['for', 'aria-describedby', 'aria-labelledby'];

export function startRows(form, texts) {
  for (const box of form.querySelectorAll('[data-rows]')) {
    const button = buttonOf(box);
    button.hidden = false;
    button.addEventListener('click', () => {
      const row = addRow(box);
      row.querySelector('input, select, textarea').focus();
      form.querySelector('.sm-status').textContent = texts.added.replace('{what}', labelOf(row).textContent);
    });
  }
}

export function growTo(box, count) {
  while (rowsOf(box).length < count) addRow(box);
}

function rowsOf(box) {
  return [...box.children].filter((one) => one.matches('.sm-field'));
}

function buttonOf(box) {
  return box.querySelector(':scope > [data-more]');
}

function labelOf(row) {
  return row.querySelector('legend, label');
}

/* A new row is the first one without its answers. */
function addRow(box) {
  const [first, ...others] = rowsOf(box);
  const row = first.cloneNode(true);
  const [from, number] = [box.dataset.rows, others.length + 1];
  for (const told of row.querySelectorAll('.sm-field__wrong, .sm-field__reading, .sm-field__hint')) told.remove();
  for (const one of [row, ...row.querySelectorAll('*')]) renumber(one, from, number);
  first.parentElement.insertBefore(row, buttonOf(box));
  if (number === 1) labelOf(first).append(' 1');
  labelOf(row).textContent = `${box.dataset.label} ${number + 1}`;
  if (number + 1 >= Number(box.dataset.most)) buttonOf(box).hidden = true;
  row.dispatchEvent(new CustomEvent('sm-row', { bubbles: true }));
  return row;
}

function renumber(one, from, number) {
  const [dots, dashes] = [`${from}.0`, `f-${from.replaceAll('.', '-')}-0`];
  const moved = (text) => text?.replace(dashes, `f-${from.replaceAll('.', '-')}-${number}`);
  if (one.name) one.name = one.name.replace(dots, `${from}.${number}`);
  if (one.dataset.path) one.dataset.path = one.dataset.path.replace(dots, `${from}.${number}`);
  if (one.id) one.id = moved(one.id);
  for (const name of LINKED) if (one.hasAttribute(name)) linked(one, name, moved(one.getAttribute(name)));
  one.classList.remove('sm-field--wrong');
  one.removeAttribute('aria-invalid');
  if (one.matches('input[type=checkbox]')) one.checked = false;
  else if (one.matches('input, select, textarea')) one.value = '';
}

/* The hints stand at the first row only. */
function linked(one, name, value) {
  if (name === 'for') one.setAttribute(name, value);
  else one.removeAttribute(name);
}
