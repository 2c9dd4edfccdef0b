import { standsBefore } from '../../report/model/acronyms';
import type { AcronymUse, LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportRule, RuleFix } from '../engine/rule';
import { isSpaced, shortened, writtenOut } from './definitionEdits';

/** The full name at its first use, the bare acronym where the name stands now. */
function moveOf(late: LineDefinition, use: AcronymUse): readonly RuleFix<Place>[] {
  // Where a name begins is a guess unless it is known, and a heading keeps its words.
  if (!late.exact || late.inHeading) return [];
  return [{ title: 'move', safety: 'review', edits: [writtenOut(late, use), shortened(late, isSpaced(use))] }];
}

export const rule: ReportRule = {
  per: 'report',
  id: 'acronyms/defined-late',
  title: { 'zh-TW': '縮寫使用後才寫出全名', en: 'Acronym used before it is written out' },
  severity: 'information',
  source: '文書處理手冊第16點（非一般通用之名稱不得縮寫，譯名附註原文）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    late: {
      'zh-TW': '「{acronym}」在這裡首次使用，全名卻在後面才寫出；請移到首次使用處。',
      en: '“{acronym}” is used here before it is written out; move the full name to its first use.',
    },
    definition: { 'zh-TW': '全名寫在這裡', en: 'Written out here' },
    move: { 'zh-TW': '在首次使用處寫出全名', en: 'Write the full name at the first use' },
  },
  check: ({ acronyms }, _notes, _context, find) => {
    for (const { acronym, definitions, firstUse } of acronyms.values()) {
      // 摘要 stands apart: it has a first use of its own, and so has the body. A cover only names the meeting.
      for (const zone of ['abstract', 'body'] as const) {
        const use = firstUse[zone];
        const definition = definitions.find((candidate) => candidate.zone === zone);
        if (!use || !definition || standsBefore(definition, use)) continue;
        find({
          message: 'late',
          params: { acronym },
          unit: use.unit,
          start: use.start,
          end: use.end,
          related: relatedPlaces([definition], 'definition'),
          fixes: () => moveOf(definition, use),
        });
      }
    }
  },
};
