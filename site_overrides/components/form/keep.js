/* A draft that survives a reload, on this device and only when somebody asks for it. */

const PAUSE = 400;

export function keepDraft(form, name, { read, write }) {
  const box = form.querySelector('#keep');
  const kept = stored(name);
  const forget = () => {
    try {
      localStorage.removeItem(name);
    } catch {
      /* Without storage there is nothing to forget. */
    }
  };
  if (kept) {
    box.checked = true;
    write(kept);
  }
  const save = () => {
    try {
      localStorage.setItem(name, JSON.stringify(read()));
    } catch {
      box.checked = false;
    }
  };
  let timer;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    if (box.checked) timer = setTimeout(save, PAUSE);
  });
  box.addEventListener('change', () => (box.checked ? save() : forget()));
  return () => {
    clearTimeout(timer);
    forget();
    box.checked = false;
  };
}

function stored(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}
