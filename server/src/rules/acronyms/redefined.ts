import { acronymClassOf } from '../../knowledge/acronymKinds';
import { lineAt } from '../../report/model/lines';
import type { AcronymRow } from '../../knowledge/types';
import type { AcronymDefinition } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import type { Example, Rule, RulePage } from '../engine/rule';
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
              safety: again.every((definition) => isPlainRepeat(report, own[0]!, definition)) ? 'safe' : 'review',
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

/**
 * Whether `first` has all words of `again`, so that nothing is lost without them. What is read as a name may begin
 * with words of the sentence, and a figure in it is no part of a name that can be missed.
 */
function isPlainRepeat(report: Report, first: AcronymDefinition, again: AcronymDefinition): boolean {
  const name = nameOf(report, again);
  return nameOf(report, first).endsWith(name) && !/\d/.test(name.normalize('NFKC'));
}

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '（一）數位經濟夥伴協定（DEPA）成員增加。\n（二）智利說明⟦數位經濟夥伴協定（DEPA）⟧新議定書。',
    fixed: '（一）數位經濟夥伴協定（DEPA）成員增加。\n（二）智利說明DEPA新議定書。',
  },
  {
    in: 'body',
    text: '（一）說明 APEC 跨境隱私規則（CBPR）進展。\n（二）盼於 APEC ⟦跨境隱私規則 (CBPR)⟧ 架構下合作。',
    fixed: '（一）說明 APEC 跨境隱私規則（CBPR）進展。\n（二）盼於 APEC CBPR 架構下合作。',
  },
  {
    in: 'report',
    text: '服務機關：數位發展部\n摘要\n參加數位經濟指導小組（DESG）會議，⟦數位經濟指導小組（DESG）⟧今年由泰國主持。\n壹、目的\n一、參加數位經濟指導小組（DESG）會議。\n',
  },
  {
    in: 'report',
    text: '服務機關：數位發展部\n摘要\n參加數位經濟指導小組（DESG）會議。\n壹、目的\n一、參加數位經濟指導小組（DESG）會議。\n',
    note: { 'zh-TW': '摘要與本文各寫一次', en: 'Once in the abstract, once in the body' },
  },
  {
    in: 'body',
    text: '（一）本次參加數位經濟指導小組（DESG）會議。\n二、數位經濟指導小組（DESG）會議\n（一）DESG 由泰國主持。',
    note: { 'zh-TW': '標題可再寫全名', en: 'A heading may give it again' },
  },
  {
    in: 'body',
    text: '（一）會員重視人工智慧（AI）。\n1. **推動人工智慧（AI）治理**：AI 發展快速。',
    note: { 'zh-TW': '粗體提要可再寫全名', en: 'So may a lead-in' },
  },
  {
    in: 'body',
    text: '（一）數位經濟夥伴協定（DEPA）成員增加。\n（二）智利說明數位經濟夥伴協定之新議定書。',
    note: { 'zh-TW': '只寫全名不算', en: 'The full name alone' },
  },
];

export const page: RulePage = {
  explanation:
    '全名寫過一次之後，同一部分用縮寫即可。各章由不同人撰寫再合併時，常重複寫出；每個縮寫只提出一次，可一次改好。',
  leavesAlone:
    '摘要與本文各自可寫一次；標題與提要句常被單獨閱讀，可以再寫全名。全名不同的由 `acronyms/conflicting` 提出。',
  summary:
    'A full name with its acronym that was given before in the same part of the report. Headings and lead-ins may give it again, and so may the body after the abstract.',
};
