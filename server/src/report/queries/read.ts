/** Small questions that rules and features ask of a report. */
import type { Span } from '../../text/span';
import type { Report } from '../model/report';
import { lineAt } from '../model/lines';
import type { TextBlock } from '../model/lines';
import type { Zone } from '../model/parts';

/** The source text of `span`. */
export function textOf({ text }: Pick<TextBlock, 'text'>, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The words of `span`, which stands on one line, as they are written. */
export function writtenOf({ lines }: Pick<TextBlock, 'lines'>, { start, end }: Span): string {
  const line = lineAt(lines, start);
  const offset = lines.starts[line]!;
  return lines.facts[line]!.written.slice(start - offset, end - offset);
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

/** `section` and every section inside it, parents first; of headings alone likewise. */
export function* sectionsIn<Node extends { readonly children: readonly Node[] }>(section: Node): Generator<Node> {
  yield section;
  for (const child of section.children) yield* sectionsIn(child);
}
