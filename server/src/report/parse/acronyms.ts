/** Where a report uses and defines each acronym. */
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { AcronymUses } from '../model/acronyms';
import type { AcronymUsage, AcronymUse, LineDefinition, WrappedDefinition, WrappedWords } from '../model/acronyms';
import type { Line, Unit } from '../model/line';
import type { DefinitionHit, LineFacts } from '../model/lines';
import type { AcronymDefinition, AcronymEntry, AcronymIndex } from '../model/mentions';
import type { Paragraph } from '../model/units';

/** Whether the words of the line are those of a heading, which defines an acronym but does not use it. */
export function isHeadingLine(facts: LineFacts): boolean {
  const { heading, number, marks } = facts.shape;
  return marks > 0 || (heading && number !== undefined);
}

/** The definitions that go over line ends, by the line on which their acronym stands. */
function wrappedByLine(paragraphs: readonly Paragraph[]): ReadonlyMap<Line, readonly Wrapped[]> {
  const byLine = new Map<Line, Wrapped[]>();
  for (const unit of paragraphs)
    for (const definition of unit.wrappedDefinitions) {
      const known = byLine.get(definition.line);
      if (known) known.push({ unit, definition });
      else byLine.set(definition.line, [{ unit, definition }]);
    }
  return byLine;
}

interface Wrapped {
  readonly unit: Paragraph;
  readonly definition: WrappedDefinition;
}

const noWrapped: readonly Wrapped[] = [];

/** What `lines`, which make up `paragraphs`, say of acronyms. */
export function acronymUsageOf(lines: readonly Line[], paragraphs: readonly Paragraph[]): AcronymUsage {
  const usage = new Map<string, AcronymUses>();
  const occurrences = new Map<string, AcronymUse[]>();
  const wrapped = wrappedByLine(paragraphs);
  lines.forEach((unit, order) => {
    const { facts, zone } = unit;
    if (facts.acronyms.length === 0 && facts.definitions.length === 0) return;
    const inHeading = isHeadingLine(facts);
    const goingOver = wrapped.get(unit) ?? noWrapped;
    const isWrapped = (at: number): boolean => goingOver.some(({ definition }) => definition.offset === at);
    for (const hit of facts.acronyms) {
      const { text, glossary, start, end } = hit;
      const defines = hit.defines || isWrapped(start);
      const quoted = hit.quoted && (hit.defines || !defines);
      const use = { unit, order, text, glossary, quoted, defines, start, end };
      let places = occurrences.get(text);
      if (!places) occurrences.set(text, (places = []));
      if (!quoted) places.push(use);
      if (zone === 'contents') continue;
      let entry = usage.get(text);
      if (!entry) usage.set(text, (entry = new AcronymUses(hit, places)));
      if (defines) continue;
      if (inHeading) {
        entry.inHeadings++;
        continue;
      }
      entry.uses[zone]++;
      if (!quoted) entry.firstUse[zone] ??= use;
    }
    if (zone === 'contents') return;
    const push = (hit: DefinitionHit, of: Unit, from: number, words: WrappedWords | undefined): void => {
      const { text, acronym, name, exact, english, start, end } = hit;
      usage.get(text)?.definitions.push({
        unit: of, order: from, zone, inHeading, wrapped: words, text, acronym, name, exact, english, start, end,
      }); // prettier-ignore
    };
    for (const { unit: paragraph, definition } of goingOver)
      push(definition, paragraph, order - definition.linesBefore, definition.words);
    // What a line has of a definition that began on the line before is the end of its name.
    for (const hit of facts.definitions) if (!isWrapped(hit.acronym.start)) push(hit, unit, order, undefined);
  });
  return usage;
}

/** `definition` in a text in which its unit begins at `offset`. */
function placed(definition: LineDefinition, offset: number): AcronymDefinition {
  const { acronym, name, exact, english, zone, inHeading, start, end } = definition;
  return {
    start: offset + start,
    end: offset + end,
    acronym: shifted(acronym, offset),
    name: shifted(name, offset),
    exact,
    english: english && shifted(english, offset),
    zone,
    inHeading,
  };
}

/** `usage` with offsets in the text, in which `startOf` tells where a unit begins. */
export function placedAcronyms(usage: AcronymUsage, startOf: (unit: Unit) => number): AcronymIndex {
  const place = (use: AcronymUse | undefined): Span | undefined => use && shifted(use, startOf(use.unit));
  const entries = new Map<string, AcronymEntry>();
  for (const [acronym, { glossary, uses, inHeadings, firstUse, definitions }] of usage)
    entries.set(acronym, {
      acronym,
      glossary,
      uses,
      inHeadings,
      get firstUse() {
        return { cover: place(firstUse.cover), abstract: place(firstUse.abstract), body: place(firstUse.body) };
      },
      definitionCount: definitions.length,
      get definitions() {
        return definitions.map((definition) => placed(definition, startOf(definition.unit)));
      },
    });
  return { entries };
}
