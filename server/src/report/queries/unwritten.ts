/** What of a report has yet to be written: as long as that is so, nothing speaks for what is not there. */
import type { PartId, Profile } from '../../knowledge/types';
import { CharClass, classOf } from '../../text/characters';
import type { Span } from '../../text/span';
import type { Place } from '../model/line';
import { lineAt } from '../model/lines';
import type { Report } from '../model/report';
import type { Section } from '../model/parts';
import { hasPlaceholder } from './placeholders';
import { requirementsOf } from './requiredParts';

/** Of several things that must be written. */
export interface UnwrittenNames {
  /** What is still to be written, by its title or label. */
  readonly names: readonly string[];
  /** Whether nothing has been written at all. */
  readonly isAll: boolean;
}

/** What is judged by itself. */
export interface UnwrittenParts {
  /** 出國期間 and 報告日期. */
  readonly dates: UnwrittenNames;
  /** The fields of the cover. */
  readonly cover: UnwrittenNames;
  /** The part that holds the suggestions, where the profile asks for one. */
  readonly suggestions: UnwrittenNames;
  /** The required parts. */
  readonly body: UnwrittenNames;
  /** The words of the report: the required parts, as long as most of them are not there to be read. */
  readonly prose: UnwrittenNames;
}

/** Whether a word or a figure stands in `span` outside of headings. */
function hasWords({ text, lines, allSections }: Report, { start, end }: Span): boolean {
  const headings = new Set(allSections.filter(({ kind }) => kind !== 'item').map(({ line }) => line));
  for (let line = lineAt(lines, start); line < lines.count && lines.starts[line]! < end; line++) {
    if (headings.has(line)) continue;
    const from = Math.max(start, lines.starts[line]!);
    const to = Math.min(end, lines.starts[line]! + lines.facts[line]!.length);
    for (let at = from; at < to; at++) if (isWord(text.charCodeAt(at))) return true;
  }
  return false;
}

function isWord(code: number): boolean {
  const kind = classOf(code);
  return kind === CharClass.Han || kind === CharClass.Latin || kind === CharClass.Digit;
}

/** A chapter or 摘要 whose heading begins where `heading` does. */
function sectionAt({ units, abstract, allSections }: Report, { unit: { firstLine } }: Place): Section | undefined {
  const at = units.indexOf(firstLine);
  return [...(abstract ? [abstract] : []), ...allSections].find(({ line }) => line === at);
}

/** A part is written when there are words below its heading, and none of them is a place to fill in. */
function isWritten(report: Report, heading: Place | undefined): boolean {
  const section = heading && sectionAt(report, heading);
  if (!section) return heading !== undefined;
  const below = { start: section.heading.end, end: section.end };
  return hasWords(report, below) && !hasPlaceholder(report, below);
}

function unwrittenFields(report: Report, { cover }: Profile): { readonly missing: string[]; readonly fields: number } {
  const filled = new Set(
    report.cover.fields
      .filter(({ value }) => value.end > value.start && !hasPlaceholder(report, value))
      .map(({ id }) => id),
  );
  const missing = cover
    .filter(
      ({ field, insteadOf }) => !filled.has(field) && !insteadOf.some((set) => set.every((one) => filled.has(one))),
    )
    .map(({ label }) => label);
  return { missing, fields: cover.length };
}

const suggestions: readonly PartId[] = ['recommendations', 'reflections-and-recommendations'];

/** What of `report` has yet to be written under `profile`. */
export function unwrittenOf(report: Report, profile: Profile): UnwrittenParts {
  const { missing: fields, fields: fieldCount } = unwrittenFields(report, profile);
  const requirements = requirementsOf(report.units, profile);
  const parts = requirements.filter(({ heading }) => !isWritten(report, heading)).map(({ title }) => title);
  // A form that asks for no part is written when anything is.
  const isBodyEmpty = !report.units.headings.chapters.some((unit) => isWritten(report, { unit, ...unit.span }));
  const hasNone = requirements.length === 0 ? isBodyEmpty : parts.length === requirements.length;
  const asked = profile.parts.filter(({ part }) => suggestions.includes(part)).map(({ title }) => title);
  const open = parts.filter((title) => asked.includes(title));
  const dates = ['出國期間', '報告日期'].filter((label) => fields.includes(label));
  return {
    dates: { names: dates, isAll: dates.length === 2 },
    cover: { names: fields, isAll: fields.length === fieldCount },
    suggestions: { names: open, isAll: open.length > 0 && open.length === asked.length },
    body: { names: parts, isAll: hasNone },
    prose: { names: parts.length * 2 > requirements.length ? parts : [], isAll: hasNone },
  };
}
