/*
 * The same questions to other engines over the same records; started by search_table.py.
 * stdin: { records: [{ id, title, content }], queries: [text], bundle }; stdout: per engine a list of ids per question.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { records, queries, bundle } = JSON.parse(await new Response(process.stdin).text());
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function lunr() {
  const engine = require('lunr');
  require('lunr-languages/lunr.stemmer.support')(engine);
  require('lunr-languages/lunr.nl')(engine);
  const index = engine(function build() {
    this.use(engine.nl);
    this.ref('id');
    this.field('title', { boost: 5 });
    this.field('content');
    records.forEach((record) => this.add(record));
  });
  return (text) => index.search(words(text).join(' ')).map(({ ref }) => ref);
}

function miniSearch() {
  const MiniSearch = require('minisearch');
  const index = new MiniSearch({
    fields: ['title', 'content'], searchOptions: { fuzzy: 0.2, prefix: true, combineWith: 'OR', boost: { title: 5 } },
  });
  index.addAll(records);
  return (text) => index.search(text).map(({ id }) => id);
}

async function pagefind() {
  globalThis.fetch = async (address) => new Response(await readFile(fileURLToPath(String(address).replace(/[?#].*$/, ''))));
  const engine = await import(pathToFileURL(`${bundle}/pagefind.js`).href);
  await engine.options({ baseUrl: '/' });
  await engine.init();
  return async (text) => {
    const { results } = await engine.search(text);
    const found = await Promise.all(results.slice(0, 50).map((result) => result.data()));
    return found.map(({ url }) => url.split('/').at(-1).replace('.html', ''));
  };
}

const answers = {};
for (const [name, engine] of Object.entries({ Pagefind: await pagefind(), 'lunr (nl)': lunr(), MiniSearch: miniSearch() })) {
  answers[name] = [];
  for (const text of queries) answers[name].push(await engine(text));
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
