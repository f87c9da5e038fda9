/*
 * The compact texts of the word index, as socialmap/search/coding.py writes them: numbers in base 64 with five bits a
 * letter, and sorted words that say with a capital how many letters they share with the one before.
 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...DIGITS].map((digit, at) => [digit, at]));

export function readRising(text) {
  const numbers = [];
  let number = 0;
  let shift = 0;
  let last = 0;
  for (const digit of text) {
    const value = VALUES.get(digit);
    number += (value & 31) << shift;
    shift += 5;
    if (value < 32) {
      last += number;
      numbers.push(last);
      number = 0;
      shift = 0;
    }
  }
  return numbers;
}

export function readWords(text) {
  let before = '';
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((part) => {
    before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
    return before;
  });
}
