import { mayHoldMarkup } from '../../text/markdown';
import type { Markup } from '../../text/markdown';
import { unsliced } from '../../text/unsliced';
import type { Stretch } from '../../text/prose';
import { isProse, LineKind } from '../model/lines';
import type { LineFacts, LineTable } from '../model/lines';
import { scanLine } from '../scan/line';
import { lineKindsOf, piecesOf, stretchesOfLines } from './lineStretches';

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

/** The lines of `[from, to)`, which starts a line; `toEnd` says that `to` is the text's end and not the start of a line. */
function cutLines(
  text: string,
  [from, to]: readonly [number, number],
  toEnd: boolean,
): { readonly starts: number[]; readonly words: string[] } {
  const starts: number[] = [];
  const words: string[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    starts.push(start);
    words.push(text.slice(start, i));
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  if (toEnd) {
    starts.push(start);
    words.push(text.slice(start, to));
  }
  return { starts, words };
}

/** The lines of a text before they are read. */
interface CutText {
  readonly starts: Int32Array;
  /** Each line as written. */
  readonly words: readonly string[];
  /** Behind the lines at the start, and before those at the end, that an earlier version has too. */
  readonly head: number;
  readonly tail: number;
}

function cutText(text: string, earlier: EarlierLines | undefined): CutText {
  if (!earlier) {
    const { starts, words } = cutLines(text, [0, text.length], true);
    return { starts: Int32Array.from(starts), words, head: 0, tail: words.length };
  }
  const old = earlier.lines;
  const prefix = commonPrefix(earlier.text, text);
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
  const { starts, words } = cutLines(text, [middleStart, middleEnd], tail === old.count);

  const count = head + words.length + (old.count - tail);
  const allStarts = new Int32Array(count);
  allStarts.set(old.starts.subarray(0, head));
  allStarts.set(starts, head);
  for (let i = tail, k = head + words.length; i < old.count; i++, k++) allStarts[k] = old.starts[i]! + delta;
  const allWords: string[] = [];
  for (let i = 0; i < head; i++) allWords.push(old.facts[i]!.written);
  // The words of a line outlive the version of the text in which they were typed; a window on it would keep it alive.
  for (const line of words) allWords.push(unsliced(line));
  for (let i = tail; i < old.count; i++) allWords.push(old.facts[i]!.written);
  return { starts: allStarts, words: allWords, head, tail: head + words.length };
}

interface EarlierLines {
  readonly text: string;
  readonly lines: LineTable;
}

/**
 * The lines of `text` with their facts. Given the lines of an earlier version, the facts of lines outside the change
 * are those of that version; the result is the same as without.
 */
export function splitLines(text: string, markup: Markup, earlier?: EarlierLines): LineTable {
  const { starts, words, head, tail } = cutText(text, earlier);
  const count = words.length;
  const kinds = lineKindsOf(text, starts, markup);
  const facts = new Array<LineFacts>(count);

  const old = earlier?.lines.facts ?? [];
  const moved = old.length - count;
  const indexBefore = (line: number): number => (line < head ? line : line + moved);
  /** The facts that an earlier version has of a line, where it is the same in its block. */
  const known = (line: number): LineFacts | undefined => {
    if (line >= head && line < tail) return undefined;
    const before = old[indexBefore(line)];
    return before?.kind === kinds[line] ? before : undefined;
  };

  const mayHold: boolean[] = [];
  /** Whether a comment that began behind other words goes on. */
  let isComment = false;
  for (let line = 0; line < count; line++) {
    const kind = kinds[line]! as LineKind;
    const before = known(line);
    // Markdown ends a paragraph, and what is open in it, at a blank line.
    if (isComment && words[line]!.trim() === '') isComment = false;
    mayHold.push(kind === LineKind.Html || (isProse(kind) && (isComment || (before?.mayHoldMarkup ?? mayHoldMarkup(words[line]!))))); // prettier-ignore
    if (mayHold[line]) {
      if (isComment || words[line]!.includes('<!--'))
        isComment = words[line]!.lastIndexOf('<!--') > words[line]!.lastIndexOf('-->') || (isComment && !words[line]!.includes('-->')); // prettier-ignore
      continue;
    }
    // What stood in a comment before may be prose now.
    const isSame = before && (!isProse(kind) || before.stretches.length === 0);
    facts[line] = isSame ? before : scanLine(words[line]!, kind);
  }
  /** Whether the lines of a piece and those beside it stood beside each other before. */
  const isKnown = (from: number, to: number): boolean => {
    const first = Math.max(0, from - 1);
    const last = Math.min(count - 1, to);
    for (let line = first; line <= last; line++) if (!known(line)) return false;
    return (
      indexBefore(last) - indexBefore(first) === last - first &&
      (from > 0 || indexBefore(0) === 0) &&
      (to < count || indexBefore(count - 1) === old.length - 1)
    );
  };
  for (const { from, to } of piecesOf(words, (line) => mayHold[line]!)) {
    if (isKnown(from, to)) {
      for (let line = from; line < to; line++) facts[line] = known(line)!;
      continue;
    }
    const stretches = stretchesOfLines(words.slice(from, to));
    for (let line = from; line < to; line++) {
      const before = known(line);
      const own = stretches[line - from]!;
      facts[line] = before && sameStretches(before.stretches, own) ? before : scanLine(words[line]!, kinds[line], own);
    }
  }
  return { count, length: text.length, starts, facts };
}

function sameStretches(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ start, end, kind }, index) => start === b[index]!.start && end === b[index]!.end && kind === b[index]!.kind,
    )
  );
}
