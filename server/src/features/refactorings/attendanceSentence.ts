import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import { lineAt } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import { render } from '../../text/message';
import type { Locale, Message } from '../../text/message';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import type { Refactoring } from './refactoring';

const title: Message = {
  'zh-TW': '改寫為出席情形：共 {count} 個會員',
  en: 'Write as an attendance sentence: {count} members',
};

/** What may stand between the names of a list; more words make it prose that is not ours to rewrite. */
const between = '、，,；;．.·‧-*•及與和\t\r\n0123456789()（）';

/** The members named in `span` in their order, or undefined where there are other words between. */
function membersIn(report: Report, span: Span): readonly EconomyCode[] | undefined {
  const { lines, text } = report;
  const members: EconomyCode[] = [];
  let at = span.start;
  const isPadding = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++)
      if (classAt(text, i) !== CharClass.Blank && !between.includes(text[i]!)) return false;
    return true;
  };
  for (let line = lineAt(lines, span.start); line < lines.count && lines.starts[line]! < span.end; line++)
    for (const hit of lines.facts[line]!.names) {
      const start = lines.starts[line]! + hit.start;
      const end = lines.starts[line]! + hit.end;
      if (hit.row.economy === undefined || start < span.start || end > span.end) continue;
      if (!isPadding(at, start)) return undefined;
      at = end;
      if (!members.includes(hit.row.economy)) members.push(hit.row.economy);
    }
  return isPadding(at, span.end) && members.length >= 2 ? members : undefined;
}

/** Turning a selected list of members into the sentence that says who attended, with its count; we stand last. */
export function attendanceSentences(report: Report, span: Span, locale: Locale): readonly Refactoring[] {
  const { text } = report;
  let { start, end } = span;
  const isGap = (index: number): boolean =>
    classAt(text, index) === CharClass.Blank || text[index] === '\n' || text[index] === '\r';
  while (start < end && isGap(start)) start++;
  while (end > start && isGap(end - 1)) end--;
  const members = end > start ? membersIn(report, { start, end }) : undefined;
  if (!members) return [];
  const others = members.filter((code) => code !== 'TW').map(economyNameOf);
  const last = members.includes('TW') ? '我國' : others.pop()!;
  const sentence = `${others.join('、')}及${last}共 ${members.length} 個會員出席會議。`;
  return [
    {
      title: render(title, { count: members.length }, locale),
      kind: 'refactor.rewrite',
      edits: [{ start, end, expected: text.slice(start, end), text: sentence }],
    },
  ];
}
