import { literal } from '../completion/entry';

/** A place to fill in: what stands there until then, and what may be chosen for it. */
export interface Gap {
  readonly fill: string;
  readonly choices?: readonly string[];
}

/** Words of a skeleton, or a place to fill in. */
export type Piece = string | Gap;

/** A place for words of which nothing is known. */
export const gap: Gap = { fill: '○○' };

/** A value that is known, or a place to fill in. */
export const known = (value: string | undefined, fill = '○○'): Piece =>
  value === undefined || value === '' ? { fill } : value;

/** A place to fill in as a snippet has it: `${1:○○}`, `${2|開會,考察|}`. */
function tabStop(stop: number, { fill, choices }: Gap): string {
  return choices
    ? `\${${stop}|${choices.map((choice) => literal(choice).replace(/[,|]/g, '\\$&')).join(',')}|}`
    : `\${${stop}:${literal(fill)}}`;
}

/** The pieces as plain text, in which what is to be written stands as ○○. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.fill)).join('');
}

/** The pieces with a tab stop at each place, numbered from 1, in the syntax of LSP snippets. */
export function snippetOf(pieces: readonly Piece[]): string {
  let stop = 0;
  return pieces.map((piece) => (typeof piece === 'string' ? literal(piece) : tabStop(++stop, piece))).join('');
}
