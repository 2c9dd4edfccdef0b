/** How headings without a number are ranked in a report, and how deep a line stands by itself. */
import type { PartId } from '../../knowledge/types';
import { isRomanCharacter } from '../../text/numerals';
import type { LineFacts, LineNumber, LineTable, NumberSystem } from '../model/lines';
import type { OutlineStyle } from '../model/parts';

/** Outline levels from the outermost to the innermost. */
export const rankOf: Readonly<Record<NumberSystem, number>> = {
  formal: 1,
  chapter: 1,
  roman: 1,
  section: 1.5,
  han: 2,
  'han-bracketed': 3,
  digit: 4,
  'digit-bracketed': 5,
  letter: 5.5,
  stem: 6,
  'stem-bracketed': 7,
};

/** The level of 壹、 inside 第一章 or 第一節. */
const formalInChapter = 1.7;

/** The level of I. where chapters are numbered otherwise: that of a list inside all others. */
const romanInLists = 8;

/** A heading of Markdown has no more `#` marks. */
const mostMarks = 6;

const bodyParts: ReadonlySet<PartId> = new Set([
  'purpose',
  'process',
  'itinerary',
  'proceedings',
  'reflections',
  'recommendations',
  'reflections-and-recommendations',
]);

/** Whether the line, by itself, is a heading that names a part of a report. */
export function namesPart(facts: LineFacts): boolean {
  const { part, number, marks, bullet, lead, title } = facts.shape;
  if (part === undefined) return false;
  // 「目的：考察…」 runs on behind its title, as a short report's headings may; but such a bullet is no heading.
  return number !== undefined || marks > 0 || !bullet || lead.end === title.end;
}

/** Whether the line is numbered as only chapters are: 壹、, 第一章, I. */
export function isChapter(facts: LineFacts): boolean {
  const { number } = facts.shape;
  return number?.system === 'formal' || number?.system === 'chapter' || number?.system === 'roman';
}

function romanWritingOf({ text }: LineFacts, { numeral }: LineNumber): 'letters' | 'characters' {
  return isRomanCharacter(text.charCodeAt(numeral.start)) ? 'characters' : 'letters';
}

/** @param beginnings the lines that may begin a section */
export function outlineStyleOf(lines: LineTable, beginnings: readonly number[]): OutlineStyle {
  let marked = false;
  let partMarks = 0;
  let least = 7;
  let chaptered = false;
  let hasFormal = false;
  let romanChapters: OutlineStyle['romanChapters'];
  let formalInside: boolean | undefined;
  for (const line of beginnings) {
    const { part, number, marks } = lines.facts[line]!.shape;
    if (marks > 0 && marks < least) least = marks;
    if (number?.system === 'chapter') chaptered = true;
    if (number?.system === 'chapter' || number?.system === 'formal') formalInside ??= chaptered;
    if (part === undefined || !bodyParts.has(part)) continue;
    if (number?.system === 'roman') romanChapters ??= romanWritingOf(lines.facts[line]!, number);
    else if (number && rankOf[number.system] === rankOf.formal) hasFormal = true;
    if (marks > 0 && partMarks === 0) partMarks = marks;
    if (marks > 0 || (number && rankOf[number.system] <= rankOf.han)) marked = true;
  }
  return {
    marked,
    marks: partMarks > 0 ? partMarks : least,
    byMarks: partMarks > 0,
    chaptered,
    romanChapters: hasFormal ? undefined : romanChapters,
    formalInside: formalInside === true,
  };
}

/** The level of a line in the outline, 0 where it is no heading and no item. */
export function rankOfLine(facts: LineFacts, style: OutlineStyle): number {
  const { number, marks, part, bullet, lead, title, endsSentence } = facts.shape;
  const rankByMarks = Math.max(1, 1 + marks - style.marks);
  if (marks > 0 && style.byMarks) return rankByMarks;
  // 「第二節 觀課」 may be a lesson; a heading of Markdown is one whatever it says.
  if (number?.system === 'section' && !style.chaptered && marks === 0) return 0;
  if (number?.system === 'formal' && style.formalInside) return formalInChapter;
  if (number?.system === 'roman' && romanWritingOf(facts, number) !== style.romanChapters) return romanInLists;
  if (number && (number.system !== 'section' || style.chaptered))
    return rankOf[number.system] + (style.byMarks && rankOf[number.system] >= rankOf.han ? mostMarks : 0);
  if (marks > 0) return rankByMarks;
  if (part === undefined) return 0;
  if (!style.marked && namesPart(facts)) return 1;
  return part === 'attachments' && !bullet && (lead.end === title.end || !endsSentence) ? 1 : 0;
}
