import { phrasePattern } from '../../knowledge/phrases';
import type { DateExpression } from '../../report/model/dates';
import type { Line } from '../../report/model/line';
import { dayInPeriod, periodOf, yearMeant } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import { beginsSentence } from '../../report/queries/toldDays';
import { dayNumber } from '../../text/calendar';
import type { CalendarDate } from '../../text/calendar';
import { wordsBefore, wordsBehind } from '../../text/sentence';
import type { ReportRule } from '../engine/rule';
import { rocDate } from './writing';

/** A day further off is another event's. */
const near = 60;
/** So many days of the trip make a diary. */
const fewestDays = 2;
/** Words of a sentence that tells of what comes before or after the trip. */
const ofAnother = phrasePattern`曾|(?<![模虛研草比])擬|將(?=[於在由會有再續赴至召舉辦派展前邀提與])|函[知復請]|上[年次月屆]|[下前][次屆一]|${'earlier'}|${'later'}|${'planned'}|${'legal-act'}|${'paperwork'}`;

/** A day of 過程. */
interface DiaryDay {
  readonly date: DateExpression;
  readonly part: string;
  /** Whether its sentence begins with it, as in a diary; others say what was done then. */
  readonly isEntry: boolean;
}

/** Right before a day that is told of: 團員於, 會議於. */
const doer = phrasePattern`(?:^|\P{Script=Han}|${'us'}|${'gathering'}|代表團|職等?|人員|同仁|座談|課程|典禮)[並乃遂另]?[於自]\s*$`;
/** Right behind it: a time of day, or what is done on the spot. */
const deed = phrasePattern`^\s*(?:[（(][^（）()]{1,4}[）)]\s*)?(?:${'time-of-day'}|中午|\d{1,2} ?[時:：]|現場|[開閉]幕|赴|實地|${'held'}|${'travel'}|${'visit'})`;

/** So much behind a date says what was done then, in UTF-16 code units. */
const longestDeed = 40;

function diaryDaysOf({ text, facts, surroundings }: Line): readonly DiaryDay[] {
  const { zone, part, inside } = surroundings;
  if (zone !== 'body' || inside === 'itinerary' || facts.shape.cells.length > 0) return [];
  if (part === 'attachments' || part === 'recommendations' || part === 'reflections') return [];
  return facts.dates.flatMap((date) => {
    const { from, start, end } = date;
    if (from.month === undefined || from.day === undefined) return [];
    const isEntry = beginsSentence(text, start);
    const before = wordsBefore(text, start, '。；');
    const isTold = from.year === undefined && doer.test(before) && deed.test(text.slice(end, end + longestDeed));
    if ((!isEntry && !isTold) || ofAnother.test((isEntry ? '' : before) + wordsBehind(text, end, '。；'))) return [];
    return [{ date, part: part ?? '', isEntry }];
  });
}

/** What is done at home between two legs. */
const atHome = phrasePattern`[臺台]|[返回]國|國內|${'between-journeys'}`;

function isBetweenLegs({ between }: Period, from: CalendarDate, to: CalendarDate): boolean {
  return between.includes(dayNumber(from)) && between.includes(dayNumber(to));
}

export const rule: ReportRule<DiaryDay> = {
  per: 'report',
  notes: { per: 'line', only: { contains: ['date'] }, read: diaryDaysOf },
  id: 'dates/itinerary-outside-period',
  title: { 'zh-TW': '行程日期在出國期間之外', en: 'Itinerary day outside the period' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間與行程）',
  checked: '2026-11-29',
  fix: undefined,
  yieldsTo: ['dates/meeting-outside-period'],
  messages: {
    outside: {
      'zh-TW': '這一天不在封面的出國期間（{from}至{to}）內，請核對。',
      en: 'This day is outside the period on the cover ({from} to {to}); check both.',
    },
    between: {
      'zh-TW': '這一天在封面的兩段出國期間之間，請核對。',
      en: 'This day lies between the two legs of the period on the cover; check both.',
    },
    period: { 'zh-TW': '封面的出國期間', en: 'The period on the cover' },
  },
  check: ({ cover, itinerary }, notes, _context, find) => {
    const period = periodOf(cover);
    if (!cover || !period) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    const related = [{ message: 'period', unit: cover, start: period.start, end: period.end }];
    const params = { from: rocDate(period.from), to: rocDate(period.to) };
    const daysIn = new Map<string, number>();
    const strangers: (typeof notes)[number][] = [];
    for (const each of notes) {
      const { date, part } = each.note;
      const from = dayInPeriod(date.from, period);
      const to = date.to ? dayInPeriod(date.to, period) : from;
      if (!from || !to) continue;
      const [start, end] = [dayNumber(from), dayNumber(to)];
      if (start >= first && end <= last) daysIn.set(part, (daysIn.get(part) ?? 0) + 1);
      else if (
        end >= start &&
        start >= first - near &&
        end <= last + near &&
        yearMeant(date.from, period) === undefined
      )
        strangers.push(each);
    }
    for (const { unit, note } of strangers) {
      const { start, end } = note.date;
      if (!note.isEntry || (daysIn.get(note.part) ?? 0) >= fewestDays)
        find({ message: 'outside', severity: 'information', params, unit, start, end, related });
    }
    for (const { date } of itinerary?.days ?? []) {
      const from = dayInPeriod(date.from, period);
      const to = date.to ? dayInPeriod(date.to, period) : from;
      // Last year's date is for dates/wrong-year to tell.
      if (yearMeant(date.from, period) !== undefined) continue;
      if (!from || !to) continue;
      const place = { unit: itinerary!.unit, start: date.start, end: date.end };
      const isWithin = dayNumber(from) >= first && dayNumber(to) <= last;
      if (!isWithin) find({ message: 'outside', params, ...place, related });
      else if (isBetweenLegs(period, from, to) && !atHome.test(wordsBehind(place.unit.text, date.end, '\r\n')))
        find({ message: 'between', severity: 'information', ...place, related });
    }
  },
};
