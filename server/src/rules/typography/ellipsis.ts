import { CharClass, classAt } from '../../text/characters';
import { Trait } from '../../report/scan/traits';
import { zoneAt } from '../../report/read';
import type { Rule } from '../rule';
import { edit, reportSlips, slipsOf } from '../slips';
import type { Slip } from '../slips';
import type { LineReader } from '../lines';

const reader: LineReader<Slip> = {
  lines: { traits: Trait.Dots },
  read: (words, { shape }) => {
    const slips: Slip[] = [];
    // Leader dots of 目次 are no ellipsis.
    if (shape.page) return slips;
    for (const { 0: dots, index } of words.matchAll(/\.{3,}|。{3,}|…+/g)) {
      if (dots === '……' || dots.length > 8) continue;
      const before = classAt(words, index - 1);
      if (before !== CharClass.Han && before !== CharClass.Close && before !== CharClass.Punctuation) continue;
      const end = index + dots.length;
      slips.push({ start: index, end, edits: [edit(words, index, end, '……')] });
    }
    return slips;
  },
};

export const rule: Rule = {
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
  reads: [reader],
  check: (report, _context, find) => {
    const slips = slipsOf(report, reader, (at) => zoneAt(report, at) !== 'contents');
    reportSlips(slips, { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};
