import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import { lineEndOf } from '../../report/queries/headingStyle';
import type { Locale, Message } from '../../text/message';
import { touches } from '../../text/span';
import type { Span } from '../../text/span';
import type { Refactoring } from './refactoring';

const title: Message = { 'zh-TW': '依章節製作目次', en: 'Make a table of contents of the headings' };

/** A heading as 目次 lists it: number and title, without markup and end punctuation. */
function entryOf(report: Report, section: Section): string {
  const number = section.number ? textOf(report, section.number) : '';
  const gap = section.number && /[.)]$/.test(number) ? ' ' : '';
  return (
    number +
    gap +
    textOf(report, section.title)
      .replace(/[：:。]$/, '')
      .replaceAll('**', '')
  );
}

/**
 * Making 目次 where the report has none: the chapters and the titled sections below them, before the first chapter.
 * Page numbers are only known once the report is laid out, so they are left out. It is offered on the cover, on 摘要
 * and on the heading of the first chapter.
 */
export function contentsCreations(report: Report, span: Span, locale: Locale): readonly Refactoring[] {
  const [first] = report.sections;
  if (report.contents || !first || report.sections.length < 2) return [];
  const inFront = span.start < first.start || touches(first.heading, span.start);
  if (!inFront) return [];
  const lineEnd = lineEndOf(report);
  const entries = report.sections.flatMap((section) => [
    entryOf(report, section),
    ...section.children.filter(({ kind }) => kind === 'subsection').map((child) => `　${entryOf(report, child)}`),
  ]);
  const heading = `${first.marks > 0 ? `${'#'.repeat(first.marks)} ` : ''}目次`;
  const text = [heading, '', ...entries, '', ''].join(lineEnd);
  return [
    {
      title: title[locale],
      kind: 'refactor.rewrite',
      edits: [{ start: first.start, end: first.start, expected: '', text }],
    },
  ];
}
