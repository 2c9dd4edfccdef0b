import { phrasePattern } from '../../knowledge/phrases';
import type { LineRule } from '../engine/rule';
import { isLostAt } from '../../report/queries/lostCharacters';
import type { Span } from '../../text/span';

/** A box in the place of a character, in the midst of words; behind 勾選 and the like it is one to tick. */
const insideProse = phrasePattern`^(?!${'ticked'})[\u4e00-\u9fff]{2}[□■][\u4e00-\u9fff]{2}$`;

/** Printers set 〓 where they lack a character; a row of it is an ornament. */
const missing = /(?<=[\u4e00-\u9fff])〓(?!〓)|(?<!〓)〓(?=[\u4e00-\u9fff])/g;

/** The places of `words` where an older code page had a character that this text has not. */
function lostCharactersOf(words: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: run, index } of words.matchAll(/[\ue000-\uf8ff\ufffd]+|[?？]/g))
    if (!'?？'.includes(run) || isLostAt(words, index)) found.push({ start: index, end: index + run.length });
  for (const { index } of words.matchAll(missing)) found.push({ start: index, end: index + 1 });
  // The box of a form stands before what it is ticked for, and rarely alone: 是□ 否□.
  const [box, another] = Array.from(words.matchAll(/[□■]/g), ({ index }) => index);
  if (box === undefined || another !== undefined) return found;
  const isInProse = insideProse.test(words.slice(Math.max(0, box - 2), box + 3)) && /[，。；]/.test(words);
  if (isInProse || isLostAt(words, box)) found.push({ start: box, end: box + 1 });
  return found;
}

export const rule: LineRule = {
  per: 'line',
  id: 'typography/lost-character',
  title: { 'zh-TW': '遺失的字', en: 'Lost character' },
  severity: 'information',
  source: '大五碼（Big5）造字區與 Unicode 的對照：造字換到別的電腦就認不得，或成為問號',
  checked: '2026-11-28',
  fix: undefined,
  messages: {
    question: {
      'zh-TW': '「{around}」的「{sign}」可能是轉碼時遺失的字，請對照原件補上。',
      en: 'The “{sign}” in 「{around}」 may be a character that a conversion has lost; look it up in the original.',
    },
    private: {
      'zh-TW': '這裡是造字區的字元，換一臺電腦就看不到，請改用正式編碼的字。',
      en: 'This character is in the private use area: other computers do not show it. Use the encoded character.',
    },
  },
  check: ({ text }, _given, find) => {
    for (const { start, end } of lostCharactersOf(text)) {
      if ('?？□■〓'.includes(text[start]!))
        find({
          message: 'question',
          params: { around: text.slice(Math.max(0, start - 2), end + 1), sign: text[start]! },
          start,
          end,
        });
      else find({ message: 'private', start, end });
    }
  },
};
