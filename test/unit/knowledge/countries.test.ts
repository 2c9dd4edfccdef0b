import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countries, countryNamed } from '../../../server/src/knowledge/countries';
import { economyNameOf } from '../../../server/src/knowledge/economies';
import { otherCodes } from '../../../server/src/knowledge/economyCodes';
import { nameRows } from '../../../server/src/knowledge/names';
import { scanNames } from '../../../server/src/report/scan/names';

test('every economy outside APEC has a Chinese and an English name', () => {
  assert.deepEqual([...countries.keys()], [...otherCodes]);
  for (const { code, chinese, english } of countries.values()) {
    assert.match(chinese, /^[\p{Script=Han}（）]+$/u, code);
    assert.match(english, /^\p{Lu}[\p{L} .’'&()-]+$/u, code);
  }
  assert.equal(new Set([...countries.values()].map(({ chinese }) => chinese)).size, countries.size);
});

test('an economy outside APEC is known by its name in Taiwan and by its code', () => {
  for (const [words, code] of [
    ['英國', 'GB'],
    ['GB', 'GB'],
    ['約旦', 'JO'],
    ['澳門', 'MO'],
    ['巴勒斯坦', 'PS'],
    ['歐盟', 'EU'],
  ] as const)
    assert.equal(countryNamed(words)?.code, code, words);
  for (const words of ['新西蘭', '意大利', 'ZZ', '', 'constructor'])
    assert.equal(countryNamed(words), undefined, words);
  assert.deepEqual((['NZ', 'TW', 'CH'] as const).map(economyNameOf), ['紐西蘭', '我國', '瑞士']);
});

const found = (sentence: string): readonly (readonly [string, string | undefined])[] =>
  scanNames(sentence, []).names.map(({ row }) => [row.kind, row.preferred] as const);

test('a name of the mainland is corrected to that of Taiwan', () => {
  assert.deepEqual(found('安提瓜和巴布達及馬拉維'), [
    ['nonstandard', '安地卡及巴布達'],
    ['nonstandard', '馬拉威'],
  ]);
});

test('names that are everyday words as well are not looked for', () => {
  for (const sentence of [
    '業者參加納稅講習。',
    '朝鮮半島局勢及黑山羊之飼養。',
    '馬里蘭州之大學。',
    '高湯加熱後裝罐。',
    '適用門檻不一，也門檻過高。',
    '乍得消息，會員均表關切。',
    '該員參訪獅子山隧道。',
  ])
    assert.deepEqual(found(sentence), [], sentence);
});

test('白俄羅斯 is not 俄羅斯, nor 新幾內亞 幾內亞', () => {
  assert.deepEqual(found('白俄羅斯'), [['other-economy', undefined]]);
  assert.deepEqual(found('新幾內亞島'), []);
});

test('no name of the mainland is that of another economy in Taiwan', () => {
  const right = new Set([...countries.values()].map(({ chinese }) => chinese));
  for (const { kind, text } of nameRows) if (kind === 'nonstandard') assert.ok(!right.has(text), text);
});
