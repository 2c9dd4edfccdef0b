import type { Report, Section } from '../../report/model';
import { textOf } from '../../report/read';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { forEachChapterNote, siblingsReader } from '../chapters';
import type { Rule } from '../rule';
import { bareChapters, hasBody } from './headings';

/** Deeper headings are mostly lists of short items. */
const deepest = 3;
/** Annexes may be files of their own. */
const annex = /^附[件錄表圖]/;

/** Whether sections that stand side by side are headings: of these most have something below them, of short items none. */
function areHeadings(siblings: readonly Section[], filled: (section: Section) => boolean): boolean {
  if (siblings.some(({ kind }) => kind === 'item')) return false;
  const count = siblings.filter(filled).length;
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

/** The titles of those of `siblings` that are headings and have nothing below them. */
function emptyOf(report: Report, siblings: readonly Section[], filled: (section: Section) => boolean): readonly Span[] {
  const empty: Span[] = [];
  let headings: boolean | undefined;
  const amongHeadings = (): boolean => (headings ??= areHeadings(siblings, filled));
  for (const section of siblings) {
    if (section.kind === 'item' || section.part === 'attachments' || filled(section)) continue;
    const title = textOf(report, section.title);
    const { start, end } = title === '' ? section.heading : section.title;
    if (start < end && !annex.test(title) && isHeading(section, amongHeadings)) empty.push({ start, end });
  }
  return empty;
}

/** The empty headings inside a chapter. */
const inside = siblingsReader<Span>(
  (report, siblings) => emptyOf(report, siblings, (section) => hasBody(report, section)),
  (span, start) => shifted(span, -start),
  ({ part }) => part === 'attachments',
);

export const rule: Rule = {
  id: 'structure/empty-section',
  title: { 'zh-TW': '章節沒有內容', en: 'Heading without content' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略者退回補正）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    empty: { 'zh-TW': '「{title}」沒有內容，請補寫。', en: '「{title}」 has no content; write it.' },
  },
  prose: {},
  check: (report, _context, find) => {
    const { abstract, sections } = report;
    const tell = ({ start, end }: Span): void => {
      find({ message: 'empty', params: { title: report.text.slice(start, end) }, start, end });
    };
    if (abstract) emptyOf(report, [abstract], (section) => hasBody(report, section)).forEach(tell);
    const bare = bareChapters(report);
    emptyOf(report, sections, (section) => !bare.has(section)).forEach(tell);
    forEachChapterNote(report, inside, (span, { start }) => {
      tell(shifted(span, start));
    });
  },
};
