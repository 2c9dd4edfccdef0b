import { crossReferencesOf, sectionOfEntry } from '../report/queries/crossReferences';
import type { Report } from '../report/model/report';
import type { Span } from '../text/span';

/** Words that lead to a place of the same report when they are clicked. */
export interface DocumentLinkPlace extends Span {
  /** Offset of the heading they mean. */
  readonly target: number;
}

/** The entries of 目次 and the references of the running text, in the order of the text. */
export function documentLinksOf(report: Report): readonly DocumentLinkPlace[] {
  const links: DocumentLinkPlace[] = [];
  for (const entry of report.contents?.entries ?? []) {
    const section = sectionOfEntry(report, entry);
    if (section) links.push({ start: entry.title.start, end: entry.title.end, target: section.heading.start });
  }
  for (const { start, end, section } of crossReferencesOf(report))
    links.push({ start, end, target: section.heading.start });
  return links.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
}
