import type { Span } from '../../text/span';
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { readAttendance } from './attendance';
import { placedDate } from './itinerary';
import type { LineFacts, LineTable } from '../model/lines';
import type { AttendanceList, Meeting, Section } from '../model/parts';
import type { DateExpression } from '../model/dates';
import { paragraphsOf } from './paragraphs';
import { readRolls } from './roll';
import { Cue } from '../scan/cues';

/** What of the section tree says which sections are meetings, however their lines are counted. */
interface Branch<Node> extends Pick<Section, 'kind' | 'part' | 'line' | 'toLine'> {
  readonly children: readonly Node[];
}

const event = new RegExp(anyOf('itinerary-event'));
/** What a chapter is called that tells of a meeting by its own name: 肆、聯盟會議, 參、第九屆年會情形. */
const ownName = new RegExp(`${anyOf('formal-meeting')}(?:會議)?(?:情形|經過|紀要|過程|概況|重點)?$`);
/** What a section of a meeting is called that only says who was there: 與會人員, 出席會員名單. */
const rollTitle = phrasePattern`^(?:${'present'}|參與)(?:會議)?(?:${'those-there'}|者)`;
const counted = /個(?:APEC)?(?:會員|經濟體|成員)/;
/** So many economies beside a word for attendance are those that attended. */
const fewestNamed = 3;

function isRoll({ cues, names, text }: LineFacts): boolean {
  if ((cues & Cue.Present) === 0) return false;
  return counted.test(text) || names.filter(({ row }) => row.economy !== undefined).length >= fewestNamed;
}

/** Whether a line of a section names who was at what it tells of; another may speak of members and of attending besides. */
function isOwnRoll({ cues, names, text, shape }: LineFacts): boolean {
  if ((cues & Cue.Present) === 0 || names.filter(({ row }) => row.economy !== undefined).length < fewestNamed)
    return false;
  return counted.test(text) || rollTitle.test(text.slice(shape.caption.start, shape.caption.end));
}

/** In a title: what goes on beside a meeting. */
const besides = /雙邊(?:會議|會談|諮商)|場邊會[議談]|會談|拜會|參訪|訪問|考察|參觀|座談|對話/g;

/**
 * The meetings of a chapter that tells of some, by its part or its name: its titled subsections; or the chapter
 * itself, where it tells of one meeting alone. That is certain where it has no subsections, or where none of them is of an
 * event and the chapter, or one of them, only says who was there; talks and visits beside the meeting follow it where the
 * chapter says who was there and they do not.
 * @param factsAt the line with the number that a node gives
 */
export function meetingsIn<Node extends Branch<Node>>(
  root: Node,
  factsAt: (line: number) => LineFacts,
): readonly Node[] {
  const titleAt = ({ line }: Node): string => {
    const { text, shape } = factsAt(line);
    return text.slice(shape.caption.start, shape.caption.end);
  };
  const isOwn = root.part === undefined && root.kind === 'section' && ownName.test(titleAt(root));
  if (!isOwn && root.part !== 'proceedings' && root.part !== 'process') return [];
  const told = root.children.filter(({ kind, part }) => kind === 'subsection' && part !== 'itinerary');
  const titles = told.map(titleAt);
  const tellsRoll = (from: number, to: number, says = isRoll): boolean => {
    for (let line = from; line < to; line++) if (says(factsAt(line))) return true;
    return false;
  };
  const first = told[0]?.line ?? root.toLine;
  if (titles.some((title) => event.test(title))) {
    const isOneMeeting =
      !titles.some((title) => event.test(title.replace(besides, ''))) &&
      tellsRoll(root.line, first) &&
      !tellsRoll(first, root.toLine, isOwnRoll);
    return isOneMeeting ? [root, ...told.filter((_, index) => event.test(titles[index]!))] : told;
  }
  if (titles.some((title) => rollTitle.test(title))) return [root];
  if (isOwn || (root.part === 'proceedings' && told.length === 0)) return [root];
  return tellsRoll(root.line, first) ? [root] : told;
}

/** The dates of a meeting stand in its heading or beside 召開, 舉行, 舉辦 in its first paragraphs. */
const paragraphsWithDates = 3;

/** A list of those absent stands so near behind that of those present, in UTF-16 code units. */
const nextLine = 24;

/** Words that begin another day or half of it: who is absent behind them was not so before. */
export const anotherTime = /第[一二三四五六七八九十\d]{1,2}[日天場次]|[次翌隔]日|[上下]午|晚間|\d日/;

/** Whether a list names anybody as present, or as absent. */
export function namesPresence({ present, absent, strangers }: AttendanceList, isPresent: boolean): boolean {
  return (isPresent ? present : absent).length > 0 || strangers.some((one) => one.isPresent === isPresent);
}

