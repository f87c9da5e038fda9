// Asks the browser's module for the state of each word at each instant: JSON in, JSON out.
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';

const { clockAt, readHours, stateAt } = await import(pathToFileURL(process.argv[2]));
const { words, instants } = JSON.parse(readFileSync(0, 'utf8'));
const clocks = instants.map(clockAt);
const states = words.map(readHours).map((hours) => clocks.map((clock) => stateAt(hours, clock)));
process.stdout.write(JSON.stringify(states));
