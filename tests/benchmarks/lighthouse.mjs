/*
 * Lighthouse's mobile scores of pages of a built site, each in a fresh profile, from a host that sends the site's own
 * headers and everything as brotli 11. Called by `lighthouse.py` with the folder, the address it is built for and, on its
 * input, names and routes.
 */

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.txt': 'text/plain', '.xml': 'application/xml',
};
const FLAGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const NUMBERS = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'total-byte-weight'];
const packed = new Map();

/* The rules of `_headers`: a pattern and the headers below it. */
function rulesOf(folder) {
  const rules = [];
  for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
    const [name, ...value] = line.trim().split(': ');
    if (line.startsWith(' ')) rules.at(-1).headers.push([name, value.join(': ')]);
    else if (line) rules.push({ pattern: new RegExp(`^${line.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`), headers: [] });
  }
  return rules;
}

function bodyOf(folder, path) {
  if (!packed.has(path)) packed.set(path, brotliCompressSync(readFileSync(join(folder, normalize(path)))));
  return packed.get(path);
}

function host(folder, port) {
  const rules = rulesOf(folder);
  const server = createServer((asked, answer) => {
    const path = decodeURIComponent(new URL(asked.url, 'http://host').pathname).replace(/\/$/, '/index.html');
    try {
      const body = bodyOf(folder, path);
      for (const { pattern, headers } of rules) if (pattern.test(path)) for (const [name, value] of headers) answer.setHeader(name, value);
      const packs = { 'Content-Encoding': 'br', 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', 'Cache-Control': 'max-age=31536000' };
      answer.writeHead(200, packs).end(body);
    } catch {
      answer.writeHead(404, { 'Content-Type': 'text/plain' }).end();
    }
  });
  return new Promise((ready) => { server.listen(port, '127.0.0.1', () => ready(server)); });
}

async function judge(url) {
  const chrome = await launch({ chromePath: '/usr/bin/chromium', chromeFlags: FLAGS.split(' '), logLevel: 'silent' });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'silent', output: 'json', onlyCategories: CATEGORIES });
    const scores = Object.values(lhr.categories).map(({ score }) => Math.round(score * 100));
    const refs = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs);
    const failed = refs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9).map(({ id }) => id);
    return { scores, failed, numbers: NUMBERS.map((id) => lhr.audits[id]?.numericValue ?? null) };
  } finally {
    chrome.kill();
  }
}

const [, , folder, top] = process.argv;
const server = await host(folder, new URL(top).port);
for (const [name, route] of JSON.parse(readFileSync(0, 'utf8'))) {
  console.log(JSON.stringify({ name, ...await judge(top + route) }));
}
server.close();
