/** Meetings as an itinerary names them, compared with the titles of sections. */
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { parseCount } from '../../text/numerals';
import type { AcronymUsage } from '../model/acronyms';
import type { Span } from '../../text/span';
import type { TextBlock } from '../model/lines';
import type { Itinerary, Meeting } from '../model/parts';
import type { WithCover } from './period';
import { textOf } from './read';

const informal = new RegExp(anyOf('informal-event'));
const formal = new RegExp(anyOf('formal-meeting'));

/** Whether a title is that of a formal meeting of a forum, not of a seminar, dialogue or visit. */
export function isFormalMeeting(title: string): boolean {
  return formal.test(title) && !informal.test(title);
}

/** Whether a row of the itinerary names a meeting by no more than its kind: 出席大會, 會議首日. */
export function hasGenericRow({ days }: Itinerary, text: string): boolean {
  return days.some(({ activity }) => {
    const { start, end } = contentOf(text, activity);
    const words = text.slice(start, end);
    return words !== '' && generic.test(words);
  });
}

export interface ItineraryEvent extends Span {
  readonly words: string;
}

const generic =
  /^(?:出席|參加|參與)?(?:本次|正式|全體|主)?(?:會議|大會|年會)?(?:報到)?[及與、]?(?:[開閉]幕式?|發表論文)?(?:第[一二三四五六\d]+[日天]|[首次末][日天])?(?:[（(][^（）()]{0,16}[）)])?$/;

/** From where to where somebody goes, as a column of places has it: 陸前高田→仙臺. */
const route = /^[^，。；、]{2,12}[→➝⇒－—–][^，。；、]{2,16}$/;

const opening = /[（(]/g;
const closing = /[）)]/g;

/** The longest cell of what a row says behind its date: beside the work that was done it may name the place. */
function contentOf(text: string, { start, end }: Span): Span {
  let content: Span = { start, end };
  for (let from = start, longest = -1; from <= end;) {
    let to = from;
    while (to < end && !'\t|｜'.includes(text[to]!) && !/^[ \u3000]{2}/.test(text.slice(to, to + 2))) to++;
    let [first, last] = [from, to];
    while (first < last && (text[first] === ' ' || text[first] === '\u3000')) first++;
    while (last > first && (text[last - 1] === ' ' || text[last - 1] === '\u3000')) last--;
    const length = route.test(text.slice(first, last)) ? 0 : last - first;
    if (length > longest) {
      content = { start: first, end: last };
      longest = length;
    }
    from = to + 1;
  }
  return content;
}

const isOnTheWay = /^(?:出發|搭機|轉機|返[臺台國程]|抵達|啟程|自由活動|無(?:會議|行程|議程|活動)|休[會息假])/;
/** 抵達巴黎，出席第二工作小組會議; 抵達後拜會市議會 */
const attendsThen = /[，、；][^，、；]{0,4}(?:出席|參加|拜[會訪]|參[訪觀]|考察)/;

/** What the rows of the itinerary say, rows that only travel or go on with the row above left out. */
export function eventsOf(itinerary: Itinerary, text: string): readonly ItineraryEvent[] {
  const events: ItineraryEvent[] = [];
  let open: ItineraryEvent | undefined;
  for (const { activity } of itinerary.days) {
    const { start, end } = contentOf(text, activity);
    const words = text.slice(start, end);
    // A name over two rows, as tables of PDF files give it: 「委員會 (Committee on Trade and」, 「Investment) 會議」
    if (open) {
      events[events.length - 1] = { ...open, words: open.words + words };
      open = undefined;
      continue;
    }
    if (words === '' || generic.test(words) || (isOnTheWay.test(words) && !attendsThen.test(words))) continue;
    const event = { start, end, words };
    events.push(event);
    if ((words.match(opening)?.length ?? 0) > (words.match(closing)?.length ?? 0)) open = event;
  }
  return events;
}

const emptyWords =
  /^\d{1,2}(?:\.\d{1,2})+|第[一二三四五六七八九十\d]+[次屆日天]|會議情形|出席|參加|參與|會議|大會|情形|[（(][^（）()]*[）)]|[「」『』：:、，\s]/g;

