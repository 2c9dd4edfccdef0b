import type { Line } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import { occurrencesOf, tellOccurrences } from '../engine/occurrences';
import type { UnitOccurrence } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** Distance of a full-width form to its half-width one in Unicode. */
const distance = 0xfee0;

function toHalf(words: string): string {
  return [...words].map((character) => String.fromCharCode(character.charCodeAt(0) - distance)).join('');
}

/** The runs of full width letters and digits on a line. */
function fullWidthRunsOf({ text: prose }: Line): readonly UnitOccurrence[] {
  const found: UnitOccurrence[] = [];
  // eslint-disable-next-line regexp/no-obscure-range -- the full width forms of 0–9, A–Z and a–z
  for (const { 0: match, index } of prose.matchAll(/[Ａ-Ｚ０-９]+/gi)) {
    const end = index + match.length;
    // ＸＸ and Ｏ Ｏ stand for words still to be filled in; another rule speaks of those.
    if (/^(?:Ｘ+|Ｏ+)$/.test(match)) continue;
    // １式2份 is 一式2份; the rule of numerals says so.
    if (match === '１' && /^式 ?\d{1,2} ?份/.test(prose.slice(end, end + 6))) continue;
    found.push({ start: index, end, edits: [{ start: index, end, text: toHalf(match) }] });
  }
  return found;
}

export const rule: ReportRule<UnitOccurrence> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.FullWidthAlphanumeric }, read: fullWidthRunsOf },
  id: 'typography/full-width-alphanumeric',
  title: { 'zh-TW': '全形英數字', en: 'Full width letters and digits' },
  severity: 'warning',
  source: '公文書橫式書寫數字使用原則（文書處理手冊附錄4）：數字用半形',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '英文字母與數字應使用半形。', en: 'Letters and digits are half width.' },
    many: {
      'zh-TW': '英文字母與數字應使用半形（全文 {count} 處）。',
      en: 'Letters and digits are half width ({count} places).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為半形', en: 'Change to half width' },
  },
  check: (_report, notes, _context, find) => {
    tellOccurrences(occurrencesOf(notes), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};
