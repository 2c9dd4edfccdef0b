import type { ItineraryDay, Section } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { textOf } from '../../report/queries/read';
import type { ReportRule } from '../engine/rule';
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import {
  eventsOf,
  hasGenericRow,
  isKindOnly,
  mentionsPartly,
  rowNames,
  spelledOut,
  titleNames,
} from '../../report/queries/meetingNames';

/** The title of an event, not that of a topic: a seminar's sections are often its topics. */
const eventWords = new RegExp(anyOf('itinerary-event'));

/** A row of so many days tells of a stay, not of each thing that was done. */
const longStay = 10;

function isOfStay({ date: { from, to } }: ItineraryDay): boolean {
  if (to?.day === undefined || from.day === undefined) return false;
  return ((to.month ?? 0) - (from.month ?? 0)) * 30 + to.day - from.day >= longStay;
}

/** A title that names the place alone, which may be in another column than what was done: 維也納參訪. */
const visit = phrasePattern`^(.{2,4})${'visit'}$`;

/** When a meeting was held is told on so many lines from its heading on. */
const linesOfTime = 3;

/** A section that may be of an event of the itinerary. */
interface Told {
  readonly unit: Chapter;
  readonly section: Section;
  readonly title: string;
  readonly isListed: boolean;
}

export const rule: ReportRule = {
  per: 'report',
  id: 'attendance/not-on-itinerary',
  title: { 'zh-TW': '會議未列入行程', en: 'Meeting without an itinerary day' },
  severity: 'hint',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（過程）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    missing: {
      'zh-TW': '行程中找不到這場會議，請補列日期或核對名稱。',
      en: 'The itinerary does not have this meeting; add its day or check its name.',
    },
    itinerary: { 'zh-TW': '行程', en: 'The itinerary' },
    day: { 'zh-TW': '那一天的行程', en: 'Its day on the itinerary' },
  },
  check: ({ acronyms, itinerary, meetings }, _notes, _context, find) => {
    if (!itinerary || itinerary.days.some(isOfStay)) return;
    const { unit: chapter, section } = itinerary;
    const rows = eventsOf(itinerary, chapter.text).map(({ words }) => rowNames(spelledOut(words, acronyms)));
    const stops = itinerary.days.map(({ activity }) => textOf(chapter, activity));
    const toldIn = (unit: Chapter, section: Section): Told => {
      const title = textOf(unit, section.title);
      const names = titleNames(spelledOut(title, acronyms));
      const place = visit.exec(title)?.[1];
      const isOnTheWay = place !== undefined && stops.some((stop) => stop.includes(place));
      return { unit, section, title, isListed: isOnTheWay || rows.some((row) => mentionsPartly(names, row)) };
    };
    const told = meetings.flatMap(({ unit, meeting: { section } }): readonly Told[] => {
      const whole = toldIn(unit, section);
      if (whole.isListed) return [whole];
      // A section of several events may be called by their kind: 技術考察, 交流紀要.
      const inside = section.children.map((child) => toldIn(unit, child));
      const isListed = inside.some((child) => child.isListed);
      const areEvents =
        isListed && !eventWords.test(whole.title) && inside.every((child) => child.section.kind !== 'item');
      return areEvents ? inside : [{ ...whole, isListed }];
    });
    // An itinerary that names none of the meetings does not list meetings at all.
    if (!told.some(({ isListed }) => isListed)) return;
    const missing = told.filter(({ title, isListed }) => !isListed && eventWords.test(title) && !isKindOnly(title));
    // 「出席大會」 is the one meeting that no other row names.
    if (missing.length === 1 && hasGenericRow(itinerary, chapter.text)) return;
    for (const { unit, section: own } of missing) {
      // 會議時間 is a heading, or stands on one of the lines below it.
      const dates = unit.lines.facts
        .slice(own.line, Math.min(own.toLine, own.line + linesOfTime))
        .flatMap((facts) => facts.dates);
      const day = itinerary.days.find(({ date: { from } }) =>
        dates.some((date) => from.day !== undefined && date.from.day === from.day && date.from.month === from.month),
      );
      const { start, end } = day ?? section.title;
      const related = [{ message: day ? 'day' : 'itinerary', unit: chapter, start, end }];
      find({ message: 'missing', unit, ...own.title, related });
    }
  },
};
