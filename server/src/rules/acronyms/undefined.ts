import { isOfSpecialists } from '../../knowledge/commonAbbreviations';
import { phrasesOf } from '../../knowledge/phrases';
import { standsBefore } from '../../report/model/line';
import type { AcronymUsage, AcronymUse, AcronymUses } from '../../report/model/acronyms';
import type { Report } from '../../report/model/report';
import { CharClass, classAt, trimBlanksEnd } from '../../text/characters';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { ReportRule, RuleContext, Severity } from '../engine/rule';
import { isCalledSo, isExplained, isOfSoftware, writtenOutInBrackets } from './explained';
import { isKnown, rightCase, singularOf } from './known';
import { nearMissesOf } from './nearMisses';

/** Roman numerals count chapters and phases. */
const roman = /^X{0,3}(?:IX|IV|V?I{0,3})$/;

/** What only keeps a place, and structure/placeholder tells: TODO, OOO. */
const placeholder = /^(?:TODO|TBD|([A-Z])\1+)$/;

/** Short words in capitals that are names and signs: the OFF of a festival, EXIT. */
const plainWord = /^(?:OFF|OUT|NEW|TOP|OPEN|LIVE|FREE|BEST|START|STOP|EXIT|YES|THE|AND|NOT|FOR|PUSH|PULL|HOT|LINE)$/;

/** Longer words in capitals are words and names: FRONTIER, CONSIDERING. */
const longestAcronym = 7;

/** Whether `acronym` is written as acronyms are and as names of products, codes and years are not. */
function isPlainAcronym(acronym: string): boolean {
  const singular = singularOf(acronym);
  for (let i = 0; i < singular.length; i++) if (singular[i]! < 'A' || singular[i]! > 'Z') return false;
  return singular.length >= 2 && singular.length <= longestAcronym && !roman.test(singular);
}

/** Whether the place is one where capitals are no acronym: behind a figure (10 MW), or part of a mixed word (B2B). */
function isMeasure(text: string, { start }: Span): boolean {
  const before = trimBlanksEnd(text, Math.max(0, start - 3), start);
  return before > 0 && start - before <= 1 && classAt(text, before - 1) === CharClass.Digit && start !== before;
}

function firstUseOf({ firstUse }: AcronymUses): AcronymUse | undefined {
  const uses = [firstUse.cover, firstUse.abstract, firstUse.body].filter((use) => use !== undefined);
  return uses.sort((a, b) => (standsBefore(a, b) ? -1 : 1))[0];
}

/** The acronyms that neither the glossaries nor a definition explain. */
function candidatesOf(usage: AcronymUsage, context: RuleContext): readonly AcronymUses[] {
  const isDefined = (acronym: string): boolean => (usage.get(acronym)?.definitions.length ?? 0) > 0;
  const candidates: AcronymUses[] = [];
  for (const uses of usage.values()) {
    const { acronym } = uses;
    if (uses.glossary.length > 0 || !isPlainAcronym(acronym) || placeholder.test(acronym)) continue;
    if (plainWord.test(acronym)) continue;
    if (isDefined(acronym) || isDefined(singularOf(acronym)) || isDefined(`${acronym}s`)) continue;
    if (isKnown(acronym, context) || rightCase(acronym, usage) !== undefined || !firstUseOf(uses)) continue;
    candidates.push(uses);
  }
  if (candidates.length === 0) return candidates;
  const misses = nearMissesOf(usage, context);
  const meant = new Set(misses.values());
  return candidates.filter(({ acronym }) => !misses.has(acronym) && !meant.has(acronym));
}

let everyday: ReadonlySet<string> | undefined;

/** Whether every reader of such reports knows it. */
function isEveryday(acronym: string): boolean {
  return (everyday ??= new Set(phrasesOf('everyday-acronym').map(({ text }) => text))).has(acronym);
}

/** Of such kinds are those of the table that who works with them knows. */
const ofSpecialists = /organisation|forum|committee|body|meeting|initiative|funding|term|agreement/;

/** The acronyms of the tables that not every reader knows, where the report neither writes them out nor says their names. */
function untoldOf(usage: AcronymUsage, prose: () => string): readonly AcronymUses[] {
  return [...usage.values()].filter(
    ({ acronym, glossary, definitions, uses, firstUse }) =>
      (glossary[0] ? ofSpecialists.test(glossary[0].category) : isOfSpecialists(singularOf(acronym))) &&
      definitions.length === 0 &&
      uses.body > 0 &&
      firstUse.body !== undefined &&
      acronym.length >= shortestCertain &&
      isPlainAcronym(acronym) &&
      !isEveryday(singularOf(acronym)) &&
      !glossary.some((known) =>
        [known.english, known.chinese, ...known.variants].some((name) => name !== '' && prose().includes(name)),
      ),
  );
}

