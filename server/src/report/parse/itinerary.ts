import { CharClass, classAt } from '../../text/characters';
import { isBlank } from '../model/lines';
import type { LineFacts, LineTable } from '../model/lines';
import type { DateExpression } from '../model/dates';
import type { Itinerary, ItineraryDay, Section } from '../model/parts';

/** `date`, whose offsets count from its line's start, moved to the text. */
export function placedDate(date: DateExpression, offset: number): DateExpression {
  return {
    ...date,
    start: date.start + offset,
    end: date.end + offset,
    weekdays: date.weekdays.map((day) => ({ value: day.value, start: day.start + offset, end: day.end + offset })),
  };
}

/** So many days in a row are an itinerary. */
const fewestDays = 3;

/** What is said above the days: 「行程如下表：」, and the head of a table. */
const lead = /^[^。]{0,20}[行日]程[^，。]{0,12}[：:。]?$/;

function announcesDays({ text, content, shape }: LineFacts): boolean {
  return shape.cells.length > 1 || lead.test(text.slice(content.start, content.end));
}

/** Whether 過程 holds the days of the journey and nothing else. */
function isOfDays(text: string, lines: LineTable, section: Section): boolean {
  const { days } = readItinerary(text, lines, section);
  if (days.length < fewestDays) return false;
  const written = lines.facts
    .slice(section.line + 1, section.toLine)
    .filter((facts) => !isBlank(facts) && (facts.dates.length > 0 || !announcesDays(facts)));
  // A paragraph that begins with a day tells of it in sentences.
  return written.length === days.length && !written.some(({ shape }) => shape.endsSentence);
}

/** What of a section stands in front of its first child: days may be listed there, and told of below. */
function beforeChildren(section: Section): Section {
  const [first] = section.children;
  if (!first) return section;
  const { kind, depth, number, ordinal, marks, heading, title, content, line, part, start } = section;
  return { kind, depth, number, ordinal, marks, heading, title, content, line, part, start, end: first.start, toLine: first.line, children: [] }; // prettier-ignore
}

/** The itinerary is a section of its own, one inside 過程, or 過程 itself where that holds days alone. */
export function itinerarySection(text: string, lines: LineTable, roots: readonly Section[]): Section | undefined {
  const own = roots.find((root) => root.part === 'itinerary');
  if (own) return own;
  for (const root of roots) {
    const inside = root.part === 'process' ? root.children.find((child) => child.part === 'itinerary') : undefined;
    if (inside) return inside;
  }
  return roots
    .filter(({ part }) => part === 'process')
    .map(beforeChildren)
    .find((head) => isOfDays(text, lines, head));
}

