import type { NameHit } from '../../report/model/lines';
import type { ReportRule } from '../engine/rule';
import { nameNotes, tellCorrections } from './mentions';

export const rule: ReportRule<NameHit> = {
  per: 'report',
  notes: nameNotes('misspelled'),
  id: 'economies/misspelled-name',
  title: { 'zh-TW': '國名誤植', en: 'Misspelled name of an economy' },
  severity: 'warning',
  source: 'APEC 能源資訊網會員名稱；同音、形近字誤植',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    fault: {
      'zh-TW': '「{name}」應為「{preferred}」之誤。',
      en: '{name} is a slip for {preferred}.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{preferred}」', en: 'Change to {preferred}' },
  },
  check: (_report, notes, _context, find) => {
    tellCorrections(notes, find);
  },
};
