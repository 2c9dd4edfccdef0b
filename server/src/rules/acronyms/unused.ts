import type { AcronymDefinition, AcronymEntry } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import { lineAt, lineStart } from '../../report/model/lines';
import { textOf } from '../../report/queries/read';
import type { Example, Fix, Rule, RuleContext, RulePage } from '../engine/rule';
import { isKnown, singularOf } from './known';

/** Whether the acronym stands anywhere but in a definition of its own, in the singular or the plural. */
function isMentioned(report: Report, { acronym }: AcronymEntry): boolean {
  const singular = singularOf(acronym);
  return [acronym, singular, `${singular}s`].some((form) => {
    const entry = report.acronyms.entries.get(form);
    if (!entry) return false;
    const { cover, abstract, body } = entry.uses;
    if (cover + abstract + body + entry.inHeadings > 0) return true;
    // 「ACR（全名）」 uses the acronym by the way.
    return entry.definitions.some((one) => form !== acronym || one.acronym.start === one.start);
  });
}

/** Takes the acronym out, and its brackets where they hold nothing else. */
function withoutAcronym({ text }: Report, { name, english, acronym, end }: AcronymDefinition): Fix | undefined {
  if (acronym.start < name.start || name.end === name.start) return undefined;
  let start = english ? english.end : acronym.start;
  if (!english) while (start > name.end && text[start] !== '(' && text[start] !== '（') start--;
  while (start > name.end && (text[start - 1] === ' ' || text[start - 1] === '\u00a0')) start--;
  const stop = english ? acronym.end : end;
  if (english && acronym.start < english.start) return undefined;
  return {
    title: 'remove',
    safety: 'review',
    edits: [{ start, end: stop, expected: text.slice(start, stop), text: '' }],
  };
}

/** The full name is looked for in the pages behind the definition, in so many lines. */
const reach = 500;

/** Names of bodies, places and laws: their acronyms are how they are found abroad. */
const body = /(?:[局署社館院部校法]|中心|大學|銀行|機場|公司|協會|學會|基金會|委員會|理事會|組織|代表處)$/;

/** Whether `acronym` is written in capitals alone: HyTransPort is the name of a project, EDUC5060 and BR87 are codes. */
function isPlain(acronym: string): boolean {
  return /^[A-Z]{2,}(?:[-&][A-Z]+)*s?$/.test(acronym);
}

/**
 * Whether the acronym might as well not be there. One that everybody knows, that belongs to a body abroad, or that ends the
 * original name given beside the translation, tells the reader where to look; it is in vain only where the report goes on to write the full name
 * out.
 */
function isInVain(
  report: Report,
  { acronym }: AcronymEntry,
  definition: AcronymDefinition,
  context: RuleContext,
  watch: (words: string) => void,
): boolean {
  const written = textOf(report, definition.name);
  if (!definition.english && !body.test(written) && !isKnown(acronym, context)) return true;
  if (!definition.exact || written === '') return false;
  watch(written);
  const { lines, text } = report;
  const to = Math.min(lines.count, lineAt(lines, definition.end) + reach);
  return text.slice(definition.end, lineStart(lines, to)).includes(written);
}

