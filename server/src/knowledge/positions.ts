/** 職稱 that covers name. */
import { positions as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/positions.tsv';

let all: readonly string[] | undefined;

/** All of them, those that most reports name first. */
export function positions(): readonly string[] {
  return (all ??= rowsOf(schema, compiled).map(({ text }) => text));
}

let known: ReadonlySet<string> | undefined;
let longest = 0;

/** Whether `words` are one of them. */
export function isPosition(words: string): boolean {
  return (known ??= new Set(positions())).has(words);
}

/** Length of the longest one that stands in `words` at `index`, in UTF-16 code units; 0 where there is none. */
export function positionAt(words: string, index: number): number {
  longest ||= positions().reduce((most, { length }) => Math.max(most, length), 0);
  for (let size = Math.min(longest, words.length - index); size >= 2; size--)
    if (isPosition(words.slice(index, index + size))) return size;
  return 0;
}
