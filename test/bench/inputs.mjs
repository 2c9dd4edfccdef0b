/**
 * The texts to measure on: reports of about 23 kB, 230 kB, 2.3 MB and 22 MB of UTF-8, made from the samples. Copies
 * differ in some of their digits, so that no two are the same and no cache can pretend to be fast.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

/** Bytes of UTF-8 that stand for one report. */
const reportBytes = 23_000;

/** One report's worth of text: the samples, one behind the other, cut at a line's end. */
function oneReport() {
  const texts = readdirSync(samples)
    .filter((name) => /\.mission\.(?:md|txt)$/.test(name))
    .sort()
    .map((name) => readFileSync(samples + name, 'utf8'));
  let text = '';
  for (let i = 0; Buffer.byteLength(text) < reportBytes; i++) text += texts[i % texts.length] + '\n';
  while (Buffer.byteLength(text) > reportBytes) text = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  return text;
}

/** @param {string} text @param {number} copy */
function varied(text, copy) {
  let seen = 0;
  return text.replace(/\d(?!\d)/g, (digit) => String((Number(digit) + (seen++ % 7 === copy % 7 ? copy : 0)) % 10));
}

/** `times` reports in one text. @param {number} times */
export function reports(times) {
  const one = oneReport();
  return Array.from({ length: times }, (_, copy) => (copy === 0 ? one : varied(one, copy))).join('\n');
}
