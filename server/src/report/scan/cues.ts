import { phrasesOf } from '../../knowledge/phrases';
import type { PhraseUse } from '../../knowledge/types';

/**
 * Words that tell what a paragraph of a meeting is about, or that a rule has something to look at on the line. They are
 * found in the same pass as the names, so that nothing searches the text again.
 */
export const enum Cue {
  /** 出席, 與會, 參加 and the like. */
  Present = 1,
  /** 缺席, 未出席 and the like. */
  Absent = 2,
  /** 我國由, 我方由, 本局由: who went for us. */
  Delegation = 4,
  /** 我國發言, 我方於會中發言 and the like. */
  Statement = 8,
  /** 討論事項, 會議情形要點 and the like. */
  Discussion = 16,
  /** 召開, 舉行, 舉辦: a date beside it may be the meeting's. */
  Held = 32,
  /** A character of the simplified script. */
  Simplified = 64,
  /** 新台幣, 乙份, 1式, 1律, 星期3, 分之, 二0: a figure or a numeral that may want the other script. */
  Numeral = 128,
  /** 上午, 下午 and the like, 24時, 24:, :75. */
  Clock = 256,
  /** 不到, 近半, 至多, 以內 and the like. */
  Under = 512,
  /** 超過, 至少, 以上 and the like. */
  Over = 1024,
}

/** The cues whose words are phrases of the table. */
const phrases: readonly (readonly [Cue, PhraseUse])[] = [
  [Cue.Present, 'present'],
  [Cue.Absent, 'absent'],
  [Cue.Delegation, 'delegation'],
  [Cue.Statement, 'statement'],
  [Cue.Discussion, 'discussion'],
  [Cue.Held, 'held'],
  [Cue.Clock, 'time-of-day'],
  [Cue.Under, 'at-most'],
  [Cue.Over, 'at-least'],
];

/** Measure words behind a 乙 that means one. */
export const measures = '份張冊本件紙台座輛批套枚名位篇幅組幀盒瓶束尊封隻支面具次部趟';
/** Formal numerals that begin no other word, and the measure words behind them. */
export const formalNumerals = '壹貳肆柒捌玖';
export const formallyMeasured = '份張冊件紙枚套幅篇名座輛組';

/** The first numeral of a word as a figure: 1律, 進1步, 3不五時. */
export function writtenWithFigure(word: string): readonly string[] {
  const at = word.search(/[一二三四五六七八九]/);
  const figure = '一二三四五六七八九'.indexOf(word[at]!) + 1;
  return [String(figure), String.fromCharCode(0xff10 + figure)].map(
    (digit) => word.slice(0, at) + digit + word.slice(at + 1),
  );
}

const lists: readonly (readonly [Cue, readonly string[]])[] = [
  [
    Cue.Numeral,
    [
      ...['新台幣', '分之', '乙式', '1式', '１式', '數1'],
      ...Array.from(measures, (measure) => `乙${measure}`),
      ...Array.from(formalNumerals).flatMap((numeral) => Array.from(formallyMeasured, (measure) => numeral + measure)),
      ...phrasesOf('numeral-in-word').flatMap(({ text }) => writtenWithFigure(text)),
      ...Array.from('123456１２３４５６', (digit) => `星期${digit}`),
      ...Array.from('123456789', (digit) => [`十${digit}`, `${digit}十`]).flat(),
      ...Array.from('一二三四五六七八九', (numeral) => `${numeral}0`),
      ...Array.from('一二三四五六七八九', (numeral) => `${numeral}０`),
    ],
  ],
  [
    Cue.Clock,
    [
      ...['24時', '24 時'],
      ...Array.from('456789', (digit) => `2${digit}:`),
      ...Array.from('456789', (digit) => `2${digit}：`),
      ...Array.from('6789', (digit) => `:${digit}`),
      ...Array.from('6789', (digit) => `：${digit}`),
    ],
  ],
];

/** All but `Cue.Simplified`, whose words are characters. */
export const cueWords: readonly (readonly [string, Cue])[] = [
  ...phrases.flatMap(([cue, use]) => phrasesOf(use).map(({ text }) => [text, cue] as const)),
  ...lists.flatMap(([cue, cued]) => cued.map((word) => [word, cue] as const)),
];
