import type { DatePoint } from '../../report/model/dates';
import type { LineFacts } from '../../report/model/lines';
import { Trait } from '../../report/scan/traits';
import { daysInMonth } from '../../text/calendar';
import type { Example, LineRule, RulePage, UnitDiscovery } from '../engine/rule';

/** Why a day can't be, or undefined where it can. A year left out may be a leap year. */
function fault(point: DatePoint): 'month' | 'day' | undefined {
  const { year, month, day } = point;
  if (month !== undefined && (month < 1 || month > 12)) return 'month';
  if (day === undefined || month === undefined) return undefined;
  return day < 1 || day > daysInMonth(year ?? 2024, month) ? 'day' : undefined;
}

function findDates({ dates }: LineFacts, find: (discovery: UnitDiscovery) => void): void {
  for (const { from, to, start, end } of dates) {
    const wrong = fault(from) ? from : to && fault(to) ? to : undefined;
    if (!wrong) continue;
    const { month = 0, day = 0 } = wrong;
    find({ message: fault(wrong)!, params: { month, day }, start, end });
  }
}

function findTimes(text: string, find: (discovery: UnitDiscovery) => void): void {
  for (let at = text.indexOf('時'); at >= 0; at = text.indexOf('時', at + 1)) {
    const before = /(?:^|\D)(\d{1,2}) ?$/.exec(text.slice(Math.max(0, at - 4), at));
    if (!before) continue;
    const start = at - before[0].length + (before[0].length - before[0].replace(/^\D/, '').length);
    const hour = Number(before[1]);
    const minutes = /^ ?(\d{1,2}) ?分(?!之)/.exec(text.slice(at + 1, at + 6));
    const minute = Number(minutes?.[1] ?? 0);
    if (hour > 24) find({ message: 'hour', params: { hour }, start, end: at + 1 });
    else if (minutes && minute > 59)
      find({ message: 'minute', params: { minute }, start, end: at + 1 + minutes[0].length });
  }
}

export const rule: LineRule = {
  per: 'line',
  only: { holding: ['date'], traits: Trait.Hour },
  id: 'dates/invalid',
  title: { 'zh-TW': '不存在的日期或時間', en: 'Date or time that does not exist' },
  severity: 'error',
  source: '公文書橫式書寫數字使用原則（文書處理手冊附錄4）；曆法',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    month: { 'zh-TW': '一年沒有 {month} 月，請更正日期。', en: 'There is no month {month}; correct the date.' },
    day: { 'zh-TW': '{month} 月沒有 {day} 日，請更正日期。', en: 'Month {month} has no day {day}; correct the date.' },
    hour: { 'zh-TW': '一天沒有 {hour} 時，請更正時間。', en: 'There is no hour {hour}; correct the time.' },
    minute: { 'zh-TW': '一小時沒有 {minute} 分，請更正時間。', en: 'There is no minute {minute}; correct the time.' },
  },
  check: ({ facts, text }, _, find) => {
    findDates(facts, find);
    findTimes(text, find);
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '會議訂於 ⟦113 年 2 月 30 日⟧舉行。' },
  { in: 'body', text: '下次會議在⟦13月5日⟧。' },
  { in: 'body', text: '會議於⟦25時⟧結束。' },
  { in: 'body', text: '會議於⟦9時75分⟧開始。' },
  { in: 'body', text: '研討會於113年2月29日舉行。', note: { 'zh-TW': '閏年', en: 'A leap year' } },
  { in: 'body', text: '會議自9時30分至24時。' },
  { in: 'body', text: '全程共36小時，費時約13個月籌備。' },
  { in: 'body', text: '屆時將另行通知，當時共 30 人與會。' },
];

export const page: RulePage = {
  explanation:
    '日曆上沒有的日期（2月30日、13月）與時間（25時、75分），多半是打字錯誤，機關審核時會退回更正。沒有寫年份的 2 月 29 日視為閏年，不提出。',
  leavesAlone: '時數與月數（36小時、13個月）不是時刻與日期，不提出。',
  summary:
    'Finds dates and times of day that do not exist. A 29 February without a year is taken to be in a leap year; durations are left alone.',
};