export const rule: Rule = {
  id: 'acronyms/unused',
  title: { 'zh-TW': '縮寫之後沒有使用', en: 'Acronym never used again' },
  severity: 'hint',
  source: '文書處理手冊第16點（簡明）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    unused: {
      'zh-TW': '「{acronym}」之後沒有再使用；不必列出縮寫，或後面改用縮寫。',
      en: '“{acronym}” is never used again; leave it out, or use it.',
    },
    remove: { 'zh-TW': '刪去縮寫', en: 'Remove the acronym' },
  },
  check: (report, context, find, watch) => {
    for (const entry of report.acronyms.entries.values()) {
      if (entry.definitionCount === 0 || isMentioned(report, entry)) continue;
      const { acronym, definitions } = entry;
      // A heading gives the acronym so that the meeting is found, whether or not the text needs it.
      if (!isPlain(acronym) || definitions.some(({ inHeading, zone }) => inHeading || zone === 'cover')) continue;
      const definition = definitions[definitions.length - 1]!;
      if (!isInVain(report, entry, definition, context, watch)) continue;
      find({
        message: 'unused',
        params: { acronym },
        start: definition.acronym.start,
        end: definition.acronym.end,
        fixes: () => {
          const fix = withoutAcronym(report, definition);
          return fix ? [fix] : [];
        },
      });
    }
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '（一）韓國提案成立區域資料交換論壇（⟦RDEF⟧），會員表示支持。',
    fixed: '（一）韓國提案成立區域資料交換論壇，會員表示支持。',
  },
  {
    in: 'body',
    text: '（一）韓國提案「區域資料交換論壇」（Regional Data Exchange Forum, ⟦RDEF⟧）。\n（二）區域資料交換論壇將於明年成立。',
    fixed: '（一）韓國提案「區域資料交換論壇」（Regional Data Exchange Forum）。\n（二）區域資料交換論壇將於明年成立。',
  },
  {
    in: 'body',
    text: '（一）秘魯盼在經濟領袖會議（⟦AELM⟧）前達成共識。\n（二）韓國將於慶州舉辦經濟領袖會議。',
    fixed: '（一）秘魯盼在經濟領袖會議前達成共識。\n（二）韓國將於慶州舉辦經濟領袖會議。',
    note: { 'zh-TW': '列了縮寫，後面仍寫全名', en: 'The report goes on to write the full name' },
  },
  {
    in: 'body',
    text: '（一）紐西蘭說明包容性貿易行動小組（ITAG）成員逐步擴大。',
    note: { 'zh-TW': '通用的縮寫供對照原名', en: 'A known acronym stands for the original name' },
  },
  {
    in: 'body',
    text: '（一）世界醫師會（World Medical Council, WMCL）前理事長與談。',
    note: { 'zh-TW': '與外文原名一併附註', en: 'Given with the original name' },
  },
  {
    in: 'body',
    text: '（一）訪問法國遠東學院（QFEO）及加州車輛管理局（QMVX）。',
    note: { 'zh-TW': '機構的縮寫供查找', en: 'The acronym of a body is how it is found' },
  },
  {
    in: 'body',
    text: '（一）瞭解氫能運輸計畫（HyTransPort）、質性研究方法（EDUC5060M）及首爾仁川（OZ161）航段。',
    note: { 'zh-TW': '計畫名稱、課程代碼與班機', en: 'Names of projects, codes of courses and flights' },
  },
  { in: 'body', text: '（一）RDEF（Regional Data Exchange Forum）將於明年成立。' },
  { in: 'body', text: '（一）自由貿易協定（FTA）持續增加，會員分享各 FTAs 之數位條款。' },
  {
    in: 'body',
    text: '二、包容性貿易行動小組（ITAG）會議\n（一）我國代表與會。',
    note: { 'zh-TW': '標題中的縮寫', en: 'In a heading' },
  },
  {
    in: 'report',
    text: '服務機關：數位發展部\n摘要\n參加包容性貿易行動小組（ITAG）會議。\n壹、目的\n一、ITAG 為新興倡議。\n',
    note: { 'zh-TW': '摘要寫出、本文使用', en: 'Given in the abstract, used in the body' },
  },
];

export const page: RulePage = {
  explanation:
    '寫出全名並加註縮寫，是為了後面使用。自訂的縮寫之後不再使用，或列了縮寫後面卻仍寫全名，都只是增加閱讀負擔，可以刪去或改用縮寫。',
  leavesAlone:
    '通用的縮寫、機構的縮寫或與外文原名一併附註的縮寫只出現一次時，是供讀者對照原名，不提出。標題與封面中的縮寫供查找之用，大小寫混用的名稱與含數字的代碼不是縮寫，也都不提出。複數（FTAs）算使用。',
  summary:
    'An acronym that is given with its full name and never used again. A known one, that of a body, or one given with the original name, is found only where the report goes on to write the full name; headings, the cover, names of mixed case and codes with digits are left alone, and a plural counts as a use.',
};
