/** Where acronyms stand in the text, for the few that a finding is about. */
import { linesWith } from '../../report/linesWith';
import type { Report } from '../../report/model';
import type { Span } from '../../text/span';
import type { Fix, RelatedPlace, TextEdit } from '../rule';

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
  const { facts, starts } = report.lines;
  for (const line of linesWith(report.lines, 'acronym')) {
    const { acronyms } = facts[line]!;
    for (const { text, start, end, quoted } of acronyms) {
      if (quoted || !wanted.has(text)) continue;
      if (visit(text, { start: starts[line]! + start, end: starts[line]! + end }, line)) return true;
    }
  }
  return false;
}

/** The places of each of `wanted`, in the order of the text. */
export function placesOf(
  report: Report,
  wanted: { has: (acronym: string) => boolean },
): ReadonlyMap<string, readonly Span[]> {
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
export function replaceAll(places: readonly Span[], wrong: string, right: string): Fix {
  const edits: TextEdit[] = places.map(({ start, end }) => ({ start, end, expected: wrong, text: right }));
  return { title: 'replace', params: { right }, safety: 'safe', edits };
}
