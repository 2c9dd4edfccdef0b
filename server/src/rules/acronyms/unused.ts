import type { AcronymDefinition, AcronymEntry, Report } from '../../report/model';
import type { Example, Fix, Rule, RulePage } from '../rule';
import { singularOf } from './known';

/** How often the acronym stands anywhere but in a definition of its own, in the singular or the plural. */
function mentionsOf(report: Report, { acronym }: AcronymEntry): number {
  const singular = singularOf(acronym);
  let mentions = 0;
  for (const form of new Set([acronym, singular, `${singular}s`])) {
    const entry = report.acronyms.entries.get(form);
    if (!entry) continue;
    const { cover, abstract, body } = entry.uses;
    mentions += cover + abstract + body + entry.inHeadings + (form === acronym ? 0 : entry.definitions.length);
  }
  return mentions;
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

export const rule: Rule = {
  id: 'acronyms/unused',
  title: { 'zh-TW': '縮寫之後沒有使用', en: 'Acronym never used again' },
  severity: 'hint',
  source: '文書處理手冊第16點（簡明）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    unused: {
      'zh-TW': '「{acronym}」之後沒有再使用，可以不必列出縮寫。',
      en: '“{acronym}” is never used again; it need not be given.',
    },
    remove: { 'zh-TW': '刪去縮寫', en: 'Remove the acronym' },
  },
  check: (report, _context, find) => {
    for (const entry of report.acronyms.entries.values()) {
      const { acronym, definitions } = entry;
      // A heading gives the acronym so that the meeting is found, whether or not the text needs it.
      if (definitions.length === 0 || definitions.some(({ inHeading, zone }) => inHeading || zone === 'cover'))
        continue;
      if (mentionsOf(report, entry) > 0) continue;
      const definition = definitions[definitions.length - 1]!;
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
    text: '（一）紐西蘭說明包容性貿易行動小組（⟦ITAG⟧）成員逐步擴大。',
    fixed: '（一）紐西蘭說明包容性貿易行動小組成員逐步擴大。',
  },
  {
    in: 'body',
    text: '（一）紐西蘭說明包容性貿易行動小組（Inclusive Trade Action Group, ⟦ITAG⟧）成員擴大。',
    fixed: '（一）紐西蘭說明包容性貿易行動小組（Inclusive Trade Action Group）成員擴大。',
  },
  {
    in: 'body',
    text: '（一）我國推出「可信任生成式 AI」(⟦TAIDE⟧)，積極推動 AI 應用。',
    fixed: '（一）我國推出「可信任生成式 AI」，積極推動 AI 應用。',
  },
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
  explanation: '寫出全名並加註縮寫，是為了後面使用。之後不再使用的縮寫只是增加閱讀負擔，可以刪去。',
  leavesAlone: '標題與封面中的縮寫供查找之用，不提出。複數（FTAs）也算使用。若要保留原文縮寫供對照，可忽略這項提示。',
  summary:
    'An acronym that is given with its full name and never used again. Headings and the cover are left alone; a plural counts as a use. Only a hint: the acronym may be meant as the original name.',
};
