import type { Report } from '../../report/model';
import { Trait } from '../../report/scan/traits';
import { ownCopy } from '../../text/ownCopy';
import { forEachNote, placedDiscovery } from '../lines';
import type { LineDiscovery, LineReader } from '../lines';
import type { Rule } from '../rule';
import { placeholdersOf } from '../../report/placeholders';

const reader: LineReader<LineDiscovery> = {
  lines: { traits: Trait.Placeholder },
  raw: true,
  read: (words, facts) => {
    const [first, ...others] = placeholdersOf(words, facts);
    if (!first) return [];
    const { start, end } = first;
    return [
      {
        message: others.length > 0 ? 'more' : 'one',
        params: { words: ownCopy(words.slice(start, end)), count: others.length + 1 },
        start,
        end,
        related: others.map((other) => ({ message: 'other', start: other.start, end: other.end })),
      },
    ];
  },
};

export const rule: Rule = {
  id: 'structure/placeholder',
  title: { 'zh-TW': '留有待填文字', en: 'Placeholder left in the report' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略、未依規定格式者退回補正）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    one: {
      'zh-TW': '「{words}」是待填文字，請補上內容。',
      en: '「{words}」 is a placeholder; write what belongs here.',
    },
    more: {
      'zh-TW': '這一行有 {count} 處待填文字，請補上內容。',
      en: 'This line has {count} placeholders; write what belongs here.',
    },
    other: { 'zh-TW': '待填', en: 'To be filled in' },
  },
  reads: [reader],
  check: (report: Report, _context, find) => {
    forEachNote(report, reader, (discovery, offset) => {
      find(placedDiscovery(discovery, offset));
    });
  },
};
