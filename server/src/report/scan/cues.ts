/**
 * Words that tell what a paragraph of a meeting is about, or that a rule has something to look at on the line. They are
 * found in the same pass as the names, so that nothing searches the text again.
 */
export const enum Cue {
  /** 出席, 與會, 參加 and the like. */
  Present = 1,
  /** 缺席, 未出席 and the like. */
  Absent = 2,
  /** 會員, 經濟體: what is counted. */
  Member = 4,
  /** 我國由, 我方由, 本局由: who went for us. */
  Delegation = 8,
  /** 我國發言, 我方於會中發言 and the like. */
  Statement = 16,
  /** 討論事項, 會議情形要點 and the like. */
  Discussion = 32,
  /** 召開, 舉行, 舉辦: a date beside it may be the meeting's. */
  Held = 64,
  /** 未發言. */
  Silent = 128,
  /** A character of the simplified script. */
  Simplified = 256,
  /** 新台幣, 乙份, 1式, 星期3, 分之: a figure or a numeral that may want the other script. */
  Numeral = 512,
  /** 上午, 下午 and the like, 24時, 24:. */
  Clock = 1024,
  /** 等三, 3項, 五大: a count that a list may stand beside. */
  Count = 2048,
  /** 不到, 近半, 至多, 以內 and the like. */
  Under = 4096,
  /** 超過, 至少, 以上 and the like. */
  Over = 8192,
}

const words: Readonly<Record<string, Cue>> = {
  出席: Cue.Present,
  與會: Cue.Present,
  參加: Cue.Present,
  到場: Cue.Present,
  缺席: Cue.Absent,
  未出席: Cue.Absent,
  未與會: Cue.Absent,
  未派員: Cue.Absent,
  未參加: Cue.Absent,
  請假: Cue.Absent,
  會員: Cue.Member,
  經濟體: Cue.Member,
  我國由: Cue.Delegation,
  我方由: Cue.Delegation,
  我國代表: Cue.Delegation,
  我方代表: Cue.Delegation,
  我國與會人員: Cue.Delegation,
  我方與會人員: Cue.Delegation,
  本局由: Cue.Delegation,
  本署由: Cue.Delegation,
  本部由: Cue.Delegation,
  本會由: Cue.Delegation,
  本辦公室由: Cue.Delegation,
  我國發言: Cue.Statement,
  我方發言: Cue.Statement,
  我國於會中: Cue.Statement,
  我方於會中: Cue.Statement,
  我國說明: Cue.Statement,
  我國代表發言: Cue.Statement,
  討論事項: Cue.Discussion,
  討論要點: Cue.Discussion,
  討論情形: Cue.Discussion,
  會議情形: Cue.Discussion,
  會議重點: Cue.Discussion,
  議題討論: Cue.Discussion,
  召開: Cue.Held,
  舉行: Cue.Held,
  舉辦: Cue.Held,
  未發言: Cue.Silent,
};

/** Measure words behind a 乙 that means one. */
export const measures = '份張冊本件紙台座輛批套枚名位篇幅';

const hanCounts = '二兩三四五六七八九十';
const digitCounts = '123456789';

/** 三項, 3項, 3 項; 等三, 等3, 等 3. */
function countWords(): string[] {
  const counts: string[] = [];
  for (const unit of '項場點大種類個位') {
    for (const numeral of hanCounts + digitCounts) counts.push(numeral + unit);
    for (const digit of digitCounts) counts.push(`${digit} ${unit}`);
  }
  for (const numeral of hanCounts + digitCounts) counts.push(`等${numeral}`);
  for (const digit of digitCounts) counts.push(`等 ${digit}`);
  return counts;
}

const lists: readonly (readonly [Cue, readonly string[]])[] = [
  [
    Cue.Numeral,
    [
      ...['新台幣', '分之', '乙式', '1式', '１式'],
      ...Array.from(measures, (measure) => `乙${measure}`),
      ...Array.from('二兩三四五六七八九', (numeral) => `一式${numeral}`),
      ...Array.from('123456１２３４５６', (digit) => `星期${digit}`),
    ],
  ],
  [
    Cue.Clock,
    [
      ...['上午', '下午', '早上', '晚上', '晚間', '夜間', '凌晨', '清晨', '傍晚', '24時', '24 時'],
      ...Array.from('456789', (digit) => `2${digit}:`),
      ...Array.from('456789', (digit) => `2${digit}：`),
    ],
  ],
  [Cue.Count, countWords()],
  [
    Cue.Under,
    [
      '近半',
      '將近',
      '接近',
      '有近',
      '約近',
      '計近',
      '達近',
      '不到',
      '未達',
      '未滿',
      '不足',
      '低於',
      '少於',
      '至多',
      '最多',
      '以下',
      '以內',
    ],
  ],
  [Cue.Over, ['超過', '多於', '高於', '至少', '以上', '過半', '逾半', '逾五', '逾5']],
];

/** All but `Cue.Simplified`, whose words are characters. */
export const cueWords: readonly (readonly [string, Cue])[] = [
  ...Object.entries(words),
  ...lists.flatMap(([cue, cued]) => cued.map((word) => [word, cue] as const)),
];
