import type { AcronymDefinition } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import type { Span } from '../../text/span';
import type { Example, Fix, Rule, RulePage } from '../engine/rule';
import { isSpaced, shortened, writtenOut } from './definitionEdits';

/** The full name at its first use, the bare acronym where the name stands now. */
function moveOf(report: Report, late: AcronymDefinition, use: Span): readonly Fix[] {
  // Where a name begins is a guess unless it is known, and a heading keeps its words.
  if (!late.exact || late.inHeading) return [];
  const edits = [writtenOut(report, late, use), shortened(report, late, isSpaced(report, use))];
  return [{ title: 'move', safety: 'review', edits }];
}

export const rule: Rule = {
  id: 'acronyms/defined-late',
  title: { 'zh-TW': '縮寫使用後才寫出全名', en: 'Acronym used before it is written out' },
  severity: 'information',
  source: '文書處理手冊第16點（非一般通用之名稱不得縮寫，譯名附註原文）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    late: {
      'zh-TW': '「{acronym}」在這裡首次使用，全名卻在後面才寫出；請移到首次使用處。',
      en: '“{acronym}” is used here before it is written out; move the full name to its first use.',
    },
    definition: { 'zh-TW': '全名寫在這裡', en: 'Written out here' },
    move: { 'zh-TW': '在首次使用處寫出全名', en: 'Write the full name at the first use' },
  },
  check: (report, _context, find) => {
    for (const entry of report.acronyms.entries.values()) {
      if (entry.definitionCount === 0) continue;
      const { acronym, definitions, firstUse } = entry;
      // 摘要 stands apart: it has a first use of its own, and so has the body. A cover only names the meeting.
      for (const zone of ['abstract', 'body'] as const) {
        const use = firstUse[zone];
        const definition = definitions.find((candidate) => candidate.zone === zone);
        if (!use || !definition || definition.start < use.start) continue;
        find({
          message: 'late',
          params: { acronym },
          start: use.start,
          end: use.end,
          related: [{ message: 'definition', start: definition.start, end: definition.end }],
          fixes: () => moveOf(report, definition, use),
        });
      }
    }
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '（一）會員討論 ⟦FTAAP⟧ 文件。\n（二）會員支持採認亞太自由貿易區 (FTAAP) 文件，延續 FTAAP 動能。',
    fixed: '（一）會員討論亞太自由貿易區 (FTAAP) 文件。\n（二）會員支持採認 FTAAP 文件，延續 FTAAP 動能。',
  },
  {
    in: 'body',
    text: '（一）日本分享⟦DEPA⟧經驗。\n（二）智利說明數位經濟夥伴協定（DEPA）新議定書。',
    fixed: '（一）日本分享數位經濟夥伴協定（DEPA）經驗。\n（二）智利說明DEPA新議定書。',
  },
  {
    in: 'report',
    text: '服務機關：數位發展部\n摘要\n會員支持 ⟦CTI⟧ 提案，貿易暨投資委員會（CTI）將續予研議。\n壹、目的\n一、參加貿易暨投資委員會（CTI）會議。\n',
    note: { 'zh-TW': '摘要自成一區', en: 'The abstract stands apart' },
  },
  {
    in: 'report',
    text: '服務機關：數位發展部\n摘要\n參加 CTI 會議。\n壹、目的\n一、參加貿易暨投資委員會（CTI）會議，CTI 為主要會議。\n',
    note: { 'zh-TW': '摘要使用、本文才寫出', en: 'Used in the abstract, written out in the body' },
  },
  { in: 'body', text: '（一）數位經濟夥伴協定（DEPA）成員增加。\n（二）DEPA 新議定書。' },
  {
    in: 'body',
    text: '（一）主題為「FTAAP 的未來」。\n（二）亞太自由貿易區（FTAAP）為長期目標，FTAAP 文件將於年底採認。',
    note: { 'zh-TW': '引用的名稱不算使用', en: 'A quoted title is no use' },
  },
  {
    in: 'body',
    text: '二、FTAAP 對話\n（一）亞太自由貿易區（FTAAP）為長期目標，FTAAP 文件將於年底採認。',
    note: { 'zh-TW': '標題不算使用', en: 'A heading is no use' },
  },
  { in: 'body', text: '（一）會員支持 WTO 改革。\n（二）WTO 爭端解決機制待恢復。' },
];

export const page: RulePage = {
  explanation:
    '縮寫應在首次使用處寫出全名，之後才單獨使用。全名在後面才出現，前面的讀者就不知道是什麼；多半是段落搬動或多人合寫造成的。修正會把全名移到首次使用處，後面的改為縮寫。',
  leavesAlone:
    '封面、摘要與本文各自計算首次使用。標題、目次、引號內的名稱與英文語句不算使用。從未寫出全名的由 `acronyms/undefined` 判斷。',
  summary:
    'An acronym used before the place where its full name is given. Cover, abstract and body each have their own first use; headings, quotations and English phrases are no uses. The fix moves the full name to the first use.',
};
