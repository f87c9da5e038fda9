/*
 * The search page's own script. Without anything to look for the page is as the server sent it, and the field suggests;
 * with a question, a choice or a page in the address the results come with page.js. A form that is sent from here is an
 * ordinary one, so Back leads to the start again.
 */

import '../searchbox/searchbox.js';

const root = document.querySelector('[data-sm-search]');
if (root && location.search) begin(root);
else root?.querySelector('[data-sm-all]').removeAttribute('hidden');

/* The module that puts a button on each card: the page names it, and only results have cards. */
function withKeeping() {
  const address = document.querySelector('[data-keep-more]')?.dataset.src;
  return address && import(new URL(address, document.baseURI).href);
}

/*
 * The page as it will be with results, at once and in one go: what is below the field makes room for them, and nothing that
 * a visitor sees moves when they come. On a phone the answer to a question comes before the numbers that stand on each
 * search page, which stay in sight until it comes; those that the words of the question call for stay above it
 * (urgent/line.js). A copy stays, as what goes counts for nothing and what moves is lost to the eye.
 */
function makeRoom(element, fixed) {
  const urgent = element.querySelector('.sm-urgent');
  const asked = new URLSearchParams(location.search).get('q')?.trim();
  if (urgent && asked && !matchMedia('(min-width: 40rem)').matches) element.append(urgent, copyOf(urgent));
  element.classList.add('sm-search--asked');
  fixed.hidden = true;
}

function copyOf(urgent) {
  const copy = urgent.cloneNode(true);
  copy.classList.add('sm-search__meanwhile');
  copy.removeAttribute('aria-labelledby');
  copy.querySelector('h2').removeAttribute('id');
  return copy;
}

async function begin(element) {
  const { loading, failed, words } = element.dataset;
  const [status, fixed] = ['status', 'static'].map((name) => element.querySelector(`[data-sm-${name}]`));
  makeRoom(element, fixed);
  status.textContent = loading;
  try {
    const later = [import('./page.js'), import(new URL(words, document.baseURI).href)];
    const [{ start }, { default: told }] = await Promise.all(later);
    await start(element, told);
    await withKeeping();
  } catch (problem) {
    console.warn('search:', problem);
    status.textContent = failed;
    fixed.hidden = false;
  }
}
