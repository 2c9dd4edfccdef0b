import { lineAt } from '../report/model/lines';
import type { Report } from '../report/model/report';
import type { Span } from '../text/span';

/** Lines that fold together, both ends included. */
export interface FoldingLines {
  readonly startLine: number;
  readonly endLine: number;
  /** Cover, 摘要 and 目次 are regions, which an editor can fold all at once. */
  readonly kind: 'region' | undefined;
}

/** Last line of `span`, which starts on `first`, that is not blank. */
function lastLine(report: Report, first: number, end: number): number {
  const { lines } = report;
  let line = lineAt(lines, end);
  if (lines.starts[line]! >= end) line--;
  const isBlank = (at: number): boolean => lines.facts[at]!.content.end === lines.facts[at]!.content.start;
  while (line > first && isBlank(line)) line--;
  return line;
}

/** What folds: cover, 摘要, 目次, every section and every table that is longer than a line; ordered by first line. */
export function foldingRangesOf(report: Report): FoldingLines[] {
  const { lines, cover, abstract, contents, allSections } = report;
  const ranges: FoldingLines[] = [];
  const add = (startLine: number, endLine: number, kind: FoldingLines['kind']): void => {
    if (endLine > startLine) ranges.push({ startLine, endLine, kind });
  };
  const addSpan = (span: Span, kind: FoldingLines['kind']): void => {
    const first = lineAt(lines, span.start);
    add(first, lastLine(report, first, span.end), kind);
  };
  if (cover.end > cover.start) {
    let first = 0;
    const last = lastLine(report, 0, cover.end);
    while (first < last && lines.facts[first]!.content.end === lines.facts[first]!.content.start) first++;
    add(first, last, 'region');
  }
  if (abstract) addSpan(abstract, 'region');
  if (contents) addSpan(contents, 'region');
  for (const section of allSections) addSpan(section, undefined);

  const taken = new Set(ranges.map(({ startLine }) => startLine));
  const coverTo = cover.end > 0 ? lineAt(lines, cover.end) : 0;
  let from = -1;
  for (let line = coverTo; line <= lines.count; line++) {
    // The rule |---|---| is no row of cells, but stands inside its table.
    const inTable =
      line < lines.count && (lines.facts[line]!.shape.cells.length > 0 || (from >= 0 && isTableRule(report, line)));
    if (inTable && from < 0) from = line;
    else if (!inTable && from >= 0) {
      if (!taken.has(from)) add(from, line - 1, undefined);
      from = -1;
    }
  }
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function isTableRule(report: Report, line: number): boolean {
  const offset = report.lines.starts[line]!;
  const { content } = report.lines.facts[line]!;
  return report.text[offset + content.start] === '|' && content.end > content.start;
}
