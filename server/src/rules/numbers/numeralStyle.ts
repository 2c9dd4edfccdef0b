import type { Line } from '../../report/model/line';
import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { phrasesOf } from '../../knowledge/phrases';
import { Cue, formallyMeasured, formalNumerals, measures, writtenWithFigure } from '../../report/scan/cues';
import { sentenceAround } from '../../text/sentence';
import { parseHanNumber, toHan } from '../../text/numerals';
import { tellOccurrences } from '../engine/occurrences';
import type { Occurrence, UnitEdit } from '../engine/occurrences';
import type { FixSafety, ReportRule } from '../engine/rule';

interface Writing {
  readonly pattern: RegExp;
  /** What to write instead of the match; undefined where it is right as it is. */
  readonly instead: (match: RegExpMatchArray, words: string) => string | undefined;
  /** `safe` where it is left out. */
  readonly safety?: FixSafety;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /[0-9０１２３４５６７８９]/.test(character);
}

/** A figure as half-width digits. */
function digitsOf(numeral: string): string {
  const half = numeral.replace(/[０１２３４５６７８９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return /^\d/.test(half) ? half : String(parseHanNumber(half) ?? half);
}

/** Words that a numeral is part of, by how they look with a figure: 1律, 第1線, 進1步. */
const inWords: ReadonlyMap<string, string> = new Map(
  phrasesOf('numeral-in-word').flatMap(({ text }) => writtenWithFigure(text).map((words) => [words, text] as const)),
);
const anyWithFigure = phrasesOf('numeral-in-word')
  .flatMap(({ text, notAfter, notBefore }) =>
    writtenWithFigure(text).map(
      (words) => (notAfter && `(?<![${notAfter}])`) + words + (notBefore && `(?![${notBefore}])`),
    ),
  )
  .join('|');

const writings: readonly Writing[] = [
  { pattern: /新台幣/g, instead: () => '新臺幣' },
  {
    pattern: /[1１乙]式( ?)([0-9０１２３４５６７８９]{1,2}|[二兩三四五六七八九])( ?)([份本套])/g,
    instead: ([, blank, count, behind, unit]) =>
      `一式${blank}${/[二兩三四五六七八九]/.test(count!) ? count : digitsOf(count!)}${behind}${unit}`,
  },
  {
    // 乙 for one; in 甲、乙兩案 it is the second of a series.
    pattern: new RegExp(
      `(?<![甲丙、及與和或])(?<![子開類級社業分第屬生](?=乙組))乙(?:式(?! ?[\\d二兩三四五六七八九])|[${measures.replace('組', '')}](?![部署局會票稱義單分門])|組(?=[，。；）]|$))`,
      'g',
    ),
    instead: ({ 0: match, index }, words) => {
      const isOfSeries = /[甲丙]/.test(sentenceAround(words, { start: index!, end: index! + match.length }, '。；'));
      if (isOfSeries || new RegExp(`[甲丙]${match[1]!}`).test(words)) return undefined;
      return (match === '乙式' ? '一' : '1') + match.slice(1);
    },
  },
  {
    // 附件1併送, 第1方面, 3月1再行: the figure may be the number of what stands before.
    pattern: new RegExp(`(?<![\\d第.,:：~～–A-Za-z件表圖案題號錄款組型類級欄階之年月日週])(?:${anyWithFigure})(?![\\d.,])`, 'g'), // prettier-ignore
    instead: ([words]) => inWords.get(words),
  },
  {
    // 數10分鐘: how many nobody counted; 人數10人 has another 數.
    pattern:
      /(?<![人件次總指係參變個倍分張頁冊戶家位筆天時函讀點票日歲年整實小常代負班場科層車度])數(10{1,3})(?=[餘多]?(?:分鐘|小時|[年月日秒天公人個件次項家所場位名種座萬億元倍頁組處輛艘棵株]))/g,
    instead: ([, tens]) => `數${'十百千'[tens!.length - 2]!}`,
  },
  {
    // 貳冊: formal numerals are for sums of money and for headings.
    pattern: new RegExp(`(?<![第圓元萬仟佰拾億之壹貳參肆伍陸柒捌玖])([${formalNumerals}])([${formallyMeasured}])`, 'g'),
    instead: ([, numeral, unit]) => digitsOf(numeral!) + unit!,
    safety: 'review',
  },
  {
    // 二十3人, 5十名: a number is written in one way; behind 百 the whole of it stands in Chinese numerals.
    pattern:
      /(?<![\d.,第數幾表圖件錄案之十一二兩三四五六七八九])(?:[一二三四五六七八九]?十[1-9]|[1-9]十[一二三四五六七八九]?)(?=[人名位家件場次項篇頁歲天秒元個所座國條台臺輛處倍年組張份本])/g,
    instead: ({ 0: match, index }, words) => {
      const numeral = match.replace(/[1-9]/, (digit) => toHan(Number(digit)));
      return /[百千萬]/.test(words[index! - 1] ?? '') ? numeral : String(parseHanNumber(numeral));
    },
    safety: 'review',
  },
  {
    // 每星期3次 is a count.
    pattern: /(?<![每一兩個幾])星期([1-6１２３４５６])(?![0-9０１２３４５６７８９]| ?[次天日小場個回班堂晚節])/g,
    instead: ([, day]) => `星期${toHan(Number(digitsOf(day!)))}`,
  },
  {
    pattern: /(\d{1,2})分之(\d{1,2})(?!\d)/g,
    instead: ({ 1: whole, 2: part, index }, words) => {
      const before = words[index! - 1];
      const fraction = Number(whole) > 1 && Number(part) > 0 && Number(part) < Number(whole);
      return fraction &&
        !isDigit(before) &&
        !/[時點.,]/.test(before ?? '') &&
        !/^[點.]/.test(words.slice(index! + whole!.length + part!.length + 2))
        ? `${toHan(Number(whole))}分之${toHan(Number(part))}`
        : undefined;
    },
  },
  {
    // 二0二七年, 第一00條: a figure 0 among Chinese numerals.
    pattern: /(?:第(?=[^條]{2,8}條))?[一二三四五六七八九○〇零0０]{2,12}(?![\d.,:：點])[年條]?/g,
    instead: ({ 0: match, index }, words) => {
      const mixed = /^第?[一二三四五六七八九].{0,10}[0０]/.test(match);
      const before = words[index! - 1];
      return mixed && !isDigit(before) && !/[十百千萬億]/.test(before ?? '') ? match.replace(/[0０]/g, '○') : undefined;
    },
    safety: 'review',
  },
];

/** More slips of one kind than this are a habit: one finding with related places. */
const mostSingle = 4;

/** A figure or numeral as it stands, and what to write instead. */
interface NumeralOccurrence extends UnitEdit {
  readonly words: string;
  readonly safety: FixSafety | undefined;
}

/** Places with the same words. */
interface Slip {
  readonly instead: string;
  readonly safety: FixSafety | undefined;
  readonly occurrences: Occurrence[];
}

function miswrittenOf({ text: prose }: Line): readonly NumeralOccurrence[] {
  const found: NumeralOccurrence[] = [];
  const quotes = scanQuotes(prose);
  for (const { pattern, instead, safety } of writings) {
    for (const match of prose.matchAll(pattern)) {
      const text = instead(match, prose);
      const [words] = match;
      const start = match.index;
      const end = start + words.length;
      if (text !== undefined && text !== words && !isQuoted(quotes, start, end))
        found.push({ start, end, words, text, safety });
    }
  }
  return found;
}

export const rule: ReportRule<NumeralOccurrence> = {
  per: 'report',
  notes: { per: 'line', only: { cues: Cue.Numeral }, read: miswrittenOf },
  id: 'numbers/numeral-style',
  title: { 'zh-TW': '數字寫法', en: 'Writing of numbers' },
  severity: 'information',
  source: '公文書橫式書寫數字使用原則（文書處理手冊附錄4）；法律統一用字表（新臺幣）',
  checked: '2026-11-29',
  fix: 'safe',
  messages: {
    slip: { 'zh-TW': '「{words}」應寫作「{instead}」。', en: '{words} is written {instead}.' },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{instead}」', en: 'Change to {instead}' },
  },
  check: (_report, notes, _context, find) => {
    const byWords = new Map<string, Slip>();
    for (const { unit, note } of notes) {
      const { words, start, end, text, safety } = note;
      const occurrence = { unit, start, end, edits: [note] };
      const known = byWords.get(words);
      if (known) known.occurrences.push(occurrence);
      else byWords.set(words, { instead: text, safety, occurrences: [occurrence] });
    }
    for (const [words, { instead, safety, occurrences }] of byWords)
      tellOccurrences(
        occurrences,
        {
          one: 'slip',
          many: 'slip',
          other: 'other',
          fix: 'replace',
          params: { words, instead },
          mostSingle,
          ...(safety && { safety }),
        },
        find,
      );
  },
};