/** What numbers a row before its date: 第三天, Day 3, with an open bracket behind it, or a number in a column of its own. */
const rowNumber =
  /^[\s|｜│┃*+•·●○◎◆◇■□▪※#-]*(?:(?:第? ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[天日]|D(?:ay)? ?\d{1,2})[\s|｜│┃*：:、，（(]*|\d{1,2}[\s|｜│┃]+)$/i;
/** Longer words in front of a date are no number. */
const longestRowNumber = 16;

/** Units that may stand between a row's start and its date: markup, blanks, table bars, the number of the day. */
function isPadding(text: string, start: number, end: number): boolean {
  if (end > start && end - start <= longestRowNumber && rowNumber.test(text.slice(start, end))) return true;
  for (let i = start; i < end; i++) {
    if (classAt(text, i) !== CharClass.Blank && !'|｜│┃*-+•·●○◎◆◇■□▪※#【〔［[〈《▲△▼►▶'.includes(text[i]!))
      return false;
  }
  return true;
}

const enum RowForm {
  /** Words right behind the day: 「6月10日適逢端午節」. */
  Words,
  /** A blank or a mark behind the day. */
  Gap,
  /** A row of a table, an item of a list. */
  Listed,
}

function formOf(text: string, { shape, content }: LineFacts, offset: number, { end }: DateExpression): RowForm {
  if (shape.cells.length > 0 || shape.number !== undefined || shape.bullet) return RowForm.Listed;
  return end < content.end && !isGap(text, offset + end) ? RowForm.Words : RowForm.Gap;
}

function isGap(text: string, index: number): boolean {
  return classAt(text, index) === CharClass.Blank || '|｜│┃：:*，,）)】〕］]〉》'.includes(text[index]!);
}

/** Whether a line is a sentence, or the first of several that are one. */
function isSentence({ shape, content, text }: LineFacts): boolean {
  return shape.endsSentence || text.slice(content.start, content.end).includes('，');
}

/** A month that would be further behind another one is before it, in months. */
const mostMonthsBehind = 6;
const monthsOfYear = 12;

/** Whether a row may be the next one below that of the day `last`. */
function isAfter({ from }: DateExpression, last: DateExpression): boolean {
  const { month = 0, day = 0 } = last.to ?? last.from;
  // January is behind December, February is not behind March.
  const behind = ((from.month ?? 0) - month + monthsOfYear) % monthsOfYear;
  return behind === 0 ? (from.day ?? 0) > day : behind < mostMonthsBehind;
}

/** Right before a day that begins a clause: ；8月4日, ，8月4日. */
const clauseStart = /(?:^|[；;。，,、→])[自於]?$/;
/** Before the first day of such a line there may be more: 本次行程於3月10日晚間出發. */
const firstStart = /[自於]$/;

/** Behind a day on which the journey was prepared, or told of: no day of it. */
const beforeOrAfter = /^[^，。；]{0,12}(?:奉核|核[定准]|簽[奉報]|行前|報名|甄選|籌備|公告|返國後|說明會|[提繳]交|撰寫)/;

/** The days that begin a clause of a line in running words: 「8月3日啟程，8月4日抵達；8月5日開會」. Fewer are those of a remark. */
function daysOfSentence(text: string, { dates, content, shape }: LineFacts, offset: number): readonly ItineraryDay[] {
  if (dates.length < fewestDays || shape.cells.length > 0) return [];
  const first = offset + (shape.number?.end ?? content.start);
  const heads = dates.filter(
    ({ from, start, end }, index) =>
      from.month !== undefined &&
      from.day !== undefined &&
      !beforeOrAfter.test(text.slice(offset + end, offset + content.end)) &&
      ((index === 0 && firstStart.test(text.slice(first, offset + start))) ||
        clauseStart.test(text.slice(Math.max(first, offset + start - 2), offset + start).trim())),
  );
  if (heads.length < fewestDays) return [];
  return heads.map((date, index) => {
    const next = heads[index + 1];
    let start = offset + date.end;
    let end = offset + (next ? next.start : content.end);
    while (end > start && (isGap(text, end - 1) || '；;。、→自於'.includes(text[end - 1]!))) end--;
    const whole = { start: offset + date.start, end };
    while (start < end && isGap(text, start)) start++;
    return { ...whole, date: placedDate(date, offset), activity: { start, end } };
  });
}

/** The days of the section 行程: every line of it that begins with a date, in a table, a list or plain text, but not a remark below them; and each day of a
 * line that tells of several. */
export function readItinerary(text: string, lines: LineTable, section: Section): Itinerary {
  const days: ItineraryDay[] = [];
  /** That of the first row. */
  let rowForm: RowForm | undefined;
  const { starts, facts, count } = lines;
  for (let line = section.line + 1; line < count && starts[line]! < section.end; line++) {
    const { dates, content, shape } = facts[line]!;
    const date = dates[0];
    if (!date || date.from.month === undefined) continue;
    const offset = starts[line]!;
    const told = rowForm === undefined || rowForm === RowForm.Words ? daysOfSentence(text, facts[line]!, offset) : [];
    if (told.length > 0) {
      rowForm = RowForm.Words;
      days.push(...told);
      continue;
    }
    const from = shape.number && shape.number.end <= date.start ? shape.number.end : content.start;
    if (!isPadding(text, offset + from, offset + date.start)) continue;
    const form = formOf(text, facts[line]!, offset, date);
    rowForm ??= form;
    if (form < rowForm && isSentence(facts[line]!) && !isAfter(date, days[days.length - 1]!.date)) continue;
    let start = offset + date.end;
    let end = offset + content.end;
    while (start < end && isGap(text, start)) start++;
    while (end > start && isGap(text, end - 1)) end--;
    days.push({
      start: offset + content.start,
      end: offset + content.end,
      date: placedDate(date, offset),
      activity: { start, end },
    });
  }
  return { section, days };
}
