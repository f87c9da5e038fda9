/*
 * The results of a search on the map, on a press: the same services, in the same order. The map itself, its styles and its
 * data are loaded only then. Called by `search.js` after each search.
 */

let told = null;
let opened = null;

/** Remember what was found, offer the map where anything was, and show it anew where the map is open. */
export function tellMap({ element, engines }, arranged, found) {
  const root = element.querySelector('[data-map-results]');
  if (!root) return;
  told = { engines, arranged, found };
  root.hidden = !found.some(({ all }) => all);
  const opener = root.querySelector('[data-map-open]');
  if (opener.hidden) listen(root, opener);
  if (opened && !opened.view.hidden) show();
}

function listen(root, opener) {
  const view = root.querySelector('[data-map-view]');
  const status = root.querySelector('[data-map-status]');
  const toggle = (on) => {
    view.hidden = !on;
    status.hidden = !on;
    opener.textContent = on ? root.dataset.hide : root.dataset.show;
    opener.setAttribute('aria-expanded', on);
  };
  opener.addEventListener('click', async () => {
    if (!view.hidden) return toggle(false);
    try {
      toggle(true);
      opened ??= await load(root, view, status);
      show();
      opened.stage.stage.focus();
    } catch {
      toggle(false);
      status.hidden = false;
      status.textContent = root.dataset.failed;
    }
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || view.hidden) return;
    toggle(false);
    opener.focus();
  });
  opener.hidden = false;
}

async function load(root, view, status) {
  const words = { ...root.dataset };
  const [{ openMap, counted }, { unpack, choose }, data] = await Promise.all([
    import('./map.js'), import('./geometry.js'), import(new URL(words.mapData, document.baseURI)), styles(),
  ]);
  const map = unpack(data.default);
  return { view, status, words, map, choose, counted, stage: openMap(view, map, words) };
}

function styles() {
  const address = document.querySelector('script[data-map-sheet]')?.dataset.mapSheet;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  return new Promise((done, failed) => {
    link.addEventListener('load', done);
    link.addEventListener('error', failed);
    document.head.append(link);
  });
}

function show() {
  const { map, choose, counted, words, status, stage } = opened;
  const ranks = new Map(idsOf(map, told).map((id, rank) => [id, rank]));
  const best = (place) => Math.min(...place.services.map((service) => ranks.get(service.id)));
  const places = choose(map, { services: ranks }).sort((a, b) => best(a) - best(b));
  status.textContent = counted(words.found, words.language, places.length);
  stage.show(places);
}

/* The services of all hits, best first: documents are numbered alike in the index and in the map's data. */
function idsOf(map, { engines, arranged }) {
  return arranged.flatMap(({ hits }, at) => {
    const own = engines[at].key === 'page' ? 0 : 1;
    const byDocument = new Map(map.services.map((service) => [service.documents[own], service.id]));
    return hits.flatMap(({ id }) => byDocument.get(id) ?? []);
  });
}
