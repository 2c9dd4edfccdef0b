import type { Line } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';
import { contains } from '../../text/span';
import { tellOccurrences } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';
import { byRow, occurrencesIn, wordNotes } from './words';

/** Habits are one finding from here on. */
const mostSingle = 2;

/** Whether the word belongs to the name beside an acronym, which the rules of acronyms judge: 高官會（SOM）. */
function isInDefinedName({ facts }: Line, word: WordHit): boolean {
  return facts.definitions.some(({ name, exact }) => exact && contains(name, word));
}

export const rule: ReportRule<WordHit> = {
  per: 'report',
  notes: wordNotes(['mainland'], (line, word) => !isInDefinedName(line, word)),
  id: 'wording/mainland-term',
  title: { 'zh-TW': '非我國慣用語', en: 'Term not used in Taiwan' },
  severity: 'information',
  source: '我國參與國際經貿會議之慣用語；OpenCC 臺灣常用詞彙',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    one: { 'zh-TW': '「{wrong}」我國慣用「{right}」。', en: 'Taiwan says “{right}”, not “{wrong}”.' },
    many: {
      'zh-TW': '「{wrong}」我國慣用「{right}」（全文 {count} 處）。',
      en: 'Taiwan says “{right}”, not “{wrong}” ({count} places).',
    },
    other: { 'zh-TW': '這裡也用了「{wrong}」', en: 'Here too: “{wrong}”' },
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
          safety: 'review',
          mostSingle,
        },
        find,
      );
  },
};
