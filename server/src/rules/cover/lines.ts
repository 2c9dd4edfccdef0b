/** Lines of the cover: where they are, and how a new one is put between them. */
import { isBlank, lineAt, lineEnd } from '../../report/model/lines';
import { lineEndOf } from '../../report/queries/headingStyle';
import type { WithCover } from '../../report/queries/period';
import type { TextEdit } from '../../text/edit';

/** What parts two fields of the cover: a line end, or a blank line too where the report leaves one between its fields. */
function gapOf(report: WithCover): string {
  const [first, second] = report.cover.fields.filter(({ id }) => id !== 'category');
  const lineBreak = lineEndOf(report);
  if (!first || !second) return lineBreak;
  const above = report.lines.facts[lineAt(report.lines, second.start) - 1];
  return above && isBlank(above) ? lineBreak + lineBreak : lineBreak;
}

/** Inserts `words` as a line of its own before the line that holds `offset`. */
export function insertLineBefore(report: WithCover, offset: number, words: string): TextEdit {
  const start = report.lines.starts[lineAt(report.lines, offset)]!;
  return { start, end: start, expected: '', text: words + gapOf(report) };
}

/** Inserts `words` as a line of its own behind the line that holds `offset`. */
export function insertLineBehind(report: WithCover, offset: number, words: string): TextEdit {
  const start = lineEnd(report.lines, lineAt(report.lines, offset));
  return { start, end: start, expected: '', text: gapOf(report) + words };
}
