import { positionAt } from '../../knowledge/positions';
import type { Line } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';
import { addressedNameAround } from '../../report/queries/personNames';
import { tellOccurrences } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';
import { byRow, occurrencesIn, wordNotes } from './words';

/** Whether the 于 that ends at `end` is a surname, a title stands behind it and the given name, or of a name on the cover: 由于翔. */
function isSurname({ text, zone }: Line, { start, end }: WordHit): boolean {
  if (
    zone === 'cover' &&
    /(?:^|[：、，\s])$/.test(text.slice(0, start)) &&
    /^\p{Script=Han}{1,2}[／/、，\s]/u.test(text.slice(end))
  )
    return true;
  if (text[end - 1] !== '于') return false;
  return positionAt(text, end) > 0 || addressedNameAround(text, end - 1)?.start === end - 1;
}

export const rule: ReportRule<WordHit> = {
  per: 'report',
  notes: wordNotes(['unified'], (line, word) => !isSurname(line, word)),
  id: 'wording/unified-term',
  title: { 'zh-TW': '不合統一用字', en: 'Not the unified term' },
  severity: 'warning',
  source: '法律統一用字表、法律統一用語表（文書處理手冊附錄4）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」應作「{right}」。', en: '“{wrong}” is written “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」應作「{right}」（全文 {count} 處）。',
      en: '“{wrong}” is written “{right}” ({count} places).',
    },
    other: { 'zh-TW': '這裡也應作「{right}」', en: 'Here too it is “{right}”' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
  },
  check: (_report, notes, _context, find) => {
    for (const [row, places] of byRow(notes))
      tellOccurrences(
        occurrencesIn(places),
        {
          one: 'one',
          many: 'many',
          other: 'other',
          fix: 'replace',
          params: { wrong: row.text, right: row.preferred },
        },
        find,
      );
  },
};
