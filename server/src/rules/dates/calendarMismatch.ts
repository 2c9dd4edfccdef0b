import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { knownEras } from '../../knowledge/eras';
import { Trait } from '../../report/scan/traits';
import { rocOffset } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import type { Line, Place } from '../../report/model/line';
import type { Span } from '../../text/span';
import type { ReportRule, RuleFix } from '../engine/rule';

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
  phrasePattern`(?<era>${'our-calendar'}|(?<=[（(])民)? ?(?<numeral>\d{2,4}|[一二三四五六七八九十百零〇]{2,5})(?= ?學?年| ?[（(）)]|$)`,
  'gu',
);
/** What belongs to a year: 2023年底, 104年5月. */
const ofYear =
  '(?:[底初中間春夏秋冬末]|[上下]半年|年?度|\\d{1,2} ?月(?: ?\\d{1,2} ?日)?|[一二三四五六七八九十]{1,3} ?月)?';
const says = `(?:即|亦即|就是|等於|時[為值是]|${anyOf('that-is')})為?`;
/** Between two years that are said to be the same: 年（即, 年底（, 年，亦即, ）年即. */
const same = new RegExp(
  `^[）)]?(?<year> ?學?年)?${ofYear}(?<mark>[（(/＝=]|[ ，,]?(?=${says})) ?(?<says>${says})?(?:我國|國曆)?的?$`,
);
const alone = new RegExp(`^ ?學?年?${ofYear} ?(?:[）)]|$)`);
/** The end of one year beside the beginning of the next. */
const yearEnd = /[底末冬]/;
const yearBegin = /[初春]/;
/** Before a year of another era: 昭和60年. */
const otherEra = /[和成正治曆緒熙隆慶統豐光安化.,元]$/;
const longestBetween = 16;
/** Before a year in Chinese numerals that does not say of which calendar it is: 自八十九（2000）年. */
const leads = /(?:^|[自於在從至到（(，。、：])$/;
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
    const isOurs = /^\d/.test(numeral!) || leads.test(text.slice(Math.max(0, index - 1), index));
    const isRoc = era === undefined ? value >= 60 && value < 150 && isOurs : /民國?$/.test(era);
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
    // Without 年 between them it stands behind both: 八十九（二〇〇〇）年.
    const end = (says?.['year'] === undefined ? /^ ?年?[）)] ?學?年/ : /^(?: ?年)?/).exec(behind);
    if (!end) continue;
    if (!says || (says['says'] === undefined && !'＝='.includes(says['mark']!) && !alone.test(behind))) continue;
    const [roc, ad] = first.isRoc ? [first, second] : [second, first];
    if (roc.value + rocOffset === ad.value || isTurnOfYear(text.slice(first.end, second.end + 2))) continue;
    yield { roc, ad, start: first.start, end: second.end + end[0].length };
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

/** A year of one calendar and what it is said to be in the other one; each may be a number to correct. */
interface WrongYears extends Span {
  readonly kind: 'years';
  /** In the calendar of each. */
  readonly roc: number;
  readonly ad: number;
}

/** The head of a table, with the columns of the years of either calendar, -1 without them, and a row that may have such years. */
interface YearColumns {
  readonly kind: 'columns';
  readonly roc: number;
  readonly ad: number;
}
interface YearRow {
  readonly kind: 'row';
  readonly cells: readonly (Span & { readonly value: number | undefined })[];
}

type YearNote = WrongYears | (WrongEra & { readonly kind: 'era' }) | YearColumns | YearRow;

const rocHead = /^[^，。；]{0,4}(?:民國|國曆)[^，。；西公]{0,4}$/;
const adHead = /^[^，。；民]{0,4}(?:西元|公元|西曆)[^，。；]{0,4}$/;
const yearCell = /^\*{0,2}(\d{2,4}) ?年?\*{0,2}$/;

function tableNotesOf({ text, facts }: Line): readonly YearNote[] {
  const { cells } = facts.shape;
  if (cells.length < 2) return [];
  const words = cells.map(({ start, end }) => text.slice(start, end).trim());
  const [roc, ad] = [rocHead, adHead].map((head) => words.findIndex((cell) => head.test(cell))) as [number, number];
  if ((roc >= 0 && ad >= 0) || !/[\d─-]/.test(text)) return [{ kind: 'columns', roc, ad }];
  const row = cells.map(({ start, end }, index) => {
    const year = yearCell.exec(words[index]!)?.[1];
    return { start, end, value: year === undefined ? undefined : Number(year) };
  });
  return row.filter(({ value }) => value !== undefined).length < 2 ? [] : [{ kind: 'row', cells: row }];
}

function yearNotesOf(line: Line): readonly YearNote[] {
  const { text, facts } = line;
  const found: YearNote[] = [...tableNotesOf(line)];
  if ((facts.traits & Trait.Dated) === 0) return found;
  for (const era of wrongEras(text)) found.push({ kind: 'era', ...era });
  const told = facts.dates.filter(({ otherYear }) => otherYear !== undefined);
  for (const { roc, ad, start, end } of wrongPairs(text)) {
    if (told.some((date) => date.start < end && start < date.end)) continue;
    found.push({ kind: 'years', roc: roc.value, ad: ad.value, start, end });
  }
  for (const { from, otherYear, calendar, start, end } of told) {
    if (from.year === undefined || from.year === otherYear) continue;
    if (calendar === 'roc' && aged.test(text.slice(Math.max(0, start - 4), start))) continue;
    // Both come as years of the Christian era.
    const [roc, ad] = calendar === 'ad' ? [otherYear!, from.year] : [from.year, otherYear!];
    found.push({ kind: 'years', roc: roc - rocOffset, ad, start, end });
  }
  return found;
}

/** The correction of a year that stands in figures in a place. */
function corrected({ unit, start, end }: Place, wrong: number, right: number): readonly RuleFix<Place>[] {
  const at = new RegExp(`(?<!\\d)${wrong}(?!\\d)`).exec(unit.text.slice(start, end))?.index;
  if (at === undefined) return [];
  const text = String(right);
  const edits = [{ unit, start: start + at, end: start + at + String(wrong).length, text }];
  return [{ title: 'replace', params: { wrong: String(wrong), right: text }, safety: 'review', edits }];
}

export const rule: ReportRule<YearNote> = {
  per: 'report',
  notes: { per: 'line', read: yearNotesOf },
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
  check: (_report, notes, _context, find) => {
    let columns: YearColumns | undefined;
    const tell = (place: Place, roc: number, ad: number): void => {
      find({
        message: 'wrong',
        params: { roc, ad: roc + rocOffset },
        ...place,
        fixes: () => [...corrected(place, ad, roc + rocOffset), ...corrected(place, roc, ad - rocOffset)],
      });
    };
    for (const { unit, note } of notes) {
      if (note.kind === 'columns') columns = note;
      else if (note.kind === 'row') {
        const [roc, ad] = [columns && note.cells[columns.roc], columns && note.cells[columns.ad]];
        if (roc?.value !== undefined && ad?.value !== undefined && roc.value + rocOffset !== ad.value) {
          const place = { unit, start: Math.min(roc.start, ad.start), end: Math.max(roc.end, ad.end) };
          tell(place, roc.value, ad.value);
        }
      } else if (note.kind === 'years') tell({ unit, start: note.start, end: note.end }, note.roc, note.ad);
      else {
        const { era, year, real, isRoc, start, end } = note;
        const params = { era, year: year.trim(), real, of: isRoc ? '民國' : '西元' };
        find({ message: 'era', severity: 'information', params, unit, start, end });
      }
    }
  },
};
