/** Mentions of names, as the rules of this family need them. */
import type { NameKind } from '../../knowledge/types';
import type { Line, Place } from '../../report/model/line';
import type { NameHit } from '../../report/model/lines';
import type { Span } from '../../text/span';
import { tellOccurrences } from '../engine/occurrences';
import type { NoteReader, ReportDiscovery, UnitNote } from '../engine/rule';

/** A name used more often than this is a habit, not a slip: one finding with related places. */
const mostSingle = 4;

/** Reads the names of a kind that `keep` lets stand by what is around them on the line; those that are quoted only if `alsoQuoted`. */
export function nameNotes(
  kind: NameKind,
  keep: (line: Line, name: NameHit) => boolean = () => true,
  alsoQuoted = false,
): NoteReader<'line', NameHit> {
  return {
    per: 'line',
    only: { contains: [kind] },
    read: (line) =>
      line.names.filter((name) => name.row.kind === kind && (alsoQuoted || !name.quoted) && keep(line, name)),
  };
}

/** A name with its row. */
interface Named extends Span {
  readonly row: { readonly text: string };
}

/** The places of names by their text, in the order of first use. */
export function byText<Name extends Named>(
  notes: readonly UnitNote<'line', Name>[],
): ReadonlyMap<string, readonly (Place & Pick<Name, 'row'>)[]> {
  const places = new Map<string, (Place & Pick<Name, 'row'>)[]>();
  for (const { unit, note } of notes) {
    const { row, start, end } = note;
    const place = { unit, row, start, end };
    const known = places.get(row.text);
    if (known) known.push(place);
    else places.set(row.text, [place]);
  }
  return places;
}

/** Edits that put `text` in the place of each mention. */
export function replacing(places: readonly Place[], text: string): readonly (Place & { readonly text: string })[] {
  return places.map(({ unit, start, end }) => ({ unit, start, end, text }));
}

/**
 * Reports the mentions one by one, or those of one text together where there are many, each with the safe fix that puts
 * the row's `preferred` in its place. The rule's messages are `fault`, `other` (a related place) and `replace` (the
 * fix); they get `{name}` and `{preferred}`.
 */
export function tellCorrections(
  notes: readonly UnitNote<'line', NameHit>[],
  find: (discovery: ReportDiscovery) => void,
): void {
  for (const [name, places] of byText(notes)) {
    const preferred = places[0]!.row.preferred!;
    tellOccurrences(
      places.map(({ unit, start, end }) => ({ unit, start, end, edits: [{ start, end, text: preferred }] })),
      { one: 'fault', many: 'fault', other: 'other', fix: 'replace', params: { name, preferred }, mostSingle },
      find,
    );
  }
}
