import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Matcher } from '../../../server/src/text/matcher';

type Hit = [pattern: number, start: number, end: number];

function hitsOf(patterns: readonly string[], text: string): Hit[] {
  const hits: Hit[] = [];
  new Matcher(patterns).scan(text, 0, text.length, (...hit) => hits.push(hit));
  return hits.sort(byPlace);
}

function naive(patterns: readonly string[], text: string): Hit[] {
  const hits: Hit[] = [];
  for (const [index, pattern] of patterns.entries()) {
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      hits.push([index, at, at + pattern.length]);
  }
  return hits.sort(byPlace);
}

function byPlace(a: Hit, b: Hit): number {
  return a[1] - b[1] || a[2] - b[2] || a[0] - b[0];
}

test('finds overlapping and nested names', () => {
  assert.deepEqual(hitsOf(['中國', '中國大陸', '大陸', '國大'], '中國大陸'), [
    [0, 0, 2],
    [1, 0, 4],
    [3, 1, 3],
    [2, 2, 4],
  ]);
});

test('finds what a naive search finds', () => {
  const word = fc.string({ unit: fc.constantFrom('中', '國', '台', '北', 'A', '𠮷'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('中', '國', '台', '北', 'A', '𠮷'), maxLength: 60 }),
      (patterns, text) => {
        assert.deepEqual(hitsOf(patterns, text), naive(patterns, text));
      },
    ),
  );
});

test('searches only the range it is given', () => {
  const hits: Hit[] = [];
  new Matcher(['紐西蘭']).scan('紐西蘭、紐西蘭', 1, 7, (...hit) => hits.push(hit));
  assert.deepEqual(hits, [[0, 4, 7]]);
});

test('refuses an empty pattern and one that is there twice', () => {
  assert.throws(() => new Matcher(['']), /empty/);
  assert.throws(() => new Matcher(['中國', '中國']), /twice/);
});
