/** Small questions that rules and features ask of a report. */
import type { NameKind } from '../knowledge/types';
import type { Span } from '../text/span';
import { lineAt } from './lines';
import type { NameMention, Report, Zone } from './model';

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

/** Calls `visit` for every mention of one of `kinds`, in the order of the text, within `span` (default: everywhere). */
export function forEachName(
  report: Report,
  kinds: readonly NameKind[],
  visit: (mention: NameMention) => void,
  span?: Span,
): void {
  const { starts, facts, count } = report.lines;
  const from = span ? lineAt(report.lines, span.start) : 0;
  for (let line = from; line < count; line++) {
    if (span && starts[line]! >= span.end) break;
    const { names } = facts[line]!;
    if (names.length === 0) continue;
    const offset = starts[line]!;
    for (const hit of names) {
      if (!kinds.includes(hit.row.kind)) continue;
      const start = offset + hit.start;
      const end = offset + hit.end;
      if (span && (start < span.start || end > span.end)) continue;
      visit({ row: hit.row, quoted: hit.quoted, start, end });
    }
  }
}
