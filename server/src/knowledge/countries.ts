/** The economies outside APEC, by the names that Unicode's CLDR has for them in Taiwan. */
import { countries as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/countries.tsv';
import type { OtherCode, Provenance } from './types';

export interface Country extends Provenance {
  readonly code: OtherCode;
  readonly chinese: string;
  readonly english: string;
  /** Whether the Chinese name is looked for in the text of a report. */
  readonly inText: boolean;
  /** No match right behind one of these characters. */
  readonly notAfter: string;
  /** No match right before one of these characters. */
  readonly notBefore: string;
  readonly note: string;
  /** Sentences that hold the name without its meaning; a test runs them. */
  readonly counterExamples: readonly string[];
}

/** All of them, by code. */
export const countries: ReadonlyMap<string, Country> = new Map(rowsOf(schema, compiled).map((row) => [row.code, row]));

let byName: ReadonlyMap<string, Country> | undefined;

/** The economy outside APEC that `words` name, by its Chinese name or its ISO 3166-1 code: 英國, GB. */
export function countryNamed(words: string): Country | undefined {
  byName ??= new Map([...countries.values()].map((country) => [country.chinese, country]));
  return byName.get(words) ?? countries.get(words);
}
