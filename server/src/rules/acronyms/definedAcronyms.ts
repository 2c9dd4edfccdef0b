/** Acronyms with the names that they are given with. */
import type { AcronymUses, LineDefinition } from '../../report/model/acronyms';
import { nameOf } from './fullName';

/** An acronym with one definition for each name that it is given. */
export interface DefinedAcronym {
  readonly entry: AcronymUses;
  readonly definitions: readonly LineDefinition[];
}

/** The first place where an acronym is given with each name as written, the cover's too. Most repeat the first one. */
export function namedDefinitions({ definitions }: AcronymUses): readonly LineDefinition[] {
  if (definitions.length === 1) return definitions;
  const seen = new Set<string>(['']);
  return definitions.filter((definition) => {
    const name = nameOf(definition);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
