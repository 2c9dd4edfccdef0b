/** The days that a report tells of as its own: where a sentence begins with one, and what is right around it. */
import type { DateExpression } from '../model/dates';
import { isBlank } from '../model/lines';
import type { TextBlock } from '../model/lines';
import type { Section } from '../model/parts';
import { placedDate } from '../parse/itinerary';

/** Where a sentence begins: at the start of a line, behind its number, or behind a full stop. */
const sentenceStart =
  /(?:^|[。；])[\s*#+•·-]*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾]{1,3})[）)、.．]\s*)?[（(]?$/;

/** Marks and number before a sentence take no more, in UTF-16 code units. */
const longestStart = 40;

/** Whether a sentence of the line `text` begins at `start`. */
export function beginsSentence(text: string, start: number): boolean {
  const from = Math.max(0, start - longestStart);
  return sentenceStart.test((from > 0 ? '…' : '') + text.slice(from, start));
}

/** In front of a date: that it is when the meeting, the course or the visit of the section was. */
const label =
  /^(?:(?:會議|開會|年會|論壇|研討會|活動|課程|訓練|訪問|參訪|拜會|參觀|考察|訪談|座談|會談)(?:之|的|舉[行辦])?|舉[行辦]|召開|辦理)?(?:日期|時間|期間)(?:[及與、和]?(?:會議|舉[行辦])?(?:地點|場所|地區))?$/;
/** Marks between a label and its date, in either order: **日期**：. */
const labelMarks = /[\s*：:|｜]+/g;
/** A sentence on when the meeting at hand was, up to the date. */
const heldBefore =
  /^(?:(?:本[次屆]|此次)[^，。；]{0,16}?)?(?:會議|大會|年會|研討會|論壇|工作坊|展覽會?|訓練|課程)[係業已]?[於自]\s*$/;
const heldBehind = /^[^，。；]{0,30}?(?:舉行|召開|舉辦|登場|開幕|辦理)/;

/**
 * The dates that a chapter of what was done gives for its meetings and visits themselves, in the text of `block`: behind a label
 * (會議日期：), below a heading that is one (日期及地點), and where a paragraph begins with when the meeting was held.
 */
export function heldDatesOf({ lines }: TextBlock, section: Section): readonly DateExpression[] {
  if (section.part !== 'proceedings' && section.part !== 'process') return [];
  const found: DateExpression[] = [];
  let before = '';
  for (let line = section.line + 1; line < section.toLine; line++) {
    const facts = lines.facts[line]!;
    if (isBlank(facts)) continue;
    const { dates, content, shape } = facts;
    const heading = facts.text.slice(shape.title.start, shape.title.end).trim();
    const [date] = dates;
    if (date?.from.month !== undefined && date.from.day !== undefined) {
      const from = shape.number && shape.number.end <= date.start ? shape.number.end : content.start;
      const words = facts.text.slice(from, date.start).replace(/^[\s*+•·|｜-]+/, '');
      const name = words.replace(labelMarks, '');
      const isLabelled = name === '' ? label.test(before) : name !== words && label.test(name);
      const isHeld = heldBefore.test(words) && heldBehind.test(facts.text.slice(date.end));
      if (isLabelled || isHeld) found.push(placedDate(date, lines.starts[line]!));
    }
    before = heading;
  }
  return found;
}
