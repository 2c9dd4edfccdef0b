import { Trait } from '../../report/scan/traits';
import type { Example, Rule, RulePage } from '../engine/rule';
import { edit, reportSlips, slipsOf } from '../slips';
import type { Slip } from '../slips';
import type { LineReader } from '../lines';

/** Distance of a full-width form to its half-width one in Unicode. */
const distance = 0xfee0;

function toHalf(words: string): string {
  return [...words].map((character) => String.fromCharCode(character.charCodeAt(0) - distance)).join('');
}

const reader: LineReader<Slip> = {
  lines: { traits: Trait.FullWidthAlphanumeric },
  read: (words) => {
    const slips: Slip[] = [];
    // eslint-disable-next-line regexp/no-obscure-range -- the full width forms of 0–9, A–Z and a–z
    for (const { 0: match, index } of words.matchAll(/[Ａ-Ｚ０-９]+/gi)) {
      const end = index + match.length;
      // ＸＸ and Ｏ Ｏ stand for words still to be filled in; another rule speaks of those.
      if (/^(?:Ｘ+|Ｏ+)$/.test(match)) continue;
      // １式2份 is 一式2份; the rule of numerals says so.
      if (match === '１' && /^式 ?\d{1,2} ?份/.test(words.slice(end, end + 6))) continue;
      slips.push({ start: index, end, edits: [edit(words, index, end, toHalf(match))] });
    }
    return slips;
  },
};

export const rule: Rule = {
  id: 'typography/full-width-alphanumeric',
  title: { 'zh-TW': '全形英數字', en: 'Full width letters and digits' },
  severity: 'warning',
  source: '公文書橫式書寫數字使用原則（文書處理手冊附錄4）：數字用半形',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '英文字母與數字應使用半形。', en: 'Letters and digits are half width.' },
    many: {
      'zh-TW': '英文字母與數字應使用半形（全文 {count} 處）。',
      en: 'Letters and digits are half width ({count} places).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為半形', en: 'Change to half width' },
  },
  check: (report, _context, find) => {
    reportSlips(slipsOf(report, reader), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '參加⟦ＡＰＥＣ⟧會議。', fixed: '參加APEC會議。' },
  { in: 'body', text: '於⟦１１３⟧年⟦８⟧月召開。', fixed: '於113年８月召開。' },
  { in: 'body', text: '推動⟦ｅ⟧化服務。', fixed: '推動e化服務。' },
  { in: 'body', text: '⟦１⟧、會員國增加。\n2、收入持平。', fixed: '1、會員國增加。\n2、收入持平。' },
  { in: 'body', text: '參加 APEC 會議共 113 人。' },
  {
    in: 'body',
    text: '報告１式2份。',
    note: { 'zh-TW': '由 numbers/numeral-style 提出', en: 'For numbers/numeral-style' },
  },
  {
    in: 'body',
    text: '服務機關為ＸＸ部。',
    note: { 'zh-TW': '待填的記號由其他規則提出', en: 'Placeholders are another rule’s' },
  },
  { in: 'body', text: '全形標點（，。：）與括號維持全形。' },
];

export const page: RulePage = {
  explanation: '橫式公文的數字與英文字母用半形。全形英數字多半是從報紙或舊文件貼上的，也會讓縮寫與日期比對不到。',
  leavesAlone: '全形標點與括號不受影響；「ＸＸ」這類待填記號由 `structure/placeholder` 提出。',
  summary: 'Letters and digits in horizontal documents are half width. Full width punctuation is right and left alone.',
};
