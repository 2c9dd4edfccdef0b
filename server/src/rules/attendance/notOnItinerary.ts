import { textOf } from '../../report/read';
import type { Rule } from '../rule';
import { eventsOf, isKindOnly, mentionsPartly, rowNames, titleNames } from './events';

/** The title of an event, not that of a topic: a seminar's sections are often its topics. */
const eventWords = /會議|大會|年會|委員會|小組|理事會|研討會|論壇|工作坊|座談|對話|會談|諮商|拜會|參訪|訪問|考察|參觀/;

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
  },
  prose: {},
  check: (report, _context, find) => {
    if (!report.itinerary) return;
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
        find({ message: 'missing', start, end });
    });
  },
};
