// Validates the HTML files named on standard input (a JSON list) and writes what it found: file, line, rule and message.
import { readFileSync } from "node:fs";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const config = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // Residents copy numbers, so the plain hyphen stays; the style keeps a number on one line.
    "tel-non-breaking": "off",
    // The length of a title follows from the names of the record and the site; that is a matter of the data.
    "long-title": "off",
    // Choices of which more than one may be right share their name (HTML, 4.10.5.1.15).
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    // Matters of layout of the source that no reader and no browser meets.
    "no-trailing-whitespace": "off",
  },
};
const validator = new HtmlValidate(new FileSystemConfigLoader(config));
const { results } = await validator.validateMultipleFiles(JSON.parse(readFileSync(0, "utf-8")));
const found = results.flatMap(({ filePath, messages }) =>
  messages.map(({ ruleId, message, line }) => [filePath, line, `${ruleId}: ${message}`]));
process.stdout.write(JSON.stringify(found));
