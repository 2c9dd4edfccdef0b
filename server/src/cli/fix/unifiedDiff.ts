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

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** 「12,3」 as hunks have it: an empty range stands behind the line it names. */
function rangeOf(from: number, count: number): string {
  if (count === 0) return `${from},0`;
  return count === 1 ? String(from + 1) : `${from + 1},${count}`;
}

/**
 * The unified diff (POSIX `diff -u`) that makes the changes in `text`, as `patch` and `git apply` take it.
 * @param path with `/` between folders
 * @param changes in the order of the text
 */
export function unifiedDiff(path: string, text: string, changes: readonly Change[]): string {
  const lines = linesOf(text);
  const all = lineChanges(text, lines, changes).filter(({ from, to, lines: made }) => to > from || made.length > 0);
  if (all.length === 0) return '';
  let diff = `--- a/${path}\n+++ b/${path}\n`;
  let shift = 0;
  for (let first = 0; first < all.length;) {
    let last = first;
    while (last + 1 < all.length && all[last + 1]!.from - all[last]!.to <= 2 * context) last++;
    const from = Math.max(0, all[first]!.from - context);
    const to = Math.min(lines.length, all[last]!.to + context);
    let body = '';
    let at = from;
    let grown = 0;
    for (const change of all.slice(first, last + 1)) {
      for (; at < change.from; at++) body += marked(' ', lines[at]!);
      for (; at < change.to; at++) body += marked('-', lines[at]!);
      for (const line of change.lines) body += marked('+', line);
      grown += change.lines.length - (change.to - change.from);
    }
    for (; at < to; at++) body += marked(' ', lines[at]!);
    diff += `@@ -${rangeOf(from, to - from)} +${rangeOf(from + shift, to - from + grown)} @@\n${body}`;
    shift += grown;
    first = last + 1;
  }
  return diff;
}
