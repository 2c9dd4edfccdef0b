import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { Message } from '../../text/message';
import { rollOf } from '../../rules/attendance/members';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { literal, rank } from './entry';
import { isOnTheWay } from './typed';

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
  const { report, lead, offset, locale } = context;
  const members = rollOf(report);
  if (!lead || !members) return [];
  if (!report.meetings.some(({ section }) => section.content.start <= offset && offset <= section.end)) return [];
  if (!isOnTheWay(lead.words, '出席會員', 'attendance members present')) return [];
  const listed = new Set<EconomyCode>();
  for (const { attendance } of report.meetings)
    for (const list of attendance) for (const { economy } of list.present) listed.add(economy);
  for (const code of members.keys()) listed.add(code);
  const others = [...listed].filter((code) => code !== 'TW' && members.has(code)).map(economyNameOf);
  const us = members.has('TW') ? '及我國' : '';
  const everybody = `\${1:${literal(others.join('、') + us)}}共 \${2:${members.size}} 個會員出席會議。$0`;
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
    filterText: `出席會員 attendance members present ${lead.words}`,
    sortText: rank(5, index),
    insertText,
    snippet: true,
    replace: behindNumber,
  }));
}
