/** What is left of a text and what is new after several rounds of edits: enough for an exact diff, without a search. */
import type { TextEdit } from '../../text/edit';

/** Words of the original text, or new ones. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** An edit in offsets of the original text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type Pieces = readonly Piece[];

export function wholeText(text: string): Pieces {
  return text === '' ? [] : [{ start: 0, end: text.length }];
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.end - piece.start;
}

function cut(piece: Piece, from: number, to: number): Piece {
  if ('text' in piece) return { text: piece.text.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to };
}

/** @param edits of the text that `pieces` make, in its order, none overlapping */
export function edited(pieces: Pieces, edits: readonly Pick<TextEdit, 'start' | 'end' | 'text'>[]): Pieces {
  const result: Piece[] = [];
  let next = 0;
  let at = 0;
  /** Offset of `pieces[next]` in the text that the pieces make. */
  let offset = 0;
  const advance = (to: number, keep: boolean): void => {
    while (at < to) {
      const piece = pieces[next]!;
      const length = lengthOf(piece);
      const until = Math.min(to, offset + length);
      if (keep) result.push(cut(piece, at - offset, until - offset));
      at = until;
      if (at < offset + length) return;
      offset += length;
      next++;
    }
  };
  for (const { start, end, text } of edits) {
    advance(start, true);
    if (text !== '') result.push({ text });
    advance(end, false);
  }
  advance(
    pieces.reduce((sum, piece) => sum + lengthOf(piece), 0),
    true,
  );
  return result;
}

/** The pieces as edits of the original text, in its order. @param length of the original text */
export function changesOf(pieces: Pieces, length: number): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  let text = '';
  const close = (start: number): void => {
    if (start > at || text !== '') changes.push({ start: at, end: start, text });
    text = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) text += piece.text;
    else {
      close(piece.start);
      at = piece.end;
    }
  }
  close(length);
  return changes;
}
