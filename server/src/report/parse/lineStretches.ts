/** Which lines, and which stretches of a line, are no prose. */
import { markedBlocksOf, stretchesOf } from '../../text/markdown';
import type { Markup } from '../../text/markdown';
import type { Stretch } from '../../text/prose';
import { LineKind } from '../model/lines';
import { chapterLinesOf } from './chapterLines';
import { pageEdgesOf } from './pageEdges';

/** A paragraph is read in pieces of at most so many lines and UTF-16 code units, so that the work stays linear. */
const longestPiece = { lines: 50, units: 10_000 };

/** What each line is in the blocks of a text; `starts` are the offsets of the lines. */
export function lineKindsOf(text: string, starts: Int32Array, markup: Markup): Uint8Array {
  const kinds = new Uint8Array(starts.length);
  let line = 0;
  for (const { start, end, kind } of markedBlocksOf(text, markup)) {
    while (line + 1 < starts.length && starts[line + 1]! <= start) line++;
    for (; line < starts.length && starts[line]! < end; line++)
      kinds[line] = kind === 'apart' ? LineKind.Apart : LineKind.Html;
  }
  for (const edge of pageEdgesOf(text, starts)) if (kinds[edge] === LineKind.Prose) kinds[edge] = LineKind.PageEdge;
  for (const chapter of chapterLinesOf(text, starts))
    if (kinds[chapter] === LineKind.Prose) kinds[chapter] = LineKind.Chapter;
  return kinds;
}

/** Consecutive lines that are read together: a link, a tag or code may go over their ends. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The pieces of the lines for which `holds` says that they may hold something. */
export function* piecesOf(words: readonly string[], holds: (line: number) => boolean): Generator<Piece> {
  let from = -1;
  let units = 0;
  for (let line = 0; line < words.length; line++) {
    const isHolding = holds(line);
    if (from >= 0 && (!isHolding || line - from >= longestPiece.lines || units > longestPiece.units)) {
      yield { from, to: line };
      from = -1;
    }
    if (!isHolding) continue;
    if (from < 0) {
      from = line;
      units = 0;
    }
    units += words[line]!.length;
  }
  if (from >= 0) yield { from, to: words.length };
}

const none: readonly Stretch[] = [];

/** The stretches of each line of a piece, which count from the line's start. */
export function stretchesOfLines(lines: readonly string[]): readonly (readonly Stretch[])[] {
  const all = stretchesOfPiece(lines);
  let next = 0;
  let start = 0;
  return lines.map((line) => {
    const end = start + line.length;
    const own: Stretch[] = [];
    while (next < all.length && all[next]!.start < end) {
      const stretch = all[next]!;
      const from = Math.max(stretch.start, start);
      const to = Math.min(stretch.end, end);
      if (to > from) own.push({ start: from - start, end: to - start, kind: stretch.kind });
      if (stretch.end > end) break;
      next++;
    }
    start = end + 1;
    return own.length > 0 ? own : none;
  });
}

/** A line that is too long to be read at once is cut at its sentences. */
function stretchesOfPiece(lines: readonly string[]): readonly Stretch[] {
  const text = lines.join('\n');
  if (text.length <= 3 * longestPiece.units) return stretchesOf(text);
  const all: Stretch[] = [];
  for (let start = 0; start < text.length;) {
    const stop = text.slice(start, start + longestPiece.units).search(/[。\n][^。\n]*$/);
    const end =
      start + longestPiece.units >= text.length ? text.length : start + (stop < 0 ? longestPiece.units : stop + 1);
    for (const stretch of stretchesOf(text.slice(start, end)))
      all.push({ start: start + stretch.start, end: start + stretch.end, kind: stretch.kind });
    start = end;
  }
  return all;
}
