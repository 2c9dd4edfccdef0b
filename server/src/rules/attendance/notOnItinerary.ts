import type { ItineraryDay } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import type { ReportRule } from '../engine/rule';
import { anyOf } from '../../knowledge/phrases';
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
  },
  check: ({ acronyms, itinerary, meetings }, _notes, _context, find) => {
    if (!itinerary || itinerary.days.some(isOfStay)) return;
    const { unit: chapter, section } = itinerary;
    const rows = eventsOf(itinerary, chapter.text).map(({ words }) => rowNames(spelledOut(words, acronyms)));
    const titles = meetings.map(({ unit, meeting }) => textOf(unit, meeting.section.title));
    const isListed = (title: string): boolean => {
      const names = titleNames(spelledOut(title, acronyms));
      return rows.some((row) => mentionsPartly(names, row));
    };
    // A section of several events may be called by their kind: 技術考察.
    const listed = meetings.map(
      ({ unit, meeting }, index) =>
        isListed(titles[index]!) || meeting.section.children.some(({ title }) => isListed(textOf(unit, title))),
    );
    // An itinerary that names none of the meetings does not list meetings at all.
    if (!listed.includes(true)) return;
    const isMissing = (title: string, index: number): boolean =>
      !listed[index] && eventWords.test(title) && !isKindOnly(title);
    // 「出席大會」 is the one meeting that no other row names.
    if (titles.filter(isMissing).length === 1 && hasGenericRow(itinerary, chapter.text)) return;
    meetings.forEach(({ unit, meeting }, index) => {
      const { start, end } = meeting.section.title;
      if (!isMissing(titles[index]!, index)) return;
      find({
        message: 'missing',
        unit,
        start,
        end,
        related: [{ message: 'itinerary', unit: chapter, start: section.title.start, end: section.title.end }],
      });
    });
  },
};
