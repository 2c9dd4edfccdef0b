import { CharClass, classAt } from '../../text/characters';
import { Trait } from '../../report/scan/traits';
import type { Example, Rule, RulePage } from '../engine/rule';
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
  check: (report, _context, find) => {
    reportSlips(slipsOf(report, reader), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '本次會議討論數位貿易⟦,⟧並達成共識。', fixed: '本次會議討論數位貿易，並達成共識。' },
  { in: 'body', text: '會議情形如次⟦:⟧', fixed: '會議情形如次：' },
  { in: 'body', text: '日本支持本案⟦;⟧ 韓國未表示意見。', fixed: '日本支持本案；韓國未表示意見。' },
  { in: 'body', text: '參加 APEC⟦,⟧並提案。', fixed: '參加 APEC，並提案。' },
  { in: 'body', text: '是否可行⟦??⟧ 各方意見不一。', fixed: '是否可行？各方意見不一。' },
  { in: 'body', text: '會議於 9:30 開始，共 1,200 人參加，男女比例為 3:2。' },
  {
    in: 'body',
    text: '執行 `輸出, 換行;` 或見https://example.org/q?a=1,2，圖![照片](a.png)及&nbsp;空白。',
    note: { 'zh-TW': '程式碼、網址與標記', en: 'Code, addresses and markup' },
  },
  { in: 'body', text: '議題為 Trade, Investment and Growth: A New Look，由秘魯提出。' },
  { in: 'body', text: '網站https://www.apec.org/Meetings提供資料。' },
  { in: 'body', text: '會員包括 A, B 及 C 三組。' },
];

export const page: RulePage = {
  explanation: '中文句子的逗號、分號、冒號、問號與驚嘆號用全形。半形標點多半是中英文輸入切換時留下的。',
  leavesAlone: '數字與時間（1,200、9:30）、英文句子與網址裡的標點維持半形。',
  summary:
    'Commas, semicolons, colons, question and exclamation marks of a Chinese sentence are full width. Figures, times, English text and addresses are left alone.',
};
