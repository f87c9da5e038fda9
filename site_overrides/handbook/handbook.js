/*
 * Results on the handbook's search page. Without it (no script, a file share, no engine) the list of all pages stays.
 * The engine's texts go in as text nodes only, as it does not escape them.
 */
const TOP = new URL('..', import.meta.url);
const LIMIT = 20;
const results = document.querySelector('[data-hb-results]');
const status = document.querySelector('[data-hb-status]');
const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';

if (results && query) show().catch(() => say('Zoeken lukt nu niet. Kies een pagina uit de lijst.'));

async function show() {
  document.getElementById('hb-q').value = query;
  say('Even zoeken …');
  const engine = await import(new URL('pagefind/pagefind.js', TOP));
  await engine.options({ baseUrl: TOP.pathname });
  const found = await engine.search(query);
  const pages = await Promise.all(found.results.slice(0, LIMIT).map((one) => one.data()));
  results.replaceChildren(list(pages));
  results.hidden = !pages.length;
  document.title = `${query} – ${document.title}`;
  say(counted(found.results.length));
}

function list(pages) {
  const items = pages.map(({ url, meta }) => {
    const link = make('a', meta.title);
    link.href = new URL(url, location.href);
    return make('li', make('h2', link), make('p', meta.lead ?? ''));
  });
  const all = make('ul', ...items);
  all.className = 'hb-results';
  return all;
}

function counted(number) {
  if (!number) return `Niets gevonden voor “${query}”. Probeer een ander woord, of kies een pagina uit de lijst.`;
  return number === 1 ? `1 pagina over “${query}”` : `${number} pagina’s over “${query}”`;
}

function say(text) {
  status.textContent = text;
}

function make(tag, ...children) {
  const node = document.createElement(tag);
  node.append(...children);
  return node;
}
