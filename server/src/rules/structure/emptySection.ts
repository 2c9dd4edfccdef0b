import type { Heading } from '../../report/model/headings';
import { parentsIn } from '../../report/queries/headings';
import { textOf } from '../../report/queries/read';
import { beginsSection } from '../../report/queries/headingStyle';
import type { Span } from '../../text/span';
import type { ReportRule } from '../engine/rule';

/** Deeper headings are mostly lists of short items. */
const deepest = 3;
/** Annexes may be files of their own. */
const annex = /^附[件錄表圖]/;

/** The words that name a heading: the title, or the whole line where it has none. */
function nameOf({ title, span }: Heading): Span {
  return title.end > title.start ? title : span;
}

/** Whether what stands side by side are headings: of these most have something below them, of short items none. */
function areHeadings(siblings: readonly Heading[]): boolean {
  if (siblings.some(({ kind }) => kind === 'item')) return false;
  const count = siblings.filter(({ isFilled }) => isFilled).length;
  // Below a lead-in stand items, the last of which takes what follows the list for its own.
  if (siblings[0]!.isLedIn) return count > 1 && count === siblings.length - 1;
  return count > 0 && count * 2 >= siblings.length - 1;
}

/** A chapter of annexes that is numbered like the others, and names none. */
const annexes = /^附[件錄]$/;

/** Whether the last chapter announces annexes and has none: 柒、附錄. They may be files of their own, so it is less. */
function isAnnounced(heading: Heading): boolean {
  const { number, isFilled, depth, title } = heading;
  if (isFilled || depth !== 1 || !number || !beginsSection(number.system)) return false;
  return annexes.test(textOf(heading, title).trim());
}

/**
 * Whether a section without content is a heading by its looks or its place, not an item of a list.
 * @param amongHeadings whether those beside it are headings
 */
function isHeading({ part, depth, marks, number }: Heading, amongHeadings: () => boolean): boolean {
  if (part !== undefined && depth === 1) return true;
  if (depth === 1 && (marks > 0 || (number && beginsSection(number.system)))) return true;
  return depth <= deepest && amongHeadings();
}

/** Whether what stands below a heading is numbered in the system of a level above: （一） below 5. */
function isParent({ number }: Heading, next: Heading | undefined): boolean {
  return number !== undefined && next?.number?.value === 1 && next.number.system !== number.system;
}

/** Those of `siblings` that are headings and have nothing below them. */
function emptyAmong(siblings: readonly Heading[]): readonly Heading[] {
  let headings: boolean | undefined;
  const amongHeadings = (): boolean => (headings ??= areHeadings(siblings));
  return siblings.filter((heading, index) => {
    const { kind, part, title, isFilled, span } = heading;
    if (isParent(heading, siblings[index + 1])) return false;
    return (
      kind !== 'item' &&
      part !== 'attachments' &&
      !isFilled &&
      span.start < span.end &&
      !annex.test(textOf(heading, title)) &&
      isHeading(heading, amongHeadings)
    );
  });
}

/** The empty headings inside a chapter. */
function emptyIn(chapter: Heading): readonly Heading[] {
  const empty: Heading[] = [];
  for (const { children } of parentsIn(chapter, ({ part }) => part === 'attachments'))
    empty.push(...emptyAmong(children));
  return empty;
}

export const rule: ReportRule<Heading, 'headings'> = {
  per: 'report',
  notes: { per: 'headings', read: emptyIn },
  id: 'structure/empty-section',
  title: { 'zh-TW': '章節沒有內容', en: 'Heading without content' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略者退回補正）',
  checked: '2026-11-30',
  fix: undefined,
  messages: {
    empty: { 'zh-TW': '「{title}」沒有內容，請補寫。', en: '「{title}」 has no content; write it.' },
  },
  check: ({ headings: { abstract, chapters } }, notes, _context, find) => {
    const empty = [
      ...(abstract ? emptyAmong([abstract]) : []),
      ...emptyAmong(chapters),
      ...notes.map(({ note }) => note),
    ];
    for (const unit of empty) {
      const { start, end } = nameOf(unit);
      find({ message: 'empty', params: { title: unit.text.slice(start, end) }, unit, start, end });
    }
    const last = chapters.at(-1);
    if (chapters.length > 1 && last && isAnnounced(last)) {
      const { start, end } = nameOf(last);
      const params = { title: last.text.slice(start, end) };
      find({ message: 'empty', severity: 'information', params, unit: last, start, end });
    }
  },
};
