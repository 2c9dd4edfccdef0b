import type { NameHit } from '../../report/model/lines';
import { nearNamesOn } from '../../spelling/nearNames';
import type { NearName } from '../../spelling/nearNames';
import type { ReportRule, UnitNote } from '../engine/rule';
import { nameNotes, tellCorrections } from './mentions';

const listed = nameNotes('misspelled');

/** A name of the list, or one that nearly is a name. */
type Slip = NameHit | NearName;

export const rule: ReportRule<Slip> = {
  per: 'report',
  notes: {
    per: 'line',
    read: (line, context) => [
      ...listed.read(line, context),
      ...(context.speller ? nearNamesOn(line, context.speller) : []),
    ],
  },
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
    near: {
      'zh-TW': '「{name}」疑為「{preferred}」之誤，請核對。',
      en: '{name} looks like a slip for {preferred}.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{preferred}」', en: 'Change to {preferred}' },
  },
  check: (report, notes, _context, find) => {
    /** Names that are asked for, and whether the report has them. */
    const named = new Map<string, boolean>();
    const isNamed = (name: string): boolean => {
      const known = named.get(name) ?? report.whole.prose.includes(name);
      named.set(name, known);
      return known;
    };
    const found: UnitNote<'line', NameHit>[] = [];
    for (const { unit, note } of notes) {
      if ('row' in note) {
        found.push({ unit, note });
        continue;
      }
      const { start, end, written, meant, isUncertain } = note;
      if (isUncertain && !isNamed(meant)) continue;
      const params = { name: written, preferred: meant };
      find({
        message: 'near',
        params,
        severity: 'information',
        unit,
        start,
        end,
        fixes: () => [{ title: 'replace', params, safety: 'review', edits: [{ unit, start, end, text: meant }] }],
      });
    }
    tellCorrections(found, find);
  },
};
