import { readThrough } from '../../text/prose';
import type { Span } from '../../text/span';

/** Rows of tables are the same objects wherever they are named. */
const rows: ReadonlySet<string> = new Set(['row', 'glossary']);

/**
 * What `scan` yields of a line when what is to be read through is not there, at the places where it stands in the line: a
 * name with an invisible character in it, a heading behind an anchor.
 */
export function scanThrough<Scan extends { readonly length: number }>(
  line: string,
  scan: (words: string) => Scan,
): Scan {
  let words = '';
  /** Of each unit that is left, where it stands in the line. */
  const places: number[] = [];
  for (let i = 0; i < line.length; i++) {
    if (line[i] === readThrough) continue;
    words += line[i]!;
    places.push(i);
  }
  const startOf = (index: number): number =>
    index < places.length ? places[index]! : places.length === 0 ? 0 : places[places.length - 1]! + 1;
  const spanOf = ({ start, end }: Span): Span =>
    start === end
      ? { start: startOf(start), end: startOf(start) }
      : { start: startOf(start), end: places[end - 1]! + 1 };

  /** A copy of plain data with its spans where they stand in the line. */
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    const copy: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(value)) copy[name] = rows.has(name) ? part : moved(part);
    if (isSpan(value)) Object.assign(copy, spanOf(value));
    if (typeof copy['at'] === 'number') copy['at'] = startOf(copy['at']);
    return copy;
  };
  return { ...(moved(scan(words)) as Scan), length: line.length };
}

function isSpan(value: object): value is Span {
  return 'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';
}
