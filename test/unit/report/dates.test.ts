import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DateExpression } from '../../../server/src/report/model/dates';
import { scanDates } from '../../../server/src/report/scan/dates';

/** Each date as `words | from | to | calendar | weekdays`, empty parts left out. */
function show(text: string): string[] {
  const point = (date: DateExpression['from'] | undefined): string =>
    date ? `${date.year ?? '-'}/${date.month ?? '-'}/${date.day ?? '-'}` : '';
  return scanDates(text).map((date) =>
    [
      text.slice(date.start, date.end),
      point(date.from),
      point(date.to),
      (date.calendar ?? '') + (date.otherYear === undefined ? '' : `+${date.otherYear}`),
      date.weekdays.map((day) => day.value).join(','),
    ].join(' | '),
  );
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['出國期間： 113 年 8 月 16 日至 8 月 24 日', ['113 年 8 月 16 日至 8 月 24 日 | 2024/8/16 | 2024/8/24 | roc | ']],
  ['中華民國113年8月16日', ['中華民國113年8月16日 | 2024/8/16 |  | roc | ']],
  ['西元 2024 年 8 月 16 日', ['西元 2024 年 8 月 16 日 | 2024/8/16 |  | ad | ']],
  ['8 月 16—17 日 (五、六)', ['8 月 16—17 日 (五、六) | -/8/16 | -/8/17 |  | 5,6']],
  ['8 月 18 日(日)', ['8 月 18 日(日) | -/8/18 |  |  | 0']],
  ['8月18日（星期日）、8月19日', ['8月18日（星期日）、8月19日 | -/8/18 | -/8/19 |  | 0']],
  ['8月18日星期日', ['8月18日星期日 | -/8/18 |  |  | 0']],
  ['8月16日（五）至8月24日（六）', ['8月16日（五）至8月24日（六） | -/8/16 | -/8/24 |  | 5,6']],
  ['本（113）年8月16日', ['本（113）年8月16日 | 2024/8/16 |  | roc | ']],
  ['本 (113) 年 APEC', ['本 (113) 年 | 2024/-/- |  | roc | ']],
  ['113（2024）年8月', ['113（2024）年8月 | 2024/8/- |  | roc+2024 | ']],
  ['113年（2023年）8月16日', ['113年（2023年）8月16日 | 2024/8/16 |  | roc+2023 | ']],
  ['2024（民國113）年', ['2024（民國113）年 | 2024/-/- |  | ad+2024 | ']],
  ['九十一年三月十四、十五日', ['九十一年三月十四、十五日 | 2002/3/14 | 2002/3/15 | roc | ']],
  ['二○二四年八月十六日', ['二○二四年八月十六日 | 2024/8/16 |  | ad | ']],
  ['中華民國一百一十三年八月', ['中華民國一百一十三年八月 | 2024/8/- |  | roc | ']],
  ['113/08/16', ['113/08/16 | 2024/8/16 |  | roc | ']],
  ['113.8.16-113.8.24', ['113.8.16-113.8.24 | 2024/8/16 | 2024/8/24 | roc | ']],
  ['2024-08-16', ['2024-08-16 | 2024/8/16 |  | ad | ']],
  ['8/18（日）：DPS 會議', ['8/18（日） | -/8/18 |  |  | 0']],
  ['99年12月日', ['99年12月日 | 2010/12/- |  | roc | ']],
  ['113年12月30日至114年1月3日', ['113年12月30日至114年1月3日 | 2024/12/30 | 2025/1/3 | roc | ']],
  ['8月30日至9月2日', ['8月30日至9月2日 | -/8/30 | -/9/2 |  | ']],
  ['6月15-21日', ['6月15-21日 | -/6/15 | -/6/21 |  | ']],
  ['2 月 30 日', ['2 月 30 日 | -/2/30 |  |  | ']],
  ['１１３年８月１６日', ['１１３年８月１６日 | 2024/8/16 |  | roc | ']],
  ['本年 9 月提出', ['9 月 | -/9/- |  |  | ']],
  ['2024年APEC第三次資深官員會議', ['2024年 | 2024/-/- |  | ad | ']],
];

for (const [text, expected] of cases)
  test(text, () => {
    assert.deepEqual(show(text), expected);
  });

for (const text of [
  '為期三年',
  '第3年',
  '一年一度',
  '三分之二',
  '1/2 的會員',
  '第3.1節',
  '10.0.0.1',
  '1041104',
  '三個月內',
  '2050 淨零',
  '一月一日以外'.slice(4),
  '十餘年來',
  '版本 2.10.4',
]) {
  test(`no date: ${text}`, () => {
    assert.deepEqual(show(text), []);
  });
}

test('offsets are exact', () => {
  const text = '會議於 113 年 8 月 18 日（日）召開';
  const [date] = scanDates(text);
  assert.ok(date);
  assert.equal(text.slice(date.start, date.end), '113 年 8 月 18 日（日）');
  assert.equal(text.slice(date.weekdays[0]!.start, date.weekdays[0]!.end), '日');
});
