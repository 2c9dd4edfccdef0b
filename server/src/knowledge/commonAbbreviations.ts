import { commonAbbreviations } from './schemas';
import type { RowOf } from './table';
import { rowsOf } from './table';
import compiled from './tables/commonAbbreviations.tsv';

type Kind = RowOf<typeof commonAbbreviations>['kind'];

let known: ReadonlyMap<string, Kind> | undefined;

function kindOf(text: string): Kind | undefined {
  return (known ??= new Map(rowsOf(commonAbbreviations, compiled).map((row) => [row.text, row.kind]))).get(text);
}

/**
 * Whether every reader of an official report knows `text`, written in capitals, or whether it is no abbreviation at all:
 * it needs no full name. That of a speciality is known too, if not to every reader.
 */
export function isCommonAbbreviation(text: string): boolean {
  return kindOf(text) !== undefined;
}

/** Whether those of one field know `text` and others are told what it stands for: RFID, PKI. */
export function isOfSpecialists(text: string): boolean {
  return kindOf(text) === 'specialist';
}
