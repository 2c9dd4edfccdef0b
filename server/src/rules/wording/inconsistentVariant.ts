import type { WordHit } from '../../report/model/lines';
import { personNameAround } from '../../report/queries/personNames';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';
import { isRegistered, placeOf, preferring, wordNotes } from './words';
import type { WordPlace } from './words';

/** Two legal ways to write, with their places in the order of the text. */
interface Pair {
  /** What agencies usually write; it wins where both occur equally often. */
  readonly usual: WordPlace[];
  readonly other: WordPlace[];
}

/** 臺 and 台 of all places are one pair, and there the official form wins whatever the majority writes. */
const taiwan = /^[臺台]/;
/** 週 and 周 of all days and weeks are one pair: who writes 每週 writes 週三. */
const week = /[週周](?![年期])/;

export const rule: ReportRule<WordHit> = {
  per: 'report',
  notes: wordNotes(['variant'], (line, word) => !word.row.text.startsWith('周') || !personNameAround(line.text, word)),
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
  check: (_report, notes, _context, find) => {
    const pairs = new Map<string, Pair>();
    for (const word of notes.map(placeOf)) {
      const { text, preferred, usual } = word.row;
      if (taiwan.test(text) && !usual && isRegistered(word)) continue;
      const key = taiwan.test(text) ? '臺' : week.test(text) ? '週' : text < preferred ? text : preferred;
      let pair = pairs.get(key);
      if (!pair) pairs.set(key, (pair = { usual: [], other: [] }));
      (usual ? pair.usual : pair.other).push(word);
    }
    for (const pair of pairs.values()) {
      const { usual, other } = pair;
      const [firstUsual] = usual;
      if (!firstUsual || other.length === 0) continue;
      const isTaiwan = taiwan.test(firstUsual.row.text);
      const [few, many] = isTaiwan || usual.length >= other.length ? [other, usual] : [usual, other];
      const [first, ...others] = few as [WordPlace, ...WordPlace[]];
      const form = isTaiwan ? '臺' : pair === pairs.get('週') ? first.row.preferred : many[0]!.row.text;
      const formOf = ({ row }: WordPlace): { readonly form: string } => ({ form: row.text });
      find({
        message: isTaiwan ? 'taiwan' : 'mixed',
        params: { minority: first.row.text, majority: form, few: few.length, many: many.length },
        unit: first.unit,
        start: first.start,
        end: first.end,
        related: [...relatedPlaces(others, 'other', formOf), ...relatedPlaces(many.slice(0, 1), 'other', formOf)],
        fixes: () => fixesOfEdits(preferring(few), { title: 'unify', params: { form }, safety: 'review' }),
      });
    }
  },
};
