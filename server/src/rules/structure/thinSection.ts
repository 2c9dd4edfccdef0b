import type { PartId } from '../../knowledge/types';
import type { LineRange } from '../../report/outline';
import type { Report, Section } from '../../report/model';
import { textOf } from '../../report/read';
import { countHan } from '../../text/characters';
import { chaptersAt, forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Rule } from '../rule';
import { hasBody } from './headings';
import { hasPlaceholder } from '../../report/placeholders';

/** 摘要 has a rule of its own; the days of 行程 are no prose; annexes and 目次 are lists. */
const measured: ReadonlySet<PartId> = new Set([
  'purpose',
  'process',
  'proceedings',
  'reflections',
  'recommendations',
  'reflections-and-recommendations',
]);

/** 「建議：無」 says all there is to say. */
const none = /^[\s：:（(]*(?:無|略|尚無|並無|本次無)/;

/** Han characters below the heading, subsections with theirs; undefined where a table tells it. */
function hanOf({ lines }: Report, { line: heading, toLine }: Section): number | undefined {
  let han = 0;
  for (let line = heading + 1; line < toLine; line++) {
    const { shape, han: own } = lines.facts[line]!;
    if (shape.cells.length > 0) return undefined;
    han += own;
  }
  return han;
}

/** The Han characters of a chapter that is measured. 「目的：了解…」 has its words on the heading line. */
const measure: ChapterReader<number> = {
  read: (report, chapter) => {
    if (chapter.part === undefined || !measured.has(chapter.part) || !hasBody(report, chapter)) return [];
    const below = hanOf(report, chapter);
    return below === undefined ? [] : [below + hanBehindTitle(report, chapter)];
  },
};

/** Whether the chapter has fewer Han characters than `least` now, or may have had before the lines `[from, to)` changed. */
function mayBeThin(report: Report, chapter: Section, { from, to }: LineRange, least: number): boolean {
  const [han] = measure.read(report, chapter);
  if (han === undefined) return false;
  let changed = 0;
  for (let line = from; line < to; line++) changed += report.lines.facts[line]!.han;
  return han - changed < least;
}

export const rule: Rule = {
  id: 'structure/thin-section',
  title: { 'zh-TW': '章節內容過短', en: 'Section of few words' },
  severity: 'hint',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略者退回補正）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    thin: {
      'zh-TW': '「{title}」只有 {count} 字，內容是否過於簡略？',
      en: '「{title}」 has only {count} Han characters; is that enough?',
    },
  },
  // A chapter that is far from thin may lose and gain words.
  prose: ({ profile }) => ({
    places: (report, lines) =>
      chaptersAt(report, lines).some((chapter) => mayBeThin(report, chapter, lines, profile.thinSection)),
  }),
  check: (report, { profile }, find) => {
    forEachChapterNote(report, measure, (count, section) => {
      if (count >= profile.thinSection || none.test(textOf(report, section.content).slice(0, 20))) return;
      if (hasPlaceholder(report, section)) return;
      const { start, end } = section.title;
      find({ message: 'thin', params: { title: textOf(report, section.title), count }, start, end });
    });
  },
};

function hanBehindTitle({ text }: Report, { title, heading }: Section): number {
  return countHan(text, title.end, heading.end);
}
