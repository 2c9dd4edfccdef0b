import type { Line } from '../../report/model/line';
import { invisibleCharacters } from '../../text/lookAlikes';
import { readThrough } from '../../text/prose';
import { occurrencesOf, tellOccurrences } from '../engine/occurrences';
import type { UnitOccurrence } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** A run of characters inside a line that nobody can see. */
interface InvisibleRun extends UnitOccurrence {
  /** Whether digits stand on both sides: where a mark between two numbers was lost, deleting would make one of them. */
  readonly isBetweenDigits: boolean;
}

const digit = /\p{Nd}/u;

/** The digits around a run count as written: those of a file's name are numbers too. */
function invisibleOf({ text, facts: { written, stretches } }: Line): readonly InvisibleRun[] {
  // A soft hyphen is no blank: the line as it is read differs from the line as written, or holds the same blank.
  if (text === written && !written.includes(readThrough)) return [];
  const found: InvisibleRun[] = [];
  for (const { 0: run, index } of written.matchAll(new RegExp(`(?:${invisibleCharacters.source})+`, 'g'))) {
    // A byte order mark begins a file, or the lines of one that was joined to it.
    if (index === 0 && run === '\ufeff') continue;
    const end = index + run.length;
    if (stretches.some((stretch) => stretch.start < end && stretch.end > index)) continue;
    const isBetweenDigits = digit.test(written.charAt(index - 1)) && digit.test(written.charAt(end));
    found.push({ start: index, end, edits: [{ start: index, end, text: '' }], isBetweenDigits });
  }
  return found;
}

export const rule: ReportRule<InvisibleRun> = {
  per: 'report',
  notes: { per: 'line', read: invisibleOf },
  id: 'typography/invisible-character',
  title: { 'zh-TW': '看不見的字元', en: 'Invisible character' },
  severity: 'information',
  source: 'Unicode 標準：U+200B、U+2060、U+00AD 與句中的 U+FEFF 只管斷行，不是文字',
  checked: '2026-11-28',
  fix: 'safe',
  messages: {
    one: {
      'zh-TW': '這裡有看不見的字元（多由網頁或 PDF 貼上），會使搜尋與比對找不到這個詞。',
      en: 'There is an invisible character here, mostly out of a web page or a PDF; no search finds the word around it.',
    },
    many: {
      'zh-TW': '全文有 {count} 處看不見的字元（多由網頁或 PDF 貼上），會使搜尋與比對找不到所在的詞。',
      en: 'There are invisible characters at {count} places, mostly out of a web page or a PDF; no search finds the words around them.',
    },
    other: { 'zh-TW': '這裡也有', en: 'Here too' },
    remove: { 'zh-TW': '刪除看不見的字元', en: 'Delete the invisible character' },
  },
  check: (_report, notes, _context, find) => {
    const messages = { one: 'one', many: 'many', other: 'other', fix: 'remove' };
    const betweenDigits = notes.filter(({ note }) => note.isBetweenDigits);
    const others = notes.filter(({ note }) => !note.isBetweenDigits);
    tellOccurrences(occurrencesOf(others), messages, find);
    tellOccurrences(occurrencesOf(betweenDigits), { ...messages, safety: 'review' }, find);
  },
};
