/** 目次: the table of contents, made of the headings that the body has. */
import type { Report } from '../report/model/report';
import { textOf } from '../report/queries/read';
import type { Span } from '../text/span';
import { wordsOf } from './document';
import type { Block, ContentsEntry, FrontPart, Heading, NumberingLevel } from './document';
import { readInline } from './inline';

/** Levels of headings in 目次 where the report's own says none. */
const usualDepth = 2;

/**
 * The table of contents that lists the headings of `body`, to the depth of the report's own.
 * @param isWanted whether a report without one gets one
 * @param levels of the numbers of headings
 */
export function contentsOf(
  report: Report,
  body: readonly Block[],
  isWanted: boolean,
  levels: readonly NumberingLevel[],
): FrontPart | undefined {
  const { contents } = report;
  const headings = body.filter((block): block is Heading => block.kind === 'heading');
  if (!contents && (!isWanted || headings.filter(({ level }) => level === 1).length < 2)) return undefined;
  let depth = contents && contents.entries.length > 0 ? 1 : usualDepth;
  const listed = new Set((contents?.entries ?? []).map(({ title }) => keyOf(textOf(report, title))));
  for (const heading of headings)
    if (listed.has(keyOf(wordsOf(heading.content)))) depth = Math.max(depth, heading.level);
  const entries = headings
    .filter(({ level }) => level <= depth)
    .map(({ anchor, level, number, content }): ContentsEntry => ({
      anchor,
      level,
      title: numbered(number, levels) + wordsOf(content),
    }));
  return {
    kind: 'contents',
    title: contents ? titleWords(report, contents.title) : '目次',
    entries,
    depth,
    // One that the report does not have comes from what it lists.
    line: contents?.line ?? headings[0]!.line,
  };
}

/** `number` as it stands before words. */
function numbered(number: Heading['number'], levels: readonly NumberingLevel[]): string {
  return number ? number.written + (levels[number.level]!.spaced ? ' ' : '') : '';
}

/** A title for finding it again: without blanks, marks and end punctuation. */
function keyOf(title: string): string {
  return title.replace(/[\s*：:。]/g, '');
}

/** The words of a title as it is named elsewhere than where it stands. */
export function titleWords(report: Report, title: Span): string {
  // Its notes are written where it stands.
  const { content } = readInline(textOf(report, title).trim(), () => 0);
  return wordsOf(content).replace(/[：:]$/, '');
}
