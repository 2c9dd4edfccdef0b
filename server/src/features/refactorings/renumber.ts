import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import { render } from '../../text/message';
import { renumberEdits } from '../../report/queries/headings';
import type { Locale, Message } from '../../text/message';
import type { TextEdit } from '../../text/edit';
import { touches } from '../../text/span';
import type { Span } from '../../text/span';
import type { Refactoring } from './refactoring';

const titles = {
  list: { 'zh-TW': '從「{first}」起的 {count} 項依序編號', en: 'Number the {count} items from “{first}” on' },
  report: { 'zh-TW': '全文各層依序編號', en: 'Number the whole report anew' },
} satisfies Record<string, Message>;

/** A title longer than this, in UTF-16 code units, is cut in a menu. */
const longestTitle = 16;

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
  const numbered = here?.filter(({ number }) => number !== undefined) ?? [];
  if (list.length > 0) {
    const params = { first: textOf(report, numbered[0]!.title).slice(0, longestTitle), count: numbered.length };
    refactorings.push({ title: render(titles.list, params, locale), kind: 'refactor.rewrite', edits: list });
  }
  if (all.length > list.length)
    refactorings.push({ title: titles.report[locale], kind: 'refactor.rewrite', edits: all });
  return refactorings;
}
