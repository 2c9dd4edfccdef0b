/** Edits of a text: their order, whether they get in each other's way, and what they make of the text. */
import type { Span } from './span';

/** Replaces `[start, end)`, which must hold `expected`, by `text`. */
export interface TextEdit extends Span {
  readonly expected: string;
  readonly text: string;
}

/** Order of the text; at one place an insertion stands before what replaces the words behind it. */
export function compareEdits(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Whether two edits claim the same words, or insert at the same place, where their order would be a guess. */
export function overlap(a: Span, b: Span): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}

/**
 * `text` after all `edits`, which may come in any order.
 * @throws RangeError where two of them overlap, where one lies outside the text, or where the text does not hold the
 * words that an edit expects to replace.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort(compareEdits);
  let result = '';
  let at = 0;
  ordered.forEach((edit, index) => {
    const { start, end, expected } = edit;
    if (start < 0 || end < start || end > text.length)
      throw new RangeError(`the edit of ${start}–${end} lies outside the text of ${text.length} units`);
    const before = ordered[index - 1];
    if (before && (overlap(before, edit) || start < at))
      throw new RangeError(`the edits of ${before.start}–${before.end} and ${start}–${end} overlap`);
    const found = text.slice(start, end);
    if (found !== expected)
      throw new RangeError(
        `the edit of ${start}–${end} expects ${JSON.stringify(expected)}, not ${JSON.stringify(found)}`,
      );
    result += text.slice(at, start) + edit.text;
    at = end;
  });
  return result + text.slice(at);
}
