/** What stands before the body: cover, 摘要 and 目次, and where each ends. */
import type { LineRange, LineTable } from '../model/lines';
import { linesWith } from '../model/lineQuery';
import type { Cover, Section, TableOfContents } from '../model/parts';
import { abstractEnd, abstractOf } from './abstract';
import { readContents } from './contents';
import { coverEnd, readCover } from './cover';
import { namesPart } from './outlineStyle';

export interface FrontMatter {
  readonly cover: Cover;
  /** Line behind the cover. */
  readonly coverTo: number;
  readonly abstract: Section | undefined;
  /** Line behind 摘要. */
  readonly abstractTo: number;
  readonly contents: TableOfContents | undefined;
  /** The lines of the body. */
  readonly body: readonly LineRange[];
}

/** Cuts the report into cover, 摘要, 目次 and body; 摘要 and 目次 may stand in either order and anywhere before the annexes. */
export function readFrontMatter(text: string, lines: LineTable): FrontMatter {
  const end = coverEnd(lines);
  let abstract: Section | undefined;
  let abstractTo = 0;
  let contents: TableOfContents | undefined;
  const body: LineRange[] = [];
  let from = end;
  const cut = (to: number): void => {
    if (to > from) body.push({ from, to });
  };
  // Behind the cover only a line that may begin a section begins one of the two.
  for (const line of linesWith(lines, { contains: ['beginning'] })) {
    if (abstract && contents) break;
    if (line < from) continue;
    const { part } = lines.facts[line]!.shape;
    if ((part !== 'abstract' && part !== 'contents') || !namesPart(lines.facts[line]!)) continue;
    if (part === 'abstract' && !abstract) {
      cut(line);
      // 目次 ends 摘要 too: namesPart covers it.
      from = abstractTo = abstractEnd(lines, line);
      abstract = abstractOf(lines, line, abstractTo);
    } else if (part === 'contents' && !contents) {
      cut(line);
      const read = readContents(text, lines, line);
      contents = read.contents;
      from = read.to;
    }
  }
  cut(lines.count);
  return { cover: readCover(text, lines, end), coverTo: end, abstract, abstractTo, contents, body };
}
