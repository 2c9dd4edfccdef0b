/** Walks the lines that show a trait or a cue; all others cost a rule nothing. */
import type { LineFacts } from '../report/lines';
import { linesShowing } from '../report/linesWith';
import type { Report } from '../report/model';
import { codeBlocksOf, isCode, proseOf } from './code';

/**
 * Calls `visit` with the words of every line that shows one of `traits` or `cues`, and where it starts. Code, addresses
 * and comments are blotted out.
 */
export function forEachLine(
  report: Report,
  traits: number,
  visit: (words: string, offset: number, facts: LineFacts, line: number) => void,
  cues = 0,
): void {
  const { starts, facts } = report.lines;
  const blocks = codeBlocksOf(report);
  for (const line of linesShowing(report.lines, traits, cues)) {
    if (isCode(blocks, line)) continue;
    const lineFacts = facts[line]!;
    visit(proseOf(report.text.slice(starts[line], starts[line]! + lineFacts.length)), starts[line]!, lineFacts, line);
  }
}
