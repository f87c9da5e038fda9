/* What is wrong, once in a list above the questions and once at each question (WCAG 3.3.1, 3.3.3). */

export function showFindings(form, found, wrongs, texts) {
  clear(form);
  const shown = found.filter((one) => one.severity !== 'off');
  for (const one of shown) showAtField(form, one);
  const summary = form.querySelector('.sm-wrongs');
  summary.hidden = !wrongs.length;
  if (!wrongs.length) return;
  const count = texts.count.replace('{count}', wrongs.length);
  summary.querySelector('h2').textContent = wrongs.length === 1 ? texts.countOne : count;
  summary.querySelector('ul').replaceChildren(...wrongs.map((one) => item(form, one)));
  summary.focus();
}

function clear(form) {
  for (const told of form.querySelectorAll('.sm-field__wrong')) told.remove();
  for (const field of form.querySelectorAll('.sm-field--wrong')) field.classList.remove('sm-field--wrong');
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    describe(field, (ids) => ids.filter((id) => !id.endsWith('-wrong')));
  }
}

/* The question that a path is about: itself, or the nearest group around it; a row may have moved up. */
function boxOf(form, path) {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const box = form.querySelector(`[data-path="${CSS.escape(steps.slice(0, length).join('.'))}"]`);
    if (box) return box;
  }
  return null;
}

function controlOf(box) {
  return box?.querySelector('input, select, textarea') ?? null;
}

function showAtField(form, finding) {
  const box = boxOf(form, finding.path);
  const control = controlOf(box);
  if (!box || !control) return;
  const told = document.createElement('p');
  told.className = `sm-field__wrong${finding.severity === 'warning' ? ' sm-field__warning' : ''}`;
  told.id = `${control.id || box.id}-${finding.code}-wrong`;
  told.dataset.code = finding.code;
  told.append(finding.what, fix(finding));
  (box.querySelector('.sm-checks') ?? control).before(told);
  for (let fold = box.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  if (finding.severity === 'warning') return;
  box.classList.add('sm-field--wrong');
  control.setAttribute('aria-invalid', 'true');
  describe(control, (ids) => [...ids, told.id]);
}

function fix(finding) {
  const line = document.createElement('span');
  line.className = 'sm-field__fix';
  line.textContent = [finding.expected, finding.remedy].filter(Boolean).join(' ');
  return line;
}

function describe(control, change) {
  const ids = change((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length) control.setAttribute('aria-describedby', ids.join(' '));
  else control.removeAttribute('aria-describedby');
}

function item(form, finding) {
  const line = document.createElement('li');
  const control = controlOf(boxOf(form, finding.path));
  if (!control) {
    line.textContent = finding.what;
    return line;
  }
  const link = document.createElement('a');
  link.href = `#${control.id || boxOf(form, finding.path).id}`;
  link.textContent = finding.what;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    control.focus();
  });
  line.append(link);
  return line;
}
