/** Which characters look alike. */
import { lookAlikes, phonetics } from '../knowledge/schemas';
import { rowsOf } from '../knowledge/table';
import compiledLookAlikes from '../knowledge/tables/lookAlikes.tsv';
import compiledPhonetics from '../knowledge/tables/phonetics.tsv';

/** Pairs of characters that stand in a group together: two UTF-16 code units as one number. */
type Pairs = ReadonlySet<number>;

function pairOf(one: number, other: number): number {
  return one * 0x10000 + other;
}

function pairsOf(groups: readonly { readonly text: string }[]): Pairs {
  const all = new Set<number>();
  for (const { text } of groups)
    for (const one of text)
      for (const other of text) if (one !== other) all.add(pairOf(one.charCodeAt(0), other.charCodeAt(0)));
  return all;
}

let alike: Pairs | undefined;
let withPhonetic: Pairs | undefined;

/** Whether one of the characters, given by their UTF-16 code units, may be taken for the other by its shape alone. */
export function lookAlike(one: number, other: number): boolean {
  return (alike ??= pairsOf(rowsOf(lookAlikes, compiledLookAlikes))).has(pairOf(one, other));
}

/** Whether they look alike, be it only by the part that they sound by: enough where they sound alike too. */
export function lookSomewhatAlike(one: number, other: number): boolean {
  withPhonetic ??= pairsOf(rowsOf(phonetics, compiledPhonetics));
  return withPhonetic.has(pairOf(one, other)) || lookAlike(one, other);
}
