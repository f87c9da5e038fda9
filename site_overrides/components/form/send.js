/* The ways in which a composed record leaves the page, each only when somebody presses it. */

const LONGEST = 7000;

export function offerWays(form, { body, path, title, forget }) {
  const texts = form.dataset;
  const subject = `${texts.subject}${title}`;
  const letter = `${path}\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
  way(form, 'mail', filled(texts.mail, { title: subject, body: letter }));
  way(form, 'issue', filled(texts.issue, { title: subject, body: `\`${path}\`\n\n\`\`\`yaml\n${body}\`\`\`\n` }));
  way(form, 'file', filled(texts.change === undefined ? texts.newFile : texts.editFile, { path, body }));
  const copy = form.querySelector('[data-way=copy]');
  copy.onclick = async () => {
    await navigator.clipboard.writeText(body);
    form.querySelector('.sm-status').textContent = texts.copied;
    forget();
  };
  for (const link of form.querySelectorAll('a[data-way]')) link.onclick = forget;
}

/* A text that is too long for an address is left out of it: whoever opens it pastes the copied text. */
function way(form, name, address) {
  const link = form.querySelector(`a[data-way=${name}]`);
  if (link) link.href = address;
}

function filled(pattern, words) {
  const put = (longest) =>
    (pattern ?? '').replace(/\{(\w+)\}/g, (hole, name) => {
      const text = words[name] ?? '';
      const written = encodeURIComponent(text.length > longest && name === 'body' ? '' : text);
      return name === 'path' ? written.replaceAll('%2F', '/') : written;
    });
  const whole = put(Infinity);
  return whole.length > LONGEST ? put(0) : whole;
}
