/** Small questions that rules and features ask of a report. */
import type { NameKind } from '../knowledge/types';
import type { Span } from '../text/span';
import { lineAt } from './lines';
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

/** Calls `visit` for every mention of one of `kinds` within `span`, in the order of the text. */
export function forEachName(
  report: Report,
  kinds: readonly NameKind[],
  visit: (mention: NameMention) => void,
  span: Span,
): void {
  const { starts, facts, count } = report.lines;
  for (let line = lineAt(report.lines, span.start); line < count && starts[line]! < span.end; line++) {
    const offset = starts[line]!;
    for (const { row, quoted, start: from, end: to } of facts[line]!.names) {
      if (!kinds.includes(row.kind)) continue;
      const start = offset + from;
      const end = offset + to;
      if (start >= span.start && end <= span.end) visit({ row, quoted, start, end });
    }
  }
}