const acronym = /[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*/g;

/** Acronyms inside `words`, which name a meeting as surely as its Chinese name. */
function acronymsOf(words: string): readonly string[] {
  return words.match(acronym)?.filter((word) => word !== 'APEC' && word !== 'WTO') ?? [];
}

/** `words` with the full name that the report gives behind each acronym: 「WP2會議」 gives 「WP2第二工作小組會議」. */
export function spelledOut(words: string, usage: AcronymUsage): string {
  return words.replace(acronym, (found) => {
    const definition = usage.get(found)?.definitions[0];
    if (!definition) return found;
    const { unit, name, wrapped } = definition;
    return found + (wrapped?.name ?? unit.text.slice(name.start, name.end));
  });
}

/** Han words that must stand in both for two names to mean one meeting. */
const shared = 4;

/** What tells a meeting from others, taken out of its name once for many comparisons. */
export interface MeetingName {
  readonly acronyms: readonly string[];
  /** The name without the words that every meeting's has. */
  readonly words: string;
  /** The same without what a name of a body may leave out: 資安 of 資安專家分組, 市議會 of 拜會市議會. */
  readonly subject: string;
  /** Which session it is, where few others can be the same; 0 without one. */
  readonly session: number;
}

const anySession = /第 ?([一二三四五六七八九十\d]{1,3}) ?[次屆]/;
/** Several bodies may have their first sessions side by side. */
const firstSessions = 4;

function sessionOf(words: string): number {
  const number = parseCount(anySession.exec(words)?.[1] ?? '0');
  return number > firstSessions ? number : 0;
}

/** What a name of a body may leave out: 資安分組 for 資安專家分組; and that it is visited: 參訪國家圖書館, 國家圖書館參訪. */
const bodyWords = new RegExp(
  phrasePattern`^(?:${'visit'})|(?:${'visit'})$|專家|工作|技術|次級|分組|小組|委員會?`,
  'gu',
);

export function meetingName(name: string): MeetingName {
  const words = name.replace(emptyWords, '');
  return { acronyms: acronymsOf(name), words, subject: words.replace(bodyWords, ''), session: sessionOf(name) };
}

/** What kind of body meets, which many of one conference are: 養護次委員會, 統計次委員會. */
const kindsOfBody =
  /^(?:次委員會|次級委員|級委員會|特別委員|別委員會|專門委員|門委員會|(?:工作|專家|技術|指導|任務|專案|諮詢)(?:小組|分組))$/;

const noTopics: ReadonlySet<string> = new Set();

/** A name with other words put in its middle: 參訪裕廊島消防站 for 參訪消防站. */
function holdsApart(long: string, short: string): boolean {
  if (short.length <= shared) return false;
  let head = 0;
  while (head < short.length && long[head] === short[head]) head++;
  return head >= 2 && long.endsWith(short.slice(head));
}

/**
 * Whether two names mean the same meeting: an acronym in common, or most of the Chinese words.
 * @param topics words that several meetings of the report share, which tell none of them from the others
 */
export function sameMeeting(one: MeetingName, other: MeetingName, topics = noTopics): boolean {
  if (one.acronyms.length > 0 && other.acronyms.some((acronym) => one.acronyms.includes(acronym))) return true;
  if (one.session > 0 && one.session === other.session) return true;
  if (one.subject.length >= 2 && one.subject === other.subject) return true;
  const oneIsShort = one.words.length <= other.words.length;
  const short = oneIsShort ? one.words : other.words;
  const long = oneIsShort ? other.words : one.words;
  if (short === '') return false;
  if (long.includes(short)) return short.length >= 2;
  if (holdsApart(long, short)) return true;
  if (short.length > shared * 2) return false;
  for (let i = 0; i + shared <= short.length; i++) {
    const words = short.slice(i, i + shared);
    if (!topics.has(words) && !kindsOfBody.test(words) && long.includes(words)) return true;
  }
  return false;
}

/** The words that several of the meetings named have in common: 中小企業 of 中小企業工作小組 and 中小企業部長會議. */
export function topicsOf(names: readonly JoinedName[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const topics = new Set<string>();
  for (const { whole } of names) {
    const own = new Set<string>();
    for (let i = 0; i + shared <= whole.words.length; i++) own.add(whole.words.slice(i, i + shared));
    for (const words of own) (seen.has(words) ? topics : seen).add(words);
  }
  return topics;
}

/** Whether `title` and `words` name the same meeting. */
export function mentions(title: string, words: string): boolean {
  return sameMeeting(meetingName(title), meetingName(words));
}

/** A part of a name says less than the whole: it must be this long, in UTF-16 code units. */
const shortestPart = 4;

/** A name that may be several: the whole of it, and its parts that say enough. */
export interface JoinedName {
  readonly whole: MeetingName;
  readonly parts: readonly MeetingName[];
}

function joinedName(words: string, joint: RegExp): JoinedName {
  const parts = words.split(joint).filter((part) => part.length >= shortestPart);
  return { whole: meetingName(words), parts: parts.map(meetingName) };
}

/** A section may report on what two rows name: 訪問北海道廳及札幌市政府. */
export function titleNames(title: string): JoinedName {
  return joinedName(title, /[、，及與暨和]/);
}

/** Each of the things that the words of an event name: 永續漁業分組會議、海洋污染分組會議. */
export function partsOf({ start, words }: ItineraryEvent): readonly ItineraryEvent[] {
  const parts: ItineraryEvent[] = [];
  let at = 0;
  for (const part of words.split(/[、，；,;]/)) {
    if (part.trim() !== '') parts.push({ start: start + at, end: start + at + part.length, words: part });
    at += part.length + 1;
  }
  return parts;
}

/** A row of an itinerary may name several things: 拜會環保局、考察焚化廠. */
export function rowNames(words: string): JoinedName {
  return joinedName(words, /[、，；,;]/);
}

/** Whether the row of an itinerary tells of what the title names, if only in part. */
export function mentionsPartly(title: JoinedName, row: JoinedName, topics = noTopics): boolean {
  if (sameMeeting(title.whole, row.whole, topics)) return true;
  return row.parts.some(
    (name) => sameMeeting(title.whole, name, topics) || title.parts.some((part) => sameMeeting(part, name, topics)),
  );
}

const anyMeeting = /年會|紀要|紀實|內容|過程|經過|重點|摘要|概況|概述|概要|簡介|背景|議程|與會/g;

const kindWords =
  /專業|專題|專場|技術|實地|校外|多邊|雙邊|周邊|場邊|平行|分組|研討|論壇|會談|座談|對話|拜會|參訪|訪問|考察|參觀|活動|[暨及與會]/g;

/** Whether a title only says what kind of events its section tells of: 專業論壇, 雙邊會談. */
export function isKindOnly(title: string): boolean {
  return title.replace(emptyWords, '').replace(anyMeeting, '').replace(kindWords, '') === '';
}

/** Whether a title names no meeting, so that its section may tell of any: 會議紀要, 出席會議情形. */
export function isGeneric(title: string): boolean {
  return title.replace(emptyWords, '').replace(anyMeeting, '') === '';
}

const sessionWords = /開幕|閉幕|會員|代表|理監事|理事|監事|委員|全體|全會|主|工作|平行|海報|口頭|演講|報告|發表|會/g;

/** Whether words name no more than a session that every conference has: 主會議第3日, 會員大會, 理監事會議. */
export function isPlainSession(words: string): boolean {
  return words.replace(emptyWords, '').replace(anyMeeting, '').replace(sessionWords, '') === '';
}

/** The name of an event as a text repeats it, without what a row adds: 出席漁業委員會年會（第一日） gives 漁業委員會年會. */
export function bareName(words: string): string {
  return words
    .replace(/[（(][^（）()]*[）)]|第[一二三四五六七八九十\d]+[日天]/g, '')
    .replace(/^(?:[上下中]午|傍晚|晚間|[當同]日|續)?(?:出席|參加|參與)|[。；]$/g, '')
    .trim();
}

/** The title of the report as its cover has it; empty without one. */
export function titleOnCover(report: WithCover | undefined): string {
  return report?.cover.title ? textOf(report, report.cover.title) : '';
}

/** Whether a meeting is the chapter itself: then the report tells of no other, and its title may say which one it was. */
function isWholeChapter({ section }: Meeting): boolean {
  return section.depth === 1;
}

/**
 * What a meeting is called: the title of its section, and that of the report where the chapter has none of its own.
 * @param title that of the report
 */
export function nameOfMeeting(block: Pick<TextBlock, 'text'>, meeting: Meeting, title: string): string {
  const own = textOf(block, meeting.section.title);
  return isWholeChapter(meeting) && title !== '' && isKindOnly(own) ? title : own;
}

/**
 * Whether a meeting is one of a forum, not a seminar, dialogue or visit.
 * @param title that of the report
 */
export function isFormal(block: Pick<TextBlock, 'text'>, meeting: Meeting, title: string): boolean {
  const own = textOf(block, meeting.section.title);
  return isFormalMeeting(isWholeChapter(meeting) ? `${own} ${title}` : own);
}
