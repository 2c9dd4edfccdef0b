import type { AcronymDefinition, AcronymEntry, Report } from '../../report/model';
import { lineAt, lineStart } from '../../report/lines';
import { textOf } from '../../report/read';
import type { Fix, Rule, RuleContext } from '../rule';
import { acronymFacts } from './facts';
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
  reads: [acronymFacts],
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
