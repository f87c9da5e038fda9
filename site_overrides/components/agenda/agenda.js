/*
 * Several choices of the agenda at once: by neighbourhood, theme and cost. The form takes its values from the links that
 * are there without it, and the module with all entries is loaded when somebody first chooses. The page asks nobody
 * anything. Times are the wall clock where the places are, in whatever zone the device is.
 */

const ZONE = 'Europe/Amsterdam';
const STEP = 40;
const DAY = 864e5;
const FIELDS = ['area', 'theme', 'free'];

/** Each time in the entries that fits what is chosen and is not over at `now` (`2026-11-02T12:00`), in order. */
export function choose(entries, chosen, now) {
  const fits = ([at, , , , areas]) => {
    const [, , , , free, themes] = entries.services[at];
    return (!chosen.area || areas.includes(chosen.area)) && (!chosen.theme || themes.includes(chosen.theme)) && (!chosen.free || free);
  };
  const times = entries.slots.filter(fits).flatMap((slot) => slot[5].map((ahead) => timeOf(entries, slot, ahead)));
  return times.filter((time) => time.until > now).sort((a, b) => compare(a.order, b.order));
}

function timeOf(entries, [service, place, start, end], ahead) {
  const first = Date.parse(`${entries.first}T00:00Z`) + ahead * DAY;
  const over = end < 0 ? DAY - 6e4 : end * 6e4;
  const day = new Date(first).toISOString().slice(0, 10);
  const [id, name, language, cost] = entries.services[service];
  return {
    day, id, name, language, cost, start: clock(start), end: end < 0 ? '' : clock(end), place: entries.places[place],
    until: new Date(first + over).toISOString().slice(0, 16), order: `${day} ${clock(start)} ${name} ${place}`,
  };
}

const clock = (minutes) => new Date(minutes * 6e4).toISOString().slice(11, 16);
const compare = (a, b) => (a < b ? -1 : Number(a > b));
const say = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

/** The wall clock where the places are, as `2026-11-02T12:00`. */
export function localNow(instant) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
  return format.format(instant).replace(' ', 'T');
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function spoken(made, language) {
  if (language) Object.assign(made, { lang: language, dir: 'auto' });
  return made;
}

function entryOf(time, base, words) {
  const when = time.end ? element('bdi', 'sm-time', `${time.start}–${time.end}`) : say(words.from, { time: time.start });
  if (time.end) when.dir = 'ltr';
  const link = spoken(element('a', '', time.name), time.language);
  link.href = `${base}${time.id}.html`;
  const facts = element('ul', 'sm-line');
  const [place, language, area] = time.place ?? [];
  if (place) facts.append(element('li', '', spoken(element('span', '', place), language)));
  for (const fact of [area, time.cost]) if (fact) facts.append(element('li', '', fact));
  const about = element('div', '', element('h3', 'sm-event__name', link), facts);
  return element('li', 'sm-event', element('p', 'sm-event__time', when), about);
}

function dateOf(day, language) {
  const at = Date.parse(`${day}T00:00Z`);
  const part = (options) => new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...options, timeZone: 'UTC' }).format(at);
  return `${part({ weekday: 'long' })} ${part({ day: 'numeric' })} ${part({ month: 'long' })}`;
}

function dayOf(day, times, base, words, now) {
  const tomorrow = new Date(Date.parse(`${now.slice(0, 10)}T00:00Z`) + DAY).toISOString().slice(0, 10);
  const word = { [now.slice(0, 10)]: words.today, [tomorrow]: words.tomorrow }[day];
  const heading = element('h2', '', [word, dateOf(day, words.language)].filter(Boolean).join(''));
  heading.id = `chosen-${day}`;
  const section = element('section', 'sm-day', heading, element('ul', 'sm-events', ...times.map((time) => entryOf(time, base, words))));
  section.setAttribute('aria-labelledby', heading.id);
  return section;
}

/* The days of the first `count` times, and a button for more of them. */
function listOf(times, count, base, words, now) {
  const shown = times.slice(0, count);
  const days = [...new Set(shown.map((time) => time.day))];
  const list = element('div', 'sm-days', ...days.map((day) => dayOf(day, shown.filter((time) => time.day === day), base, words, now)));
  if (times.length <= count) return list;
  const more = element('button', 'sm-button sm-button--quiet', words.more);
  more.type = 'button';
  more.addEventListener('click', () => {
    const longer = listOf(times, count + STEP, base, words, now);
    list.replaceWith(longer);
    longer.querySelectorAll('.sm-event a')[count]?.focus();
  });
  list.append(more);
  return list;
}

function fill(form, links) {
  for (const group of links.querySelectorAll('details[data-filter]')) {
    const select = form.elements[group.dataset.filter];
    for (const link of group.querySelectorAll('a')) {
      select.append(new Option(link.textContent, link.pathname.split('/').pop().replace('.html', '')));
    }
  }
  for (const name of FIELDS) {
    const here = name === 'free' ? links.querySelector('[data-filter=free]') : form.elements[name].length > 1;
    form.elements[name].closest('p').hidden = !here;
  }
}

function read(form) {
  return { area: form.elements.area.value, theme: form.elements.theme.value, free: form.elements.free.checked ? '1' : '' };
}

function fromAddress(form) {
  const asked = new URLSearchParams(location.search);
  form.elements.area.value = asked.get('area') ?? '';
  form.elements.theme.value = asked.get('theme') ?? '';
  for (const select of [form.elements.area, form.elements.theme]) if (select.selectedIndex < 0) select.selectedIndex = 0;
  form.elements.free.checked = asked.has('free');
}

function toAddress(chosen) {
  const asked = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
  history.replaceState(null, '', `${location.pathname}${asked.size === 0 || !String(asked) ? '' : `?${asked}`}`);
}

function start(form) {
  const words = form.dataset;
  const links = document.querySelector('.sm-agenda__links');
  const status = document.querySelector('.sm-agenda__status');
  const whole = document.querySelector('[data-agenda-list]');
  const weeks = document.querySelector('.sm-agenda__weeks');
  const place = element('div', 'sm-listing__main');
  const plural = new Intl.PluralRules(words.language);
  const counted = (count) => say(JSON.parse(words.found)[plural.select(count)] ?? JSON.parse(words.found).other, { n: count });

  async function show() {
    const chosen = read(form);
    toAddress(chosen);
    const all = !Object.values(chosen).some(Boolean);
    if (all) {
      status.textContent = '';
      place.replaceWith(whole);
      return;
    }
    const { default: entries } = await import(new URL(words.agenda, location.href));
    const now = localNow(Date.now());
    const times = choose(entries, chosen, now);
    wait(false);
    status.textContent = times.length ? counted(times.length) : words.nothing;
    place.replaceChildren(listOf(times, STEP, entries.base, words, now));
    whole.replaceWith(place);
  }

  /* What was asked for in the address takes a moment: until then its place is kept, so that nothing moves. */
  function wait(on) {
    place.classList.toggle('sm-agenda__wait', on);
    if (weeks) weeks.hidden = on;
    if (on) whole.replaceWith(place);
  }

  const attempt = () => show().catch(() => {
    wait(false);
    place.replaceWith(whole);
    status.textContent = words.failed;
    links.hidden = false;
    form.hidden = true;
  });
  fill(form, links);
  fromAddress(form);
  form.hidden = false;
  links.hidden = true;
  form.addEventListener('change', attempt);
  if (!Object.values(read(form)).some(Boolean)) return;
  wait(true);
  attempt();
}

const form = globalThis.document?.querySelector('[data-running]:not([hidden]) [data-agenda]');
if (form) start(form);
