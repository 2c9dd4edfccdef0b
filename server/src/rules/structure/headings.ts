/** What the rules of this family ask of headings and their numbers. */
import { normaliseTitle } from '../../knowledge/parts';
import { numeralOf } from '../../report/queries/headingStyle';
import type { ContentsEntry, Section, SectionNumber } from '../../report/model/parts';
import type { Report } from '../../report/model/report';
import { textOf } from '../../report/queries/read';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { TextEdit } from '../../text/edit';

/** Whether anything stands below the section's title. */
export function hasBody(report: Report, { children, content }: Section): boolean {
  return children.length > 0 || /[^\s：:。*#|-]/.test(textOf(report, content));
}

const bare: ChapterReader<true> = {
  read: (report, chapter) => (hasBody(report, chapter) ? [] : [true]),
};

/** The chapters below whose title nothing stands. */
export function bareChapters(report: Report): ReadonlySet<Section> {
  const chapters = new Set<Section>();
  forEachChapterNote(report, bare, (_, chapter) => {
    chapters.add(chapter);
  });
  return chapters;
}

/** A title for comparing: without blanks, markup and end punctuation, brackets in one width. */
export function keyOf(title: string): string {
  const key = normaliseTitle(title);
  return /[():]/.test(key) ? key.replaceAll('(', '（').replaceAll(')', '）').replaceAll(':', '：') : key;
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
export function bareTitle({ text }: Report, { start, end }: Span): Span {
  let to = end;
  while (to > start && isTitleEnding(text, to - 1)) to--;
  return { start, end: to > start ? to : end };
}

/** Writes `value` into `number`; undefined where it says so already, or has no numeral in that system. */
export function numeralEdit(report: Report, number: SectionNumber, value: number): TextEdit | undefined {
  const numeral = numeralOf(number.system, value);
  if (numeral === undefined || number.value === value) return undefined;
  const { start, end } = number.numeral;
  return { start, end, expected: textOf(report, number.numeral), text: numeral };
}

/** The entry of 目次 that names `section`. */
export function entryOf(report: Report, section: Section): ContentsEntry | undefined {
  const key = keyOf(textOf(report, section.title));
  return report.contents?.entries.find((entry) => keyOf(textOf(report, entry.title)) === key);
}

/** Numbers the sections anew, and the entries of 目次 that name chapters among them. */
export function renumberEdits(report: Report, sections: readonly Section[], first: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  sections.forEach((section, index) => {
    if (!section.number) return;
    const edit = numeralEdit(report, section.number, first + index);
    if (edit) edits.push(edit);
    const entry = section.depth === 1 ? entryOf(report, section) : undefined;
    if (entry?.number?.system !== section.number.system) return;
    const entryEdit = numeralEdit(report, entry.number, first + index);
    if (entryEdit && edits.every(({ start }) => start !== entryEdit.start)) edits.push(entryEdit);
  });
  return edits.sort((a, b) => a.start - b.start);
}

/**
 * A chapter numbered like what stands inside chapters, 二、行程 between 壹、目的 and 參、出席會議情形: the parser takes it
 * for a subsection. Undefined where `chapter` ends in none.
 */
export function strayChapter(chapter: Section): Section | undefined {
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

/** Where the stray chapter of a chapter stands among its children. */
const stray: ChapterReader<number> = {
  read: (_report, chapter) => {
    const found = strayChapter(chapter);
    return found ? [chapter.children.indexOf(found)] : [];
  },
};

/** The stray chapters of the report by the chapters that end in them. */
export function strayChapters(report: Report): ReadonlyMap<Section, Section> {
  const strays = new Map<Section, Section>();
  forEachChapterNote(report, stray, (index, chapter) => {
    strays.set(chapter, chapter.children[index]!);
  });
  return strays;
}
