import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAtNumber } from '../../../client/src/itemNumber';

describe('the place where Tab changes a level', () => {
  for (const [number, words] of [
    ['一、', '及早準備'],
    ['（十二）', '會議討論要點'],
    ['1. ', '亞太自由貿易區'],
    ['(1) ', '日本支持'],
    ['甲、', '說明'],
    ['  （一）', '縮排的項目'],
    ['## **二、', '標題**'],
  ] as const)
    it(`is in ${number.trim()} and right behind it, not further on`, () => {
      for (let character = 0; character <= number.length; character += 1)
        assert(isAtNumber(number + words, character), `${character}`);
      assert(!isAtNumber(number + words, number.length + 1));
    });

  for (const line of ['', '本次會議', '壹、目的', '5 月 4 日（日）', '2.5 億元', '一般而言', '2025. 年', '| 一、 |'])
    it(`is not in 「${line}」`, () => {
      assert(!isAtNumber(line, 0));
    });
});
