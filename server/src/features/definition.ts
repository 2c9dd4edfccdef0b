import type { Report } from '../report/model/report';
import { zoneAt } from '../report/queries/read';
import type { Span } from '../text/span';
import { firstDefinition } from './hover/acronymCard';
import { headingWords, placesOf, subjectAt } from './subject';

export interface DefinitionPlace {
  /** The words under the cursor. */
  readonly origin: Span;
  /** Where to go. */
  readonly target: Span;
}

/**
 * Where the thing at `offset` is introduced: an acronym's definition (the one that a reader of this zone meets), an
 * economy's first mention, the section that an entry of 目次, a day of the itinerary or a reference means. A heading
 * leads to its entry of 目次, or else to its day of the itinerary.
 */
export function definitionAt(report: Report, offset: number): DefinitionPlace | undefined {
  const subject = subjectAt(report, offset);
  if (!subject) return undefined;
  const origin = subject.words;
  const places = placesOf(report, subject);
  if (subject.kind === 'acronym') {
    const entry = report.acronyms.entries.get(subject.acronym);
    const definition = entry && firstDefinition(entry, zoneAt(report, offset));
    const target = definition ? { start: definition.start, end: definition.end } : places[0];
    return target && { origin, target };
  }
  if (subject.kind === 'economy') return places[0] && { origin, target: places[0] };
  const heading = headingWords(subject.section);
  const target = heading.start === origin.start ? (places.find(({ start }) => start !== heading.start) ?? heading) : heading; // prettier-ignore
  return { origin, target };
}
