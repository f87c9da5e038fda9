/*
 * A QR code as an SVG element, drawn in the browser: nothing is asked of anybody. Loaded only when somebody presses for
 * it, by one's own list and by the print button of a service.
 */

import { generate } from './lean-qr.js';

const SVG = 'http://www.w3.org/2000/svg';
const QUIET = 4;

export function drawQr(text, name) {
  const code = generate(text);
  const drawing = document.createElementNS(SVG, 'svg');
  const side = code.size + 2 * QUIET;
  drawing.setAttribute('viewBox', `${-QUIET} ${-QUIET} ${side} ${side}`);
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', name);
  drawing.setAttribute('class', 'sm-qr');
  drawing.append(shape('rect', { x: -QUIET, y: -QUIET, width: side, height: side, fill: '#fff' }));
  drawing.append(shape('path', { d: pathOf(code), fill: '#000' }));
  return drawing;
}

function shape(kind, attributes) {
  const made = document.createElementNS(SVG, kind);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function pathOf(code) {
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      let wide = 0;
      while (code.get(x + wide, y)) wide += 1;
      if (wide) path += `M${x} ${y}h${wide}v1h-${wide}z`;
      x += wide;
    }
  }
  return path;
}
