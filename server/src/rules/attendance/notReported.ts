import { anyOf } from '../../knowledge/phrases';
import { isFormalMeeting } from '../../report/parse/meetings';
import {
  eventsOf,
  isGeneric,
  meetingName,
  mentionsPartly,
  rowNames,
  sameMeeting,
  titleNames,
} from '../../report/queries/meetingNames';
import type { MeetingName } from '../../report/queries/meetingNames';
import { textOf } from '../../report/queries/read';
import type { ReportRule } from '../engine/rule';

/** Of a meeting's text so much says which events it tells of, in UTF-16 code units. */
const longestOpening = 400;

/** Meetings among ourselves and with one partner, which need no section. */
const needsNoSection = new RegExp(`^${anyOf('internal-meeting')}`);

export const rule: ReportRule = {
  per: 'report',
  id: 'attendance/not-reported',
  title: { 'zh-TW': '行程中的會議沒有報告', en: 'Itinerary meeting without a section' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（過程）；出國報告審核表第4項',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    missing: {
      'zh-TW': '行程列了這場會議，出席會議情形卻沒有相應的一節，請補寫或更正行程。',
      en: 'The itinerary has this meeting, but no section reports on it; add one or correct the itinerary.',
    },
    last: { 'zh-TW': '最後一場會議', en: 'The last meeting reported' },
  },
  check: ({ itinerary, meetings }, _notes, _context, find) => {
    const last = meetings.at(-1);
    if (!last || meetings.length < 2 || !itinerary) return;
    const titles = meetings.map(({ unit, meeting }) => textOf(unit, meeting.section.title));
    if (titles.some(isGeneric)) return;
    const names = titles.map(titleNames);
    let texts: readonly MeetingName[] | undefined;
    for (const event of eventsOf(itinerary, itinerary.unit.text)) {
      if (!isFormalMeeting(event.words) || needsNoSection.test(event.words)) continue;
      const row = rowNames(event.words);
      if (names.some((name) => mentionsPartly(name, row))) continue;
      // A meeting's text may tell of the event, if not its title.
      texts ??= meetings.map(({ unit, meeting }) =>
        meetingName(textOf(unit, meeting.section).slice(0, longestOpening)),
      );
      if (texts.some((text) => sameMeeting(text, row.whole))) continue;
      const { title } = last.meeting.section;
      find({
        message: 'missing',
        unit: itinerary.unit,
        start: event.start,
        end: event.end,
        related: [{ message: 'last', unit: last.unit, start: title.start, end: title.end }],
      });
    }
  },
};
