import { phrasePattern } from '../../knowledge/phrases';
import type { DateExpression } from '../../report/model/dates';
import type { AbstractUnit } from '../../report/model/units';
import { dayInPeriod, datesIn, roughPeriodOf } from '../../report/queries/period';
import { heldDatesOf, tellsOfAnother } from '../../report/queries/toldDays';
import { dayNumber } from '../../text/calendar';
import type { ReportRule } from '../engine/rule';
import { rocDate } from './writing';

/** A date further off is another event's: an earlier session, next year's meeting. */
const near = 60;

/** What stands between the words of a subject and its date. */
const dateFollows = /(?:於|自|[訂係定][於在])\s*$/;
const isHeld = phrasePattern`^[^，。；]{0,20}?(?:辦理|${'held'}|${'opening'})`;
const longestSubject = 40;

/** Whether the first sentence of the text that begins at `from` tells of `date` as that on which its subject was held. */
function opens(text: string, from: number, { start, end }: DateExpression, own: string): boolean {
  const before = text
    .slice(from, start)
    .trimStart()
    .replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.]\s*/, '');
  if (/[。；\n]/.test(before)) return false;
  const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('：')) + 1);
  if (clause.length > longestSubject || tellsOfAnother(before, own) || /^[並且]/.test(clause)) return false;
  const behind = text.slice(end, end + longestSubject);
  return dateFollows.test(clause) && isHeld.test(behind) && !/決議|成立/.test(behind);
}

/** Where the month of a date begins: its year is not what is wrong. */
function monthStart(text: string, { from, start, end }: DateExpression): number {
  if (from.year === undefined) return start;
  return start + (/^[^月]*年\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** The first date of 摘要, where it opens with it. */
function openingOf(abstract: AbstractUnit | undefined, own: string): readonly DateExpression[] {
  if (!abstract) return [];
  return datesIn(abstract, abstract.section.content)
    .filter((date) => opens(abstract.text, abstract.section.content.start, date, own))
    .slice(0, 1);
}

export const rule: ReportRule = {
  per: 'report',
  id: 'dates/meeting-outside-period',
  title: { 'zh-TW': '會議日期在出國期間之外', en: 'Meeting dated outside the period' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間與過程）',
  checked: '2026-11-29',
  fix: undefined,
  yieldsTo: ['dates/wrong-year'],
  messages: {
    outside: {
      'zh-TW': '這場會議的日期不在出國期間（{from}至{to}）內，請核對。',
      en: 'This meeting is dated outside the period ({from} to {to}); check the date.',
    },
    period: { 'zh-TW': '封面的出國期間', en: 'The period on the cover' },
  },
  check: ({ abstract, chapters, cover, meetings }, _notes, _context, find) => {
    const period = roughPeriodOf(cover);
    if (!cover || !period) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    const own = cover.text;
    const held = chapters.flatMap((unit) =>
      heldDatesOf(unit, unit.section, own, true).map((date) => ({ unit, date, inHeading: false })),
    );
    const isHeld = (unit: unknown, { start }: DateExpression): boolean =>
      held.some((one) => one.unit === unit && one.date.start === start);
    const dates = [
      ...openingOf(abstract, own).map((date) => ({ unit: abstract!, date, inHeading: false })),
      ...held,
      ...meetings.flatMap(({ unit, meeting }) => {
        const { heading } = meeting.section;
        // The heading's date is the meeting's own, and the one with which its text opens; further on a text speaks of
        // earlier and later sessions as well.
        return meeting.dates.flatMap((date) => {
          const inHeading = date.start >= heading.start && date.end <= heading.end;
          return !isHeld(unit, date) && (inHeading || opens(unit.text, heading.end, date, own))
            ? [{ unit, date, inHeading }]
            : [];
        });
      }),
    ];
    for (const { unit, date, inHeading } of dates) {
      const from = dayInPeriod(date.from, period);
      const to = date.to ? dayInPeriod(date.to, period) : from;
      if (!from || !to) continue;
      const [start, end] = [dayNumber(from), dayNumber(to)];
      // Prose tells how long the meeting lasted; who went may have come later or left before its end.
      if (inHeading ? start >= first && end <= last : start <= last && end >= first) continue;
      if (start < first - near || end > last + near) continue;
      find({
        message: 'outside',
        params: { from: rocDate(period.from), to: rocDate(period.to) },
        unit,
        start: inHeading ? date.start : monthStart(unit.text, date),
        end: date.end,
        related: [{ message: 'period', unit: cover, start: period.start, end: period.end }],
      });
    }
  },
};