/** Capitals that can be spoken as a word, as names often are: ELVU, ROVAX; DQMP can't. */
const wordLike =
  /^(?:[^AEIOUY]?|[BCDFGKPST][RL]|S[CKMNPTW]|[CPSTW]H|QU)(?:[AEIOUY]{1,2}[^AEIOUY]{1,2}){1,4}[AEIOUY]{0,2}$/;

/** What is called something by fewer letters is an acronym all the same. */
const shortestName = 4;

/** Places of one use in the text of the report. */
function placesOf({ units, lines }: Report, { occurrences }: AcronymUses): readonly (Span & { line: number })[] {
  return occurrences.map(({ unit, start, end }) => {
    const line = units.indexOf(unit)!;
    return { ...shifted({ start, end }, lines.starts[line]!), line };
  });
}

/** Names of firms, software and species are written in capitals too; what a report speaks of again and again it should name. */
const fewestCertain = 3;
/** Two letters are mostly a sign. */
const shortestCertain = 3;

/** Whether the report uses the acronym, which nobody could speak as a word, again and again in its own sentences. */
function isCertain({ acronym, occurrences }: AcronymUses): boolean {
  const said = occurrences.filter(
    ({ unit: { facts, surroundings } }) => facts.shape.cells.length === 0 && !/section/.test(surroundings.begins ?? ''),
  );
  return said.length >= fewestCertain && acronym.length >= shortestCertain && !wordLike.test(acronym);
}

/** How surely the acronym wants its full name; undefined where its surroundings tell it. Names need none, and a word may be one. */
function severityOf(report: Report, uses: AcronymUses, context: RuleContext): Severity | undefined {
  const places = placesOf(report, uses);
  const isTold = places.some(
    (place) =>
      // The words around RTU-SIM are about that, not about RTU.
      (places.length === 1 || !/^-[A-Z]{2}/.test(report.prose.slice(place.end, place.end + 3))) &&
      (isMeasure(report.prose, place) || isExplained(report, place, place.line, (word) => isKnown(word, context))),
  );
  if (isTold) return undefined;
  const isOfName = places.some((place) => isOfSoftware(report, place));
  if (!isOfName && !places.some((place) => isCalledSo(report, place)))
    return isCertain(uses) ? 'warning' : 'information';
  const { acronym } = uses;
  if (isOfName && acronym.length < shortestCertain) return undefined;
  return acronym.length >= shortestName && wordLike.test(acronym) ? undefined : 'hint';
}

export const rule: ReportRule = {
  per: 'report',
  id: 'acronyms/undefined',
  title: { 'zh-TW': '縮寫沒有寫出全名', en: 'Acronym never written out' },
  severity: 'warning',
  source: '文書處理手冊第16點（非一般通用之名稱不得縮寫，譯名附註原文）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    undefined: {
      'zh-TW': '「{acronym}」沒有寫出全名，首次出現時請寫「中文全名（{acronym}）」。',
      en: '“{acronym}” is never written out; give its full name where it first occurs.',
    },
    writeOut: { 'zh-TW': '寫成「○○○（{acronym}）」', en: 'Write 「○○○（{acronym}）」' },
  },
  check: (report, _notes, context, find) => {
    const candidates = candidatesOf(report.acronyms, context);
    const untold = untoldOf(report.acronyms, () => report.whole.prose).filter(
      ({ acronym }) => !context.glossary.acronyms.has(acronym),
    );
    if (candidates.length + untold.length === 0) return;
    const writtenOut = writtenOutInBrackets(report.whole.prose);
    for (const uses of [...candidates, ...untold]) {
      const { acronym } = uses;
      if (writtenOut.has(acronym)) continue;
      const told = severityOf(report.whole, uses, context);
      if (!told) continue;
      const severity = isKnown(acronym, context) ? 'hint' : told;
      const { unit, start, end } = firstUseOf(uses)!;
      find({
        message: 'undefined',
        severity,
        params: { acronym },
        unit,
        start,
        end,
        fixes: () => [
          {
            title: 'writeOut',
            params: { acronym },
            safety: 'review',
            edits: [{ unit, start, end, text: `○○○（${acronym}）` }],
          },
        ],
      });
    }
  },
};
