import type { Span } from '../../text/span';
import type { LineRule, RuleFix } from '../engine/rule';
import { rocOffset } from '../../text/calendar';

export const rule: LineRule = {
  per: 'line',
  only: { contains: ['date'] },
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
