import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHanNumber, stemValue, toFormal, toHan, toStem } from '../../../server/src/text/numerals';

test('reads numerals by place and with units', () => {
  const cases: [string, number | undefined][] = [
    ['一', 1], ['十', 10], ['十四', 14], ['二十', 20], ['廿四', 24], ['卅', 30], ['九十一', 91], ['一百一十三', 113], ['一一三', 113], ['二○二四', 2024], ['二〇二四', 2024],
    ['壹', 1], ['貳', 2], ['參', 3], ['叁', 3], ['拾', 10], ['拾貳', 12], ['', undefined], ['甲', undefined], ['十x', undefined],
  ]; // prettier-ignore
  for (const [text, value] of cases) assert.equal(parseHanNumber(text), value, text);
});

test('writes what it reads, 1 to 99', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
      assert.equal(parseHanNumber(toHan(value)), value);
      assert.equal(parseHanNumber(toFormal(value)), value);
    }),
  );
});

test('writes the usual forms', () => {
  assert.deepEqual([1, 10, 11, 20, 21].map(toHan), ['一', '十', '十一', '二十', '二十一']);
  assert.deepEqual([1, 2, 3, 10, 12].map(toFormal), ['壹', '貳', '參', '拾', '拾貳']);
  assert.equal(toStem(1), '甲');
  assert.equal(stemValue('癸'.charCodeAt(0)), 10);
  assert.equal(stemValue('子'.charCodeAt(0)), 0);
});

test('refuses what has no outline numeral', () => {
  for (const value of [0, 100, 1.5, -1]) assert.throws(() => toHan(value), RangeError);
  assert.throws(() => toStem(11), RangeError);
});
