import type { Line } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import { CharClass, classAt } from '../../text/characters';
import { tellOccurrences } from '../engine/occurrences';
import type { UnitEdit } from '../engine/occurrences';
import type { Example, ReportRule, RulePage } from '../engine/rule';

/** The ellipses of a line that are written in another way. */
function ellipsesOf({ prose, facts, zone }: Line): readonly UnitEdit[] {
  // Leader dots of 目次 are no ellipsis.
  if (facts.shape.page || zone === 'contents') return [];
  const found: UnitEdit[] = [];
  for (const { 0: dots, index } of prose.matchAll(/\.{3,}|。{3,}|…+/g)) {
    if (dots === '……' || dots.length > 8) continue;
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

export const examples: readonly Example[] = [
  { in: 'body', text: '包括數位、綠色、包容⟦...⟧等議題。', fixed: '包括數位、綠色、包容……等議題。' },
  { in: 'body', text: '討論仍在進行⟦。。。⟧', fixed: '討論仍在進行……' },
  { in: 'body', text: '議題甚多⟦…⟧有待釐清。', fixed: '議題甚多……有待釐清。' },
  { in: 'body', text: '議題甚多……有待釐清。' },
  { in: 'body', text: '引述 "we should... consider" 一語。' },
  { in: 'report', text: '目次\n壹、目的..........2\n貳、行程………3\n壹、目的\n文。\n' },
];

export const page: RulePage = {
  explanation: '刪節號是佔兩格的六點「……」。三個句點、三個句號或單一個「…」都不是正式寫法。',
  leavesAlone: '英文文句的 ... 與目次的點線不提出。',
  summary:
    'The ellipsis of Chinese text is ……. English text and the leader dots of a table of contents are left alone.',
};
