import { economyByCode } from '../../knowledge/economies';
import { anyOf, phrasePattern, phrasesOf } from '../../knowledge/phrases';
import type { NameRow } from '../../knowledge/types';
import type { EconomyNaming, LineName } from '../../report/model/economies';
import { standsBefore } from '../../report/model/line';
import type { Line } from '../../report/model/line';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, UnitNote } from '../engine/rule';
import type { ReportView } from '../engine/view';
import { replacing } from './mentions';

/** A name that goes on to that of an institution is the institution's own: 澳大利亞國立大學. */
const institution = new RegExp(`^[\\u4e00-\\u9fff]{0,10}?${anyOf('institution')}`);
const longestInstitution = 14;

/** What somebody does in a meeting, where papers need no name in full: 「大韓民國表示保留」. */
const speaks = phrasePattern`^(?:代表|[則亦也均])?(?:${'speech'}|支持|關切)`;

/** Whether a form counts as a name of its own. 紐國 is to 紐西蘭 what 紐方 is: an official's ordinary way to go on. */
function isRival({ row }: EconomyNaming): boolean {
  if (row.form === 'official') return true;
  if (row.form === 'short') return !row.text.endsWith('國');
  return row.form === 'standard' || row.form === 'variant';
}

function isFull({ form }: NameRow): boolean {
  return form === 'standard' || form === 'variant';
}

