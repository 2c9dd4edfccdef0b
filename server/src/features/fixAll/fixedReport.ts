import { parseReport } from '../../report/parse/parse';
import type { Report } from '../../report/model/report';
import type { Finding } from '../../rules/engine/finding';
import { applyEdits } from '../../text/edit';
import type { TextEdit } from '../../text/edit';
import { safeEditsOf } from './fixSet';
import type { Trial } from './fixSet';
import { changesOf, edited, wholeText } from './pieces';
import type { Change } from './pieces';

/** Safe fixes converge in two or three rounds; a bound keeps two rules that disagree from going on for ever. */
const mostRounds = 10;

/** A report after all safe fixes. */
export interface FixedReport {
  readonly report: Report;
  /** What is still found in it. */
  readonly findings: readonly Finding[];
  /** What became of the original text, in its offsets and order, none overlapping. */
  readonly changes: readonly Change[];
}

/** The edits with the text's own kind of line end. */
function withLineEndsOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const feed = text.indexOf('\n');
  if (feed < 1 || text[feed - 1] !== '\r') return edits;
  return edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') }));
}

/**
 * `original` after all safe fixes, made again and again until there are none.
 * @param check what is found in a report; of `original` it is `findings`
 */
export function fixedReport(original: Report, findings: readonly Finding[], check: Trial): FixedReport {
  let report = original;
  let left = findings;
  let pieces = wholeText(original.text);
  for (let round = 0; round < mostRounds; round++) {
    const edits = withLineEndsOf(report.text, safeEditsOf(report, left, check));
    if (edits.length === 0) break;
    pieces = edited(pieces, edits);
    report = parseReport(applyEdits(report.text, edits), report, report.markup);
    left = check(report);
  }
  return { report, findings: left, changes: changesOf(pieces, original.text.length) };
}
