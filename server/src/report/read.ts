/** Small questions that rules and features ask of a report. */
import type { NameKind } from '../knowledge/types';
import type { Span } from '../text/span';
import { lineAt } from './lines';
import { linesWith } from './linesWith';
import type { NameMention, Report, Section, Zone } from './model';

/** The source text of `span`. */
export function textOf(report: Report, span: Span): string {
  return report.text.slice(span.start, span.end);
}

/** The zone that holds `offset`. */
export function zoneAt(report: Report, offset: number): Zone {
  const { cover, abstract, contents } = report;
  if (abstract && abstract.start <= offset && offset < abstract.end) return 'abstract';
  if (contents && contents.start <= offset && offset < contents.end) return 'contents';
  return offset < cover.end ? 'cover' : 'body';
}

/** `section` and every section inside it, parents first. */
export function* sectionsIn(section: Section): Generator<Section> {
  yield section;
  for (const child of section.children) yield* sectionsIn(child);
}

/** Calls `visit` for every mention of one of `kinds`, in the order of the text, within `span` (default: everywhere). */
export function forEachName(
  report: Report,
  kinds: readonly NameKind[],
  visit: (mention: NameMention) => void,
  span?: Span,
): void {
  const { starts, facts } = report.lines;
  const lines = linesWith(report.lines, ...kinds);
  for (let i = span ? firstFrom(lines, lineAt(report.lines, span.start)) : 0; i < lines.length; i++) {
    const line = lines[i]!;
    const offset = starts[line]!;
    if (span && offset >= span.end) break;
    for (const { row, quoted, start: from, end: to } of facts[line]!.names) {
      if (!kinds.includes(row.kind)) continue;
      const start = offset + from;
      const end = offset + to;
      if (span && (start < span.start || end > span.end)) continue;
      visit({ row, quoted, start, end });
    }
  }
}

/** Index of the first of `lines` that is not before `line`. */
function firstFrom(lines: readonly number[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
