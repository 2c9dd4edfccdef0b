/** How places that are wrong in the same way are told: one by one, or all at once where it is a habit. */
import type { Place } from '../../report/model/line';
import type { Parameters } from '../../text/message';
import type { Span } from '../../text/span';
import type { FixSafety, ReportDiscovery, RuleFix } from './rule';

/** More occurrences than this are one finding with related places: a habit, not a slip. */
const mostSingle = 8;
/** Related places that are shown. */
export const mostRelated = 20;

/** A place to correct, and how; its edits are of the same unit. */
export interface Occurrence extends Place {
  readonly edits: readonly UnitEdit[];
}

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
  /** How many are still findings of their own; 8 where it is left out. */
  readonly mostSingle?: number;
}

/** Related places, as many as are shown, each with the message `message`. */
export function relatedPlaces(
  places: readonly Place[],
  message: string,
  params?: Parameters,
): NonNullable<ReportDiscovery['related']> {
  return places.slice(0, mostRelated).map(({ unit, start, end }) => ({ unit, start, end, message, params }));
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

/** Tells `occurrences` one by one, or as one finding at the first where there are many. */
export function tellOccurrences(
  occurrences: readonly Occurrence[],
  messages: OccurrenceMessages,
  find: (discovery: ReportDiscovery) => void,
): void {
  const { one, many, other, fix, params = {}, safety = 'safe' } = messages;
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
      related: relatedPlaces(others, other, params),
      fixes: () => fixesFor(occurrences),
    });
    return;
  }
  for (const occurrence of occurrences) {
    const { unit, start, end } = occurrence;
    find({ message: one, params, unit, start, end, fixes: () => fixesFor([occurrence]) });
  }
}
