import type { ItineraryDay } from '../../report/model/parts';
import { dayInPeriod, dayOf, periodOf } from '../../report/queries/period';
import { dayNumber } from '../../text/calendar';
import type { Example, Rule, RulePage } from '../engine/rule';

export const rule: Rule = {
  id: 'dates/itinerary-order',
  title: { 'zh-TW': '行程日期順序有誤', en: 'Itinerary days out of order' },
  severity: 'warning',
  source: '出國報告行程表依日期排列的慣例（出國報告實例）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    order: {
      'zh-TW': '行程日期早於前一列，請依日期先後排列或更正日期。',
      en: 'This day is before that of the row above; sort the rows or correct the date.',
    },
    overlap: {
      'zh-TW': '行程日期與前一列重疊，請更正日期。',
      en: 'This day overlaps the row above; correct the dates.',
    },
    previous: { 'zh-TW': '前一列', en: 'The row above' },
  },
  check: (report, _context, find) => {
    if (!report.itinerary) return;
    const period = periodOf(report);
    const bounds = (day: ItineraryDay): readonly [number, number] | undefined => {
      const { date } = day;
      // Without a period any year will do: only the order within it counts.
      const place = (point: typeof date.from) =>
        period ? dayInPeriod(point, period) : dayOf({ ...point, year: point.year ?? 2024 });
      const from = place(date.from);
      const to = date.to ? place(date.to) : from;
      return from && to ? [dayNumber(from), dayNumber(to)] : undefined;
    };
    let previous: { readonly day: ItineraryDay; readonly from: number; readonly to: number } | undefined;
    for (const day of report.itinerary.days) {
      const range = bounds(day);
      if (!range) continue;
      const [from, to] = range;
      // Several rows may speak of one day: morning and afternoon.
      const same = previous && previous.from === from && previous.to === to;
      if (previous && !same && from <= previous.to) {
        const message =
          from < previous.from ? 'order' : previous.to > previous.from || to > from ? 'overlap' : undefined;
        const { date } = day;
        const related = [{ message: 'previous', start: previous.day.date.start, end: previous.day.date.end }];
        if (message) find({ message, start: date.start, end: date.end, related });
      }
      previous = { day, from, to };
    }
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (rows: string): string =>
  `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n壹、目的\n貳、行程\n${rows}\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('8月19日\t大會\n⟦8月18日⟧\t籌備會') },
  { in: 'report', text: report('8月16—18日\t出發\n⟦8月18日⟧\t會議') },
  { in: 'report', text: report('8月18日\t會議\n8月20日\t會議\n⟦8月19日⟧\t會議\n8月21日\t會議') },
  { in: 'report', text: report('8月16—17日\t出發\n8月18日\t會議\n8月19日\t會議') },
  {
    in: 'report',
    text: report('8月18日\t上午：會議\n8月18日\t下午：研討會'),
    note: { 'zh-TW': '同一天分列兩列', en: 'One day in two rows' },
  },
  {
    in: 'report',
    text: '服務機關：數位發展部\n出國期間：113年12月30日至114年1月3日\n壹、目的\n貳、行程\n12月30日\t出發\n1月2日\t會議\n',
  },
];

export const page: RulePage = {
  explanation: '行程表依日期先後排列，各列的日期不重疊。順序顛倒多半是月或日打錯。',
  leavesAlone: '同一天分成上午、下午兩列是正常寫法。跨年的行程不會被當成順序顛倒。',
  summary: 'Rows of the itinerary go by date and do not overlap. Two rows for one and the same day are fine.',
};
