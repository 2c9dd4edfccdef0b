import { isFormalMeeting } from '../../report/parse/meetings';
import { textOf } from '../../report/queries/read';
import { anyOf } from '../../knowledge/phrases';
import { ownCopy } from '../../text/ownCopy';
import type { Span } from '../../text/span';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Rule } from '../engine/rule';
import { eventsOf, isGeneric, meetingName, mentionsPartly, rowNames, sameMeeting, titleNames } from './events';
import type { JoinedName, MeetingName } from './events';
import { meetingsIn } from './members';

/** Of a meeting's text so much says which events it tells of, in UTF-16 code units. */
const longestOpening = 400;

/** Meetings among ourselves and with one partner, which need no section. */
const needsNoSection = new RegExp(`^${anyOf('internal-meeting')}`);

/** What the title of a meeting names. */
interface Titled {
  readonly names: JoinedName;
  readonly generic: boolean;
}

const reader: ChapterReader<Titled> = {
  read: (report, chapter) =>
    meetingsIn(report, chapter).map(({ section }) => {
      const title = ownCopy(textOf(report, section.title));
      return { names: titleNames(title), generic: isGeneric(title) };
    }),
};

export const rule: Rule = {
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
  check: (report, _context, find) => {
    if (report.meetings.length < 2 || !report.itinerary) return;
    const titled: Titled[] = [];
    forEachChapterNote(report, reader, (title) => {
      titled.push(title);
    });
    if (titled.some(({ generic }) => generic)) return;
    const titles = titled.map(({ names }) => names);
    let texts: readonly MeetingName[] | undefined;
    for (const event of eventsOf(report.itinerary, report.text)) {
      if (!isFormalMeeting(event.words) || needsNoSection.test(event.words)) continue;
      const row = rowNames(event.words);
      if (titles.some((title) => mentionsPartly(title, row))) continue;
      // A meeting's text may tell of the event, if not its title.
      texts ??= report.meetings.map(({ section }) => meetingName(textOf(report, section).slice(0, longestOpening)));
      if (texts.some((text) => sameMeeting(text, row.whole))) continue;
      const { start, end }: Span = event;
      const { title } = report.meetings[report.meetings.length - 1]!.section;
      find({
        message: 'missing',
        start,
        end,
        related: [{ message: 'last', start: title.start, end: title.end }],
      });
    }
  },
};
