/** Where a report uses and defines each acronym. */
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { AcronymUses } from '../model/acronyms';
import type { AcronymUsage, AcronymUse, LineDefinition } from '../model/acronyms';
import type { Line } from '../model/line';
import type { LineFacts } from '../model/lines';
import type { AcronymDefinition, AcronymEntry, AcronymIndex } from '../model/mentions';

/** Whether the words of the line are those of a heading, which defines an acronym but does not use it. */
export function isHeadingLine(facts: LineFacts): boolean {
  const { heading, number, marks } = facts.shape;
  return marks > 0 || (heading && number !== undefined);
}

/** What `lines` say of acronyms. */
export function acronymUsageOf(lines: readonly Line[]): AcronymUsage {
  const usage = new Map<string, AcronymUses>();
  const occurrences = new Map<string, AcronymUse[]>();
  lines.forEach((unit, order) => {
    const { facts, zone } = unit;
    const inHeading = isHeadingLine(facts);
    for (const hit of facts.acronyms) {
      const { text, glossary, quoted, defines, start, end } = hit;
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
    for (const { text, acronym, name, exact, english, start, end } of facts.definitions)
      usage
        .get(text)
        ?.definitions.push({ unit, order, zone, inHeading, text, acronym, name, exact, english, start, end });
  });
  return usage;
}

/** `definition` in a text in which its line begins at `offset`. */
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

/** `usage` with offsets in the text, in which `startOf` tells where a line begins. */
export function placedAcronyms(usage: AcronymUsage, startOf: (line: Line) => number): AcronymIndex {
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
