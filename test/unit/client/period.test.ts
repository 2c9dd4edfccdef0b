import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, parsePeriod, periodText } from '../../../client/src/newReport/period';

const august = { from: { year: 2024, month: 8, day: 9 }, to: { year: 2024, month: 8, day: 20 } };

describe('the period of a new report', () => {
  for (const text of [
    '113/8/9-8/20',
    '113.8.9~113.8.20',
    '2024-08-09 2024-08-20',
    '113 年 8 月 9 日至 20 日',
    '民國１１３年８月９日至８月２０日',
  ])
    it(`is read from ${text}`, () => {
      assert.deepEqual(parsePeriod(text), august);
    });

  for (const text of ['', '8/9-8/20', '113/8/9', '113/8/20-8/9', '113/2/30-3/2', '113/8/9-115/8/20', '113/13/1-13/2'])
    it(`is not read from 「${text}」`, () => {
      assert.equal(parsePeriod(text), undefined);
    });

  it('is read from what it is written as', () => {
    assert.equal(periodText(august), '113 年 8 月 9 日至 8 月 20 日');
    assert.equal(periodText({ from: august.from, to: august.from }), '113 年 8 月 9 日');
    const winter = { from: { year: 2024, month: 12, day: 30 }, to: { year: 2025, month: 1, day: 3 } };
    assert.equal(periodText(winter), '113 年 12 月 30 日至 114 年 1 月 3 日');
    for (const period of [august, winter]) assert.deepEqual(parsePeriod(periodText(period)), period);
  });

  it('moves by days over months and years', () => {
    assert.deepEqual(addDays({ year: 2024, month: 3, day: 1 }, -1), { year: 2024, month: 2, day: 29 });
    assert.deepEqual(addDays({ year: 2024, month: 12, day: 31 }, 1), { year: 2025, month: 1, day: 1 });
  });
});
