import type { CheckOptions, Finding, Report, ReportService, TextEdit } from '../../service';
import { applyEdits } from '../../service';
import { changesOf, edited, wholeText } from './pieces';
import type { Change } from './pieces';

/** Safe fixes converge in two or three rounds; a bound keeps two rules that disagree from going on for ever. */
const mostRounds = 10;

export interface FixedReport {
  readonly report: Report;
  /** What is still found in it. */
  readonly findings: readonly Finding[];
  /** What became of the original text, in its offsets. */
  readonly changes: readonly Change[];
}

/** The edits with the text's own kind of line end. */
function withLineEndsOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const feed = text.indexOf('\n');
  if (feed < 1 || text[feed - 1] !== '\r') return edits;
  return edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') }));
}

/**
 * A report after all safe fixes, made again and again until there are none.
 * @param findings what `check` found in it
 */
export function fixText(
  service: ReportService,
  original: Report,
  findings: readonly Finding[],
  options: CheckOptions,
): FixedReport {
  let report = original;
  let left = findings;
  let pieces = wholeText(original.text);
  for (let round = 0; round < mostRounds; round++) {
    const edits = withLineEndsOf(report.text, service.safeEdits(report, left, options));
    if (edits.length === 0) break;
    pieces = edited(pieces, edits);
    report = service.parse(applyEdits(report.text, edits), report);
    left = service.check(report, options);
  }
  return { report, findings: left, changes: changesOf(pieces, original.text.length) };
}
