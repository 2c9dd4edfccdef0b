import { lineAt, lineEnd } from '../report/model/lines';
import type { Report } from '../report/model/report';
import type { TextEdit } from '../text/edit';
import { beginsSection, numberLike } from '../report/queries/headingStyle';
import { isOutsideProse, sparesMarkup } from '../report/queries/spared';
import { readThrough } from '../text/prose';
import { placedNumber } from '../report/parse/sections';

/** The characters that set it off, the first one as LSP wants it: a new line, and those that a number ends with. */
export const onTypeTriggers = ['\n', '、', '）', ')', ' '] as const;

/** The next number at the start of the line at `offset`, where the line before is an item; an item left empty ends the list. */
function continueList(report: Report, offset: number): readonly TextEdit[] {
  const { lines, text } = report;
  const line = lineAt(lines, offset);
  const before = lines.facts[line - 1];
  const number = before?.shape.number;
  if (!before || !number) return [];
  const { title, marks, part, cells } = before.shape;
  // A chapter is followed by its text, not by the next chapter.
  if (beginsSection(number.system) || marks > 0 || part !== undefined || cells.length > 0) return [];
  const start = lines.starts[line - 1]!;
  const replaced = (from: number, to: number, words: string): readonly TextEdit[] => [
    { start: from, end: to, expected: text.slice(from, to), text: words },
  ];
  if (title.end === title.start) return replaced(start + before.content.start, lineEnd(lines, line - 1), '');
  const here = { start: lines.starts[line]!, end: lineEnd(lines, line) };
  if (text.slice(here.start, here.end).trim() !== '') return [];
  const next = numberLike(report, placedNumber(number, start), number.value + 1);
  if (next === undefined) return [];
  // An anchor before the number is that of its own line.
  const lead = report.prose.slice(start, start + number.start).replaceAll(readThrough, '');
  const gap = text.slice(start + number.end, start + title.start);
  return replaced(here.start, here.end, (lead + next + gap).replaceAll('*', ''));
}

/** A number at the start of words, as it is typed. */
const typedNumber = /^(?:[（(](?<bracketed>[\p{Script=Han}\d]{1,3})[）)]|[\p{Script=Han}\d]{1,3}[、.．]) ?$/u;

/** Brackets of one width and no blank, to compare numbers by. */
const plain = (number: string): string => number.replaceAll('（', '(').replaceAll('）', ')').trim();

/**
 * Takes the number away that a new line got by itself, where its author types one after all: the same once more, or the
 * first of a list inside, 「二、（一）」. Only those two stand on the line.
 */
function dropDoubled(report: Report, offset: number): readonly TextEdit[] {
  const { lines, text } = report;
  const line = lineAt(lines, offset);
  const { number, title } = lines.facts[line]!.shape;
  const start = lines.starts[line]!;
  if (!number || text.slice(offset, lineEnd(lines, line)).trim() !== '') return [];
  const first = { start: start + number.start, end: start + title.start };
  const typed = text.slice(first.end, offset);
  const again = typedNumber.exec(typed);
  if (!again) return [];
  const same = plain(typed) === plain(text.slice(first.start, start + number.end));
  const inside = /^[一1]$/.test(again.groups?.['bracketed'] ?? '') && !/[（(]/.test(text[first.start]!);
  if (!same && !inside) return [];
  return [{ ...first, expected: text.slice(first.start, first.end), text: '' }];
}

/**
 * What to change after `typed` was typed and the cursor stands at `offset`: a new line behind an item gets the next
 * number, and loses it where its author goes on to type one. Words are left as they are typed, and so is what is no prose.
 */
export function onTypeEditsOf(report: Report, offset: number, typed: string): readonly TextEdit[] {
  if (isOutsideProse(report, offset)) return [];
  const edits = typed === '\n' ? continueList(report, offset) : dropDoubled(report, offset);
  return sparesMarkup(report, edits) ? edits : [];
}
