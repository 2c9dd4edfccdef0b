import type { Example, Rule, RulePage } from '../engine/rule';
import { rightCase } from './known';
import { reportMiswritten } from './places';

export const rule: Rule = {
  id: 'acronyms/letter-case',
  title: { 'zh-TW': '縮寫大小寫有誤', en: 'Acronym in the wrong letter case' },
  severity: 'warning',
  source: '各組織官方英文縮寫（見 docs/knowledge.md 縮寫表）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」應寫作「{right}」。', en: '“{wrong}” is written “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」應寫作「{right}」（共 {count} 處）。',
      en: '“{wrong}” is written “{right}” ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Write “{right}”' },
  },
  check: (report, { glossary }, find) => {
    const wrong = new Map<string, string>();
    for (const { acronym } of report.acronyms.entries.values()) {
      const right = glossary.acronyms.has(acronym) ? undefined : rightCase(acronym, report);
      if (right !== undefined) wrong.set(acronym, right);
    }
    reportMiswritten(report, wrong, find);
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '（一）⟦Apec⟧ 會員重申支持 WTO，並請 Apec 秘書處彙整。',
    fixed: '（一）APEC 會員重申支持 WTO，並請 APEC 秘書處彙整。',
  },
  {
    in: 'body',
    text: '（一）會員強調⟦Wto⟧改革及⟦Oecd⟧研究之重要性。',
    fixed: '（一）會員強調WTO改革及Oecd研究之重要性。',
  },
  { in: 'body', text: '（一）⟦IOT⟧ 裝置之資安標準。', fixed: '（一）IoT 裝置之資安標準。' },
  {
    in: 'body',
    text: '（一）區域資料交換論壇（RDEF）討論跨境傳輸，我國參與 ⟦RDeF⟧ 試辦。',
    fixed: '（一）區域資料交換論壇（RDEF）討論跨境傳輸，我國參與 RDEF 試辦。',
  },
  { in: 'body', text: '（一）美國說明「數位平權法案」（Digital Equity Act）及 Star 計畫。' },
  {
    in: 'body',
    text: '（一）詳見 Apec Economic Leaders’ Declaration 第 5 段。',
    note: { 'zh-TW': '英文語句', en: 'An English phrase' },
  },
  { in: 'body', text: '（一）APEC、MSMEs、IoT、5G 及 FinTech 之發展。' },
  { in: 'body', text: '（一）引述「Apec 與我」一書。', note: { 'zh-TW': '引用的名稱', en: 'A quoted title' } },
];

export const page: RulePage = {
  explanation:
    '縮寫有固定的大小寫：APEC、WTO 全部大寫，IoT、MSMEs 大小寫並用。這裡比對縮寫表及報告自己定義過的縮寫；同一寫法全文只提出一次，可一次改正。',
  leavesAlone: '引號內的名稱、英文語句與網址中的字不提出；Act、Star 等英文單字不是縮寫。',
  summary:
    'A known acronym in the wrong letter case (Apec, Wto, IOT). One finding for each spelling; quotations, English phrases and words such as Act or Star are left alone.',
};
