/*
 * Words and elements of the search page. Texts of records go in as text nodes only: the engine does not escape them.
 */

export function counted(app, forms, n) {
  return fill(forms[app.plural.select(n)] ?? forms.other, { n: app.number.format(n), q: app.state.q });
}

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === 'q' ? isolated(values.q) : values[name]));
}

export function isolated(text) {
  return `\u2068${text}\u2069`;
}

export function mark(heading) {
  heading.tabIndex = -1;
  heading.dataset.smHeading = '';
  return heading;
}

export function fold(title, parts) {
  return make('details', { class: 'sm-search__more' }, make('summary', {}, title), ...parts);
}

export function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
