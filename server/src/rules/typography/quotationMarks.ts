import { CharClass, classAt } from '../../text/characters';
import { Trait } from '../../report/scan/traits';
import type { Rule } from '../rule';
import { edit, reportSlips, slipsOf } from '../slips';
import type { Slip } from '../slips';
import type { LineReader } from '../lines';

const closingOf: Readonly<Record<string, string>> = { '“': '”', '"': '"' };

const reader: LineReader<Slip> = {
  lines: { traits: Trait.ForeignQuote },
  read: (words) => {
    const slips: Slip[] = [];
    for (let open = 0; open < words.length; open++) {
      const closing = closingOf[words[open]!];
      if (closing === undefined) continue;
      // 5'10": inches
      if (words[open] === '"' && classAt(words, open - 1) === CharClass.Digit) continue;
      const close = words.indexOf(closing, open + 1);
      if (close < 0) break;
      const inside = words.slice(open + 1, close);
      let hasHan = false;
      for (let i = open + 1; i < close; i++) if (classAt(words, i) === CharClass.Han) hasHan = true;
      // Inside 「」 the inner marks would be 『』; that is for the author to say.
      if (hasHan && inside !== '' && !/[「」『』]/.test(inside) && !insideQuote(words, open)) {
        const edits = [edit(words, open, open + 1, '「'), edit(words, close, close + 1, '」')];
        slips.push({ start: open, end: close + 1, edits });
      }
      open = close;
    }
    return slips;
  },
};

export const rule: Rule = {
  id: 'typography/quotation-marks',
  title: { 'zh-TW': '中文使用西式引號', en: 'Western quotation marks in Chinese' },
  severity: 'information',
  source: '標點符號用法表（文書處理手冊附錄4）：引號用「」，引號內再用『』',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '中文引號應使用「」。', en: 'Chinese text is quoted with 「」.' },
    many: {
      'zh-TW': '中文引號應使用「」（全文 {count} 處）。',
      en: 'Chinese text is quoted with 「」 ({count} places).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「」', en: 'Change to 「」' },
  },
  reads: [reader],
  check: (report, _context, find) => {
    reportSlips(slipsOf(report, reader), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};

function insideQuote(words: string, index: number): boolean {
  return words.lastIndexOf('「', index) > words.lastIndexOf('」', index);
}
