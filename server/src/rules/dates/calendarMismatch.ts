import { knownEras } from '../../knowledge/eras';
import { Trait } from '../../report/scan/traits';
import { rocOffset } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { LineRule, RuleFix } from '../engine/rule';

const numeral = '\\d{1,4}|[一二三四五六七八九十百零〇]{1,5}';
let pairs: RegExp | undefined;

/** A year of an era beside one of ours: 令和5年（民國112年）, 2023年（令和5年）. */
function eraPairs(): RegExp {
  const era = `(?:${knownEras()
    .map(({ name }) => name)
    .join('|')}) ?(?:元|${numeral}) ?年`;
  return (pairs ??= new RegExp(
    `(?<era>${era})(?:度|間)? ?[（(、，/] ?(?:即|亦即|為)? ?(?<year>(?:中華民國|民國|西元|公元)? ?(?:${numeral}) ?年?)(?=度?[）)、，。／/]|$)|(?<year2>(?:中華民國|民國|西元|公元)? ?(?:${numeral}) ?年)度?[（(/] ?(?:即|亦即|為|日本)? ?(?<era2>${era})`,
    'g',
  ));
}

interface WrongEra extends Span {
  readonly era: string;
  readonly year: string;
  /** What the era's year is by the calendar of the other one. */
  readonly real: number;
  readonly isRoc: boolean;
}

/** Years of an era whose neighbour is another year. */
function* wrongEras(text: string): Generator<WrongEra> {
  for (const { 0: whole, index, groups } of text.matchAll(eraPairs())) {
    const { era = groups!['era2']!, year = groups!['year2']! } = groups as Partial<Record<'era' | 'year', string>>;
    const { name, first, last } = knownEras().find((each) => era.startsWith(each.name))!;
    const of = era.slice(name.length).replace(/[年 ]/g, '');
    const ad = first + (of === '元' ? 1 : parseCount(of)) - 1;
    const other = parseCount(year.replace(/[^\d一二三四五六七八九十百零〇]/g, ''));
    const isRoc = !/西元|公元/.test(year) && (year.includes('民國') || other < 200);
    // A number without 年 may count anything: 康熙五十二年、三件.
    if (other === 0 || ad > last || (!/[年元國]/.test(year) && other < 1000)) continue;
    const real = isRoc ? ad - rocOffset : ad;
    if (real !== other) yield { era, year, real, isRoc, start: index, end: index + whole.length };
  }
}

export const rule: LineRule = {
  per: 'line',
  only: { traits: Trait.Dated },
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
      'zh-TW': '「{era}」是{of} {real} 年，與「{year}」不符，請核對。',
      en: '{era} is {real}, which is not {year}; check them.',
    },
    replace: { 'zh-TW': '將「{wrong}」改為「{right}」', en: 'Change “{wrong}” to “{right}”' },
  },
  check: ({ text, facts }, _, find) => {
    for (const { era, year, real, isRoc, start, end } of wrongEras(text)) {
      const params = { era, year: year.trim(), real, of: isRoc ? '民國' : '西元' };
      find({ message: 'era', severity: 'information', params, start, end });
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
