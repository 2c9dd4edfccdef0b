import { acronymKinds } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/acronymKinds.tsv';

/** An acronym that stands for a class of things, each called by the words before it: 電子商務 JSI, 投資便捷化 JSI. */
export interface AcronymClass {
  readonly acronym: string;
  /** The kinds, each with the words that name it in front of the acronym or of its full name. */
  readonly kinds: readonly (readonly string[])[];
}

let byAcronym: ReadonlyMap<string, AcronymClass> | undefined;

function classes(): ReadonlyMap<string, AcronymClass> {
  const kinds = new Map<string, (readonly string[])[]>();
  for (const { acronym, names } of rowsOf(acronymKinds, compiled))
    kinds.set(acronym, [...(kinds.get(acronym) ?? []), names]);
  return new Map([...kinds].map(([acronym, names]) => [acronym, { acronym, kinds: names }]));
}

/** The class that `acronym` stands for, if it stands for one. */
export function acronymClassOf(acronym: string): AcronymClass | undefined {
  return (byAcronym ??= classes()).get(acronym);
}
