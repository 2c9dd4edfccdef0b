import { acronymClassOf } from '../../knowledge/acronymKinds';
import { lineAt } from '../../report/lines';
import type { AcronymRow } from '../../knowledge/types';
import type { AcronymDefinition, Report } from '../../report/model';
import type { Rule } from '../rule';
import { acronymFacts } from './facts';
import { isSpaced, shortened, wholeOf } from './definitionEdits';
import { compareNames, namedBy, nameOf } from './fullName';
import { glossaryRows } from './known';
import { inLeadIn } from './leadIn';
import { others } from './places';

/** Whether a definition stands where the full name may be given again. */
function mayRepeat({ lines }: Report, { start }: AcronymDefinition): boolean {
  const line = lineAt(lines, start);
  return inLeadIn(lines.facts[line]!, start - lines.starts[line]!);
}

export const rule: Rule = {
  id: 'acronyms/redefined',
  title: { 'zh-TW': '縮寫的全名重複寫出', en: 'Acronym written out again' },
  severity: 'hint',
  source: '文書處理手冊第16點（簡明；首次出現附註原文）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: {
      'zh-TW': '「{acronym}」前面已寫出全名，這裡用縮寫即可。',
      en: '“{acronym}” has been written out before; the acronym will do here.',
    },
    many: {
      'zh-TW': '「{acronym}」前面已寫出全名，這裡用縮寫即可（共 {count} 處）。',
      en: '“{acronym}” has been written out before; the acronym will do here ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    first: { 'zh-TW': '前面在這裡寫出', en: 'Written out here before' },
    shorten: { 'zh-TW': '改為「{acronym}」', en: 'Write “{acronym}”' },
  },
  reads: [acronymFacts],
  check: (report, { glossary }, find) => {
    for (const entry of report.acronyms.entries.values()) {
      // The kinds of a class (電子商務 JSI, 投資便捷化 JSI) are told apart by their full names.
      if (entry.definitionCount < 2 || acronymClassOf(entry.acronym)) continue;
      const { acronym, definitions } = entry;
      for (const zone of ['abstract', 'body'] as const) {
        // Headings are read by themselves.
        const own = definitions.filter((candidate) => candidate.zone === zone && !candidate.inHeading);
        const again = repeatsOf(report, own, glossaryRows(acronym, glossary));
        if (again.length === 0) continue;
        const places = again.map((definition) => wholeOf(report, definition));
        const [{ start, end }] = own as [AcronymDefinition];
        find({
          message: again.length > 1 ? 'many' : 'one',
          params: { acronym, count: again.length },
          start: places[0]!.start,
          end: places[0]!.end,
          related: [{ message: 'first', start, end }, ...others(places, 'other')],
          fixes: () => [
            {
              title: 'shorten',
              params: { acronym },
              safety: 'safe',
              edits: again.map((definition) => shortened(report, definition, isSpaced(report, definition))),
            },
          ],
        });
      }
    }
  },
};

/** The definitions that only say once more what the first of them says. */
function repeatsOf(
  report: Report,
  [first, ...later]: readonly AcronymDefinition[],
  rows: readonly AcronymRow[],
): readonly AcronymDefinition[] {
  if (!first) return [];
  const words = nameOf(report, first);
  const name = namedBy(report, first);
  return later.filter((again) => {
    // An English name given for the first time is no repetition, and two names are acronyms/conflicting.
    if (!again.exact || (again.english && !first.english) || mayRepeat(report, again)) return false;
    return nameOf(report, again) === words || compareNames(name, namedBy(report, again), rows) === 'same';
  });
}
