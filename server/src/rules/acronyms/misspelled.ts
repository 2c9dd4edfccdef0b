import type { Example, Rule, RulePage } from '../engine/rule';
import { nearMissesOf } from './nearMisses';
import { reportMiswritten } from './places';

export const rule: Rule = {
  id: 'acronyms/misspelled',
  title: { 'zh-TW': '縮寫拼錯', en: 'Misspelled acronym' },
  severity: 'warning',
  source: '各組織官方英文縮寫（見 docs/knowledge.md 縮寫表）及報告自己的定義',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」應為「{right}」之誤。', en: '“{wrong}” looks like a slip for “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」應為「{right}」之誤（共 {count} 處）。',
      en: '“{wrong}” looks like a slip for “{right}” ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Write “{right}”' },
  },
  check: (report, context, find) => {
    reportMiswritten(report, nearMissesOf(report, context), find);
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '（一）亞太自由貿易區（FTAAP）為長期目標，會員盼持續推動 ⟦FTAPP⟧ 工作。',
    fixed: '（一）亞太自由貿易區（FTAAP）為長期目標，會員盼持續推動 FTAAP 工作。',
  },
  { in: 'body', text: '（一）中國重申加入 ⟦CPTTP⟧ 之決心。', fixed: '（一）中國重申加入 CPTPP 之決心。' },
  {
    in: 'body',
    text: '（一）會員支持推動亞太自由貿易區（⟦FTAP⟧）相關工作。',
    fixed: '（一）會員支持推動亞太自由貿易區（FTAAP）相關工作。',
    note: { 'zh-TW': '全名透露了正確的縮寫', en: 'The full name gives the right one away' },
  },
  {
    in: 'body',
    text: '（一）APEC 會員均出席，⟦AEPC⟧ 秘書處並說明計畫審查時程。',
    fixed: '（一）APEC 會員均出席，APEC 秘書處並說明計畫審查時程。',
  },
  {
    in: 'body',
    text: '（一）會員比較各 FTAs、RTAs 條文，OPEC 與 EFTA 經驗亦可供參考。',
    note: { 'zh-TW': '複數與其他組織', en: 'Plurals and other organisations' },
  },
  {
    in: 'body',
    text: '（一）亞洲太平洋電子商務中心（APECC）與 APEC 合作。',
    note: { 'zh-TW': '另有全名', en: 'It has a full name of its own' },
  },
  { in: 'body', text: '（一）NACT 與 SACT 為兩項新倡議，秘書處將另行說明。' },
];

export const page: RulePage = {
  explanation:
    '縮寫少一個字母、多一個字母、錯一個字母或前後對調（FTAPP、CPTTP），肉眼不易看出。這裡只看沒有人知道、也沒有定義的縮寫，而且與縮寫表或報告定義過的縮寫只差一步。',
  leavesAlone: '四個字母以下的縮寫、複數（FTAs）、另有全名的縮寫都不提出；與兩個縮寫同樣相近時也不猜。',
  summary:
    'An unknown acronym one slip (a letter changed, added, dropped or swapped) away from a known or defined one. Short ones, plurals and acronyms with a full name of their own are left alone.',
};
