import { commonAbbreviations } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/commonAbbreviations.tsv';

let known: ReadonlySet<string> | undefined;

/**
 * Whether every reader of an official report knows `text`, written in capitals, or whether it is no abbreviation at all:
 * it needs no full name.
 */
export function isCommonAbbreviation(text: string): boolean {
  return (known ??= new Set(rowsOf(commonAbbreviations, compiled).map((row) => row.text))).has(text);
}
