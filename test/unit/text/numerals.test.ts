import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHanNumber, romanNumeralAt, stemValue, toFormal, toHan, toRoman, toRomanCharacter, toStem } from '../../../server/src/text/numerals'; // prettier-ignore

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

test('Roman numerals are read in letters and as characters', () => {
  for (let value = 1; value <= 29; value++) {
    const written = toRoman(value);
    assert.deepEqual(romanNumeralAt(`${written}. 目的`, 0), { value, end: written.length });
    const character = toRomanCharacter(value);
    assert.equal(character === undefined, value > 12);
    if (character) assert.deepEqual(romanNumeralAt(character, 0), { value, end: 1 });
  }
  for (const words of ['IIII', 'VX', 'XIA', 'C.', 'L.', '壹', ''])
    assert.equal(romanNumeralAt(words, 0), undefined, words);
  assert.throws(() => toRoman(0), RangeError);
});
