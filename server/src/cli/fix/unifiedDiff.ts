import { OMIT_HEADERS, formatPatch } from 'diff';
import type { StructuredPatchHunk } from 'diff';
import type { Change } from '../../service';

/** Lines that are shown around a change. */
const context = 3;

/** Lines `[from, to)` of the original that are replaced by `lines`. */
interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Lines with their line feeds; a carriage return is part of a line's words, as for `patch`. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => `${line}\n`);
  const last = lines.pop()!.slice(0, -1);
  if (last !== '') lines.push(last);
  return lines;
}

/** Index of the line that holds `offset`. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Whole lines for each change; changes that share a line become one. */
function lineChanges(text: string, lines: readonly string[], changes: readonly Change[]): LineChange[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  const groups: { from: number; to: number; changes: Change[] }[] = [];
  for (const change of changes) {
    const from = lineAt(starts, change.start);
    const to = Math.min(lines.length, lineAt(starts, change.end) + 1);
    const last = groups[groups.length - 1];
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.changes.push(change);
    } else groups.push({ from, to, changes: [change] });
  }
  return groups.map((group) => {
    let { from, to } = group;
    let at = starts[from] ?? 0;
    let words = '';
    for (const { start, end, text: inserted } of group.changes) {
      words += text.slice(at, start) + inserted;
      at = end;
    }
    words += text.slice(at, starts[to] ?? text.length);
    const made = linesOf(words);
    while (from < to && made.length > 0 && made[0] === lines[from]) {
      made.shift();
      from++;
    }
    while (from < to && made.length > 0 && made[made.length - 1] === lines[to - 1]) {
      made.pop();
      to--;
    }
    return { from, to, lines: made };
  });
}

/** A line as a hunk has it: without its line feed, or with the words that say that it has none. */
function marked(mark: string, line: string): string[] {
  return line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'];
}

/**
 * The hunk of some neighbouring changes.
 * @param shift lines that the text has grown by before them
 */
function hunkOf(lines: readonly string[], changes: readonly LineChange[], shift: number): StructuredPatchHunk {
  const from = Math.max(0, changes[0]!.from - context);
  const to = Math.min(lines.length, changes[changes.length - 1]!.to + context);
  const body: string[] = [];
  let at = from;
  let grown = 0;
  for (const change of changes) {
    for (; at < change.from; at++) body.push(...marked(' ', lines[at]!));
    for (; at < change.to; at++) body.push(...marked('-', lines[at]!));
    for (const line of change.lines) body.push(...marked('+', line));
    grown += change.lines.length - (change.to - change.from);
  }
  for (; at < to; at++) body.push(...marked(' ', lines[at]!));
  return {
    oldStart: from + 1,
    oldLines: to - from,
    newStart: from + shift + 1,
    newLines: to - from + grown,
    lines: body,
  };
}

/**
 * The unified diff (POSIX `diff -u`) that makes the changes in `text`, as `patch` and `git apply` take it. The changes
 * are known, so no lines are compared: a search for them takes minutes where a long text has many.
 * @param path with `/` between folders; stands in the diff as it is, as file names here are Chinese
 * @param changes in the order of the text
 */
export function unifiedDiff(path: string, text: string, changes: readonly Change[]): string {
  const lines = linesOf(text);
  const all = lineChanges(text, lines, changes).filter(({ from, to, lines: made }) => to > from || made.length > 0);
  const hunks: StructuredPatchHunk[] = [];
  let shift = 0;
  for (let first = 0; first < all.length;) {
    let next = first + 1;
    while (next < all.length && all[next]!.from - all[next - 1]!.to <= 2 * context) next++;
    const hunk = hunkOf(lines, all.slice(first, next), shift);
    hunks.push(hunk);
    shift += hunk.newLines - hunk.oldLines;
    first = next;
  }
  if (hunks.length === 0) return '';
  const names = { oldFileName: undefined, newFileName: undefined, oldHeader: undefined, newHeader: undefined };
  return `--- a/${path}\n+++ b/${path}\n${formatPatch({ ...names, hunks }, OMIT_HEADERS)}`;
}
