import { CharClass, classAt } from '../../text/characters';
import { Trait } from '../../report/scan/traits';
import type { Example, Rule, RulePage } from '../engine/rule';
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
  check: (report, _context, find) => {
    reportSlips(slipsOf(report, reader), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};

function insideQuote(words: string, index: number): boolean {
  return words.lastIndexOf('「', index) > words.lastIndexOf('」', index);
}

export const examples: readonly Example[] = [
  { in: 'body', text: '我國分享⟦“數位皮夾”⟧之應用。', fixed: '我國分享「數位皮夾」之應用。' },
  { in: 'body', text: '會議主題為⟦"賦權、包容、成長"⟧。', fixed: '會議主題為「賦權、包容、成長」。' },
  { in: 'body', text: '通過⟦“淨零排放路徑圖”⟧及⟦“AI 行動計畫”⟧。' },
  {
    in: 'body',
    text: '主題為 "Empower. Include. Grow."，由秘魯提出。',
    note: { 'zh-TW': '英文的引號', en: 'English quotation' },
  },
  { in: 'body', text: '我國分享「數位皮夾」之應用。' },
  {
    in: 'body',
    text: '螢幕為 27" 及 32" 兩種，執行 `print("你好")` 即可。',
    note: { 'zh-TW': '英吋與程式碼', en: 'Inches and code' },
  },
  {
    in: 'body',
    text: '會員稱「所謂“包容”應有共同定義」。',
    note: { 'zh-TW': '引號內的引號由作者決定', en: 'A quotation inside one' },
  },
];

export const page: RulePage = {
  explanation: '中文的引號用「」，引號內再用引號時用『』。',
  leavesAlone: '英文文句的引號維持 “ ”。「」裡的西式引號應改為『』，由作者自行決定。',
  summary: 'Chinese words are quoted with 「」 (inside those 『』). Quotation marks around English text are right.',
};
