import { Trait } from '../../report/scan/traits';
import type { WordRow } from '../../knowledge/types';
import type { Rule } from '../rule';
import { forEachWord } from './words';

const mostRelated = 20;

interface Place {
  readonly row: WordRow;
  readonly start: number;
  readonly end: number;
}

/** Two legal ways to write, with their places in the order of the text. */
interface Pair {
  /** What agencies usually write; it wins where both occur equally often. */
  readonly usual: Place[];
  readonly other: Place[];
}

/** 臺 and 台 of all places are one pair, and there the official form wins whatever the majority writes. */
const taiwan = /^[臺台]/;

export const rule: Rule = {
  id: 'wording/inconsistent-variant',
  title: { 'zh-TW': '同一詞兩種寫法並用', en: 'Two spellings of one word' },
  severity: 'hint',
  source: '法律統一用字表；行政院院長電子信箱釋例（兩種寫法並存者，同一文件宜統一）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    mixed: {
      'zh-TW': '「{minority}」（{few} 處）與「{majority}」（{many} 處）並用，請統一。',
      en: '“{minority}” ({few}) and “{majority}” ({many}) are both used; use one of them.',
    },
    taiwan: {
      'zh-TW': '地名「臺」（{many} 處）與「台」（{few} 處）並用，公文宜統一用「臺」；登記名稱從其登記。',
      en: 'Names of places have 臺 ({many}) and 台 ({few}); official texts write 臺, registered names keep 台.',
    },
    other: { 'zh-TW': '這裡作「{form}」', en: 'Here it is “{form}”' },
    unify: { 'zh-TW': '統一為「{form}」', en: 'Write “{form}” throughout' },
  },
  prose: { touching: ['variant'], traits: Trait.Unpaired, around: 'near' },
  check: (report, _context, find) => {
    const pairs = new Map<string, Pair>();
    forEachWord(report, ['variant'], (row, start, end) => {
      const key = taiwan.test(row.text) ? '臺' : row.text < row.preferred ? row.text : row.preferred;
      let pair = pairs.get(key);
      if (!pair) pairs.set(key, (pair = { usual: [], other: [] }));
      (row.usual ? pair.usual : pair.other).push({ row, start, end });
    });
    for (const { usual, other } of pairs.values()) {
      if (usual.length === 0 || other.length === 0) continue;
      const isTaiwan = taiwan.test(usual[0]!.row.text);
      const [few, many] = isTaiwan || usual.length >= other.length ? [other, usual] : [usual, other];
      const [first, ...others] = few;
      const form = isTaiwan ? '臺' : many[0]!.row.text;
      find({
        message: isTaiwan ? 'taiwan' : 'mixed',
        params: { minority: first!.row.text, majority: form, few: few.length, many: many.length },
        start: first!.start,
        end: first!.end,
        related: [...others.slice(0, mostRelated), many[0]!].map(({ row, start, end }) => ({
          message: 'other',
          params: { form: row.text },
          start,
          end,
        })),
        fixes: () => [
          {
            title: 'unify',
            params: { form },
            safety: 'review',
            edits: few.map(({ row, start, end }) => ({ start, end, expected: row.text, text: row.preferred })),
          },
        ],
      });
    }
  },
};
