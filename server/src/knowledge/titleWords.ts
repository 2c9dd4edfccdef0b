import { titleWords as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/titleWords.tsv';
import type { PartId, Standing, TitleRole } from './types';

/** A word that titles of chapters are put together of. */
export interface TitleWord {
  readonly text: string;
  readonly role: TitleRole;
  /** The part that it names, where it names one. */
  readonly part: PartId | undefined;
  readonly standing: Standing | undefined;
  readonly source: string;
  readonly trust: 'official' | 'secondary' | 'general';
}

let all: readonly TitleWord[] | undefined;

/** The words of that role, in the order of the table. */
export function titleWordsOf(role: TitleRole): readonly TitleWord[] {
  return (all ??= rowsOf(schema, compiled)).filter((word) => word.role === role);
}

/** The words of these roles by themselves. */
export function titleTextsOf(...roles: readonly TitleRole[]): ReadonlySet<string> {
  return new Set(roles.flatMap(titleWordsOf).map(({ text }) => text));
}

/** The parts that the words of that role name. */
export function partsByWord(role: TitleRole): ReadonlyMap<string, PartId> {
  return new Map(titleWordsOf(role).flatMap(({ text, part }) => (part ? [[text, part] as const] : [])));
}
