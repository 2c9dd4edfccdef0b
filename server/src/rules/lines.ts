/** Walks the lines that show a trait or a cue; all others cost a rule nothing. */
import type { LineFacts } from '../report/lines';
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
  const { starts, facts, count } = report.lines;
  const blocks = codeBlocksOf(report);
  for (let line = 0; line < count; line++) {
    const lineFacts = facts[line]!;
    if (((lineFacts.traits & traits) === 0 && (lineFacts.cues & cues) === 0) || isCode(blocks, line)) continue;
    visit(proseOf(report.text.slice(starts[line], starts[line]! + lineFacts.length)), starts[line]!, lineFacts, line);
  }
}
