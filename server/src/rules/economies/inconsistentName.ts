import { anyOf } from '../../knowledge/phrases';
import { economyByCode } from '../../knowledge/economies';
import type { EconomyCode, NameRow } from '../../knowledge/types';
import type { EconomyForm, NameMention } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import type { NameHit } from '../../report/model/lines';
import { forEachNoteUnder } from '../lines';
import type { KeyedReader } from '../lines';
import { ownCopy } from '../../text/ownCopy';
import type { Fix, Rule } from '../engine/rule';
import { fixesOfEdits } from '../slips';
import { namesReader, relatedTo, replacing } from './mentions';

/** A name that goes on to that of an institution is the institution's own: 澳大利亞國立大學. */
const institution = new RegExp(`^[\\u4e00-\\u9fff]{0,10}?${anyOf('institution')}`);
const longestInstitution = 14;

/** Whether a form counts as a name of its own. 紐國 is to 紐西蘭 what 紐方 is: an official's ordinary way to go on. */
function isRival({ row }: EconomyForm): boolean {
  if (row.form === 'short') return !row.text.endsWith('國');
  return row.form === 'standard' || row.form === 'variant';
}

/** A name, with what stands behind it where that may introduce a short form; the next line may go on with it. */
interface Named extends NameHit {
  readonly behind?: string;
}

/** Brackets, or the end of a line. */
const mayIntroduce = /^[\s「」*]*(?:[（(]|$)/;
const longestIntroduction = 24;

function isFull({ form }: NameRow): boolean {
  return form === 'standard' || form === 'variant';
}

/** 巴布亞紐幾內亞（以下簡稱巴紐）: the short form stands in brackets behind the full one. */
function introduces(text: string, end: number, short: string): boolean {
  const behind = text.slice(end, end + short.length + 10).replace(/[\s「」*]/g, '');
  return (
    /^[（(](?:以下)?(?:簡稱|下稱|又稱)?/.exec(behind)?.[0] !== undefined &&
    behind.slice(1, 7 + short.length).includes(short)
  );
}

const names = namesReader(
  'name',
  (words, { row, end }) => row.form === 'standard' || !institution.test(words.slice(end, end + longestInstitution)),
);

const reader: KeyedReader<Named, NameRow> = {
  ...names,
  read: (words, facts) =>
    names.read(words, facts).map((hit) => {
      const behind = words.slice(hit.end, hit.end + longestIntroduction);
      return mayIntroduce.test(behind) ? { ...hit, behind: ownCopy(behind) } : hit;
    }),
  keyOf: ({ row }) => row,
};

/** Every mention of the economies that are named in two ways, by economy. */
function mentionsOf(
  report: Report,
  rivals: ReadonlyMap<EconomyCode, readonly EconomyForm[]>,
): Map<EconomyCode, NameMention[]> {
  const mentions = new Map<EconomyCode, NameMention[]>();
  const rows = [...rivals.values()].flat().map(({ row }) => row);
  forEachNoteUnder(report, reader, rows, ({ row, quoted, start, end }, offset) => {
    const mention = { row, quoted, start: offset + start, end: offset + end };
    const known = mentions.get(row.economy!);
    if (known) known.push(mention);
    else mentions.set(row.economy!, [mention]);
  });
  return mentions;
}

/** The full name that is used most; of equals the one of the table. */
function preferredOf(mentions: readonly NameMention[]): NameRow | undefined {
  const counts = new Map<NameRow, number>();
  for (const { row } of mentions) if (isFull(row)) counts.set(row, (counts.get(row) ?? 0) + 1);
  let best: NameRow | undefined;
  for (const [row, count] of counts) {
    const most = best ? counts.get(best)! : 0;
    if (count > most || (count === most && row.form === 'standard')) best = row;
  }
  return best;
}

export const rule: Rule = {
  id: 'economies/inconsistent-name',
  title: { 'zh-TW': '同一經濟體名稱不一致', en: 'Two names of one economy' },
  severity: 'information',
  source: '文書處理手冊第16點（簡稱）；APEC 能源資訊網會員名稱',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    mixed: {
      'zh-TW': '同一份報告稱「{name}」又稱「{preferred}」，請統一。',
      en: 'The report says {name} as well as {preferred}; use one name.',
    },
    short: {
      'zh-TW': '「{name}」未經說明即與「{preferred}」並用，請統一，或於首次出現時註明簡稱。',
      en: '{name} is used beside {preferred} without introduction; use one name, or introduce the short form.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    preferred: { 'zh-TW': '這裡用「{preferred}」', en: '{preferred} is used here' },
    unify: { 'zh-TW': '全文統一為「{preferred}」', en: 'Use {preferred} throughout' },
    introduce: { 'zh-TW': '於首次出現處註明簡稱「{name}」', en: 'Introduce {name} where the full name stands first' },
  },
  check: (report, _context, find) => {
    const rivals = new Map<EconomyCode, readonly EconomyForm[]>();
    for (const [code, forms] of report.economies.forms) {
      // 我國, 臺灣 and 中華臺北 each have their place.
      if (code === 'TW' || forms.length < 2) continue;
      const named = forms.filter(isRival);
      if (named.length >= 2) rivals.set(code, named);
    }
    if (rivals.size === 0) return;
    for (const [code, mentions] of mentionsOf(report, rivals)) {
      const preferred = preferredOf(mentions);
      if (!preferred) continue;
      // North and South are told apart by these very names.
      if (code === 'KR' && report.text.includes('北韓')) continue;
      const uses = mentions.filter(({ row }) => row === preferred);
      const rivalRows = new Set(mentions.map(({ row }) => row));
      for (const row of rivalRows)
        if (row === preferred || (!isFull(row) && uses.some(({ end }) => introduces(report.text, end, row.text))))
          rivalRows.delete(row);
      const others = mentions.filter(({ row }) => rivalRows.has(row));
      const [first, ...more] = others;
      const use = uses[0]!;
      if (!first) continue;
      const name = first.row.text;
      const params = { name, preferred: preferred.text, economy: economyByCode.get(code)!.chinese };
      const short = !isFull(first.row);
      find({
        message: short ? 'short' : 'mixed',
        params,
        start: first.start,
        end: first.end,
        related: [{ message: 'preferred', params, start: use.start, end: use.end }, ...relatedTo(more, 'other')],
        fixes: () => {
          const fixes: Fix[] = [
            ...fixesOfEdits(
              replacing(others, () => preferred.text),
              { title: 'unify', params, safety: 'review' },
            ),
          ];
          if (short && use.start < first.start)
            fixes.push({
              title: 'introduce',
              params,
              safety: 'review',
              edits: [{ start: use.end, end: use.end, expected: '', text: `（以下簡稱${name}）` }],
            });
          return fixes;
        },
      });
    }
  },
};
