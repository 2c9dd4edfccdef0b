import { Trait } from '../../report/scan/traits';
import type { WordRow } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { Report } from '../../report/model';
import type { Discovery, Fix, Rule } from '../rule';
import { forEachWord, placesByRow, replacing } from './words';

const mostRelated = 20;

function fixOf(report: Report, places: readonly Span[], text: string): Fix {
  return {
    title: 'replace',
    params: { right: text },
    safety: 'review',
    edits: replacing(report, places, text).flatMap(({ edits }) => edits),
  };
}

/** 台灣, 台北 and the like in a report that never writes 臺: one finding, because the habit is one. */
function findTaiwan(report: Report, find: (discovery: Discovery) => void): void {
  const places: { readonly row: WordRow; readonly start: number; readonly end: number }[] = [];
  forEachWord(report, ['variant'], (row, start, end) => {
    if (/^[台臺]/.test(row.text)) places.push({ row, start, end });
  });
  const [first, ...others] = places;
  if (!first || places.some(({ row }) => row.text.startsWith('臺'))) return;
  find({
    message: 'taiwan',
    params: { wrong: first.row.text, right: first.row.preferred },
    start: first.start,
    end: first.end,
    related: others.slice(0, mostRelated).map(({ row, start, end }) => ({
      message: 'other',
      params: { right: row.preferred },
      start,
      end,
    })),
    fixes: () => [
      {
        title: 'unify-taiwan',
        safety: 'review',
        edits: places.map(({ row, start, end }) => ({ start, end, expected: row.text, text: row.preferred })),
      },
    ],
  });
}

export const rule: Rule = {
  id: 'wording/context-term',
  title: { 'zh-TW': '依文意選用的統一用字', en: 'Unified term that depends on context' },
  severity: 'information',
  source: '法律統一用字表、法律統一用語表（文書處理手冊附錄4）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    one: {
      'zh-TW': '「{wrong}」通常應作「{right}」，請依文意確認。',
      en: '“{wrong}” is usually “{right}”; judge by the context.',
    },
    many: {
      'zh-TW': '「{wrong}」通常應作「{right}」（全文 {count} 處），請依文意確認。',
      en: '“{wrong}” is usually “{right}” ({count} places); judge by the context.',
    },
    choice: {
      'zh-TW': '「{wrong}」應作「{right}」或「{other}」，請依文意選用。',
      en: '“{wrong}” is “{right}” or “{other}”; choose by the context.',
    },
    taiwan: {
      'zh-TW': '公文用「臺」：「{wrong}」宜作「{right}」；登記名稱從其登記。',
      en: 'Official texts write 臺: “{right}” for “{wrong}”; registered names keep 台.',
    },
    other: { 'zh-TW': '這裡也請確認是否應作「{right}」', en: 'Here too: “{right}”?' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
    'unify-taiwan': { 'zh-TW': '地名統一用「臺」', en: 'Write 臺 in the names of places' },
  },
  prose: { touching: ['context', 'variant'], traits: Trait.Unpaired, around: 'near' },
  check: (report, _context, find) => {
    for (const [row, places] of placesByRow(report, 'context')) {
      const [first, ...others] = places;
      const { text: wrong, preferred: right, other } = row;
      find({
        message: other === undefined ? (others.length > 0 ? 'many' : 'one') : 'choice',
        params: { wrong, right, other: other ?? '', count: places.length },
        start: first!.start,
        end: first!.end,
        related: others.slice(0, mostRelated).map(({ start, end }) => ({
          message: 'other',
          params: { right: other === undefined ? right : `${right}／${other}` },
          start,
          end,
        })),
        // Noun and verb may both occur: each place is for the author to judge, so only the first is changed at a time.
        fixes: () =>
          other === undefined
            ? [fixOf(report, places, right)]
            : [fixOf(report, [first!], right), fixOf(report, [first!], other)],
      });
    }
    findTaiwan(report, find);
  },
};
