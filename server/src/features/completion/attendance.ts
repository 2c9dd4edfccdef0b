import type { Message } from '../../text/message';
import { enumerationOf, rollInOrder } from './attendees';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { literal, rank } from './entry';
import { findingWords, isWanted } from './typed';

const texts = {
  present: { 'zh-TW': '全體會員出席', en: 'All members present' },
  presentNote: {
    'zh-TW': '列出論壇全部會員；刪去未出席的，再更正個數。',
    en: 'Lists every member of the forum; strike out those who were not there and correct the number.',
  },
  except: { 'zh-TW': '除…以外，所有會員均出席', en: 'All members but …' },
  exceptNote: { 'zh-TW': '缺席的會員較少時用這種寫法。', en: 'For meetings where few were absent.' },
} satisfies Record<string, Message>;

/**
 * Sentences that say who attended, in the sections of meetings: the members that the report's other lists name stand
 * first, in the order of the report, and we stand last.
 */
export function completeAttendance(context: CompletionContext): CompletionEntry[] {
  const { report, lead, offset, locale, asked } = context;
  const roll = rollInOrder(report);
  if (!lead || !roll) return [];
  if (!report.meetings.some(({ section }) => section.content.start <= offset && offset <= section.end)) return [];
  const words = '出席會員';
  const english = 'attendance members present';
  if (!isWanted(asked, lead.words, words, english)) return [];
  const everybody = `\${1:${literal(enumerationOf(roll))}}共 \${2:${roll.length}} 個會員出席會議。$0`;
  const except = '除${1:○○}以外，所有會員均出席會議。$0';
  const behindNumber = { start: lead.end - lead.words.length, end: lead.end };
  return [
    [texts.present, texts.presentNote, everybody] as const,
    [texts.except, texts.exceptNote, except] as const,
  ].map(([label, note, insertText], index) => ({
    label: label[locale],
    kind: 'snippet',
    detail: '',
    documentation: note[locale],
    filterText: findingWords(lead.words, words, english),
    sortText: rank('sentence', index),
    insertText,
    snippet: true,
    replace: behindNumber,
  }));
}