/** 巴布亞紐幾內亞（以下簡稱巴紐）: the short form stands in brackets behind the full one, be it on the next line. */
function introduces(report: ReportView, { unit, end }: LineName, short: string): boolean {
  const length = short.length + 10;
  let behind = unit.text.slice(end, end + length).replace(gaps, '');
  if (behind === '') {
    const { prose, units } = report.whole;
    const at = units.startOf(unit) + end;
    behind = prose.slice(at, at + length).replace(gaps, '');
  }
  return /^[（(](?:以下)?(?:[簡下又]稱)?/.test(behind) && behind.slice(1, 7 + short.length).includes(short);
}

/** What may stand between a name and the brackets that introduce its short form. */
const gaps = /[\s「」*]/g;

/** The mentions of an economy by one of the names `namings`, in the order of the text. Bodies of 中國大陸 are called 中國 by their own name. */
function mentionsOf(namings: readonly EconomyNaming[]): readonly LineName[] {
  const isOwn = ({ unit, row, end }: LineName): boolean =>
    row.form === 'official'
      ? speaks.test(unit.text.slice(end, end + 4))
      : (row.form === 'standard' && row.economy !== 'CN') ||
        !institution.test(unit.text.slice(end, end + longestInstitution));
  return namings.flatMap(({ mentions }) => mentions.filter(isOwn)).sort((a, b) => (standsBefore(a, b) ? -1 : 1));
}

/** The full name that is used most; of equals the one of the table. */
function preferredOf(mentions: readonly LineName[]): NameRow | undefined {
  const counts = new Map<NameRow, number>();
  for (const { row } of mentions) if (isFull(row)) counts.set(row, (counts.get(row) ?? 0) + 1);
  let best: NameRow | undefined;
  for (const [row, count] of counts) {
    const most = best ? counts.get(best)! : 0;
    if (count > most || (count === most && row.form === 'standard')) best = row;
  }
  return best;
}

/** A name of a country outside the forum that has several. */
interface OtherName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

let otherNames: RegExp | undefined;
let fullNames: ReadonlyMap<string, string> | undefined;

/** Treaties and courts have the full name in theirs, and so has who is sent there. */
const ofTreaty = phrasePattern`^\p{Script=Han}{0,6}?(?:${'institution'}|[條公][約報]|憲章|指令|規[則章]|法|局)`;
const sentThere = /[駐《〈]$/;
/** In brackets behind a name: its other one. 歐洲聯盟（European Union, EU，下稱歐盟） */
const inBrackets = /^[（(][^（）()]{0,48}[）)]/;

function otherNamesOn(line: Line): readonly OtherName[] {
  const { text, zone } = line;
  if (zone !== 'body' && zone !== 'abstract') return [];
  otherNames ??= new RegExp(anyOf('other-name'), 'g');
  return [...text.matchAll(otherNames)].flatMap(({ 0: name, index: start }): readonly OtherName[] => {
    const end = start + name.length;
    if (line.inQuotation(start) || sentThere.test(text.slice(Math.max(0, start - 1), start))) return [];
    return ofTreaty.test(text.slice(end, end + longestInstitution)) ? [] : [{ start, end, name }];
  });
}

/** Tells each country that has two names in the report, where none of them is introduced. */
function tellOtherNames(notes: readonly UnitNote<'line', OtherName>[], find: (found: ReportDiscovery) => void): void {
  fullNames ??= new Map(phrasesOf('other-name').map(({ text, standsFor }) => [text, standsFor!]));
  const byFull = new Map<string, UnitNote<'line', OtherName>[]>();
  for (const each of notes) {
    const full = fullNames.get(each.note.name)!;
    const known = byFull.get(full);
    if (known) known.push(each);
    else byFull.set(full, [each]);
  }
  for (const [full, uses] of byFull) {
    const counts = new Map<string, number>();
    for (const { note } of uses) counts.set(note.name, (counts.get(note.name) ?? 0) + 1);
    if (counts.size < 2) continue;
    const isIntroduced = uses.some(({ unit, note }) => {
      const before = unit.text.slice(Math.max(0, note.start - 4), note.start);
      return inBrackets.test(unit.text.slice(note.end, note.end + 50)) || /[（(稱]$/.test(before);
    });
    if (isIntroduced) continue;
    const [preferred] = [...counts].sort(([a, m], [b, n]) => n - m || Number(b === full) - Number(a === full))[0]!;
    const others = uses.filter(({ note }) => note.name !== preferred);
    const use = uses.find(({ note }) => note.name === preferred)!;
    const [first, ...more] = others.map(({ unit, note: { start, end } }) => ({ unit, start, end }));
    const params = { name: others[0]!.note.name, preferred };
    const at = { unit: use.unit, start: use.note.start, end: use.note.end };
    find({
      message: 'mixed',
      params,
      // 馬紹爾 is heard for 馬紹爾群島.
      ...(preferred.startsWith(params.name) && { severity: 'hint' as const }),
      ...first!,
      related: [...relatedPlaces([at], 'preferred', () => params), ...relatedPlaces(more, 'other')],
      fixes: () => fixesOfEdits(replacing([first!, ...more], preferred), { title: 'unify', params, safety: 'review' }),
    });
  }
}

export const rule: ReportRule<OtherName> = {
  per: 'report',
  notes: { per: 'line', read: otherNamesOn },
  id: 'economies/inconsistent-name',
  title: { 'zh-TW': '同一經濟體名稱不一致', en: 'Two names of one economy' },
  severity: 'information',
  source: '文書處理手冊第16點（簡稱）；APEC 能源資訊網會員名稱',
  checked: '2026-11-30',
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
  check: (report, notes, _context, find) => {
    tellOtherNames(notes, find);
    for (const [code, namings] of report.economies) {
      // 我國, 臺灣 and 中華臺北 each have their place.
      if (code === 'TW' || namings.filter(isRival).length < 2) continue;
      const mentions = mentionsOf(namings.filter(isRival));
      const preferred = preferredOf(mentions);
      if (!preferred) continue;
      // North and South are told apart by these very names.
      if (code === 'KR' && report.whole.prose.includes('北韓')) continue;
      const uses = mentions.filter(({ row }) => row === preferred);
      const rivalRows = new Set(mentions.map(({ row }) => row));
      for (const row of rivalRows)
        if (row === preferred || (!isFull(row) && uses.some((use) => introduces(report, use, row.text))))
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
        unit: first.unit,
        start: first.start,
        end: first.end,
        related: [...relatedPlaces([use], 'preferred', () => params), ...relatedPlaces(more, 'other')],
        fixes: () => {
          const unified = fixesOfEdits(replacing(others, preferred.text), { title: 'unify', params, safety: 'review' });
          if (!short || !standsBefore(use, first)) return unified;
          const edits = [{ unit: use.unit, start: use.end, end: use.end, text: `（以下簡稱${name}）` }];
          return [...unified, { title: 'introduce', params, safety: 'review', edits }];
        },
      });
    }
  },
};
