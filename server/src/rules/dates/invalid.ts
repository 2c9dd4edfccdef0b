import type { DatePoint } from '../../report/model';
import { Trait } from '../../report/scan/traits';
import { daysInMonth } from '../../text/calendar';
import { forEachNote, placedDiscovery } from '../lines';
import type { LineDiscovery, LineReader } from '../lines';
import type { Rule } from '../rule';

/** Why a day can't be, or undefined where it can. A year left out may be a leap year. */
function fault(point: DatePoint): 'month' | 'day' | undefined {
  const { year, month, day } = point;
  if (month !== undefined && (month < 1 || month > 12)) return 'month';
  if (day === undefined || month === undefined) return undefined;
  return day < 1 || day > daysInMonth(year ?? 2024, month) ? 'day' : undefined;
}

const days: LineReader<LineDiscovery> = {
  lines: { holding: ['date'] },
  raw: true,
  read: (_words, { dates }) => {
    const found: LineDiscovery[] = [];
    for (const { from, to, start, end } of dates) {
      const wrong = fault(from) ? from : to && fault(to) ? to : undefined;
      if (!wrong) continue;
      const { month = 0, day = 0 } = wrong;
      found.push({ message: fault(wrong)!, params: { month, day }, start, end });
    }
    return found;
  },
};

const times: LineReader<LineDiscovery> = {
  lines: { traits: Trait.Hour },
  raw: true,
  read: (words) => {
    const found: LineDiscovery[] = [];
    for (let at = words.indexOf('時'); at >= 0; at = words.indexOf('時', at + 1)) {
      const before = /(?:^|\D)(\d{1,2}) ?$/.exec(words.slice(Math.max(0, at - 4), at));
      if (!before) continue;
      const start = at - before[0].length + (before[0].length - before[0].replace(/^\D/, '').length);
      const hour = Number(before[1]);
      const minutes = /^ ?(\d{1,2}) ?分(?!之)/.exec(words.slice(at + 1, at + 6));
      const minute = Number(minutes?.[1] ?? 0);
      if (hour > 24) found.push({ message: 'hour', params: { hour }, start, end: at + 1 });
      else if (minutes && minute > 59)
        found.push({ message: 'minute', params: { minute }, start, end: at + 1 + minutes[0].length });
    }
    return found;
  },
};

export const rule: Rule = {
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
  reads: [days, times],
  check: (report, _context, find) => {
    for (const reader of [days, times])
      forEachNote(report, reader, (discovery, offset) => {
        find(placedDiscovery(discovery, offset));
      });
  },
};
