/** Walks the lines that show a trait, for the rules of this family. */
import type { LineFacts } from '../../report/lines';
import type { Report } from '../../report/model';
import type { Span } from '../../text/span';
import type { Discovery, Fix, TextEdit } from '../rule';

/** Calls `visit` with the words of every line that shows one of `traits`, and where it starts. */
export function forEachLine(
  report: Report,
  traits: number,
  visit: (words: string, offset: number, facts: LineFacts, line: number) => void,
): void {
  const { starts, facts, count } = report.lines;
  for (let line = 0; line < count; line++) {
    const lineFacts = facts[line]!;
    if ((lineFacts.traits & traits) === 0) continue;
    visit(report.text.slice(starts[line], starts[line]! + lineFacts.length), starts[line]!, lineFacts, line);
  }
}

/** More findings of one kind than this are one finding with related places: a habit, not a slip. */
const mostSingle = 8;
/** Related places that are shown. */
const mostRelated = 20;

/** A place to correct, and how. */
export interface Slip extends Span {
  readonly edits: readonly TextEdit[];
}

/**
 * Reports slips one by one, or as one finding where there are many.
 * @param keys of the rule's messages: for one, for many (with `{count}`), for a related place, for the title of the fix
 */
export function reportSlips(
  slips: readonly Slip[],
  keys: { readonly one: string; readonly many: string; readonly other: string; readonly fix: string },
  find: (discovery: Discovery) => void,
): void {
  const fixOf = (edits: readonly TextEdit[]): readonly Fix[] => [{ title: keys.fix, safety: 'safe', edits }];
  const [first, ...others] = slips;
  if (!first) return;
  if (slips.length > mostSingle) {
    find({
      message: keys.many,
      params: { count: slips.length },
      start: first.start,
      end: first.end,
      related: others.slice(0, mostRelated).map(({ start, end }) => ({ message: keys.other, start, end })),
      fixes: () => fixOf(slips.flatMap((slip) => slip.edits)),
    });
    return;
  }
  for (const slip of slips)
    find({ message: keys.one, start: slip.start, end: slip.end, fixes: () => fixOf(slip.edits) });
}

/** An edit of `words` from `start` to `end`, in a line that starts at `offset`. */
export function edit(words: string, offset: number, start: number, end: number, text: string): TextEdit {
  return { start: offset + start, end: offset + end, expected: words.slice(start, end), text };
}
