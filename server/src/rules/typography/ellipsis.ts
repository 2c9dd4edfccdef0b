import type { Line } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import { CharClass, classAt } from '../../text/characters';
import { tellOccurrences } from '../engine/occurrences';
import type { UnitEdit } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** The ellipses of a line that are written in another way. */
function ellipsesOf({ text: prose, facts, zone }: Line): readonly UnitEdit[] {
  // Leader dots of 目次 are no ellipsis.
  if (facts.shape.page || zone === 'contents') return [];
  const found: UnitEdit[] = [];
  for (const { 0: dots, index } of prose.matchAll(/\.{2,}|。{3,}|、{3,}|…+|⋯+|‥+|[‧·．・•]{2,}/g)) {
    if (dots === '……' || dots === '⋯⋯' || dots.length > 8) continue;
    const before = classAt(prose, index - 1);
    if (before !== CharClass.Han && before !== CharClass.Close && before !== CharClass.Punctuation) continue;
    found.push({ start: index, end: index + dots.length, text: '……' });
  }
  return found;
}

export const rule: ReportRule<UnitEdit> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Dots }, read: ellipsesOf },
  id: 'typography/ellipsis',
  title: { 'zh-TW': '刪節號寫法', en: 'Ellipsis' },
  severity: 'information',
  source: '標點符號用法表（文書處理手冊附錄4）：刪節號為六點「……」',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '刪節號應寫作「……」。', en: 'An ellipsis is written ……' },
    many: { 'zh-TW': '刪節號應寫作「……」（全文 {count} 處）。', en: 'An ellipsis is written …… ({count} places).' },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「……」', en: 'Change to ……' },
  },
  check: (_report, notes, _context, find) => {
    const occurrences = notes.map(({ unit, note }) => ({ unit, start: note.start, end: note.end, edits: [note] }));
    tellOccurrences(occurrences, { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};
