/**
 * Draws icon.png: a report with a squiggle under one of its lines.
 *
 *   node docs/images/icon.mjs
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Width and height in pixels. Shapes are in 128ths of it. */
const size = 256;
/** Each pixel is the mean of so many by so many points. */
const samples = 4;

const blue = [31, 58, 95];
const paper = [250, 250, 247];
const ink = [120, 136, 156];
const red = [214, 57, 47];

/** Whether a point is inside a rectangle with round corners. */
const inBox = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, x - right + radius, 0);
  const dy = Math.max(top + radius - y, y - bottom + radius, 0);
  return dx * dx + dy * dy <= radius * radius;
};

/** Left, top, right and bottom of the lines of writing: a heading and the text below. */
const writing = [
  [42, 30, 74, 38],
  [42, 49, 86, 54],
  [42, 63, 86, 68],
  [42, 91, 86, 96],
];
const squiggle = { left: 42, right: 86, middle: 80, height: 3.5, length: 11, width: 2.4 };

/** The colour of a point; undefined outside the icon. */
function colourAt(x, y) {
  if (!inBox(x, y, 0, 0, 128, 128, 24)) return undefined;
  const { left, right, middle, height, length, width } = squiggle;
  const wave = middle + height * Math.sin(((x - left) / length) * 2 * Math.PI);
  if (x >= left && x <= right && Math.abs(y - wave) <= width) return red;
  if (writing.some((line) => inBox(x, y, ...line, 2.4))) return ink;
  return inBox(x, y, 28, 14, 100, 114, 6) ? paper : blue;
}

/** Four bytes of one pixel. */
function pixelAt(column, row) {
  const sum = [0, 0, 0];
  let inside = 0;
  for (let i = 0; i < samples * samples; i++) {
    const x = ((column + ((i % samples) + 0.5) / samples) / size) * 128;
    const y = ((row + (Math.floor(i / samples) + 0.5) / samples) / size) * 128;
    const colour = colourAt(x, y);
    if (!colour) continue;
    inside += 1;
    colour.forEach((value, channel) => (sum[channel] += value));
  }
  return [...sum.map((value) => (inside ? value / inside : 0)), (255 * inside) / (samples * samples)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const rows = [];
for (let row = 0; row < size; row++) {
  rows.push(0); // no filter
  for (let column = 0; column < size; column++) rows.push(...pixelAt(column, row).map(Math.round));
}
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, RGBA
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(path.resolve(import.meta.dirname, '../../icon.png'), png);
