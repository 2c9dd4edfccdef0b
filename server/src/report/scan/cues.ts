import { simplifiedCharacters } from '../../knowledge/simplified';

/**
 * Words that tell what a paragraph of a meeting is about. They are found in the same pass as the names, so that
 * meetings are put together without searching the text again.
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

export const cueWords: readonly (readonly [string, Cue])[] = [
  ...Object.entries(words),
  ...[...simplifiedCharacters].map((character) => [character, Cue.Simplified] as const),
];
