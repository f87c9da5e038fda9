/*
 * Suggestions for every search field that asks for them, fetched when a resident first goes to one. Loaded as a module by
 * the home page and by the search page; without it the fields search as they are.
 */

for (const form of document.querySelectorAll('form[data-sm-suggest]')) {
  const input = form.elements.q;
  const begin = async () => (await import('./combobox.js')).addSuggestions(form);
  input.addEventListener('focus', () => begin().catch(() => {}), { once: true });
}
