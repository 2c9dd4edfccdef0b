import type { WordRow } from '../../knowledge/types';
import type { Example, Rule, RulePage } from '../engine/rule';
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

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: '壹、目的\n瞭解各方立場，並瞭解作業方式，以進一步⟦了解⟧細節。\n',
    fixed: '壹、目的\n瞭解各方立場，並瞭解作業方式，以進一步瞭解細節。\n',
  },
  {
    in: 'report',
    text: '壹、目的\n臺灣與韓國合作，⟦台灣⟧業者赴臺北參訪，另有台北業者參加。\n',
    fixed: '壹、目的\n臺灣與韓國合作，臺灣業者赴臺北參訪，另有臺北業者參加。\n',
  },
  {
    in: 'report',
    text: '壹、目的\n分享最佳做法及各國做法，比較其⟦作法⟧。\n',
    fixed: '壹、目的\n分享最佳做法及各國做法，比較其做法。\n',
  },
  { in: 'report', text: '壹、目的\n鑒於時間有限，議程順延；有⟦鑑於⟧此，另訂會期。\n' },
  {
    in: 'report',
    text: '壹、目的\n瞭解各方立場，為了解決歧見，除了解除限制外，並為了解釋該案延長議程。\n',
    note: { 'zh-TW': '「為了」「除了」與「解決」「解釋」', en: 'Two words that meet' },
  },
  {
    in: 'report',
    text: '壹、目的\n訪臺灣集中保管結算所、台積電、台灣電力公司及該交易平台，並設三台伺服器。\n',
    note: { 'zh-TW': '登記名稱、平台與量詞', en: 'Registered names, platforms and the measure word' },
  },
  { in: 'report', text: '壹、目的\n了解各方立場，並就其做法交換意見，以了解細節。\n' },
  { in: 'report', text: '壹、目的\n瞭解「為何應了解市場」一文，並就數位合作法規及作法交換意見。\n' },
];

export const page: RulePage = {
  explanation:
    '瞭解與了解、作法與做法、鑒於與鑑於、臺灣與台灣都有人用；同一份報告用同一種。每一組只提出一次，以多數為準（地名以「臺」為準），列出其他各處。',
  leavesAlone: '全文只用一種寫法時不提出。引號內的文字、登記名稱（台積電、台灣電力公司）、平台、後台與量詞「台」不計。',
  summary:
    'Words with two legal spellings should have one of them in a report. One finding for each pair; quoted words and registered names do not count.',
};
