import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Matcher } from '../../../server/src/text/matcher';

type Hit = [pattern: number, start: number, end: number];

function scan(patterns: readonly string[], text: string, start = 0, end = text.length): Hit[] {
  const found: number[] = [];
  const count = new Matcher(patterns).scan(text, start, end, found);
  return Array.from({ length: count / 3 }, (_, i): Hit => [found[3 * i]!, found[3 * i + 1]!, found[3 * i + 2]!]);
}

function hitsOf(patterns: readonly string[], text: string): Hit[] {
  return scan(patterns, text).sort(byPlace);
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

test('finds characters beside patterns, under the index behind theirs', () => {
  const matcher = new Matcher(['中國', '國', '國际'], '际中');
  const found: number[] = [];
  const written = matcher.scan('中國际際', 0, 4, found);
  assert.deepEqual(found.slice(0, written), [3, 0, 1, 0, 0, 2, 1, 1, 2, 2, 1, 3, 3, 2, 3]);
});

test('finds the same in a second text as in the first', () => {
  const matcher = new Matcher(['太平洋', '平洋經', '經濟', '洋']);
  const scanned = (text: string): number[] => {
    const found: number[] = [];
    matcher.scan(text, 0, text.length, found);
    return found;
  };
  const text = '亞太平洋經濟合作';
  const first = scanned(text);
  scanned('太平經太平洋平洋平洋經濟');
  assert.deepEqual(scanned(text), first);
  assert.ok(first.length > 0);
});

test('searches only the range it is given', () => {
  assert.deepEqual(scan(['紐西蘭'], '紐西蘭、紐西蘭', 1, 7), [[0, 4, 7]]);
});

test('refuses an empty pattern, and one or a character that is there twice', () => {
  assert.throws(() => new Matcher(['']), /empty/);
  assert.throws(() => new Matcher(['中國', '中國']), /twice/);
  assert.throws(() => new Matcher(['中國'], '际际'), /twice/);
  assert.throws(() => new Matcher(['中'], '中'), /twice/);
});
