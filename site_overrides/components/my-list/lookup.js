/*
 * What the page of a service says of it: the list keeps names only of what it is about, and reads the rest anew, so that
 * a phone number is always that of today. Everything is taken as plain text.
 */

export async function lookUp(id, { href }) {
  const address = new URL(href.replace('{id}', id).replace('%7Bid%7D', id), document.baseURI).href;
  try {
    const answer = await fetch(address, { redirect: 'error' });
    if (!answer.ok) return { address, name: '' };
    return { address, ...factsIn(new DOMParser().parseFromString(await answer.text(), 'text/html')) };
  } catch {
    return { address, name: '' };
  }
}

function factsIn(page) {
  const main = page.querySelector('main');
  const phone = main.querySelector('.sm-acts a[href^="tel:"]');
  const place = main.querySelector('.sm-place p');
  return {
    name: text(main.querySelector('h1')),
    summary: text(main.querySelector('.sm-lead')),
    alert: [...main.querySelectorAll('.sm-alert:not(.sm-alert--brief)')].map(text).join(' '),
    place: place ? text(place) : '',
    hours: [...main.querySelectorAll('.sm-hours tr')].slice(0, 7).map(text),
    phone: phone ? { href: phone.getAttribute('href'), number: text(phone.querySelector('bdi')) } : null,
  };
}

const COMMAS = { ar: '، ' };

/* Lines that are told apart by an element are told apart by a comma or a space; soft hyphens go. */
function text(element) {
  if (!element) return '';
  const copy = element.cloneNode(true);
  const comma = COMMAS[element.ownerDocument.documentElement.lang] ?? ', ';
  for (const end of copy.querySelectorAll('br, th')) end.after(end.localName === 'br' ? comma : ' ');
  return copy.textContent.replace(/\u00AD/g, '').replace(/\s+/g, ' ').replace(/ ([,،])/g, '$1').trim();
}
