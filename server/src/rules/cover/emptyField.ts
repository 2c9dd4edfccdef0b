import { textOf } from '../../report/queries/read';
import type { Example, Rule, RulePage } from '../engine/rule';

/** A line to write on is no value: ＿＿＿, ……. */
const onlyLine = /^[\s_＿—–\-.…]*$/;

export const rule: Rule = {
  id: 'cover/empty-field',
  title: { 'zh-TW': '封面項目未填寫', en: 'Empty item on the cover' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式：封面）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    empty: { 'zh-TW': '「{label}」沒有填寫。', en: '「{label}」 is empty; fill it in.' },
  },
  check: (report, _context, find) => {
    for (const { label, value } of report.cover.fields) {
      if (!onlyLine.test(textOf(report, value))) continue;
      find({
        message: 'empty',
        params: { label: textOf(report, label).replace(/\s/g, '') },
        start: label.start,
        end: label.end,
      });
    }
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (agency: string, date: string): string =>
  `出國報告（出國類別：開會）\n出席數位經濟會議報告\n${agency}\n姓名職稱：王小明科長\n派赴國家/地區：秘魯利馬\n出國期間：113年8月16日至8月24日\n${date}\n\n壹、目的\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('⟦服務機關⟧：', '報告日期：113年9月11日') },
  { in: 'report', text: report('服務機關：數位發展部', '⟦報告日期⟧：＿＿＿＿') },
  { in: 'report', text: '出國報告（⟦出國類別⟧：）\n出席數位經濟會議報告\n服務機關：數位發展部\n\n壹、目的\n' },
  { in: 'report', text: report('| ⟦服務機關⟧ |  |', '| 報告日期 | 113年9月11日 |') },
  { in: 'report', text: report('**⟦服務機關⟧：**', '**報告日期：** 113年9月11日') },
  {
    in: 'report',
    text: report('服務機關：\n數位發展部、\n國家發展委員會', '報告日期：113年9月11日'),
    note: { 'zh-TW': '內容寫在下一行', en: 'The value stands below its label' },
  },
  { in: 'report', text: report('服　務　機　關：數位發展部', '報告日期：中華民國113年9月11日') },
  {
    in: 'report',
    text: `${report('服務機關：數位發展部', '報告日期：113年9月11日')}一、會議日期：\n二、出國期間：\n`,
    note: { 'zh-TW': '本文中的標題不是封面項目', en: 'Lead-ins of the body are no fields' },
  },
];

export const page: RulePage = {
  explanation: '封面的項目寫了欄名卻沒有內容，多半是從範本複製後忘了填，送件時會被退回補正。',
  leavesAlone:
    '內容寫在欄名下一行的不提出。○○、待填等預留字由 `structure/placeholder` 提出，不完整的日期由 `dates/incomplete` 提出。',
  summary:
    'A label of the cover without a value. Values on the lines below count; placeholders such as ○○ are found by structure/placeholder.',
};
