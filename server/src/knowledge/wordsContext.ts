import type { Sourced } from './types';
import type { WordCells } from './words';

const table = '法律統一用字表（文書處理手冊附錄4）';
const law: Sourced = { source: table, trust: 'official' };
const plans: Sourced = { source: `${table}：名詞用「計畫」，動詞用「規劃」`, trust: 'official' };
const phrases: Sourced = {
  source: '法律統一用語表（文書處理手冊附錄4）：法律用「制定」，法規命令、計畫等用「訂定」',
  trust: 'official',
};
const formal: Sourced = { source: 'tw-formal-writing：公文用字', trust: 'secondary' };

/** Words that are wrong in most contexts; the author says whether this is one of them. */
// prettier-ignore
export const contextTerms: readonly WordCells[] = [
  ['計劃', '計畫', plans, { other: '規劃', notAfter: '統會設合', notBefore: '分撥一定歸', right: ['依主計總處統計劃分區域。', '款項由會計劃撥。'] }],
  ['制訂', '訂定', phrases, { other: '制定', notAfter: '控抑編機體管法限複', notBefore: '單購位閱戶定', right: ['企業抑制訂單外流。', '就管制訂定罰則。'] }],
  ['安份', '安分', law, { notBefore: '量' }],
  ['份內工作', '分內工作', law, { notAfter: '部' }],
  ['份內之事', '分內之事', law, { notAfter: '部' }],
  ['剩餘款', '賸餘款', law, { notBefore: '項式' }],
  ['歲計剩餘', '歲計賸餘', law],
  ['預算剩餘', '預算賸餘', law],
  ['撤除房屋', '拆除房屋', law],
  ['透澈', '透徹', law, { notAfter: '清', notBefore: '的水湖海', right: ['展示透澈的水晶製品。'] }],
  ['申請羈押', '聲請羈押', law],
  ['聲請補助', '申請補助', law],
  ['給予講義', '給與講義', law],
  ['授與學位', '授予學位', law],
  ['授予權利', '授與權利', law],
  ['紀錄下來', '記錄下來', law],
  ['加以紀錄', '加以記錄', law],
  ['複核', '覆核', law, { notAfter: '重繁', right: ['避免重複核發補助。'] }],
  ['複查', '復查', law, { notAfter: '重繁', right: ['避免重複查驗造成負擔。'] }],
  ['必需要', '必須', formal, { notBefore: '件素求' }],
  ['必需於', '必須於', formal],
  ['必需在', '必須在', formal],
  ['必需將', '必須將', formal],
  ['必需經', '必須經', formal, { notBefore: '費' }],
  ['須要', '需要', formal, { notAfter: '必無亦仍均皆應尚都另', notBefore: '求件', right: ['業者必須要遵守規範。', '主管機關須要求業者改善。', '入會須要件齊備。'] }],
];
