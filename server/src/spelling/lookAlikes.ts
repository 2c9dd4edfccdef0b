/** Which characters look alike. */
import { lookAlikes } from '../knowledge/schemas';
import { rowsOf } from '../knowledge/table';
import compiled from '../knowledge/tables/lookAlikes.tsv';

let groups: ReadonlyMap<string, string> | undefined;

function read(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const { text } of rowsOf(lookAlikes, compiled))
    for (const character of text) all.set(character, (all.get(character) ?? '') + text);
  return all;
}

/** Whether one of the characters may be taken for the other by its shape. */
export function lookAlike(one: string, other: string): boolean {
  groups ??= read();
  return groups.get(one)?.includes(other) ?? false;
}
