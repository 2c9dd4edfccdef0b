import type { AcronymDefinition, Report } from '../../report/model';
import { textOf } from '../../report/read';
import type { Span } from '../../text/span';
import type { Example, Fix, Rule, RulePage } from '../rule';
import type { Glossary } from '../glossary';
import { acronymFacts } from './facts';
import { namesOf } from './fullName';
import { glossaryRows } from './known';
import { isSpaced, shortened, wholeOf, writtenOut } from './definitionEdits';

/** Behind one of these a name begins, if it is not known: 智利說明區域資料交換論壇（RDEF）. */
const leadsToName =
  /說明|討論|加入|參加|出席|簽署|提出|支持|採認|通過|成立|推出|舉辦|召開|檢討|介紹|拜會|參訪|依據|根據|關於|有關|針對|透過|包括|例如|稱為|名為/g;
/** What is left behind such a word must be so long to be a name of its own. */
const shortestName = 5;
/** Longer words without a known name are half a sentence. */
const longestName = 20;

/** `late` with a name that begins where it most likely does; undefined where that would be a wild guess. */
function withLikelyName(report: Report, late: AcronymDefinition, glossary: Glossary): AcronymDefinition | undefined {
  const { start, end } = late.name;
  const words = textOf(report, late.name);
  const isKnown = glossaryRows(textOf(report, late.acronym), glossary).some((row) => namesOf(row).includes(words));
  if (isKnown || late.start !== start || '「『《〈'.includes(report.text[start - 1] ?? ' ')) return late;
  const lead = [...words.matchAll(leadsToName)]
    .map(({ index, 0: verb }) => index + verb.length)
    .filter((index) => words.length - index >= shortestName)
    .at(-1);
  if (late.exact && lead === undefined) return late;
  const from = start + (lead ?? 0);
  const likely = report.text.slice(from, end);
  if (likely.length < shortestName || likely.length > longestName || !/^\p{Script=Han}+$/u.test(likely))
    return undefined;
  return { ...late, start: from, name: { start: from, end } };
}

/** The full name at its first use, the bare acronym where the name stands now; a heading keeps its words. */
function moveOf(report: Report, late: AcronymDefinition, use: Span, glossary: Glossary): readonly Fix[] {
  const definition = withLikelyName(report, late, glossary);
  if (!definition) return [];
  const here = writtenOut(report, definition, use);
  const edits = late.inHeading ? [here] : [here, shortened(report, definition, isSpaced(report, use))];
  return [{ title: 'move', params: { words: textOf(report, wholeOf(report, definition)) }, safety: 'review', edits }];
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
    move: { 'zh-TW': '在這裡寫出全名：{words}', en: 'Write the full name here: {words}' },
  },
  reads: [acronymFacts],
  check: (report, { glossary }, find) => {
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
          fixes: () => moveOf(report, definition, use, glossary),
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
    in: 'body',
    text: '（一）日本分享⟦RDEF⟧經驗。\n（二）智利說明區域資料交換論壇（RDEF）新議定書。',
    fixed: '（一）日本分享區域資料交換論壇（RDEF）經驗。\n（二）智利說明RDEF新議定書。',
    note: { 'zh-TW': '全名的起點由前面的動詞判斷', en: 'A verb tells where the name begins' },
  },
  {
    in: 'body',
    text: '（一）日本分享⟦DEPA⟧經驗。\n二、數位經濟夥伴協定（DEPA）會議\n（一）DEPA 新議定書。',
    fixed: '（一）日本分享數位經濟夥伴協定（DEPA）經驗。\n二、數位經濟夥伴協定（DEPA）會議\n（一）DEPA 新議定書。',
    note: { 'zh-TW': '全名在標題中', en: 'The full name stands in a heading' },
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
