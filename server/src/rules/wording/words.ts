/** The words of the wording tables, for the rules of this family. */
import { phrasesOf } from '../../knowledge/phrases';
import type { WordKind, WordRow } from '../../knowledge/types';
import type { Line, Place } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';
import { addressedNameAround, personNameAround } from '../../report/queries/personNames';
import type { Occurrence } from '../engine/occurrences';
import type { NoteReader, UnitNote } from '../engine/rule';

/**
 * Whether the word stands in a person's name, which is written as its bearer does: 黃啓峯工程師. A word that is more than a
 * character looks like a name where no title tells.
 */
function isOfPerson(line: Line, { start, end }: WordHit): boolean {
  const isOfCover = line.surroundings.zone === 'cover';
  const name =
    isOfCover || end - start === 1
      ? personNameAround(line.text, { start, end })
      : addressedNameAround(line.text, start);
  return name !== undefined && name.start < start && end <= name.end;
}

/**
 * Reads the words of `kinds` that the report says itself: those in quotations are somebody else's, and code is no words.
 * @param accept whether a word counts, where not every one does
 */
export function wordNotes(
  kinds: readonly WordKind[],
  accept: (line: Line, word: WordHit) => boolean = () => true,
): NoteReader<'line', WordHit> & { read(line: Line): readonly WordHit[] } {
  return {
    per: 'line',
    only: { contains: kinds },
    read: (line) =>
      line.words.filter(
        (word) =>
          kinds.includes(word.row.kind) &&
          !word.quoted &&
          !line.inQuotation(word.start) &&
          accept(line, word) &&
          !isOfPerson(line, word),
      ),
  };
}

/** A word of the tables in its place. */
export interface WordPlace extends Place {
  readonly row: WordRow;
}

export function placeOf({ unit, note: { row, start, end } }: UnitNote<'line', WordHit>): WordPlace {
  return { unit, row, start, end };
}

/** What a body is called at its end; 南部 and 中部 end in a word of bodies too, so that single characters don't count. */
const bodies = phrasesOf('ends-body-name').filter(({ text }) => text.length > 1);
const registered = new RegExp(
  `^[^之的於在與及和對為是、，。；：（）「」\\s]{1,10}?(?:${bodies.map(({ text }) => text).join('|')}|研[究訓]院|展望會|[總商公]會)`,
);

/** Whether the word begins the registered name of a body: 台灣茶協會. */
export function isRegistered({ unit, end }: WordPlace): boolean {
  return registered.test(unit.text.slice(end, end + 16));
}

/** The places of words by their row, in the order of first use. */
export function byRow(notes: readonly UnitNote<'line', WordHit>[]): ReadonlyMap<WordRow, readonly WordPlace[]> {
  const places = new Map<WordRow, WordPlace[]>();
  for (const note of notes) {
    const known = places.get(note.note.row);
    if (known) known.push(placeOf(note));
    else places.set(note.note.row, [placeOf(note)]);
  }
  return places;
}

/** The edits that put what its row prefers in the place of each word. */
export function preferring(places: readonly WordPlace[]): readonly (Place & { readonly text: string })[] {
  return places.map(({ unit, row, start, end }) => ({ unit, start, end, text: row.preferred }));
}

/** The words of one row as places to correct. */
export function occurrencesIn(places: readonly WordPlace[]): readonly Occurrence[] {
  return places.map(({ unit, row, start, end }) => ({
    unit,
    start,
    end,
    edits: [{ start, end, text: row.preferred }],
  }));
}
