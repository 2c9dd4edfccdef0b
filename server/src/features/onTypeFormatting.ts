import { lineAt, lineEnd } from '../report/model/lines';
import type { LineNumber } from '../report/model/lines';
import type { Report } from '../report/model/report';
import type { TextEdit } from '../text/edit';
import { CharClass, classAt } from '../text/characters';
import { numberLike } from '../report/queries/headingStyle';
import { placedNumber } from '../report/parse/outline';

/** The characters that set it off, the first one as LSP wants it. */
export const onTypeTriggers = ['\n', ',', ';', ':', '?', '!'] as const;

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Whether the line of words before `line` carries the number just before `number`: then short lines make a list too. */
function followsSibling(report: Report, line: number, number: LineNumber): boolean {
  const { facts } = report.lines;
  let above = line - 1;
  while (above > 0 && facts[above]!.content.end === facts[above]!.content.start) above--;
  const other = facts[above]?.shape.number;
  return other !== undefined && other.system === number.system && other.value === number.value - 1;
}

/** The next number at the start of the line at `offset`, where the line before is an item; an item left empty ends the list. */
function continueList(report: Report, offset: number): readonly TextEdit[] {
  const { lines, text } = report;
  const line = lineAt(lines, offset);
  const before = lines.facts[line - 1];
  const number = before?.shape.number;
  // A chapter is followed by its text, not by the next chapter.
  if (!before || !number || number.system === 'formal' || before.shape.cells.length > 0) return [];
  const { title, heading, endsSentence } = before.shape;
  const start = lines.starts[line - 1]!;
  const replaced = (from: number, to: number, words: string): readonly TextEdit[] => [
    { start: from, end: to, expected: text.slice(from, to), text: words },
  ];
  if (title.end === title.start) return replaced(start + before.content.start, lineEnd(lines, line - 1), '');
  if (heading && !endsSentence && !followsSibling(report, line - 1, number)) return [];
  const here = { start: lines.starts[line]!, end: lineEnd(lines, line) };
  if (text.slice(here.start, here.end).trim() !== '') return [];
  const next = numberLike(report, placedNumber(number, start), number.value + 1);
  if (next === undefined) return [];
  const lead = text.slice(start, start + number.start);
  const gap = text.slice(start + number.end, start + title.start);
  return replaced(here.start, here.end, (lead + next + gap).replaceAll('*', ''));
}

/** The mark just typed in full width, where a Han character stands before it: in a Chinese sentence no other is right. */
function widen(report: Report, offset: number, typed: string): readonly TextEdit[] {
  const wide = fullWidth[typed];
  if (wide === undefined || report.text[offset - 1] !== typed || classAt(report.text, offset - 2) !== CharClass.Han)
    return [];
  return [{ start: offset - 1, end: offset, expected: typed, text: wide }];
}

/**
 * What to change after `typed` was typed and the cursor stands at `offset`: a new line behind an item gets the next
 * number, a half-width mark behind a Han character becomes full width.
 */
export function onTypeEditsOf(report: Report, offset: number, typed: string): readonly TextEdit[] {
  return typed === '\n' ? continueList(report, offset) : widen(report, offset, typed);
}
