/** Persons whom a report names in two ways: 范姜志明 in the list of members, then 范姜議員志銘. */
import type { Line } from '../../report/model/line';
import type { PersonName } from '../../report/queries/personNames';
import type { LookAlike } from '../../spelling/speller';
import type { UnitNote } from '../engine/rule';
import type { NearName } from './nearName';

const wholeOf = ({ surname, given }: PersonName): string => surname + given;

/** Whether two given names differ in one character that may be taken for the other. */
function differInOne(a: string, b: string, isAlike: LookAlike): boolean {
  return (a[0] === b[0]) !== (a[1] === b[1]) && isAlike(a[0] === b[0] ? a[1]! : a[0]!, a[0] === b[0] ? b[1]! : b[0]!);
}

/**
 * The names that differ in one character from the whole name of somebody: those with a title between, and whole ones that
 * the cover has otherwise. Two whole names elsewhere may be two persons.
 * @param isAlike of the detector of slips; until its words are there, nothing is found
 */
export function miswrittenPersons(
  notes: readonly UnitNote<'line', PersonName>[],
  isAlike: LookAlike | undefined,
): readonly NearName[] {
  if (!isAlike) return [];
  const whole = new Map<string, Map<string, { readonly unit: Line; readonly note: PersonName }>>();
  for (const each of notes) {
    const { surname, given, isWhole } = each.note;
    if (!isWhole) continue;
    const ofSurname = whole.get(surname) ?? new Map<string, typeof each>();
    whole.set(surname, ofSurname);
    if (!ofSurname.has(given)) ofSurname.set(given, each);
  }
  const found: NearName[] = [];
  for (const { unit, note } of notes) {
    const others = whole.get(note.surname);
    if (!others || (!note.isWhole && others.has(note.given))) continue;
    if (note.isWhole && others.get(note.given)!.unit.zone === 'cover') continue;
    for (const [given, other] of others) {
      if (!differInOne(note.given, given, isAlike) || (note.isWhole && other.unit.zone !== 'cover')) continue;
      const name = { unit, start: note.start, end: note.end, text: wholeOf(note) };
      const { start, end } = other.note;
      found.push({
        message: 'person',
        name,
        other: { unit: other.unit, start, end, text: wholeOf(other.note) },
        // A title may stand between the two parts of the name.
        corrections: () => [
          { wrong: note.given, right: given, places: [{ unit, start: note.end - note.given.length, end: note.end }] },
        ],
      });
      break;
    }
  }
  return found;
}
