import type { Profile } from '../knowledge/types';
import { lineAt } from '../report/model/lines';
import type { Report } from '../report/model/report';
import { nameOf, zoneAt } from '../report/queries/read';
import type { Locale } from '../text/message';
import { touches } from '../text/span';
import type { Span } from '../text/span';
import { acronymCard } from './hover/acronymCard';
import { coverCard } from './hover/coverCard';
import { economyCard } from './hover/economyCard';
import { partCard } from './hover/partCard';
import { headingWords, hitAt } from './subject';

export interface HoverCard {
  /** The words that the card speaks of. */
  readonly span: Span;
  /** Markdown. */
  readonly markdown: string;
}

/**
 * What to know about the words at `offset`: an economy, an acronym, a label of the cover or the heading of a part.
 * @returns undefined where there is nothing to say
 */
export function hoverAt(report: Report, offset: number, profile: Profile, locale: Locale): HoverCard | undefined {
  const line = lineAt(report.lines, offset);
  const facts = report.lines.facts[line]!;
  const start = report.lines.starts[line]!;
  const placed = (span: Span): Span => ({ start: start + span.start, end: start + span.end });

  const acronym = hitAt(facts.acronyms, offset - start);
  const name = hitAt(facts.names, offset - start);
  if (name?.row.economy !== undefined && !(acronym && acronym.start >= name.end)) {
    const markdown = economyCard(report, name.row.economy, locale);
    if (markdown !== undefined) return { span: placed(name), markdown };
  }
  const entry = acronym && report.acronyms.entries.get(acronym.text);
  if (entry) return { span: placed(acronym), markdown: acronymCard(report, entry, zoneAt(report, offset), locale) };

  const field = report.cover.fields.find(({ label }) => touches(label, offset));
  if (field) return { span: field.label, markdown: coverCard(field.id, profile, locale) };

  const section = [...(report.abstract ? [report.abstract] : []), ...report.allSections].find(
    (candidate) => candidate.line === line,
  );
  if (section?.part && touches(headingWords(section), offset))
    return {
      span: headingWords(section),
      markdown: partCard(report, section.part, nameOf(report, section.title), profile, locale),
    };
  const { contents } = report;
  if (contents && touches(contents.title, offset))
    return {
      span: contents.title,
      markdown: partCard(report, 'contents', nameOf(report, contents.title), profile, locale),
    };
  return undefined;
}
