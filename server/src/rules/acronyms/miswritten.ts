/** Acronyms that are written wrongly all over a report. */
import type { Place } from '../../report/model/line';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { FixSafety, ReportDiscovery } from '../engine/rule';

/**
 * One finding for each acronym that is written wrongly, with all its places mended at once. The rule has the messages
 * `one`, `many`, `other` and `replace`.
 * @param rightOf what to write, by the acronym as it is written
 * @param placesOf where that stands
 */
export function reportMiswritten(
  rightOf: ReadonlyMap<string, string>,
  placesOf: (wrong: string) => readonly Place[],
  safety: FixSafety,
  find: (discovery: ReportDiscovery) => void,
): void {
  for (const [wrong, right] of rightOf) {
    const places = placesOf(wrong);
    const [first, ...others] = places;
    if (!first) continue;
    const { unit, start, end } = first;
    find({
      message: others.length > 0 ? 'many' : 'one',
      params: { wrong, right, count: places.length },
      unit,
      start,
      end,
      related: relatedPlaces(others, 'other'),
      fixes: () =>
        fixesOfEdits(
          places.map((place) => ({ unit: place.unit, start: place.start, end: place.end, text: right })),
          { title: 'replace', params: { right }, safety },
        ),
    });
  }
}
