import { textOf } from '../../report/queries/read';
import type { Rule } from '../engine/rule';
import { anyOf } from '../../knowledge/phrases';
import { eventsOf, isKindOnly, mentionsPartly, rowNames, titleNames } from './events';

/** The title of an event, not that of a topic: a seminar's sections are often its topics. */
const eventWords = new RegExp(anyOf('itinerary-event'));

export const rule: Rule = {
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
  check: (report, _context, find) => {
    if (!report.itinerary) return;
    const { title } = report.itinerary.section;
    const rows = eventsOf(report.itinerary, report.text).map(({ words }) => rowNames(words));
    const titles = report.meetings.map((meeting) => textOf(report, meeting.section.title));
    const listed = titles.map((title) => {
      const names = titleNames(title);
      return rows.some((row) => mentionsPartly(names, row));
    });
    // An itinerary that names none of the meetings does not list meetings at all.
    if (!listed.includes(true)) return;
    report.meetings.forEach((meeting, index) => {
      const { start, end } = meeting.section.title;
      if (!listed[index] && eventWords.test(titles[index]!) && !isKindOnly(titles[index]!))
        find({
          message: 'missing',
          start,
          end,
          related: [{ message: 'itinerary', start: title.start, end: title.end }],
        });
    });
  },
};
