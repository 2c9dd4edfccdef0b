import { anyOf, phrasePattern } from '../../knowledge/phrases';
import type { PartId } from '../../knowledge/types';
import {
  bareName,
  eventsOf,
  isFormalMeeting,
  isGeneric,
  isPlainSession,
  meetingName,
  mentionsPartly,
  partsOf,
  rowNames,
  sameMeeting,
  spelledOut,
  titleNames,
  topicsOf,
} from '../../report/queries/meetingNames';
import type { ItineraryEvent, JoinedName, MeetingName } from '../../report/queries/meetingNames';
import { textOf } from '../../report/queries/read';
import type { ReportRule } from '../engine/rule';

/** Of a meeting's text so much says which events it tells of, in UTF-16 code units. */
const longestOpening = 400;

/** Meetings among ourselves and with one partner, which need no section. */
const needsNoSection = new RegExp(`^${anyOf('internal-meeting')}`);

/** Behind something else of the day: 資料整理及團務會議. Behind it may stand what the delegation speaks of: 團務檢討會議. */
const internalBehind = new RegExp(`[及與和暨]${anyOf('internal-meeting')}[^及與和暨]{0,4}會議?$`);
/** The delegation's own session, whatever it is called: 考察團團務會議. */
const ofDelegation = phrasePattern`(?:團[務內]|內部|行前)${'internal-meeting'}?會議?$`;

/** Sessions of the delegation or of every conference: 團務會議, 閉幕會議. */
const noOwnMeeting = new RegExp(anyOf('internal-meeting'));
/** That of a body, whose work it is: 聯盟工作會議. */
const workOfBody = phrasePattern`(?:${'formal-meeting'}|團體|公約|聯盟).{0,4}工作會議`;
/** Of several things that a row names these are meetings. */
const endsAsMeeting = /(?:會議|年會)$/;
/** Of these a report tells as of meetings, if not always in a section. */
const seminar = phrasePattern`^.{2,}${'seminar'}(?:會議)?$`;

const ofBody = phrasePattern`^(?!.*(?:[開閉]幕|雙邊|[籌預]備)).*(?:${'seminar'}|工作會議)$`;

/** A session of a body, by its number. */
const numberedSession = /第[一二三四五六七八九十\d]{1,3}[屆次](?:年會|大會|會議)/;

/** So long is a name that a text repeats, in UTF-16 code units. */
const shortestName = 4;

/** A row with no more than that says which event only by its place, and the one that the report is of needs no name. */
const onlyKind = phrasePattern`(?:^|[\s\u3000](?:出席|參加|參與))(?:${'seminar'}|年會|大會|會議)$`;

/** Whether one of the things that a row names is a meeting that asks for a section. */
function isOwnMeeting(words: string, isAlone: boolean): boolean {
  const name = bareName(words).replace(internalBehind, '');
  if (/[以如]下|下列/.test(name) || onlyKind.test(name)) return false;
  if (needsNoSection.test(name) || ofDelegation.test(name) || isPlainSession(name)) return false;
  // Who says of one of several things that it was attended tells of a meeting, whatever it is called.
  if (name.length > shortestName && /出席|參加/.test(words) && ofBody.test(name)) return true;
  if (isAlone) return isFormalMeeting(name) || seminar.test(name);
  return (
    name.length >= shortestName &&
    endsAsMeeting.test(name) &&
    isFormalMeeting(name) &&
    !noOwnMeeting.test(name.replace(workOfBody, ''))
  );
}

function isEvent(title: string): boolean {
  return isFormalMeeting(title) || seminar.test(title);
}

/** Whether one of the sections `names` is of what the words of a row name. */
function isTold(words: string, names: readonly JoinedName[], topics: ReadonlySet<string>): boolean {
  const row = rowNames(words);
  return names.some((name) => mentionsPartly(name, row, topics));
}

/** Of a name with so many words more than a few must stand in a text: 小島會員 alone is no 小島會員特別需求會議. */
const longName = 7;
const wordsShared = 5;

/** Whether a text that begins a meeting tells of the event with the name `name`. */
function tellsOf(text: MeetingName, name: MeetingName, topics: ReadonlySet<string>): boolean {
  if (!sameMeeting(text, name, topics)) return false;
  const { words } = name;
  if (words.length < longName || text.acronyms.some((acronym) => name.acronyms.includes(acronym))) return true;
  return [...words.slice(wordsShared - 1)].some((_, at) => text.words.includes(words.slice(at, at + wordsShared)));
}

/** Whether a chapter tells what was done. */
function isTelling(part: PartId | undefined): boolean {
  return part === undefined || part === 'process' || part === 'proceedings';
}

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
  check: ({ acronyms, chapters, itinerary, meetings: all }, _notes, _context, find) => {
    // The chapter of one meeting tells of all its days.
    const meetings = all.filter(({ meeting }) => meeting.section.depth > 1);
    const last = meetings.at(-1);
    if (!last || meetings.length < 2 || !itinerary) return;
    const titles = meetings.map(({ unit, meeting }) => textOf(unit, meeting.section.title));
    const events = eventsOf(itinerary, itinerary.unit.text);
    // 「第9屆年會」 of the itinerary is one of the meetings, and does not stand for all of them.
    const isOnItinerary = (title: string): boolean => {
      const session = numberedSession.exec(title)?.[0];
      return session !== undefined && events.some(({ words }) => words.includes(session));
    };
    if (titles.some((title) => isGeneric(title) && !isOnItinerary(title))) return;
    const names = titles.map((title) => titleNames(spelledOut(title, acronyms)));
    const topics = topicsOf(names);
    const told = (words: string): boolean => isTold(spelledOut(words, acronyms), names, topics);
    // Sections that are about topics, or about work that is done, tell of no meeting by its name.
    if (!titles.some(isEvent)) return;
    const own = textOf(itinerary.unit, itinerary.section);
    let openings: readonly MeetingName[] | undefined;
    let texts: readonly string[] | undefined;
    const isSilent = ({ words }: ItineraryEvent): boolean => {
      if (told(words)) return false;
      // A meeting's text may tell of the event, if not its title.
      openings ??= meetings.map(({ unit, meeting }) =>
        meetingName(textOf(unit, meeting.section).slice(0, longestOpening)),
      );
      const { whole } = rowNames(words);
      if (openings.some((text) => tellsOf(text, whole, topics))) return false;
      // By its full name it may be told of anywhere.
      texts ??= chapters.filter(({ section }) => isTelling(section.part)).map(({ text }) => text.replace(own, ''));
      const name = bareName(words);
      return name.length < shortestName || !texts.some((text) => text.includes(name));
    };
    for (const event of events) {
      const parts = partsOf(event);
      for (const part of parts) {
        if (!isOwnMeeting(part.words, parts.length === 1) || !isSilent(part)) continue;
        const { title } = last.meeting.section;
        const related = [{ message: 'last', unit: last.unit, start: title.start, end: title.end }];
        find({ message: 'missing', unit: itinerary.unit, start: part.start, end: part.end, related });
      }
    }
  },
};
