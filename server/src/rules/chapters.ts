/** What rules of the form of before read of single chapters. */
import type { Report } from '../report/model/report';
import type { Section } from '../report/model/parts';

export interface ChapterReader<Note> {
  readonly read: (report: Report, chapter: Section) => readonly Note[];
}

export function forEachChapterNote<Note>(
  report: Report,
  reader: ChapterReader<Note>,
  visit: (note: Note, chapter: Section) => void,
): void {
  for (const chapter of report.sections) for (const note of reader.read(report, chapter)) visit(note, chapter);
}

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
