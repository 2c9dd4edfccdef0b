/** 職稱 that covers name. */
import { positions as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/positions.tsv';

let all: readonly string[] | undefined;

/** All of them, those that most reports name first. */
export function positions(): readonly string[] {
  return (all ??= rowsOf(schema, compiled).map(({ text }) => text));
}
