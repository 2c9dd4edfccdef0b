import type { AcronymDefinition } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import { textOf } from '../../report/queries/read';
import type { Span } from '../../text/span';
import type { Fix, Rule } from '../engine/rule';
import { isSpaced, shortened, wholeOf, writtenOut } from './definitionEdits';
import type { Glossary } from '../engine/glossary';
import { namesOf } from './fullName';
import { glossaryRows } from './known';

/** Behind one of these a name begins, if it is not known: 智利說明區域資料交換論壇（RDEF）. */
const leadsToName =
  /說明|討論|加入|參加|出席|簽署|提出|支持|採認|通過|成立|推出|舉辦|召開|檢討|介紹|拜會|參訪|依據|根據|關於|有關|針對|透過|包括|例如|稱為|名為/g;
/** What is left behind such a word must be so long to be a name of its own. */
const shortestName = 5;
/** Longer words without a known name are half a sentence. */
const longestName = 20;

/** `late` with a name that begins where it most likely does; undefined where that would be a wild guess. */
function withLikelyName(report: Report, late: AcronymDefinition, glossary: Glossary): AcronymDefinition | undefined {
  const { start, end } = late.name;
  const words = textOf(report, late.name);
  const isKnown = glossaryRows(textOf(report, late.acronym), glossary).some((row) => namesOf(row).includes(words));
  if (isKnown || late.start !== start || '「『《〈'.includes(report.text[start - 1] ?? ' ')) return late;
  const lead = [...words.matchAll(leadsToName)]
    .map(({ index, 0: verb }) => index + verb.length)
    .filter((index) => words.length - index >= shortestName)
    .at(-1);
  if (late.exact && lead === undefined) return late;
  const from = start + (lead ?? 0);
  const likely = report.text.slice(from, end);
  if (likely.length < shortestName || likely.length > longestName || !/^\p{Script=Han}+$/u.test(likely))
    return undefined;
  return { ...late, start: from, name: { start: from, end } };
}

/** The full name at its first use, the bare acronym where the name stands now; a heading keeps its words. */
function moveOf(report: Report, late: AcronymDefinition, use: Span, glossary: Glossary): readonly Fix[] {
  const definition = withLikelyName(report, late, glossary);
  if (!definition) return [];
  const here = writtenOut(report, definition, use);
  const edits = late.inHeading ? [here] : [here, shortened(report, definition, isSpaced(report, use))];
  return [{ title: 'move', params: { words: textOf(report, wholeOf(report, definition)) }, safety: 'review', edits }];
}

export const rule: Rule = {
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
    move: { 'zh-TW': '在這裡寫出全名：{words}', en: 'Write the full name here: {words}' },
  },
  check: (report, { glossary }, find) => {
    for (const entry of report.acronyms.entries.values()) {
      if (entry.definitionCount === 0) continue;
      const { acronym, definitions, firstUse } = entry;
      // 摘要 stands apart: it has a first use of its own, and so has the body. A cover only names the meeting.
      for (const zone of ['abstract', 'body'] as const) {
        const use = firstUse[zone];
        const definition = definitions.find((candidate) => candidate.zone === zone);
        if (!use || !definition || definition.start < use.start) continue;
        find({
          message: 'late',
          params: { acronym },
          start: use.start,
          end: use.end,
          related: [{ message: 'definition', start: definition.start, end: definition.end }],
          fixes: () => moveOf(report, definition, use, glossary),
        });
      }
    }
  },
};
