/** Which characters look alike. */
import { lookAlikes } from '../knowledge/schemas';
import { rowsOf } from '../knowledge/table';
import compiled from '../knowledge/tables/lookAlikes.tsv';

/** Pairs of UTF-16 code units, as one number. */
let pairs: ReadonlySet<number> | undefined;

function pairOf(one: number, other: number): number {
  return one * 0x10000 + other;
}

function read(): ReadonlySet<number> {
  const all = new Set<number>();
  for (const { text } of rowsOf(lookAlikes, compiled))
    for (const one of text)
      for (const other of text) if (one !== other) all.add(pairOf(one.charCodeAt(0), other.charCodeAt(0)));
  return all;
}

/** Whether one of the characters, given by their UTF-16 code units, may be taken for the other by its shape. */
export function lookAlike(one: number, other: number): boolean {
  return (pairs ??= read()).has(pairOf(one, other));
}
