import type { NameHit } from '../../report/model/lines';
import type { ReportRule } from '../engine/rule';
import { nameNotes, tellCorrections } from './mentions';

export const rule: ReportRule<NameHit> = {
  per: 'report',
  notes: nameNotes('nonstandard'),
  id: 'economies/nonstandard-name',
  title: { 'zh-TW': '非我國慣用之國名', en: 'Name not used in Taiwan' },
  severity: 'warning',
  source: 'APEC 能源資訊網會員名稱、外交部國家與地區名稱；OpenCC 臺灣詞彙表',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    fault: {
      'zh-TW': '「{name}」不是我國慣用名稱，應寫作「{preferred}」。',
      en: '{name} is not the name used in Taiwan; write {preferred}.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{preferred}」', en: 'Change to {preferred}' },
  },
  check: (_report, notes, _context, find) => {
    tellCorrections(notes, find);
  },
};
