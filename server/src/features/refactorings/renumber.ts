import type { Report, Section } from '../../report/model';
import { textOf } from '../../report/read';
import { numberLike } from '../../report/headingStyle';
import type { Locale, Message } from '../../rules/rule';
import type { TextEdit } from '../../rules/rule';
import { touches } from '../../text/span';
import type { Span } from '../../text/span';
import type { Refactoring } from './refactoring';

const titles = {
  list: { 'zh-TW': '這一層重新編號', en: 'Renumber this list' },
  report: { 'zh-TW': '全文重新編號', en: 'Renumber the whole report' },
} satisfies Record<string, Message>;

/**
 * The edits that number `siblings` from 1 on, each as the first numbered one writes its number. Of siblings without a
 * number nothing is said: a report may leave its annexes unnumbered.
 */
export function renumberEdits(report: Report, siblings: readonly Section[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const model = siblings.find(({ number }) => number !== undefined)?.number;
  if (!model) return edits;
  let value = 0;
  for (const { number } of siblings) {
    if (!number) continue;
    const text = numberLike(report, model, ++value);
    const { start, end } = number;
    const expected = textOf(report, number);
    if (text !== undefined && text !== expected) edits.push({ start, end, expected, text });
  }
  return edits;
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start);
}

/** Renumbering the list that the cursor's item belongs to, and the whole report, where that changes anything. */
export function renumberings(report: Report, span: Span, locale: Locale): readonly Refactoring[] {
  const lists: (readonly Section[])[] = [report.sections, ...report.allSections.map(({ children }) => children)];
  const here = lists.find((list) => list.some(({ heading }) => touches(heading, span.start)));
  const list = here ? renumberEdits(report, here) : [];
  const all = inOrder(lists.flatMap((siblings) => renumberEdits(report, siblings)));
  const refactorings: Refactoring[] = [];
  if (list.length > 0) refactorings.push({ title: titles.list[locale], kind: 'refactor.rewrite', edits: list });
  if (all.length > list.length)
    refactorings.push({ title: titles.report[locale], kind: 'refactor.rewrite', edits: all });
  return refactorings;
}
