/** What the full names in the text have against the report's own list of abbreviations. */
import type { LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import { textOf } from '../../report/queries/read';
import type { AcronymRow } from '../../knowledge/types';
import type { ListedName } from './abbreviationList';
import { areHalfAlike, differInForms, differInOneWord, englishWords, isGenericLonger } from './englishNames';
import {
  compareNames,
  endAlike,
  endOfName,
  englishOf,
  isShortForm,
  namedBy,
  nameOf,
  namesOf,
  plain,
  startBeside,
} from './fullName';

export interface ListDifference extends Place {
  readonly written: string;
  readonly right: string;
  /** Whether the two are surely names of one thing. */
  readonly isSure: boolean;
  /** Whether the place is all of the name, and on one line. */
  readonly mayReplace: boolean;
}

/** Whether two names, as written, are two writings of one. */
function areOne(definition: LineDefinition, right: string, rows: readonly AcronymRow[]): boolean {
  const [written, listed] = [plain(nameOf(definition)), plain(right)];
  if (written.endsWith(listed) || isShortForm(listed, written) || isShortForm(written, listed)) return true;
  if (!namedBy(definition).quoted && endAlike(written, listed)) return true;
  return rows.some((row) =>
    [written, listed].every((name) => namesOf(row).some((known) => name.endsWith(plain(known)))),
  );
}

/** Whether a definition surely gives another name of a thing of its kind: what stands before the brackets may be none. */
function isOtherName(definition: LineDefinition, right: string, rows: readonly AcronymRow[]): boolean {
  return compareNames(namedBy(definition), { name: plain(right), quoted: false }, rows) === 'different';
}

/** How two foreign names stand to each other: `close` ones are one with a slip or another word. */
function compareEnglish(a: string, b: string): 'same' | 'close' | 'different' {
  const [one, other] = [englishWords(a), englishWords(b)];
  if (one.join(' ') === other.join(' ') || isGenericLonger(one, other)) return 'same';
  const isClose = differInOneWord(one, other) || differInForms(one, other) || areHalfAlike(one, other);
  return isClose ? 'close' : 'different';
}

/** What each of `definitions` has against the list; of those that say the same, the first. */
export function differencesFrom(
  { unit: list, name, english }: ListedName,
  definitions: readonly LineDefinition[],
  rows: readonly AcronymRow[],
): readonly ListDifference[] {
  const right = textOf(list, name);
  const found = new Map<string, ListDifference>();
  for (const definition of definitions) {
    const { unit, wrapped } = definition;
    const written = nameOf(definition);
    if (unit === list) continue;
    const foreign = englishOf(definition);
    const compared = english && foreign !== '' ? compareEnglish(textOf(list, english), foreign) : undefined;
    const isOneName = written === '' || areOne(definition, right, rows);
    if (compared && compared !== 'same' && (isOneName || isOtherName(definition, right, rows))) {
      const { start, end } = definition.english!;
      const place = { unit, start, end, written: foreign, right: textOf(list, english!) };
      found.set(foreign, { ...place, isSure: isOneName, mayReplace: wrapped === undefined });
    }
    // Another thing may have the same acronym.
    if (isOneName || compared === 'different' || found.has(written)) continue;
    if (compared === undefined && !isOtherName(definition, right, rows)) continue;
    const from = startBeside(definition, right);
    const isSure = compared === 'same' || from !== undefined;
    found.set(
      written,
      from === undefined
        ? { unit, ...definition.acronym, written: textOf(unit, definition.acronym), right, isSure, mayReplace: false }
        : { ...endOfName(definition, from), written: written.slice(from), right, isSure, mayReplace: !wrapped },
    );
  }
  return [...found.values()];
}
