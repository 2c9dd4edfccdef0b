import type { Report } from '../../report/model/report';
import { reportSlips } from '../slips';
import type { Example, Rule, RulePage } from '../engine/rule';
import { placesByRow, replacing } from './words';

/** What follows a person's name: 由于美華處長 speaks of somebody of the name 于. */
const title =
  /^[\u4e00-\u9fff]{0,3}?(?:副?[組處司局部署科院校所會]長|副?主任|專門?委員|專員|科員|委員|教授|博士|先生|女士|小姐|經理|董事|執行長|研究員|[秘祕]書|參事|大使|代表|顧問|主席|次長|議員|老師|等[一二三四五六七八九十\d])/;

/** Whether the 于 that ends at `end` is a surname. */
function isSurname(report: Report, end: number): boolean {
  return report.text[end - 1] === '于' && title.test(report.text.slice(end, end + 8));
}

export const rule: Rule = {
  id: 'wording/unified-term',
  title: { 'zh-TW': '不合統一用字', en: 'Not the unified term' },
  severity: 'warning',
  source: '法律統一用字表、法律統一用語表（文書處理手冊附錄4）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」應作「{right}」。', en: '“{wrong}” is written “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」應作「{right}」（全文 {count} 處）。',
      en: '“{wrong}” is written “{right}” ({count} places).',
    },
    other: { 'zh-TW': '這裡也應作「{right}」', en: 'Here too it is “{right}”' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
  },
  check: (report, _context, find) => {
    for (const [row, places] of placesByRow(report, 'unified', (_row, _start, end) => !isSurname(report, end)))
      reportSlips(
        replacing(report, places, row.preferred),
        {
          one: 'one',
          many: 'many',
          other: 'other',
          fix: 'replace',
          params: { wrong: row.text, right: row.preferred },
        },
        find,
      );
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '我國說明新年度之⟦規畫⟧。', fixed: '我國說明新年度之規劃。' },
  { in: 'body', text: '⟦部份⟧會員已⟦公佈⟧指引。', fixed: '部分會員已公佈指引。' },
  { in: 'body', text: '盼⟦盡速⟧⟦提昇⟧透明度。', fixed: '盼儘速提昇透明度。' },
  { in: 'body', text: '⟦由于⟧時間有限，議程順延。', fixed: '由於時間有限，議程順延。' },
  { in: 'body', text: '出口⟦佔⟧全體之三成。', fixed: '出口占全體之三成。' },
  {
    in: 'body',
    text: '我國由于副組長率團，會後由于美華處長接受訪問。',
    note: { 'zh-TW': '姓氏「于」', en: 'The surname 于' },
  },
  {
    in: 'body',
    text: '包裝標示全部份量，大部份額由大型業者持有。',
    note: { 'zh-TW': '「部」與「份量」「份額」是兩個詞', en: 'Two words that meet' },
  },
  {
    in: 'body',
    text: '中國報告「關于公佈規畫之通知」及\n「數字身份\n公佈方案」。',
    note: { 'zh-TW': '引號內保留原文，換行亦同', en: 'Quoted words, also over two lines' },
  },
  { in: 'body', text: '參訪團搭機抵台積電，次日返國。' },
  { in: 'body', text: '業者爭取銷售機會，並善盡管理責任。' },
];

export const page: RulePage = {
  explanation:
    '法律與公文的用字以《法律統一用字表》為準：公布、部分、身分、規劃、儘速、占、雇主、僱用……。表上每一筆都是在任何文句裡都要改的寫法，因此可以一次修正。',
  leavesAlone:
    '引號與書名號內的文字保留原文。跨詞相連的字（全部份量、爭取銷售、善盡管理）與人名（由于副組長）不提出。要看文意的字（計劃、制訂、複核）由 `wording/context-term` 提出。',
  summary:
    'Spellings that the table of unified terms replaces in every context. Quoted titles, names of persons and strings that only arise where two words meet are left alone.',
};
