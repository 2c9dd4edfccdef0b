import type { Span } from '../../text/span';
import type { LineRule, RuleFix } from '../engine/rule';
import { parseCount } from '../../text/numerals';
import { rocOffset } from '../../text/calendar';

/** The year before the first of each era; that of Buddha is counted in Thailand. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  佛曆: -543,
};
/** 令和6年（2024年）, 平成元年（民國78年）. */
const ofEra = new RegExp(
  `(${Object.keys(eras).join('|')}) ?(元|\\d{1,4}|[一二三四五六七八九十]{1,3}) ?年[（(](?:即|西元|公元|民國|相當於){0,2} ?(\\d{2,4})(?= ?年?[）)])`,
  'g',
);

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
    era: {
      'zh-TW': '{year}是西元 {ad} 年（民國 {roc} 年），並列的年份不符，請更正其中一個。',
      en: '{year} is AD {ad} (ROC {roc}); the years side by side disagree, correct one of them.',
    },
    replace: { 'zh-TW': '將「{wrong}」改為「{right}」', en: 'Change “{wrong}” to “{right}”' },
  },
  check: ({ text, facts }, _, find) => {
    for (const { 0: words, 1: era, 2: numeral, 3: other, index } of text.matchAll(ofEra)) {
      const ad = eras[era!]! + (numeral === '元' ? 1 : parseCount(numeral!));
      const told = Number(other) < 1000 ? Number(other) + rocOffset : Number(other);
      if (told === ad) continue;
      const [start, end] = [index, index + words.length];
      const right = String(Number(other) < 1000 ? ad - rocOffset : ad);
      const at = end - other!.length;
      const params = { year: `${era!}${numeral!}年`, ad, roc: ad - rocOffset };
      const edits = [{ start: at, end, text: right }];
      const fixes = () => [{ title: 'replace', params: { wrong: other!, right }, safety: 'review', edits }] as const;
      find({ message: 'era', params, start, end, fixes });
    }
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
