import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { renumberEdits } from '../../rules/structure/headings';
import type { Locale, Message } from '../../text/message';
import type { TextEdit } from '../../text/edit';
import { touches } from '../../text/span';
import type { Span } from '../../text/span';
import type { Refactoring } from './refactoring';

const titles = {
  list: { 'zh-TW': '這一層重新編號', en: 'Renumber this list' },
  report: { 'zh-TW': '全文重新編號', en: 'Renumber the whole report' },
} satisfies Record<string, Message>;

/** Numbers the numbered ones of `siblings` from 1 on; annexes may stay without a number. */
function numberedAnew(report: Report, siblings: readonly Section[]): readonly TextEdit[] {
  return renumberEdits(
    report,
    siblings.filter(({ number }) => number !== undefined),
    1,
  );
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start);
}

/** Renumbering the list that the cursor's item belongs to, and the whole report, where that changes anything. */
export function renumberings(report: Report, span: Span, locale: Locale): readonly Refactoring[] {
  const lists: (readonly Section[])[] = [report.sections, ...report.allSections.map(({ children }) => children)];
  const here = lists.find((list) => list.some(({ heading }) => touches(heading, span.start)));
  const list = here ? numberedAnew(report, here) : [];
  const all = inOrder(lists.flatMap((siblings) => numberedAnew(report, siblings)));
  const refactorings: Refactoring[] = [];
  if (list.length > 0) refactorings.push({ title: titles.list[locale], kind: 'refactor.rewrite', edits: list });
  if (all.length > list.length)
    refactorings.push({ title: titles.report[locale], kind: 'refactor.rewrite', edits: all });
  return refactorings;
}
