const records = require("../records.json");
const markdown = require("markdown-it")({ html: false });

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (sign) => entities[sign]);
const row = ([day, times]) => `<tr><th>${escape(day)}</th><td>${escape(times)}</td></tr>`;
const named = ({ name, href }) => (href ? `<a href="${href}">${escape(name)}</a>` : escape(name));
const place = (at) =>
  `<section><h2>${named(at)}</h2><p>${escape(at.address)}</p><table>${at.week.map(row).join("")}</table></section>`;
const fact = ([label, value]) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`;
const call = (number) => `<li><a href="tel:${number}">Bel ${number}</a></li>`;

module.exports = class {
  data() {
    return {
      pagination: { data: "records", size: 1, alias: "record", addAllPagesToCollections: false },
      records,
      eleventyExcludeFromCollections: true,
      permalink: ({ record }) => `${record.section}/${record.slug}.html`,
    };
  }

  render({ record }) {
    return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(record.title)} – Sociale kaart Rekenstad</title>
<meta name="description" content="${escape(record.summary)}">
<link rel="stylesheet" href="../style.css">
</head>
<body>
<header><a href="#inhoud">Naar de inhoud</a><nav><a href="../index.html">Sociale kaart Rekenstad</a><form action="../zoeken.html"><input name="q" aria-label="Zoek"><button>Zoek</button></form><a href="../themas.html">Thema's</a><a href="../plekken.html">Plekken</a><a href="../a-z.html">A tot Z</a></nav></header>
<main id="inhoud" data-pagefind-body>
<h1>${escape(record.title)}</h1>
<p>${escape(record.summary)}</p>
${record.phones.length ? `<ul>${record.phones.map(call).join("")}</ul>` : ""}
${record.places.map(place).join("\n")}
${markdown.render(record.body)}
<dl>${record.facts.map(fact).join("")}</dl>
${record.provider ? `<p>Van: ${named(record.provider)}</p>` : ""}
</main>
<footer><p>Rekenstad bestaat niet.</p><a href="../over.html">Over deze kaart</a><a href="../privacy.html">Privacy</a><a href="../toegankelijkheid.html">Toegankelijkheid</a></footer>
</body>
</html>
`;
  }
};
