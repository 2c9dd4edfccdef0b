import type { Span } from '../../text/span';
import type { Example, LineRule, RulePage, RuleFix } from '../engine/rule';
import { rocOffset } from '../../text/calendar';

export const rule: LineRule = {
  per: 'line',
  only: { holding: ['date'] },
  id: 'dates/calendar-mismatch',
  title: { 'zh-TW': '民國年與西元年不符', en: 'ROC and AD year disagree' },
  severity: 'error',
  source: '國曆與西元換算（民國元年為西元1912年）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    wrong: {
      'zh-TW': '民國 {roc} 年是西元 {ad} 年，並列的年份不符，請更正其中一個。',
      en: 'ROC year {roc} is AD {ad}; the two years side by side disagree, correct one of them.',
    },
    replace: { 'zh-TW': '將「{wrong}」改為「{right}」', en: 'Change “{wrong}” to “{right}”' },
  },
  check: ({ text, facts }, _, find) => {
    for (const { from, otherYear, calendar, start, end } of facts.dates) {
      if (otherYear === undefined || from.year === undefined || from.year === otherYear) continue;
      // What its ROC year and its AD year come to in AD.
      const [roc, ad] = calendar === 'ad' ? [otherYear, from.year] : [from.year, otherYear];
      const replace = (wrong: string, right: string): RuleFix<Span> | undefined => {
        const at = text.slice(start, end).indexOf(wrong);
        if (at < 0) return undefined;
        const edits = [{ start: start + at, end: start + at + wrong.length, text: right }];
        return { title: 'replace', params: { wrong, right }, safety: 'review', edits };
      };
      find({
        message: 'wrong',
        params: { roc: roc - rocOffset, ad: roc },
        start,
        end,
        fixes: () =>
          [replace(String(ad), String(roc)), replace(String(roc - rocOffset), String(ad - rocOffset))].filter(
            (fix) => fix !== undefined,
          ),
      });
    }
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '會議自⟦113年（2023年）8月16日⟧起舉行。', fixed: '會議自113年（2024年）8月16日起舉行。' },
  { in: 'body', text: '⟦2024（民國112）年⟧主辦經濟體為秘魯。', fixed: '2023（民國112）年主辦經濟體為秘魯。' },
  { in: 'body', text: '⟦113（2025）年⟧完成。', fixed: '113（2024）年完成。' },
  { in: 'body', text: '會議自113年（2024年）8月16日起舉行。' },
  { in: 'body', text: '本（113）年秘魯主辦，2025年由韓國主辦。' },
  { in: 'body', text: '民國113年（即西元2024年）。' },
];

export const page: RulePage = {
  explanation:
    '民國年與西元年並列時（113年（2024年）），兩者要換算相符：西元年減 1911 即民國年。年份是事實，改哪一個由作者決定。',
  leavesAlone: '沒有並列的年份各自獨立，不互相比較。',
  summary:
    'Where an ROC and an AD year stand side by side they must be the same year. Years that stand apart are not compared.',
};
