/*
 * A vector tile as a quiet picture of streets: land, green, water, buildings, roads and their names. Knows the layers of
 * Protomaps and of OpenMapTiles; what it does not know it leaves out.
 */

import { PbfReader } from '../../vendor/vector-tile/pbf.js';
import { VectorTile } from '../../vendor/vector-tile/vector-tile.js';

const LAND = '#f3f0e9';
const INK = '#4a463f';
const FILLS = {
  earth: LAND, landcover: '#e4ecd9', landuse: '#e9ebdf', park: '#dcead0', natural: '#e4ecd9', water: '#b7d3e6',
  buildings: '#ded7c9', building: '#ded7c9',
};
const LINES = { waterway: ['#b7d3e6', 2], roads: ['#ffffff', 3], transportation: ['#ffffff', 3], boundaries: ['#a59e90', 1] };
const WIDE = { highway: 8, major_road: 6, motorway: 8, trunk: 7, primary: 6, secondary: 5, medium_road: 5, tertiary: 5 };
const ORDER = ['earth', 'landcover', 'landuse', 'natural', 'park', 'water', 'waterway', 'buildings', 'building', 'boundaries', 'roads', 'transportation'];
const NAMED = ['roads', 'transportation_name'];
const NAMES_FROM = 14;

/** Paints the bytes of a tile of a zoom on a canvas. */
export function paint(canvas, bytes, zoom) {
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(bytes)));
  const brush = canvas.getContext('2d');
  brush.fillStyle = LAND;
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  for (const name of ORDER) if (layers[name]) each(layers[name], (feature) => draw(brush, name, feature, canvas.width));
  if (zoom < NAMES_FROM) return;
  const said = new Set();
  for (const name of NAMED) if (layers[name]) each(layers[name], (feature) => label(brush, feature, canvas.width, said));
}

function each(layer, act) {
  for (let at = 0; at < layer.length; at++) act(layer.feature(at));
}

function draw(brush, name, feature, side) {
  const scale = side / feature.extent;
  const shape = new Path2D();
  for (const line of feature.loadGeometry()) {
    line.forEach((point, at) => shape[at ? 'lineTo' : 'moveTo'](point.x * scale, point.y * scale));
  }
  if (feature.type === 3 && FILLS[name]) {
    brush.fillStyle = FILLS[name];
    brush.fill(shape, 'evenodd');
  } else if (feature.type === 2 && LINES[name]) {
    const [colour, width] = LINES[name];
    const wide = WIDE[feature.properties.kind ?? feature.properties.class] ?? width;
    for (const [style, extra] of name === 'roads' || name === 'transportation' ? [['#cbc3b3', 2], [colour, 0]] : [[colour, 0]]) {
      brush.strokeStyle = style;
      brush.lineWidth = wide + extra;
      brush.stroke(shape);
    }
  }
}

/* The name of a road along its longest straight part, once in a tile, where it fits. */
function label(brush, feature, side, said) {
  const text = feature.properties.name ?? feature.properties['name:latin'];
  if (!text || said.has(text) || feature.type !== 2) return;
  const scale = side / feature.extent;
  const part = feature.loadGeometry().flatMap(parts).sort((a, b) => b.long - a.long)[0];
  brush.font = '600 20px system-ui, sans-serif';
  if (!part || part.long * scale < brush.measureText(text).width + 16) return;
  said.add(text);
  brush.save();
  brush.translate(((part.a.x + part.b.x) / 2) * scale, ((part.a.y + part.b.y) / 2) * scale);
  const turn = Math.atan2(part.b.y - part.a.y, part.b.x - part.a.x);
  brush.rotate(Math.abs(turn) > Math.PI / 2 ? turn + Math.PI : turn);
  Object.assign(brush, { textAlign: 'center', textBaseline: 'middle', lineWidth: 5, strokeStyle: LAND, fillStyle: INK });
  brush.strokeText(text, 0, 0);
  brush.fillText(text, 0, 0);
  brush.restore();
}

function parts(line) {
  return line.slice(1).map((b, at) => ({ a: line[at], b, long: Math.hypot(b.x - line[at].x, b.y - line[at].y) }));
}
