/* Starts the editing environment with the way in which records are read and written. */
import CMS, { registerCustomFormat } from './npm/index.js';
import { makeFormat } from './records.js';

const answer = await fetch('records.json');
const { collections, booleans } = await answer.json();
for (const [name, fields] of Object.entries(collections)) {
  registerCustomFormat(`socialmap-${name}`, 'yml', makeFormat(fields, booleans));
}
CMS.init();
