/** Which characters look alike. */
import { lookAlikes } from '../knowledge/schemas';
import { rowsOf } from '../knowledge/table';
import compiled from '../knowledge/tables/lookAlikes.tsv';

let groups: ReadonlyMap<number, string> | undefined;

function read(): ReadonlyMap<number, string> {
  const all = new Map<number, string>();
  for (const { text } of rowsOf(lookAlikes, compiled))
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      all.set(code, (all.get(code) ?? '') + text);
    }
  return all;
}

/** Whether one of the characters, given by their UTF-16 code units, may be taken for the other by its shape. */
export function lookAlike(one: number, other: number): boolean {
  groups ??= read();
  return groups.get(one)?.includes(String.fromCharCode(other)) ?? false;
}
