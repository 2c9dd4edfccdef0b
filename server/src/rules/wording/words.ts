/** Walks the words of the wording tables, for the rules of this family. */
import type { WordKind, WordRow } from '../../knowledge/types';
import { lineAt } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import type { Span } from '../../text/span';
import type { Slip } from '../slips';

/** Whether `offset` of the report stands inside a quotation. */
export function inQuotation(report: Report, offset: number): boolean {
  const index = lineAt(report.lines, offset);
  return report.units.lines[index]!.inQuotation(offset - report.lines.starts[index]!);
}

/** Calls `visit` for every word of one of `kinds` that is not quoted, in the order of the text, with its place. */
export function forEachWord(
  report: Report,
  kinds: readonly WordKind[],
  visit: (row: WordRow, start: number, end: number, line: number) => void,
): void {
  report.units.lines.forEach((line, index) => {
    if (line.surroundings.inCode) return;
    const offset = report.lines.starts[index]!;
    for (const { row, start, end, quoted } of line.facts.words)
      if (!quoted && kinds.includes(row.kind) && !line.inQuotation(start))
        visit(row, offset + start, offset + end, index);
  });
}

/** The places of the words of `kind`, by row, in the order of first use. */
export function placesByRow(
  report: Report,
  kind: WordKind,
  accept: (row: WordRow, start: number, end: number, line: number) => boolean = () => true,
): ReadonlyMap<WordRow, readonly Span[]> {
  const places = new Map<WordRow, Span[]>();
  forEachWord(report, [kind], (row, start, end, line) => {
    if (!accept(row, start, end, line)) return;
    const spans = places.get(row);
    if (spans) spans.push({ start, end });
    else places.set(row, [{ start, end }]);
  });
  return places;
}

/** The slips that put `text` in the place of each of `spans`. */
export function replacing(report: Report, spans: readonly Span[], text: string): readonly Slip[] {
  return spans.map(({ start, end }) => ({
    start,
    end,
    edits: [{ start, end, expected: report.text.slice(start, end), text }],
  }));
}
