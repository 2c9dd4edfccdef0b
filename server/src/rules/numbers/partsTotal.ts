import { phrasePattern } from '../../knowledge/phrases';
import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';
import { areSum, rounded, sumOf, withoutNoJoints, written } from './amounts';
import type { Amount } from './amounts';
import { bothReadingsOf, clausesOf, statementsOf } from './statements';
import type { Statement } from './statements';
import { equalParts } from './equalParts';
import { listOfAll } from './listOfAll';
import { wrongOutcomes } from './outcomes';
import { partsOfNamed } from './partsOfNamed';
import { isSlip, runningTotal } from './parts';
import type { Parts } from './parts';
import { partsBefore } from './partsBefore';
import { partsBehind } from './partsBehind';

/** Around a total and its parts these say that amounts overlap, or that one is none of the parts. */
const overlap = phrasePattern`${'overlapping'}|兼任(?![^，。；：、\d]{0,4}\d)|兩者皆`;
/** So far before and behind them that is looked for. */
const around = 40;
/** Whether the total is reached otherwise: with another amount of its sentence added, or as the product of two. */
function isReached({ total, parts, sum }: Parts, all: readonly Amount[]): boolean {
  const amounts = all.filter(({ start, end }) => end <= total.end && start >= parts[0]!.start - around);
  return amounts.some(
    (a, index) =>
      (a !== total && !parts.includes(a) && a.measure === total.measure && rounded(sum + a.value) === total.value) ||
      amounts
        .slice(index + 1)
        .some(
          (b) => a !== total && b !== total && a.measure !== b.measure && rounded(a.value * b.value) === total.value,
        ),
  );
}

/** The totals of a clause that their parts do not make. */
function* wrongTotals(statement: Statement): Generator<Parts> {
  const { amounts } = statement;
  const words = withoutNoJoints(statement.words);
  for (const index of amounts.keys()) {
    const before = partsBefore(words, amounts, index);
    if (before && !isReached(before, amounts)) yield before;
    const behind =
      partsBehind(words, amounts, index) ??
      wrongOutcomes(words, amounts, index) ??
      equalParts(words, amounts, index) ??
      partsOfNamed(words, amounts, index);
    if (behind) yield behind;
  }
}

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'numbers/parts-total',
  title: { 'zh-TW': '分項與總數不符', en: 'Parts do not make the total' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    sum: {
      'zh-TW': '各分項加起來是 {sum}，與「{total}」不符，請核對。',
      en: 'The parts make {sum}, which is not “{total}”; check the figures.',
    },
    part: {
      'zh-TW': '其中的一部分（{sum}）比「{total}」還多，請核對。',
      en: 'A part ({sum}) is more than “{total}”, of which it is; check the figures.',
    },
    parts: { 'zh-TW': '分項', en: 'The parts' },
  },
  check: (paragraph, _given, find) => {
    const told: Span[] = [];
    let earlier: Statement | undefined;
    for (const clause of clausesOf(paragraph)) {
      const list = listOfAll(clause);
      const wholes = earlier?.amounts.filter(({ measure }) => measure === list[0]?.measure) ?? [];
      const sum = sumOf(list);
      const [whole, ...more] = wholes.filter(({ value }) => isSlip(sum, value));
      if (earlier && whole && more.length === 0 && !whole.isRough && !areSum(list, whole)) {
        const place = earlier.spanOf(whole);
        const [start, end] = [clause.spanOf(list[0]!).start, clause.spanOf(list.at(-1)!).end];
        const params = { sum: written(sum), total: earlier.words.slice(whole.start, whole.end) };
        if (!overlap.test(clause.words))
          find({ message: 'sum', params, start, end, related: [{ message: 'parts', ...place }] });
      }
      earlier = clause;
    }
    // What became of the things told before ； may be told behind it: 回收320份；其中有效300份，無效25份.
    const joined = statementsOf(paragraph).filter(({ words }) => words.includes('；其中'));
    for (const clause of [...clausesOf(paragraph), ...joined])
      for (const { words, spanOf, ...statement } of bothReadingsOf(clause))
        for (const { total, parts, sum, whole } of wrongTotals({ words, spanOf, ...statement })) {
          const all = { start: parts[0]!.start, end: parts.at(-1)!.end };
          const [from, to] = [Math.min(total.start, all.start), Math.max(total.end, all.end)];
          const place = spanOf(total);
          const stretch = words.slice(Math.max(0, from - around), to + around);
          const isPartial = words.slice(from, total.start).replace(runningTotal, '').includes('累計');
          if (isPartial || overlap.test(stretch)) continue;
          if (told.some(({ start }) => start === place.start)) continue;
          told.push(place);
          const params = { sum: written(sum), total: whole ?? words.slice(total.start, total.end) };
          const related = [{ message: 'parts', ...spanOf(all) }];
          find({ message: parts.length === 1 ? 'part' : 'sum', params, ...place, related });
        }
  },
};
