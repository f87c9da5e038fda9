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
  const address = document.querySelector('script[data-keep-more]')?.dataset.src;
  return address && import(new URL(address, document.baseURI).href);
}

async function begin(element) {
  const { loading, failed, words } = element.dataset;
  const status = element.querySelector('[data-sm-status]');
  status.textContent = loading;
  try {
    const later = [import('./page.js'), import(new URL(words, document.baseURI).href)];
    const [{ start }, { default: told }] = await Promise.all(later);
    await start(element, told);
    await withKeeping();
  } catch (problem) {
    console.warn('search:', problem);
    status.textContent = failed;
  }
}
