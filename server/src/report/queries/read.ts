/** Small questions that rules and features ask of a report. */
import type { Span } from '../../text/span';
import type { Report } from '../model/report';
import type { TextBlock } from '../model/lines';
import type { Section, Zone } from '../model/parts';

/** The source text of `span`. */
export function textOf({ text }: Pick<TextBlock, 'text'>, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The source text of `span` as a name: without marks of bold type. */
export function nameOf(block: Pick<TextBlock, 'text'>, span: Span): string {
  return textOf(block, span).replaceAll('**', '');
}

/** The zone that holds `offset`. */
export function zoneAt(report: Report, offset: number): Zone {
  const { cover, abstract, contents } = report;
  if (abstract && abstract.start <= offset && offset < abstract.end) return 'abstract';
  if (contents && contents.start <= offset && offset < contents.end) return 'contents';
  return offset < cover.end ? 'cover' : 'body';
}

/** `section` and every section inside it, parents first. */
export function* sectionsIn(section: Section): Generator<Section> {
  yield section;
  for (const child of section.children) yield* sectionsIn(child);
}
