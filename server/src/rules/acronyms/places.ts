/** Where acronyms stand in the text, for the few that a finding is about. */
import { linesOfStretch } from '../../report/linesWith';
import type { Report } from '../../report/model';
import type { Span } from '../../text/span';
import type { Discovery, Fix, RelatedPlace, TextEdit } from '../rule';

const mostRelated = 20;

/**
 * Calls `visit` for every occurrence of one of `wanted` in the report's own words, definitions and headings included,
 * until it answers true.
 */
export function someOccurrence(
  report: Report,
  wanted: { has: (acronym: string) => boolean },
  visit: (acronym: string, place: Span, line: number) => boolean,
): boolean {
  const { facts, starts, stretches } = report.lines;
  let from = 0;
  for (const stretch of stretches) {
    const first = from;
    from += stretch.count;
    if (!stretch.digest.acronyms.some(({ text }) => wanted.has(text))) continue;
    for (const inStretch of linesOfStretch(stretch, facts, first, { holding: ['acronym'] })) {
      const line = first + inStretch;
      for (const { text, start, end, quoted } of facts[line]!.acronyms) {
        if (quoted || !wanted.has(text)) continue;
        if (visit(text, { start: starts[line]! + start, end: starts[line]! + end }, line)) return true;
      }
    }
  }
  return false;
}

/** The places of each of `wanted`, in the order of the text. */
function placesOf(report: Report, wanted: { has: (acronym: string) => boolean }): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>();
  someOccurrence(report, wanted, (acronym, place) => {
    const known = places.get(acronym);
    if (known) known.push(place);
    else places.set(acronym, [place]);
    return false;
  });
  return places;
}

/** All places but the first, as related ones. */
export function others(places: readonly Span[], message: string): readonly RelatedPlace[] {
  return places.slice(1, 1 + mostRelated).map(({ start, end }) => ({ message, start, end }));
}

/** Writes `right` for `wrong` at all `places`. */
function replaceAll(places: readonly Span[], wrong: string, right: string): Fix {
  const edits: TextEdit[] = places.map(({ start, end }) => ({ start, end, expected: wrong, text: right }));
  return { title: 'replace', params: { right }, safety: 'safe', edits };
}

/**
 * One finding for each acronym that is written wrongly, with all its places mended at once. The rule has the messages
 * `one`, `many`, `other` and `replace`.
 * @param rightOf what to write, by the acronym as it is written
 */
export function reportMiswritten(
  report: Report,
  rightOf: ReadonlyMap<string, string>,
  find: (discovery: Discovery) => void,
): void {
  if (rightOf.size === 0) return;
  for (const [wrong, places] of placesOf(report, rightOf)) {
    const right = rightOf.get(wrong)!;
    const { start, end } = places[0]!;
    find({
      message: places.length > 1 ? 'many' : 'one',
      params: { wrong, right, count: places.length },
      start,
      end,
      related: others(places, 'other'),
      fixes: () => [replaceAll(places, wrong, right)],
    });
  }
}
