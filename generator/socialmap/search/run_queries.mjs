/*
 * Questions put to a built site's own search modules, outside a browser; started by socialmap/search/runner.py.
 *
 * Reads one JSON value from stdin: { site, module, language, bundles, queries: [{ q, exact, facets, limit }] } with paths
 * from the site's top, and writes a line of JSON per query: { total, hits: [{ url, title, lead, strong, score }], … }.
 * The engine asks for files as in a browser; here they come from the folder of the site.
 */

import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { pathToFileURL, fileURLToPath } from 'node:url';

const asked = JSON.parse(await new Response(process.stdin).text());
const top = pathToFileURL(`${asked.site}/`);

globalThis.fetch = async (address) => {
  const path = fileURLToPath(new URL(String(address).replace(/[?#].*$/, ''), top));
  return new Response(await readFile(path));
};

// Node before 22.7 takes a .js file for CommonJS, whatever stands in it; a browser never does.
const asModule = `export const load = (url, context, next) =>
  next(url, url.endsWith('.js') ? { ...context, format: 'module' } : context);`;
register(`data:text/javascript,${encodeURIComponent(asModule)}`);

const at = (path) => path && new URL(path, top).href;
const { answering: { inOrder, openEngines, readingOf, chosenSets, narrowed, findCrisis } } = await import(at(asked.module));
const engines = await openEngines({
  language: asked.language, base: top.href, stop: new Set(asked.stop),
  bundles: {
    page: { bundle: at(asked.bundles.page?.bundle), shards: asked.bundles.page?.shards },
    dutch: { bundle: at(asked.bundles.dutch?.bundle), shards: asked.bundles.dutch?.shards },
  },
});

const dangers = asked.crisis ? await dangersOf(asked.crisis) : () => [];

const lines = [];
for (const query of asked.queries) lines.push(`${JSON.stringify(await answerTo(query))}\n`);
process.stdout.write(lines.join(''), () => process.exit(0));

async function answerTo({ q, exact = false, facets = {}, limit = 10 }) {
  const answers = await Promise.all(engines.map(async (engine) => {
    const found = await engine.find(q, { exact });
    const hits = narrowed(found.hits, await chosenSets(engine, facets));
    const cards = await Promise.all(hits.slice(0, limit).map(async (hit) => shown(await engine.card(hit.id), hit, engine)));
    return { ...found, hits, total: hits.length, cards };
  }));
  const order = inOrder(engines, answers.map(({ hits }) => hits));
  const first = readingOf(order.map((at) => answers[at]));
  return {
    q, total: answers.reduce((sum, { total }) => sum + total, 0), hits: order.flatMap((at) => answers[at].cards).slice(0, limit),
    corrections: first.corrections, also: first.also, telling: first.telling,
    crisis: dangers(q),
  };
}

/* Who helps at once when a question speaks of danger, as the lines on the search page say it. */
async function dangersOf({ page, words }) {
  const { default: { crisis: topics } } = await import(at(words));
  const text = await readFile(fileURLToPath(at(page)), 'utf8');
  const line = (id) => text.match(new RegExp(`data-topic="${id}"[^>]*>(.*?)</section>`, 's'))[1];
  return (q) => findCrisis(q, topics).map((id) => line(id).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim());
}

function shown({ url, meta }, { strong, score }, { key }) {
  return { url: url.replace(top.pathname, ''), title: meta.title, lead: meta.lead ?? '', strong, score: score ?? 0, dutch: key !== 'page' };
}
