import { reportSlips } from '../slips';
import type { Example, Rule, RulePage } from '../engine/rule';
import { placesByRow, replacing } from './words';

export const rule: Rule = {
  id: 'wording/typo',
  title: { 'zh-TW': '疑似錯別字', en: 'Probable slip of the pen' },
  severity: 'information',
  source: '教育部《重編國語辭典修訂本》；出國報告所見錯字',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    one: { 'zh-TW': '「{wrong}」疑為「{right}」之誤。', en: '“{wrong}” looks like a slip for “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」疑為「{right}」之誤（全文 {count} 處）。',
      en: '“{wrong}” looks like a slip for “{right}” ({count} places).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
  },
  check: (report, _context, find) => {
    for (const [row, places] of placesByRow(report, 'typo'))
      reportSlips(
        replacing(report, places, row.preferred),
        {
          one: 'one',
          many: 'many',
          other: 'other',
          fix: 'replace',
          params: { wrong: row.text, right: row.preferred },
          safety: 'review',
        },
        find,
      );
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '主辦方力推包容性⟦議提⟧，尤其針對婦女賦權。', fixed: '主辦方力推包容性議題，尤其針對婦女賦權。' },
  { in: 'body', text: '我國經驗⟦足勘⟧借鏡。', fixed: '我國經驗足堪借鏡。' },
  { in: 'body', text: '⟦籍由⟧會員之分享，瞭解各方⟦分岐⟧。', fixed: '藉由會員之分享，瞭解各方分岐。' },
  { in: 'body', text: '由秘魯⟦主辨⟧，並⟦再接再勵⟧。' },
  { in: 'body', text: '我國建議提出共同文件，並經會議提請大會採認。' },
  { in: 'body', text: '我國藉由分享自己經驗，其國籍由主管機關認定。' },
  { in: 'body', text: '人力不足勘查現場，請業主辨識身分。' },
  { in: 'body', text: '標語寫作「再接再勵」，引述原文。', note: { 'zh-TW': '引號內保留原文', en: 'Quoted words' } },
];

export const page: RulePage = {
  explanation: '同音或形近的字在固定詞語裡用錯：議提（議題）、籍由（藉由）、足勘（足堪）、主辨（主辦）。',
  leavesAlone: '引號內的文字與跨詞相連的字（建議提出、國籍由、不足勘查）不提出。',
  summary:
    'Frequent slips of homophones and look-alikes in fixed words. Quoted words and strings that arise where two words meet are left alone.',
};