/** Adds `next` of `text` to `lists`: who is absent in a sentence of its own (未出席會員：) is so in the list right before. */
function addList(text: string, lists: AttendanceList[], next: AttendanceList): void {
  const before = lists.at(-1);
  const isRest =
    (next.form === 'listed' || next.form === 'bodies') && !namesPresence(next, true) && namesPresence(next, false);
  if (
    !before ||
    !isRest ||
    before.form !== next.form ||
    !namesPresence(before, true) ||
    namesPresence(before, false) ||
    next.start - before.end > nextLine ||
    anotherTime.test(text.slice(before.end, next.start))
  ) {
    lists.push(next);
    return;
  }
  lists[lists.length - 1] = {
    ...before,
    absent: next.absent,
    statedAbsent: next.statedAbsent,
    strangers: [...before.strangers, ...next.strangers],
    end: next.end,
  };
}

/** Whether a section holds anything that is read of a meeting. */
function mayTell({ facts }: LineTable, { line: from, toLine }: Section): boolean {
  for (let line = from; line < toLine; line++) {
    const { cues, names } = facts[line]!;
    if (cues !== 0 || names.length > 0) return true;
  }
  return false;
}

type MeetingContent = Omit<Meeting, 'section'>;

function readContent(text: string, lines: LineTable, section: Section): MeetingContent {
  const attendance: AttendanceList[] = [];
  const statements: Span[] = [];
  const dates: DateExpression[] = [];
  let delegation: Span | undefined;
  let discussion: Span | undefined;

  for (const date of lines.facts[section.line]!.dates) {
    if (date.from.month !== undefined) dates.push(placedDate(date, lines.starts[section.line]!));
  }
  const { toLine: to } = section;
  if (mayTell(lines, section)) {
    let index = 0;
    for (const paragraph of paragraphsOf(lines, section.line + 1, to)) {
      let cues = 0;
      for (let line = paragraph.line; line < paragraph.toLine; line++) cues |= lines.facts[line]!.cues;
      index++;
      if (!delegation && cues & Cue.Delegation && cues & Cue.Present)
        delegation = { start: paragraph.start, end: paragraph.end };
      if (!discussion && cues & Cue.Discussion) discussion = { start: paragraph.start, end: paragraph.end };
      if (cues & Cue.Statement) statements.push({ start: paragraph.start, end: paragraph.end });
      for (const list of readAttendance(text, lines, paragraph)) addList(text, attendance, list);
      if (cues & Cue.Held && index <= paragraphsWithDates) {
        for (let line = paragraph.line; line < paragraph.toLine; line++) {
          for (const date of lines.facts[line]!.dates) {
            if (date.from.month !== undefined && date.from.day !== undefined)
              dates.push(placedDate(date, lines.starts[line]!));
          }
        }
      }
    }
  }
  return {
    delegation,
    attendance: withRolls(attendance, readRolls(text, lines, section)),
    discussion,
    statements,
    dates,
  };
}

/** The lists of a section with its rolls, whose lines may look like sentences. */
function withRolls(lists: readonly AttendanceList[], rolls: readonly AttendanceList[]): readonly AttendanceList[] {
  if (rolls.length === 0) return lists;
  const apart = lists.filter((list) => !rolls.some(({ start, end }) => list.start < end && start < list.end));
  return [...apart, ...rolls].sort((a, b) => a.start - b.start);
}

/** A meeting that is read when somebody asks for more than its section: a key press asks for few. */
class SectionMeeting implements Meeting {
  readonly section: Section;
  readonly #text: string;
  readonly #lines: LineTable;
  #content: MeetingContent | undefined;

  constructor(text: string, lines: LineTable, section: Section) {
    this.section = section;
    this.#text = text;
    this.#lines = lines;
  }

  get #read(): MeetingContent {
    return (this.#content ??= readContent(this.#text, this.#lines, this.section));
  }

  get delegation(): Span | undefined {
    return this.#read.delegation;
  }

  get attendance(): readonly AttendanceList[] {
    return this.#read.attendance;
  }

  get discussion(): Span | undefined {
    return this.#read.discussion;
  }

  get statements(): readonly Span[] {
    return this.#read.statements;
  }

  get dates(): readonly DateExpression[] {
    return this.#read.dates;
  }
}

/** The meetings of the chapters `roots` of a text, in their order. */
export function readMeetings(text: string, lines: LineTable, roots: readonly Section[]): readonly Meeting[] {
  return roots.flatMap((root) =>
    meetingsIn(root, (line) => lines.facts[line]!).map((section) => new SectionMeeting(text, lines, section)),
  );
}
