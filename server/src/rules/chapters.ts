/**
 * Reads single chapters for a rule, and each chapter once: what was read is kept for as long as the lines of the chapter
 * and those near it stay the same, wherever in the text they have moved to.
 */
import type { Stretch } from '../report/digest';
import type { OutlineStyle, Report, Section } from '../report/model';
import type { LineRange } from '../report/outline';

/** What a rule reads of a chapter, a root of the section tree, by itself. One for each rule, made once. */
export interface ChapterReader<Note> {
  /**
   * What the chapter has for the rule. Pure: nothing counts but the chapter's own lines and how they are divided, and
   * offsets count from the chapter's start. Notes hold nothing of the report.
   */
  readonly read: (report: Report, chapter: Section) => readonly Note[];
}

/** The notes of one chapter, counted from the first of its group. */
interface ChapterNotes {
  readonly chapter: number;
  readonly notes: readonly unknown[];
}

/** The chapters that begin in one stretch of lines, as they were when they were read. */
interface Group {
  /** The stretches that hold their lines. */
  readonly stretches: readonly Stretch[];
  /** First line and line behind each chapter, counted from the first line of the first stretch. */
  readonly borders: readonly number[];
  readonly style: OutlineStyle;
  readonly notes: Map<ChapterReader<never>, readonly ChapterNotes[]>;
}

interface PlacedGroup {
  readonly group: Group;
  /** Index of its first chapter in the report. */
  readonly first: number;
}

/**
 * The group of the chapters that begin in a stretch. It stands not among the notes of its stretch, which outlive it: it
 * would keep the stretch alive, and with it all those before.
 */
const groupOf = new WeakMap<Stretch, Group>();
const noNotes: readonly ChapterNotes[] = [];
const groupsByReport = new WeakMap<Report, readonly PlacedGroup[]>();

function isSame(group: Group, stretches: readonly Stretch[], borders: readonly number[], style: OutlineStyle): boolean {
  return (
    group.stretches.length === stretches.length &&
    group.borders.length === borders.length &&
    group.style.marked === style.marked &&
    group.style.marks === style.marks &&
    group.stretches.every((stretch, index) => stretch === stretches[index]) &&
    group.borders.every((border, index) => border === borders[index])
  );
}

/** The chapters of the report in groups; a group that is as it was before is the one of before. */
function findGroups({ lines: { stretches }, sections, division: { style } }: Report): readonly PlacedGroup[] {
  const groups: PlacedGroup[] = [];
  let first = 0;
  let from = 0;
  for (let index = 0; index < stretches.length && first < sections.length; index++) {
    const stretch = stretches[index]!;
    const to = from + stretch.count;
    const borders: number[] = [];
    let next = first;
    let end = to;
    for (; next < sections.length && sections[next]!.line < to; next++) {
      const { line, toLine } = sections[next]!;
      borders.push(line - from, toLine - from);
      end = toLine;
    }
    if (next > first) {
      const held = [stretch];
      for (let covered = to; covered < end; covered += held.at(-1)!.count) held.push(stretches[index + held.length]!);
      let group = groupOf.get(stretch);
      if (!group || !isSame(group, held, borders, style)) {
        group = { stretches: held, borders, style, notes: new Map() };
        groupOf.set(stretch, group);
      }
      groups.push({ group, first });
    }
    first = next;
    from = to;
  }
  return groups;
}

function groupsOf(report: Report): readonly PlacedGroup[] {
  let groups = groupsByReport.get(report);
  if (!groups) groupsByReport.set(report, (groups = findGroups(report)));
  return groups;
}

function readGroup<Note>(
  report: Report,
  { group, first }: PlacedGroup,
  { read }: ChapterReader<Note>,
): readonly ChapterNotes[] {
  let all: ChapterNotes[] | undefined;
  for (let chapter = 0; chapter * 2 < group.borders.length; chapter++) {
    const notes = read(report, report.sections[first + chapter]!);
    if (notes.length > 0) (all ??= []).push({ chapter, notes });
  }
  return all ?? noNotes;
}

/** Calls `visit` for everything that `reader` reads, in the order of the chapters. */
export function forEachChapterNote<Note>(
  report: Report,
  reader: ChapterReader<Note>,
  visit: (note: Note, chapter: Section) => void,
): void {
  for (const placed of groupsOf(report)) {
    const { group, first } = placed;
    let all = group.notes.get(reader as ChapterReader<never>);
    if (!all) group.notes.set(reader as ChapterReader<never>, (all = readGroup(report, placed, reader)));
    for (const { chapter, notes } of all)
      for (const note of notes) visit(note as Note, report.sections[first + chapter]!);
  }
}

/** The chapters that the lines `[from, to)` are of. */
export function chaptersAt({ sections }: Report, { from, to }: LineRange): readonly Section[] {
  return sections.filter(({ line, toLine }) => line < to && from < toLine);
}

/**
 * A reader of every set of siblings inside a chapter.
 * @param read what siblings have for the rule, in offsets of the text
 * @param placed a note of `read` in offsets from the chapter's start, which is `start`
 * @param isLeftOut whether what stands in a section is none of the rule's business
 */
export function siblingsReader<Note>(
  read: (report: Report, siblings: readonly Section[]) => readonly Note[],
  placed: (note: Note, start: number) => Note,
  isLeftOut: (section: Section) => boolean = () => false,
): ChapterReader<Note> {
  return {
    read: (report, chapter) => {
      const notes: Note[] = [];
      for (const { children } of parentsIn(chapter, isLeftOut))
        for (const note of read(report, children)) notes.push(placed(note, chapter.start));
      return notes;
    },
  };
}

/** The sections that have others below them, from `section` down; of what `isLeftOut` says nothing, nor what is below. */
export function* parentsIn(section: Section, isLeftOut: (section: Section) => boolean): Generator<Section> {
  if (section.children.length === 0 || isLeftOut(section)) return;
  yield section;
  for (const child of section.children) yield* parentsIn(child, isLeftOut);
}
