/** What is asked of headings and their numbers. */
import { normaliseTitle } from '../../knowledge/parts';
import { numeralLike } from './headingStyle';
import { isBlank } from '../model/lines';
import type { TextBlock } from '../model/lines';
import type { ContentsEntry, Section, SectionNumber } from '../model/parts';
import type { Heading } from '../model/headings';
import type { Report } from '../model/report';
import { textOf } from './read';
import { CharClass, classAt } from '../../text/characters';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { TextEdit } from '../../text/edit';

/** Whether anything stands below the section's title. */
export function hasBody(block: TextBlock, { children, content }: Section): boolean {
  return children.length > 0 || /[^\s：:。*#|-]/.test(textOf(block, content));
}

/** The first line below the heading of a section that says something. */
export function firstLineBelow({ lines }: TextBlock, { line: heading, toLine }: Section): Span | undefined {
  for (let line = heading + 1; line < toLine; line++) {
    const facts = lines.facts[line]!;
    if (!isBlank(facts)) return shifted(facts.content, lines.starts[line]!);
  }
  return undefined;
}

/** The title of a heading as written. */
export function titleOf({ firstLine, title }: Heading): string {
  return firstLine.facts.written.slice(title.start, title.end);
}

/** The section of `report` whose heading is `heading`, which is one of its headings. */
export function sectionOf({ units, abstract, allSections }: Report, { firstLine }: Heading): Section {
  const line = units.indexOf(firstLine);
  const section = abstract?.line === line ? abstract : allSections.find((each) => each.line === line);
  if (!section) throw new RangeError('the heading belongs to another version of the report');
  return section;
}

/** A title for comparing: without blanks, markup and end punctuation, brackets in one width. */
export function keyOf(title: string): string {
  const key = normaliseTitle(title);
  return /[():]/.test(key) ? key.replaceAll('(', '（').replaceAll(')', '）').replaceAll(':', '：') : key;
}

/** What a title like 「3.1 座談」 begins with. */
const decimal = /^\d{1,2}(?:\.\d{1,2}){1,2}[.．、]?[ \t\u3000]{1,4}/;

/** The title without its end punctuation and the number that it has in its words: 座談 of 「3.1 座談」. */
export function wordsOfTitle(block: Pick<TextBlock, 'text'>, title: Span): Span {
  const { start, end } = bareTitle(block, title);
  const number = decimal.exec(block.text.slice(start, end))?.[0].length ?? 0;
  return { start: start + number < end ? start + number : start, end };
}

function isTitleEnding(text: string, index: number): boolean {
  switch (text.charCodeAt(index)) {
    case 0xff1a: // ：
    case 0x3a: // :
    case 0x3002: // 。
    case 0xff0e: // ．
    case 0x0a:
    case 0x0d:
      return true;
    default:
      return classAt(text, index) === CharClass.Blank;
  }
}

/** The title without its end punctuation. */
export function bareTitle({ text }: Pick<TextBlock, 'text'>, { start, end }: Span): Span {
  let to = end;
  while (to > start && isTitleEnding(text, to - 1)) to--;
  return { start, end: to > start ? to : end };
}

/** Writes `value` into `number`; undefined where it says so already, or has no numeral in that system. */
export function numeralEdit(
  block: Pick<TextBlock, 'text'>,
  number: SectionNumber,
  value: number,
): TextEdit | undefined {
  const numeral = numeralLike(block, number, value);
  if (numeral === undefined || number.value === value) return undefined;
  const { start, end } = number.numeral;
  return { start, end, expected: textOf(block, number.numeral), text: numeral };
}

/** Numbers the sections of a report anew, from `first` on, and the entries of 目次 that name chapters among them. */
export function renumberEdits(report: Report, sections: readonly Section[], first: number): readonly TextEdit[] {
  const entries = new Map<string, ContentsEntry>();
  for (const entry of report.contents?.entries ?? []) {
    const key = keyOf(textOf(report, entry.title));
    if (!entries.has(key)) entries.set(key, entry);
  }
  const edits = new Map<number, TextEdit>();
  const put = (edit: TextEdit | undefined): void => {
    if (edit && !edits.has(edit.start)) edits.set(edit.start, edit);
  };
  sections.forEach(({ number }, index) => {
    put(number && numeralEdit(report, number, first + index));
  });
  sections.forEach((section, index) => {
    if (!section.number || section.depth > 1) return;
    const entry = entries.get(keyOf(textOf(report, section.title)));
    if (entry?.number?.system === section.number.system) put(numeralEdit(report, entry.number, first + index));
  });
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

/**
 * A chapter numbered like what stands inside chapters, 二、行程 between 壹、目的 and 參、出席會議情形: the parser takes it
 * for a subsection. Undefined where `chapter` may end in none.
 */
export function strayChapter(chapter: Heading): Heading | undefined {
  const { number, part, children } = chapter;
  if (number?.system !== 'formal' || part === undefined || part === 'process') return undefined;
  return children.find(
    (child) =>
      child.number?.system === 'han' &&
      child.number.value === number.value + 1 &&
      child.part !== undefined &&
      child.part !== part &&
      child.kind !== 'item',
  );
}

/**
 * What is numbered on from a section in the system of a level below: 2、選修課程 behind 一、必修課程. A list does not begin
 * with 2.
 */
function straySection({ number, children }: Heading): Heading | undefined {
  const [child] = children;
  if (!number || !child?.number || child.kind === 'item' || child.isWrapped) return undefined;
  if (!child.isFilled && children.length === 1) return undefined;
  const { system, value } = child.number;
  const isAlone = children.every((other) => other === child || other.number?.system !== system);
  return isAlone && value === number.value + 1 ? child : undefined;
}

/**
 * Those of `siblings`, chapters or sections side by side, that hold the next of them, numbered like what stands inside, with
 * that. Where the one behind is numbered on from its own, 肆 behind a 參 with 四、參訪行程, what stands inside belongs there.
 */
export function straysInside(siblings: readonly Heading[]): ReadonlyMap<Heading, Heading> {
  const numbered = siblings.filter(({ number }) => number !== undefined);
  return new Map(
    numbered.flatMap((heading, index) => {
      const isFormal = heading.number!.system === 'formal';
      const stray = isFormal ? strayChapter(heading) : straySection(heading);
      const next = numbered[index + 1]?.number?.value;
      const isOne = stray?.number && (next === undefined ? index > 0 || !isFormal : next === stray.number.value + 1);
      return isOne ? [[heading, stray] as const] : [];
    }),
  );
}

/**
 * Those of `siblings` that go on from the one before in another system of numbers, as 「四、提問」 behind 「3. 照護品質」, with
 * the number of that one.
 */
export function straysAmong(siblings: readonly Heading[]): ReadonlyMap<Heading, SectionNumber> {
  const strays = new Map<Heading, SectionNumber>();
  let last: SectionNumber | undefined;
  for (const heading of siblings) {
    const { number, kind } = heading;
    if (!number) continue;
    const isStray =
      last !== undefined &&
      kind !== 'item' &&
      last.system !== number.system &&
      number.value > 2 &&
      number.value === last.value + 1;
    if (isStray) {
      strays.set(heading, last!);
      last = { ...last!, value: number.value };
    } else last = number;
  }
  return strays;
}

/** The headings that have others below them, from `section` down; of what `isLeftOut` says nothing, nor what is below. */
export function* parentsIn(section: Heading, isLeftOut: (section: Heading) => boolean): Generator<Heading> {
  if (section.children.length === 0 || isLeftOut(section)) return;
  yield section;
  for (const child of section.children) yield* parentsIn(child, isLeftOut);
}
