/**
 * 出國報告審核表 (附件二 of the central rule, read from a secondary source): its fields and boxes as far as report and
 * findings say them. What only a person can judge, and all that is the reviewing agency's, stays open.
 */
import type { DigestField, DigestFieldId } from './digest';
import type { ReportDocument } from './document';
import { formDocument, formTable, formWords } from './formDocument';

/** How an item of the checklist came out; the ids are those of the checklist. */
export interface Verdict {
  readonly id: string;
  readonly state: 'passed' | 'attention' | 'failed' | 'unwritten' | 'manual';
  /** What was seen, in words. */
  readonly detail: string;
}

interface FormItem {
  readonly words: string;
  /** The items of the checklist that speak to it; the worst one counts. None: a person judges. */
  readonly verdicts: readonly string[];
  /** Boxes of its own below it. */
  readonly reasons: readonly string[];
  /** The author ticks it; else the agency alone. */
  readonly own: boolean;
}

const item = (words: string, verdicts: readonly string[], own: boolean, reasons: readonly string[] = []): FormItem => ({ words, verdicts, own, reasons }); // prettier-ignore

const items: readonly FormItem[] = [
  item('依限繳交出國報告', ['deadline'], true),
  item('格式完整（本文必須具備「目的」、「過程」、「心得及建議事項」）', ['cover', 'format'], true),
  item('無抄襲相關資料', [], true),
  item('內容充實完備', ['content'], true),
  item('建議具參考價值', ['suggestions'], true),
  item('送本機關參考或研辦', [], false),
  item('送上級機關參考', [], false),
  item('退回補正，原因：', [], false, [
    '不符原核定出國計畫',
    '以外文撰寫或僅以所蒐集外文資料為內容',
    '內容空洞簡略或未涵蓋規定要項',
    '抄襲相關資料之全部或部分內容',
    '引用相關資料未註明資料來源',
    '電子檔案未依格式辦理',
  ]),
  item('本報告除上傳至出國報告資訊網外，將採行之公開發表：', [], false, [
    '辦理本機關出國報告座談會（說明會），與同仁進行知識分享',
    '於本機關業務會報提出報告',
    '其他',
  ]),
  item('其他處理意見及方式：', [], false),
];

const [open, ticked] = ['□', '■'];

/** What the author's box of an item shows, and why it is not ticked. */
function ownBox({ own, verdicts }: FormItem, all: readonly Verdict[]): string {
  if (!own) return '';
  const told = all.filter(({ id }) => verdicts.includes(id));
  if (told.length > 0 && told.every(({ state }) => state === 'passed')) return ticked;
  const faults = told
    .filter(({ state }) => state === 'failed' || state === 'attention' || state === 'unwritten')
    .map(({ detail }) => detail);
  return [open, ...faults].join('\n');
}

/** The review form of a report as a document. */
export function reviewForm(
  fields: readonly DigestField[],
  verdicts: readonly Verdict[],
  { form, properties }: ReportDocument,
): ReportDocument {
  const value = (id: DigestFieldId): string => fields.find((field) => field.id === id)?.value ?? '';
  const header = formTable(
    [
      ['出國報告名稱', value('title')],
      ['出國人姓名、職稱', value('persons')],
      ['服務單位', value('agency')],
      ['出國類別', value('category')],
      ['出國期間', value('period')],
      ['報告繳交日期', value('reportDate')],
    ],
    [0.28, 0.72],
  );
  const rows = items.map((one, index) => [
    [`${index + 1}. ${one.words}`, ...one.reasons.map((reason, at) => `${open}（${at + 1}）${reason}`)].join('\n'),
    ownBox(one, verdicts),
    open,
  ]);
  const signatures = formTable(
    [
      ['出國人簽章（2人以上，得以1人為代表）', '計畫主辦機關審核人', '一級單位主管簽章', '機關首長或其授權人員簽章'],
      ['\n\n', '', '', ''],
    ],
    [0.25, 0.25, 0.25, 0.25],
    true,
  );
  return formDocument('出國報告審核表', properties, form, [
    header,
    formTable([['審核項目', '出國人員自我檢核', '計畫主辦機關審核'], ...rows], [0.58, 0.21, 0.21], true, [1, 2]),
    signatures,
    {
      kind: 'paragraph',
      style: 'continued',
      number: undefined,
      level: -1,
      depth: 0,
      content: formWords('自我檢核欄之「■」依程式檢查結果預填，請出國人員逐項確認；其餘由人員判斷後勾選。'),
      line: 0,
    },
  ]);
}
