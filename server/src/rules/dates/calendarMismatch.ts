import type { Span } from '../../text/span';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';
import type { Rule } from '../rule';
import { rocOffset } from '../../text/calendar';

/** A date with two years that are not the same: what its ROC year and its AD year come to in AD. */
interface Mismatch extends Span {
  readonly roc: number;
  readonly ad: number;
}

const reader: LineReader<Mismatch> = {
  lines: { holding: ['date'] },
  raw: true,
  read: (_words, { dates }) => {
    const found: Mismatch[] = [];
    for (const { from, otherYear, calendar, start, end } of dates) {
      if (otherYear === undefined || from.year === undefined || from.year === otherYear) continue;
      const [roc, ad] = calendar === 'ad' ? [otherYear, from.year] : [from.year, otherYear];
      found.push({ roc, ad, start, end });
    }
    return found;
  },
};

export const rule: Rule = {
  id: 'dates/calendar-mismatch',
  title: { 'zh-TW': '民國年與西元年不符', en: 'ROC and AD year disagree' },
  severity: 'error',
  source: '國曆與西元換算（民國元年為西元1912年）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    wrong: {
      'zh-TW': '民國 {roc} 年是西元 {ad} 年，並列的年份不符，請更正其中一個。',
      en: 'ROC year {roc} is AD {ad}; the two years side by side disagree, correct one of them.',
    },
    replace: { 'zh-TW': '將「{wrong}」改為「{right}」', en: 'Change “{wrong}” to “{right}”' },
  },
  reads: [reader],
  check: (report, _context, find) => {
    forEachNote(report, reader, ({ roc, ad, start: from, end: to }, offset) => {
      const start = offset + from;
      const end = offset + to;
      find({
        message: 'wrong',
        params: { roc: roc - rocOffset, ad: roc },
        start,
        end,
        fixes: () => {
          const words = report.text.slice(start, end);
          return [
            [String(ad), String(roc)],
            [String(roc - rocOffset), String(ad - rocOffset)],
          ].flatMap(([wrong, right]) => {
            const at = words.indexOf(wrong!);
            return at < 0
              ? []
              : [
                  {
                    title: 'replace',
                    params: { wrong: wrong!, right: right! },
                    safety: 'review' as const,
                    edits: [{ start: start + at, end: start + at + wrong!.length, expected: wrong!, text: right! }],
                  },
                ];
          });
        },
      });
    });
  },
};
