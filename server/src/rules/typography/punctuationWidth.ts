import { CharClass, classAt } from '../../text/characters';
import { Trait } from '../../report/scan/traits';
import type { Rule } from '../rule';
import { edit, reportSlips, slipsOf } from '../slips';
import type { Slip } from '../slips';
import type { LineReader } from '../lines';

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Whether the mark at `index` belongs to Chinese text: Han or a closing mark before it, and no figure on both sides. */
function inChinese(words: string, index: number): boolean {
  const before = classAt(words, index - 1);
  const after = classAt(words, index + 1);
  const chineseBefore =
    before === CharClass.Han || (before === CharClass.Close && '」』》）'.includes(words[index - 1]!));
  // 圖![說明](x.png) holds an image of Markdown.
  if (chineseBefore) return words[index] !== '!' || words[index + 1] !== '[';
  // 「APEC,並」: Latin before, Han right behind
  return after === CharClass.Han && (before === CharClass.Latin || before === CharClass.Digit) && words[index] !== ':';
}

const reader: LineReader<Slip> = {
  lines: { traits: Trait.HalfWidthPunctuation },
  read: (words, { content }) => {
    const slips: Slip[] = [];
    for (let i = content.start; i < content.end; i++) {
      const full = fullWidth[words[i]!];
      if (full === undefined || !inChinese(words, i)) continue;
      let stop = i + 1;
      while (words[stop] === words[i]) stop++;
      // The blank that followed a half-width mark goes with it, and so does the same mark again.
      const end = words[stop] === ' ' ? stop + 1 : stop;
      slips.push({ start: i, end: stop, edits: [edit(words, i, end, full)] });
      i = stop - 1;
    }
    return slips;
  },
};

export const rule: Rule = {
  id: 'typography/punctuation-width',
  title: { 'zh-TW': '中文句中使用半形標點', en: 'Half width punctuation in Chinese text' },
  severity: 'warning',
  source: '標點符號用法表（文書處理手冊附錄4）',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '中文句子的標點應使用全形。', en: 'Punctuation of a Chinese sentence is full width.' },
    many: {
      'zh-TW': '中文句子的標點應使用全形（全文 {count} 處）。',
      en: 'Punctuation of a Chinese sentence is full width ({count} places).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為全形標點', en: 'Change to full width' },
  },
  reads: [reader],
  check: (report, _context, find) => {
    reportSlips(slipsOf(report, reader), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};
