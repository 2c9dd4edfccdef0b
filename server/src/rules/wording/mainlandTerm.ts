import { Trait } from '../../report/scan/traits';
import type { Report } from '../../report/model';
import { acronymFacts } from '../acronyms/facts';
import { reportSlips } from '../slips';
import type { Rule } from '../rule';
import { placesByRow, replacing } from './words';

/** Habits are one finding from here on. */
const mostSingle = 2;

/** Whether the word belongs to the name beside an acronym, which the rules of acronyms judge: 高官會（SOM）. */
function isDefinedName(report: Report, line: number, start: number, end: number): boolean {
  const offset = report.lines.starts[line]!;
  return report.lines.facts[line]!.definitions.some(
    ({ name, exact }) => exact && name.start <= start - offset && end - offset <= name.end,
  );
}

export const rule: Rule = {
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
  prose: { touching: ['mainland'], traits: Trait.Unpaired, around: 'near' },
  reads: [acronymFacts],
  check: (report, _context, find) => {
    const places = placesByRow(
      report,
      'mainland',
      (_row, start, end, line) => !isDefinedName(report, line, start, end),
    );
    for (const [row, spans] of places)
      reportSlips(
        replacing(report, spans, row.preferred),
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
