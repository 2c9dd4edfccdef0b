import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, daysOf, periodText, readPeriod } from '../../../client/src/newReport/period';

const august = { from: { year: 2024, month: 8, day: 9 }, to: { year: 2024, month: 8, day: 20 } };
const today = { year: 2024, month: 11, day: 28 };

describe('the period of a new report', () => {
  for (const text of [
    '113/8/9-8/20',
    '113.8.9~113.8.20',
    '2024-08-09 2024-08-20',
    '113 年 8 月 9 日至 20 日',
    '民國１１３年８月９日至８月２０日',
    '1130809-1130820',
    '20240809-20240820',
    '1130809-0820',
    '8/9-8/20',
    '8/9-20',
    '0809-0820',
    '8月9日（五）至8月20日（二）',
  ])
    it(`is read from ${text}`, () => {
      assert.deepEqual(readPeriod(text, today), august);
    });

  it('may be of one day', () => {
    const day = { year: 2024, month: 8, day: 9 };
    for (const text of ['113/8/9', '1130809', '8/9']) assert.deepEqual(readPeriod(text, today), { from: day, to: day });
  });

  it('goes on into the next year', () => {
    const winter = { from: { year: 2024, month: 12, day: 28 }, to: { year: 2025, month: 1, day: 3 } };
    assert.deepEqual(readPeriod('113/12/28-1/3', today), winter);
    assert.deepEqual(readPeriod('12/28-1/3', today), winter);
    assert.deepEqual(readPeriod('12/28-1/3', { year: 2025, month: 2, day: 1 }), winter);
  });

  for (const [text, problem] of [
    ['', { problem: 'unreadable' }],
    ['下個月', { problem: 'unreadable' }],
    ['113', { problem: 'unreadable' }],
    ['113/8', { problem: 'unreadable' }],
    ['113/8/9-8/20 共 12 天', { problem: 'unreadable' }],
    ['113/8/20-8/9', { problem: 'reversed', from: august.to, to: august.from }],
    ['113/2/30-3/2', { problem: 'day', month: 2, day: 30 }],
    ['113/2/28-2/30', { problem: 'day', month: 2, day: 30 }],
    ['113/13/1-13/2', { problem: 'month', month: 13 }],
    ['1000/8/9-8/20', { problem: 'year', year: 1000 }],
    ['813/8/9-8/20', { problem: 'year', year: 813 }],
    ['113/8/9-115/8/20', { problem: 'too-long', days: 742 }],
  ] as const)
    it(`is not read from 「${text}」, and it says why`, () => {
      assert.deepEqual(readPeriod(text, today), problem);
    });

  it('is read from what it is written as', () => {
    assert.equal(periodText(august), '113 年 8 月 9 日至 8 月 20 日');
    assert.equal(periodText({ from: august.from, to: august.from }), '113 年 8 月 9 日');
    const winter = { from: { year: 2024, month: 12, day: 30 }, to: { year: 2025, month: 1, day: 3 } };
    assert.equal(periodText(winter), '113 年 12 月 30 日至 114 年 1 月 3 日');
    const day = { from: august.from, to: august.from };
    for (const period of [august, winter, day]) assert.deepEqual(readPeriod(periodText(period), today), period);
  });

  it('has days, and moves by days over months and years', () => {
    assert.equal(daysOf(august), 12);
    assert.deepEqual(addDays({ year: 2024, month: 3, day: 1 }, -1), { year: 2024, month: 2, day: 29 });
    assert.deepEqual(addDays({ year: 2024, month: 12, day: 31 }, 1), { year: 2025, month: 1, day: 1 });
  });
});
