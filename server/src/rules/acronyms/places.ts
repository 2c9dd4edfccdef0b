/** Where acronyms stand in the text, for the few that a finding is about. */
import type { AcronymHit } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import type { Span } from '../../text/span';
import { forEachNoteUnder } from '../lines';
import { fixesOfEdits, mostRelated } from '../slips';
import type { KeyedReader } from '../lines';
import type { Discovery, Fix, RelatedPlace } from '../engine/rule';

/** The acronyms of a line in the report's own words. */
const reader: KeyedReader<AcronymHit, string> = {
  lines: { holding: ['acronym'] },
  raw: true,
  read: (_words, { acronyms }) => acronyms.filter(({ quoted }) => !quoted),
  keyOf: ({ text }) => text,
};

/** Calls `visit` for every occurrence of one of `wanted` in the report's own words, definitions and headings included. */
export function forEachOccurrence(
  report: Report,
  wanted: Iterable<string>,
  visit: (acronym: string, place: Span, line: number) => void,
): void {
  forEachNoteUnder(report, reader, [...wanted], ({ text, start, end }, offset, line) => {
    visit(text, { start: offset + start, end: offset + end }, line);
  });
}

/** The places of each of `wanted`, in the order of the text. */
function placesOf(report: Report, wanted: Iterable<string>): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>();
  forEachOccurrence(report, wanted, (acronym, place) => {
    const known = places.get(acronym);
    if (known) known.push(place);
    else places.set(acronym, [place]);
  });
  return places;
}

/** All places but the first, as related ones. */
export function others(places: readonly Span[], message: string): readonly RelatedPlace[] {
  return places.slice(1, 1 + mostRelated).map(({ start, end }) => ({ message, start, end }));
}

/** Writes `right` for `wrong` at all `places`, or at one of them. */
function corrections(places: readonly Span[], wrong: string, right: string): readonly Fix[] {
  return fixesOfEdits(
    places.map(({ start, end }) => ({ start, end, expected: wrong, text: right })),
    { title: 'replace', params: { right }, safety: 'safe' },
  );
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
  for (const [wrong, places] of placesOf(report, rightOf.keys())) {
    const right = rightOf.get(wrong)!;
    const { start, end } = places[0]!;
    find({
      message: places.length > 1 ? 'many' : 'one',
      params: { wrong, right, count: places.length },
      start,
      end,
      related: others(places, 'other'),
      fixes: () => corrections(places, wrong, right),
    });
  }
}
