/** How places that are wrong in the same way are told: one by one, or all at once where it is a habit. */
import type { Place } from '../../report/model/line';
import type { Parameters } from '../../text/message';
import type { Span } from '../../text/span';
import type { FixSafety, ReportDiscovery, RuleFix, Severity, UnitNote } from './rule';

/** More occurrences than this are one finding with related places: a habit, not a slip. */
const mostSingle = 8;
/** Related places that are shown. */
export const mostRelated = 20;

/** Words of a unit to correct, and how. */
export interface UnitOccurrence extends Span {
  readonly edits: readonly UnitEdit[];
}

/** A place to correct, and how; its edits are of the same unit. */
export interface Occurrence extends UnitOccurrence, Place {}

/** What is to stand at some words of a unit instead. */
export interface UnitEdit extends Span {
  readonly text: string;
}

/** Keys of the rule's messages, and what goes into them. */
export interface OccurrenceMessages {
  readonly one: string;
  /** May use `{count}`. */
  readonly many: string;
  /** At a related place. */
  readonly other: string;
  /** Title of the fix. */
  readonly fix: string;
  readonly params?: Parameters;
  /** `safe` where it is left out. */
  readonly safety?: FixSafety;
  /** A severity other than the rule's default. */
  readonly severity?: Severity | undefined;
  /** How many are still findings of their own; 8 where it is left out. */
  readonly mostSingle?: number;
}

/** The occurrences that were read of units, at their places. */
export function occurrencesOf(notes: readonly UnitNote<'line' | 'paragraph', UnitOccurrence>[]): readonly Occurrence[] {
  return notes.map(({ unit, note: { start, end, edits } }) => ({ unit, start, end, edits }));
}

/**
 * Related places, as many as are shown, each with the message `message`.
 * @param paramsOf the parameters of the message at a place, where it has any
 */
export function relatedPlaces<At extends Place>(
  places: readonly At[],
  message: string,
  paramsOf?: (place: At) => Parameters,
): NonNullable<ReportDiscovery['related']> {
  return places.slice(0, mostRelated).map((place) => {
    const { unit, start, end } = place;
    return { unit, start, end, message, params: paramsOf?.(place) };
  });
}

/** One fix for all `occurrences` together, then, where there are several, one for each by itself. */
export function fixesOfOccurrences(
  occurrences: readonly Occurrence[],
  fix: Omit<RuleFix<Place>, 'edits' | 'at'>,
): readonly RuleFix<Place>[] {
  const editsOf = ({ unit, edits }: Occurrence): RuleFix<Place>['edits'] =>
    edits.map(({ start, end, text }) => ({ unit, start, end, text }));
  if (occurrences.length === 0) return [];
  const all = { ...fix, edits: occurrences.flatMap(editsOf) };
  if (occurrences.length === 1) return [all];
  return [
    all,
    ...occurrences.map((each) => {
      const { unit, start, end } = each;
      return { ...fix, at: { unit, start, end }, edits: editsOf(each) };
    }),
  ];
}

/** As `fixesOfOccurrences`, where each place is mended by one edit that covers it. */
export function fixesOfEdits(
  edits: readonly (Place & { readonly text: string })[],
  fix: Omit<RuleFix<Place>, 'edits' | 'at'>,
): readonly RuleFix<Place>[] {
  return fixesOfOccurrences(
    edits.map(({ unit, start, end, text }) => ({ unit, start, end, edits: [{ start, end, text }] })),
    fix,
  );
}

/** Tells `occurrences` one by one, or as one finding at the first where there are many. */
export function tellOccurrences(
  occurrences: readonly Occurrence[],
  messages: OccurrenceMessages,
  find: (discovery: ReportDiscovery) => void,
): void {
  const { one, many, other, fix, params = {}, safety = 'safe', severity } = messages;
  const graveness = severity && { severity };
  const fixesFor = (mended: readonly Occurrence[]): readonly RuleFix<Place>[] =>
    fixesOfOccurrences(mended, { title: fix, params, safety });
  const [first, ...others] = occurrences;
  if (!first) return;
  if (occurrences.length > (messages.mostSingle ?? mostSingle)) {
    const { unit, start, end } = first;
    find({
      message: many,
      params: { ...params, count: occurrences.length },
      unit,
      start,
      end,
      ...graveness,
      related: relatedPlaces(others, other, () => params),
      fixes: () => fixesFor(occurrences),
    });
    return;
  }
  for (const occurrence of occurrences) {
    const { unit, start, end } = occurrence;
    find({ message: one, params, ...graveness, unit, start, end, fixes: () => fixesFor([occurrence]) });
  }
}
