import { phrasePattern } from '../../knowledge/phrases';
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

/** A year of either calendar; what stands before it may say which. */
const anyYear = new RegExp(
  phrasePattern`(?<era>${'our-calendar'})? ?(?<numeral>\d{2,4}|[一二三四五六七八九十百零〇]{2,5})(?= ?學?年| ?[）)]|$)`,
  'gu',
);
/** What belongs to a year: 2023年底, 104年5月. */
const ofYear =
  '(?:[底初中間春夏秋冬末]|[上下]半年|年?度|\\d{1,2} ?月(?: ?\\d{1,2} ?日)?|[一二三四五六七八九十]{1,3} ?月)?';
/** Between two years that are said to be the same: 年（即, 年底（, 年，亦即. */
const same = new RegExp(
  `^ ?學?年${ofYear}(?<mark>[（(/＝=]|[ ，,]?(?=[即亦也就換相])) ?(?<says>即|亦即|也就是|就是|換算為?|相當於)?為?(?:我國|國曆)?的?$`,
);
/** Without a word that says so, what stands in a bracket is the same year only where nothing else stands there. */
const alone = new RegExp(`^ ?學?年?${ofYear} ?(?:[）)]|$)`);
/** The end of one year beside the beginning of the next. */
const yearEnd = /[底末冬]/;
const yearBegin = /[初春]/;
/** Before a year of another era: 昭和60年. */
const otherEra = /[和成正治曆緒熙隆慶統豐光安化.,元]$/;
const longestBetween = 16;
/** Before so many years of age, which are no year: 創校120年（2023年）. */
const aged = /(?:[創建][立校館社會設]?|成立|設立|開[館校業]|[慶滿達近逾約第歷])\s?$/;

interface Year extends Span {
  readonly written: string;
  readonly value: number;
  readonly isRoc: boolean;
}

function isNoYear(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 4), index);
  return otherEra.test(before) || aged.test(before);
}

/** The years of a line whose calendar is plain: 民國95年, 2007年, 104年. */
function yearsIn(text: string): readonly Year[] {
  return [...text.matchAll(anyYear)].flatMap(({ 0: written, index, groups }): readonly Year[] => {
    const { era, numeral } = groups!;
    const value = parseCount(numeral!);
    const isRoc = era?.endsWith('民國') ?? (value >= 60 && value < 150 && /^\d/.test(numeral!));
    const isAd = !isRoc && value >= 1900 && value < 2200;
    if ((!isRoc && !isAd) || (era === undefined && isNoYear(text, index))) return [];
    return [{ written, value, isRoc, start: index, end: index + written.length }];
  });
}

function isTurnOfYear(words: string): boolean {
  return yearEnd.test(words) && yearBegin.test(words);
}

interface WrongPair extends Span {
  readonly roc: Year;
  readonly ad: Year;
}

/** Years of both calendars that are said to be the same and are not. */
function* wrongPairs(text: string): Generator<WrongPair> {
  const years = yearsIn(text);
  for (const [index, first] of years.entries()) {
    const second = years[index + 1];
    if (!second || second.isRoc === first.isRoc || second.start - first.end > longestBetween) continue;
    const says = same.exec(text.slice(first.end, second.start))?.groups;
    const behind = text.slice(second.end, second.end + longestBetween);
    if (!says || (says['says'] === undefined && !'＝='.includes(says['mark']!) && !alone.test(behind))) continue;
    const [roc, ad] = first.isRoc ? [first, second] : [second, first];
    if (roc.value + rocOffset === ad.value || isTurnOfYear(text.slice(first.end, second.end + 2))) continue;
    yield { roc, ad, start: first.start, end: second.end + (/^ ?年/.exec(behind)?.[0].length ?? 0) };
  }
}

interface WrongEra extends Span {
  readonly era: string;
  readonly year: string;
  /** What the era's year is by the calendar of the other one. */
  readonly real: number;
  readonly isRoc: boolean;
}

/** Before a number of years that is no year. */
const countsOther = /[前後第每滿歷近逾約] ?$/;

/** Years of an era whose neighbour is another year. */
function* wrongEras(text: string): Generator<WrongEra> {
  for (const { 0: whole, index, groups } of text.matchAll(eraPairs())) {
    const { era = groups!['era2']!, year = groups!['year2']! } = groups as Partial<Record<'era' | 'year', string>>;
    // 「民國前一年（明治44年）」 counts backwards, 「第二年（昭和3年）」 counts something else.
    if (groups!['year2'] && countsOther.test(text.slice(Math.max(0, index - 2), index))) continue;
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
    const told = facts.dates.filter(({ otherYear }) => otherYear !== undefined);
    for (const { roc, ad, start, end } of wrongPairs(text)) {
      if (told.some((date) => date.start < end && start < date.end)) continue;
      const edit = (year: Year, right: number): RuleFix<Span> | undefined => {
        const wrong = String(year.value);
        const at = year.written.indexOf(wrong);
        if (at < 0) return undefined;
        const edits = [{ start: year.start + at, end: year.start + at + wrong.length, text: String(right) }];
        return { title: 'replace', params: { wrong, right }, safety: 'review', edits };
      };
      find({
        message: 'wrong',
        params: { roc: roc.value, ad: roc.value + rocOffset },
        start,
        end,
        fixes: () =>
          [edit(ad, roc.value + rocOffset), edit(roc, ad.value - rocOffset)].filter((fix) => fix !== undefined),
      });
    }
    for (const { from, otherYear, calendar, start, end } of facts.dates) {
      if (otherYear === undefined || from.year === undefined || from.year === otherYear) continue;
      if (calendar === 'roc' && aged.test(text.slice(Math.max(0, start - 4), start))) continue;
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
