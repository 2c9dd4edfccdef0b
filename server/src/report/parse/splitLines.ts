import { ownCopy } from '../../text/ownCopy';
import type { LineFacts, LineTable } from '../model/lines';
import { scanLine } from '../scan/line';

const chunk = 4096;

/** Number of code units that `a` and `b` share at their start. */
function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let i = 0;
  // Slices are compared as memory blocks, far faster than unit by unit.
  while (i + chunk <= limit && a.slice(i, i + chunk) === b.slice(i, i + chunk)) i += chunk;
  while (i < limit && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/** Number of code units that `a` and `b` share at their end, at most `limit`. */
function commonSuffix(a: string, b: string, limit: number): number {
  let i = 0;
  while (
    i + chunk <= limit &&
    a.slice(a.length - i - chunk, a.length - i) === b.slice(b.length - i - chunk, b.length - i)
  )
    i += chunk;
  while (i < limit && a.charCodeAt(a.length - 1 - i) === b.charCodeAt(b.length - 1 - i)) i++;
  return i;
}

/**
 * Scans the lines of `[from, to)`, which starts a line; `toEnd` says that `to` is the text's end and not the start of a
 * line that is kept.
 * @param wordsOf cuts the words of a line out of the text
 */
function scanLines(
  text: string,
  [from, to]: readonly [number, number],
  toEnd: boolean,
  wordsOf: (start: number, end: number) => string,
): { readonly starts: number[]; readonly facts: LineFacts[] } {
  const starts: number[] = [];
  const facts: LineFacts[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    starts.push(start);
    facts.push(scanLine(wordsOf(start, i)));
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  if (toEnd) {
    starts.push(start);
    facts.push(scanLine(wordsOf(start, to)));
  }
  return { starts, facts };
}

/**
 * The lines of `text` with their facts. Given the lines of an earlier version, the facts of lines outside the change
 * are those of that version; the result is the same as without.
 */
export function splitLines(text: string, earlier?: { readonly text: string; readonly lines: LineTable }): LineTable {
  if (!earlier) {
    const { starts, facts } = scanLines(text, [0, text.length], true, (start, end) => text.slice(start, end));
    return { count: facts.length, length: text.length, starts: Int32Array.from(starts), facts };
  }

  const old = earlier.lines;
  const prefix = commonPrefix(earlier.text, text);
  if (prefix === text.length && prefix === earlier.text.length) return old;
  const suffix = commonSuffix(earlier.text, text, Math.min(earlier.text.length, text.length) - prefix);

  // A line is kept where the change touches neither it nor the unit behind its line end (a \r may gain a \n) or the
  // unit before its start.
  let head = 0;
  while (head + 1 < old.count && old.starts[head + 1]! < prefix) head++;
  const tailFrom = earlier.text.length - suffix;
  let tail = old.count;
  while (tail - 1 > head && old.starts[tail - 1]! > tailFrom) tail--;

  const delta = text.length - earlier.text.length;
  const middleStart = head === 0 ? 0 : old.starts[head]!;
  const middleEnd = tail === old.count ? text.length : old.starts[tail]! + delta;
  // The words of a line outlive the version of the text in which they were typed; a window on it would keep it alive.
  const { starts, facts } = scanLines(text, [middleStart, middleEnd], tail === old.count, (start, end) =>
    ownCopy(text.slice(start, end)),
  );

  const count = head + facts.length + (old.count - tail);
  const allStarts = new Int32Array(count);
  allStarts.set(old.starts.subarray(0, head));
  allStarts.set(starts, head);
  for (let i = tail, k = head + facts.length; i < old.count; i++, k++) allStarts[k] = old.starts[i]! + delta;
  return {
    count,
    length: text.length,
    starts: allStarts,
    facts: old.facts.slice(0, head).concat(facts, old.facts.slice(tail)),
  };
}
