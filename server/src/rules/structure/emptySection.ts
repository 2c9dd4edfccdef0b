import type { Unit } from '../../report/model/line';
import type { TextBlock } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { hasBody, parentsIn } from '../../report/queries/headings';
import { textOf } from '../../report/queries/read';
import type { Span } from '../../text/span';
import type { ReportRule } from '../engine/rule';

/** Deeper headings are mostly lists of short items. */
const deepest = 3;
/** Annexes may be files of their own. */
const annex = /^附[件錄表圖]/;

/** A section as one of those that stand side by side. */
interface Sibling extends Span {
  readonly section: Section;
  /** The title, or the whole heading where it has none. */
  readonly title: string;
  readonly filled: boolean;
}

function siblingOf(block: TextBlock, section: Section): Sibling {
  const title = textOf(block, section.title);
  const { start, end } = title === '' ? section.heading : section.title;
  return { section, title, filled: hasBody(block, section), start, end };
}

/** Whether sections that stand side by side are headings: of these most have something below them, of short items none. */
function areHeadings(siblings: readonly Sibling[]): boolean {
  if (siblings.some(({ section }) => section.kind === 'item')) return false;
  const count = siblings.filter(({ filled }) => filled).length;
  return count > 0 && count * 2 >= siblings.length - 1;
}

/**
 * Whether a section without content is a heading by its looks or its place, not an item of a list.
 * @param amongHeadings whether those beside it are headings
 */
function isHeading(section: Section, amongHeadings: () => boolean): boolean {
  if (section.part !== undefined) return section.depth === 1;
  if (section.depth === 1 && (section.marks > 0 || section.number?.system === 'formal')) return true;
  return section.depth <= deepest && amongHeadings();
}

/** Those of `siblings` that are headings and have nothing below them. */
function emptyAmong<One extends Sibling>(siblings: readonly One[]): readonly One[] {
  let headings: boolean | undefined;
  const amongHeadings = (): boolean => (headings ??= areHeadings(siblings));
  return siblings.filter(
    ({ section, title, filled, start, end }) =>
      section.kind !== 'item' &&
      section.part !== 'attachments' &&
      !filled &&
      start < end &&
      !annex.test(title) &&
      isHeading(section, amongHeadings),
  );
}

/** A chapter as one of the chapters, and the empty headings inside it. */
interface ChapterHeadings {
  readonly whole: Sibling;
  readonly empty: readonly Sibling[];
}

function headingsOf(chapter: Chapter): readonly ChapterHeadings[] {
  const empty: Sibling[] = [];
  for (const { children } of parentsIn(chapter.section, ({ part }) => part === 'attachments'))
    empty.push(...emptyAmong(children.map((child) => siblingOf(chapter, child))));
  return [{ whole: siblingOf(chapter, chapter.section), empty }];
}

export const rule: ReportRule<ChapterHeadings, 'chapter'> = {
  per: 'report',
  notes: { per: 'chapter', read: headingsOf },
  id: 'structure/empty-section',
  title: { 'zh-TW': '章節沒有內容', en: 'Heading without content' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略者退回補正）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    empty: { 'zh-TW': '「{title}」沒有內容，請補寫。', en: '「{title}」 has no content; write it.' },
  },
  check: ({ abstract }, notes, _context, find) => {
    const tell = (unit: Unit, { start, end }: Sibling): void => {
      find({ message: 'empty', params: { title: unit.text.slice(start, end) }, unit, start, end });
    };
    if (abstract) for (const empty of emptyAmong([siblingOf(abstract, abstract.section)])) tell(abstract, empty);
    for (const { unit, ...empty } of emptyAmong(notes.map(({ unit, note }) => ({ unit, ...note.whole }))))
      tell(unit, empty);
    for (const { unit, note } of notes) for (const empty of note.empty) tell(unit, empty);
  },
};
