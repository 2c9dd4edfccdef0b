import type { Span } from '../../text/span';
import { anyOf } from '../../knowledge/phrases';
import { readAttendance } from './attendance';
import { placedDate } from './itinerary';
import type { LineTable } from '../model/lines';
import type { AttendanceList, Meeting, Section } from '../model/parts';
import type { DateExpression } from '../model/dates';
import { paragraphsOf } from './paragraphs';
import { Cue } from '../scan/cues';

const informal = new RegExp(anyOf('informal-event'));
const formal = new RegExp(anyOf('formal-meeting'));

/** Whether a title is that of a formal meeting of a forum, not of a seminar, dialogue or visit. */
export function isFormalMeeting(title: string): boolean {
  return formal.test(title) && !informal.test(title);
}

/** The dates of a meeting stand in its heading or beside 召開, 舉行, 舉辦 in its first paragraphs. */
const paragraphsWithDates = 3;

type MeetingContent = Omit<Meeting, 'section' | 'formal'>;

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
  let cuesInside = 0;
  for (let line = section.line; line < to; line++) cuesInside |= lines.facts[line]!.cues;
  if (cuesInside !== 0) {
    let index = 0;
    for (const paragraph of paragraphsOf(lines, section.line + 1, to)) {
      let cues = 0;
      for (let line = paragraph.line; line < paragraph.toLine; line++) cues |= lines.facts[line]!.cues;
      index++;
      if (cues === 0) continue;
      if (!delegation && cues & Cue.Delegation && cues & Cue.Present)
        delegation = { start: paragraph.start, end: paragraph.end };
      if (!discussion && cues & Cue.Discussion) discussion = { start: paragraph.start, end: paragraph.end };
      if (cues & Cue.Statement) statements.push({ start: paragraph.start, end: paragraph.end });
      if (cues & (Cue.Present | Cue.Absent)) attendance.push(...readAttendance(text, lines, paragraph));
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
  return { delegation, attendance, discussion, statements, dates };
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

  get formal(): boolean {
    const { start, end } = this.section.title;
    return isFormalMeeting(this.#text.slice(start, end));
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

/** The meetings: the titled subsections of 出席會議情形, or of 過程 where that stands for it. */
export function readMeetings(text: string, lines: LineTable, roots: readonly Section[]): readonly Meeting[] {
  const meetings: Meeting[] = [];
  for (const root of roots) {
    if (root.part !== 'proceedings' && root.part !== 'process') continue;
    for (const child of root.children) {
      if (child.kind === 'subsection' && child.part !== 'itinerary')
        meetings.push(new SectionMeeting(text, lines, child));
    }
  }
  return meetings;
}
