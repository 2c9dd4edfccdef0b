import type { Report } from '../report/model/report';
import type { Span } from '../text/span';
import { definitionAt } from './definition';
import { placesOf, subjectAt } from './subject';

/**
 * Every place that speaks of the thing at `offset`: all uses of an acronym, all names of an economy, a heading with its
 * entry of 目次, its days of the itinerary and the references to it.
 * @param declaration whether the definition itself is among them
 */
export function referencesAt(report: Report, offset: number, declaration: boolean): readonly Span[] {
  const subject = subjectAt(report, offset);
  if (!subject) return [];
  const places = placesOf(report, subject);
  if (declaration) return places;
  const target = definitionAt(report, offset)?.target;
  return places.filter(({ start, end }) => !(target && target.start <= start && end <= target.end));
}
