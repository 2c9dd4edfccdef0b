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

/** Whether 過程 holds the days of the journey and nothing else. */
function isOfDays(text: string, lines: LineTable, section: Section): boolean {
  const { days } = readItinerary(text, lines, section);
  if (section.children.length > 0 || days.length < fewestDays) return false;
  const written = lines.facts.slice(section.line + 1, section.toLine).filter((facts) => !isBlank(facts));
  // A paragraph that begins with a day tells of it in sentences.
  return written.length === days.length && !written.some(({ shape }) => shape.endsSentence);
}

/** The itinerary is a section of its own, one inside 過程, or 過程 itself where that holds days alone. */
export function itinerarySection(text: string, lines: LineTable, roots: readonly Section[]): Section | undefined {
  const own = roots.find((root) => root.part === 'itinerary');
  if (own) return own;
  for (const root of roots) {
    const inside = root.part === 'process' ? root.children.find((child) => child.part === 'itinerary') : undefined;
    if (inside) return inside;
  }
  return roots.find((root) => root.part === 'process' && isOfDays(text, lines, root));
}

/** What numbers a row before its date: 第三天, Day 3, with an open bracket behind it. */
const rowNumber =
  /^[\s|*+•·#-]*(?:第? ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[天日]|D(?:ay)? ?\d{1,2})[\s|*：:、，（(]*$/i;
/** Longer words in front of a date are no number. */
const longestRowNumber = 16;

/** Units that may stand between a row's start and its date: markup, blanks, table bars, the number of the day. */
function isPadding(text: string, start: number, end: number): boolean {
  if (end > start && end - start <= longestRowNumber && rowNumber.test(text.slice(start, end))) return true;
  for (let i = start; i < end; i++) {
    if (classAt(text, i) !== CharClass.Blank && !'|*-+•·#'.includes(text[i]!)) return false;
  }
  return true;
}

/** What the rows of an itinerary are: of a table, of a list, or plain. */
function styleOf({ shape }: LineFacts): 'cells' | 'item' | 'plain' {
  if (shape.cells.length > 1) return 'cells';
  return shape.number || shape.bullet || shape.marks > 0 ? 'item' : 'plain';
}

/**
 * The days of the section 行程: every line of it that begins with a date, in a table, a list or plain text; but a sentence
 * below a table or a list that begins with one is none: 「5月3日適逢當地假日，機關不上班。」
 */
export function readItinerary(text: string, lines: LineTable, section: Section): Itinerary {
  const days: ItineraryDay[] = [];
  const { starts, facts, count } = lines;
  let first: ReturnType<typeof styleOf> | undefined;
  for (let line = section.line + 1; line < count && starts[line]! < section.end; line++) {
    const { dates, content, shape } = facts[line]!;
    const date = dates[0];
    if (!date || date.from.month === undefined) continue;
    const style = styleOf(facts[line]!);
    if (first !== undefined && first !== 'plain' && style === 'plain' && shape.endsSentence) continue;
    const offset = starts[line]!;
    const from = shape.number && shape.number.end <= date.start ? shape.number.end : content.start;
    if (!isPadding(text, offset + from, offset + date.start)) continue;
    first ??= style;
    let start = offset + date.end;
    let end = offset + content.end;
    const isGap = (index: number): boolean =>
      classAt(text, index) === CharClass.Blank || '|：:*，,）)'.includes(text[index]!);
    while (start < end && isGap(start)) start++;
    while (end > start && isGap(end - 1)) end--;
    days.push({
      start: offset + content.start,
      end: offset + content.end,
      date: placedDate(date, offset),
      activity: { start, end },
    });
  }
  return { section, days };
}
