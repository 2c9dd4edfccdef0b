import { missingParts } from '../../report/queries/requiredParts';
import type { Example, ReportRule, RulePage } from '../engine/rule';
import { insertPart, placeOf } from './insertPart';

export const rule: ReportRule = {
  per: 'report',
  id: 'structure/missing-section',
  title: { 'zh-TW': '缺少必要章節', en: 'Missing section' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式）；各機關出國報告規定',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    missing: {
      'zh-TW': '報告缺少「{title}」，應列在這一章之前。',
      en: 'The report lacks 「{title}」; it belongs before this section.',
    },
    missingLast: {
      'zh-TW': '報告缺少「{title}」，應列在這之後。',
      en: 'The report lacks 「{title}」; it belongs behind this.',
    },
    insert: { 'zh-TW': '插入「{title}」', en: 'Insert 「{title}」' },
  },
  check: ({ whole }, _notes, { profile }, find) => {
    for (const missing of missingParts(whole, profile)) {
      const place = placeOf(whole, profile, missing.part);
      if (!place) return;
      const { start, end } = place.mark;
      const { title } = missing;
      find({
        message: place.at <= start ? 'missing' : 'missingLast',
        params: { title },
        unit: whole,
        start,
        end,
        subject: missing.part,
        fixes: () => [
          {
            title: 'insert',
            params: { title },
            safety: 'review',
            edits: insertPart(whole, missing, place).map((edit) => ({ unit: whole, ...edit })),
          },
        ],
      });
    }
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (body: string): string => `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n\n${body}\n`;

const purpose = '了解數位貿易議題之進展。';
const skeleton = {
  purpose: '（待補：原訂計畫目標，包括主題及緣起。）',
  itinerary: '（待補：逐日列出日期及工作內容，自出發日至返國日。）',
  suggestions: '（待補：與主題相關之心得及具體建議；建議逐項列出；無建議者書明「無」。）',
};

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report(
      `摘要\n\n本次會議順利完成。\n\n目次\n壹、目的\t1\n貳、出席會議情形\t1\n參、心得及建議\t9\n\n壹、目的\n\n${purpose}\n\n貳、⟦出席會議情形⟧\n\n會議順利。\n\n參、心得及建議\n\n一、建議持續參與。`,
    ),
    fixed: report(
      `摘要\n\n本次會議順利完成。\n\n目次\n壹、目的\t1\n貳、行程\n參、出席會議情形\t1\n肆、心得及建議\t9\n\n壹、目的\n\n${purpose}\n\n貳、行程\n\n${skeleton.itinerary}\n\n參、出席會議情形\n\n會議順利。\n\n肆、心得及建議\n\n一、建議持續參與。`,
    ),
  },
  {
    in: 'report',
    text: report(
      `## 摘要\n本次會議順利完成。\n\n## ⟦行程⟧\n8月16日\t出發\n\n## 出席會議情形\n會議順利。\n\n## 心得及建議\n無`,
    ),
    fixed: report(
      `## 摘要\n本次會議順利完成。\n\n## 目的\n${skeleton.purpose}\n\n## 行程\n8月16日\t出發\n\n## 出席會議情形\n會議順利。\n\n## 心得及建議\n無`,
    ),
  },
  {
    in: 'report',
    text: report(
      `摘要\n\n順利。\n\n壹、目的\n\n${purpose}\n\n貳、過程\n\n參訪。\n\n參、心得\n\n良多。\n\n肆、⟦附件⟧\n\n議程`,
    ),
    note: { 'zh-TW': '有「心得」而無「建議」', en: '心得 without 建議' },
  },
  {
    in: 'report',
    text: report(`摘要\n\n順利。\n\n壹、目的\n\n${purpose}\n\n貳、⟦過程⟧\n\n會議順利。\n\n參、心得及建議\n\n無`),
    profile: 'conference',
    note: { 'zh-TW': '會議報告只有「過程」，缺行程', en: '過程 alone leaves the days untold' },
  },
  {
    in: 'report',
    text: report(
      `摘要\n\n順利。\n\n壹、前言\n\n${purpose}\n\n貳、過程\n\n會議順利。\n\n參、心得\n\n良多。\n\n肆、建議\n\n無`,
    ),
    profile: 'central',
  },
  {
    in: 'report',
    text: report(
      `摘要\n\n順利。\n\n壹、目的\n\n${purpose}\n\n貳、過程\n\n一、行程\n\n8月16日\t出發\n\n二、出席會議情形\n\n順利。\n\n參、心得及建議\n\n無`,
    ),
    profile: 'conference',
    note: { 'zh-TW': '行程與會議情形寫在過程之內', en: 'Both parts inside 過程' },
  },
  {
    in: 'report',
    text: report(
      `摘要\n\n順利。\n\n壹、考察緣起與目的\n\n${purpose}\n\n貳、參訪行程及內容\n\n參訪。\n\n參、感想與建議\n\n無`,
    ),
    profile: 'conference',
    note: { 'zh-TW': '由數個章名合成的章名', en: 'Titles put together of names' },
  },
  {
    in: 'report',
    text: report(
      `摘要\n\n順利。\n\n壹、目的\n\n${purpose}\n\n貳、東京都廳\n\n一、參訪行程及內容\n\n參訪。\n\n參、心得及建議\n\n無`,
    ),
    profile: 'central',
    note: { 'zh-TW': '寫在另一章之內', en: 'Inside a chapter of another name' },
  },
  {
    in: 'report',
    text: report(
      `摘要\n\n順利。\n\n壹、目的\n\n${purpose}\n\n貳、行程\n\n8月16日\t出發\n\n參、數位經濟指導小組會議\n\n順利。\n\n肆、拜會數位廳\n\n順利。\n\n伍、心得及建議\n\n無`,
    ),
    profile: 'conference',
    note: { 'zh-TW': '以會議為章名', en: 'Chapters named after the meetings' },
  },
  {
    in: 'report',
    text: report(
      `一、中文摘要\n\n順利。\n\n二、出國目的\n\n${purpose}\n\n三、行程\n\n8月16日\t出發\n\n四、會議紀要\n\n順利。\n\n五、心得及建議\n\n無`,
    ),
    profile: 'conference',
  },
];

export const page: RulePage = {
  explanation:
    '依所用的規定（profile）檢查必要章節，例如出席國際會議報告要有摘要、目的、行程、出席會議情形、心得及建議。缺少的章節標示在它應在的位置之後的標題上；應在最後時標示在最後一章。快速修正在該處插入標題與待補文字，編號與寫法依報告原樣，其後各章與目次的編號一併更新（目次頁碼請自行補上）。',
  leavesAlone:
    '各種通行的章名（前言、會議紀要、出國目的…）與合成的章名（參訪行程及內容、感想與建議…）、以會議或參訪為名的章（數位經濟指導小組會議、拜會數位廳）、「心得」與「建議」分列、行程及會議情形寫在「過程」之內，都視為已有。出國類別依規定只須摘要者，不要求其他章節。',
  summary:
    'Every part that the profile requires must be there, under any accepted title. The fix inserts it where it belongs, numbered and laid out as the report does it, and renumbers the chapters behind it and 目次.',
};
