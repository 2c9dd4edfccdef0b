import type { Report } from '../../report/model/report';
import { reportSlips } from '../slips';
import type { Example, Rule, RulePage } from '../engine/rule';
import { placesByRow, replacing } from './words';

/** Habits are one finding from here on. */
const mostSingle = 2;

/** Whether the word belongs to the name beside an acronym, which the rules of acronyms judge: 高官會（SOM）. */
function isDefinedName(report: Report, line: number, start: number, end: number): boolean {
  const offset = report.lines.starts[line]!;
  return report.lines.facts[line]!.definitions.some(
    ({ name, exact }) => exact && name.start <= start - offset && end - offset <= name.end,
  );
}

export const rule: Rule = {
  id: 'wording/mainland-term',
  title: { 'zh-TW': '非我國慣用語', en: 'Term not used in Taiwan' },
  severity: 'information',
  source: '我國參與國際經貿會議之慣用語；OpenCC 臺灣常用詞彙',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    one: { 'zh-TW': '「{wrong}」我國慣用「{right}」。', en: 'Taiwan says “{right}”, not “{wrong}”.' },
    many: {
      'zh-TW': '「{wrong}」我國慣用「{right}」（全文 {count} 處）。',
      en: 'Taiwan says “{right}”, not “{wrong}” ({count} places).',
    },
    other: { 'zh-TW': '這裡也用了「{wrong}」', en: 'Here too: “{wrong}”' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
  },
  check: (report, _context, find) => {
    const places = placesByRow(
      report,
      'mainland',
      (_row, start, end, line) => !isDefinedName(report, line, start, end),
    );
    for (const [row, spans] of places)
      reportSlips(
        replacing(report, spans, row.preferred),
        {
          one: 'one',
          many: 'many',
          other: 'other',
          fix: 'replace',
          params: { wrong: row.text, right: row.preferred },
          safety: 'review',
          mostSingle,
        },
        find,
      );
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '會員討論⟦數字經濟⟧及⟦人工智能⟧之治理。', fixed: '會員討論數位經濟及人工智能之治理。' },
  { in: 'body', text: '盼加強⟦信息⟧交流與⟦能力建設⟧。', fixed: '盼加強資訊交流與能力建設。' },
  { in: 'body', text: '將於⟦高官會⟧後續推動⟦貿易便利化⟧。', fixed: '將於資深官員會議後續推動貿易便利化。' },
  { in: 'body', text: '業者提供⟦在線教育⟧服務，改善⟦服務質量⟧。' },
  { in: 'body', text: '數位貿易與通信息息相關，我國可持續參與在線上舉辦之會議。' },
  { in: 'body', text: '以統計數據及大數據進行社會網絡分析，並更換數據機。' },
  { in: 'body', text: '應將品質量化，並測量物體之質量。' },
  {
    in: 'body',
    text: '中國提出「數字經濟合作倡議」，強調『高質量發展』。',
    note: { 'zh-TW': '引號內保留原文', en: 'Quoted words' },
  },
  { in: 'body', text: '美國高官會談後，本案由各部會協調研商。' },
  { in: 'body', text: '貨品於高雄落地，用戶可選擇電信業者，當事人默認該事實。' },
];

export const page: RulePage = {
  explanation:
    '信息、數字經濟、人工智能、高官會等是中國大陸的用語，我國公務文書慣用資訊、數位經濟、人工智慧、資深官員會議。多半是參考外部資料時留下的。',
  leavesAlone:
    '引號與書名號內的文字、法規名稱（個人信息保護法），以及在臺灣也通行的詞（大數據、統計數據、用戶、社會網絡、賦能）不提出。緊接英文縮寫的名稱由 `acronyms/glossary-mismatch` 判斷。',
  summary:
    'Terms of mainland China for which Taiwan has its own. Quoted words, names of laws and words that are usual on both sides are left alone.',
};
