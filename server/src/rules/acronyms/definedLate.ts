import { anyOf } from '../../knowledge/phrases';
import { standsBefore } from '../../report/model/line';
import type { AcronymUse, AcronymUses, LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import { textOf } from '../../report/queries/read';
import type { Glossary } from '../engine/glossary';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportRule, RuleFix } from '../engine/rule';
import { isSpaced, shortened, wholeOf, writtenOut } from './definitionEdits';
import { isNamedInRow } from './explained';
import { nameOf, namesOf } from './fullName';
import { glossaryRows, isKnown } from './known';

/** Behind one of these a name begins, if it is not known: 智利說明區域資料交換論壇（RDEF）. */
const leadsToName = new RegExp(anyOf('before-name'), 'g');
/** What is left behind such a word must be so long to be a name of its own. */
const shortestName = 5;
/** Longer words without a known name are half a sentence. */
const longestName = 20;

/** `late` with a name that begins where it most likely does; undefined where that would be a wild guess. */
function withLikelyName(late: LineDefinition, glossary: Glossary): LineDefinition | undefined {
  const { unit } = late;
  const { start, end } = late.name;
  const words = nameOf(late);
  const isKnown = glossaryRows(late.text, glossary).some((row) => namesOf(row).includes(words));
  if (isKnown || late.start !== start || '「『《〈'.includes(unit.text[start - 1] ?? ' ')) return late;
  const lead = [...words.matchAll(leadsToName)]
    .map(({ index, 0: verb }) => index + verb.length)
    .filter((index) => words.length - index >= shortestName)
    .at(-1);
  if (late.exact && lead === undefined) return late;
  const from = start + (lead ?? 0);
  const likely = unit.text.slice(from, end);
  if (likely.length < shortestName || likely.length > longestName || !/^\p{Script=Han}+$/u.test(likely))
    return undefined;
  return { ...late, start: from, name: { start: from, end } };
}

/** The full name at its first use, the bare acronym where the name stands now; a heading keeps its words. */
function moveOf(late: LineDefinition, use: AcronymUse, glossary: Glossary): readonly RuleFix<Place>[] {
  const definition = withLikelyName(late, glossary);
  if (!definition) return [];
  const here = writtenOut(definition, use);
  const edits = late.inHeading ? [here] : [here, shortened(definition, isSpaced(use))];
  const words = textOf(definition.unit, wholeOf(definition));
  return [{ title: 'move', params: { words }, safety: 'review', edits }];
}

/**
 * Whether what is used is a word of an abbreviation of several: 「KLQ MOX自簽署後生效」 uses no KLQ.
 * @param isAbbreviation whether the words together are given in brackets as an abbreviation
 * @param isAcronym whether the word beside it is an acronym by itself
 */
function isWordOfLonger(
  { unit: { text }, start, end }: AcronymUse,
  isAbbreviation: (words: string) => boolean,
  isAcronym: (word: string) => boolean,
): boolean {
  const own = text.slice(start, end);
  const before = /(?<![A-Za-z])([A-Z]{2,12}) $/.exec(text.slice(Math.max(0, start - 14), start))?.[1];
  const behind = /^ ([A-Z]{2,12})(?![A-Za-z])/.exec(text.slice(end, end + 14))?.[1];
  return (
    (before !== undefined && (!isAcronym(before) || isAbbreviation(`${before} ${own}`))) ||
    (behind !== undefined && (!isAcronym(behind) || isAbbreviation(`${own} ${behind}`)))
  );
}

/** Whether brackets behind the acronym tell in Chinese what it stands for: RDEF（區域資料交換論壇）. */
function isTold({ unit: { text }, end }: AcronymUse): boolean {
  return /^ ?[（(]\p{Script=Han}{4}/u.test(text.slice(end, end + 8));
}

/** Whether the acronym opens a row of a table: a list of abbreviations tells there what it means. */
function isRowTitle({ unit, start, end }: AcronymUse): boolean {
  const { text, facts } = unit;
  if (!/^[\s|]*$/.test(text.slice(facts.content.start, start))) return false;
  return /^ *[\t|]/.test(text.slice(end, end + 8)) || isNamedInRow(text.slice(end));
}

/** Whether 目次 has told the full name before `use`, in the title of a section. */
function isListedBefore({ occurrences }: AcronymUses, use: AcronymUse): boolean {
  return occurrences.some((other) => other.defines && other.unit.zone === 'contents' && standsBefore(other, use));
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
    move: { 'zh-TW': '在這裡寫出全名：{words}', en: 'Write the full name here: {words}' },
  },
  check: (report, _notes, context, find) => {
    const { acronyms } = report;
    const { glossary } = context;
    const isAbbreviation = (words: string): boolean => new RegExp(`[「（(稱]${words}[」）)]`).test(report.whole.text);
    const isAcronym = (word: string): boolean =>
      isKnown(word, context) || (acronyms.get(word)?.definitions.length ?? 0) > 0;
    for (const uses of acronyms.values()) {
      const { acronym, definitions, firstUse } = uses;
      // 摘要 stands apart: it has a first use of its own, and so has the body. A cover only names the meeting.
      for (const zone of ['abstract', 'body'] as const) {
        const use = firstUse[zone];
        const definition = definitions.find((candidate) => candidate.zone === zone);
        if (!use || !definition || standsBefore(definition, use) || isWordOfLonger(use, isAbbreviation, isAcronym))
          continue;
        if (isRowTitle(use) || isTold(use) || isListedBefore(uses, use)) continue;
        find({
          message: 'late',
          params: { acronym },
          unit: use.unit,
          start: use.start,
          end: use.end,
          related: relatedPlaces([definition], 'definition'),
          fixes: () => moveOf(definition, use, glossary),
        });
      }
    }
  },
};
