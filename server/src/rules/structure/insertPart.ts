/** Where a part that is missing belongs, and the edits that put it there. */
import { chapterStyle, lineEndOf, numberLike } from '../../report/queries/headingStyle';
import type { ChapterStyle } from '../../report/queries/headingStyle';
import { isBlank, lineAt } from '../../report/model/lines';
import type { Heading } from '../../report/model/headings';
import type { Place, Unit } from '../../report/model/line';
import type { ContentsEntry, Section } from '../../report/model/parts';
import type { Report } from '../../report/model/report';
import type { ContentsUnit } from '../../report/model/units';
import { textOf } from '../../report/queries/read';
import type { MissingPart } from '../../report/queries/requiredParts';
import { chapterPartOf } from '../../knowledge/composedTitles';
import { normaliseTitle } from '../../knowledge/parts';
import type { PartId, Profile } from '../../knowledge/types';
import type { TextEdit } from '../../text/edit';
import { keyOf, renumberEdits } from '../../report/queries/headings';
import type { ReportView } from '../engine/view';
import { frontNumber, isFrontMatter, rankOf } from './parts';

/** Parts that close a report: they stand before the annexes or at its end, whatever stands before them. */
const closing: ReadonlySet<PartId> = new Set(['reflections', 'recommendations', 'reflections-and-recommendations']);

interface PartPlace {
  /** The title that the finding marks: of the section before which the part belongs, or of the last one. */
  readonly mark: Place;
  /** What the part is put before; undefined where it belongs behind all. */
  readonly before: Unit | undefined;
  /** Index among the report's chapters that the part will have. */
  readonly index: number;
}

/** The last words of the report, for one that has no headings at all. */
function lastWords({ units }: Report): Place | undefined {
  const unit = [...units.lines].reverse().find(({ facts }) => !isBlank(facts));
  return unit && { unit, ...unit.facts.content };
}

function markOf(heading: Heading): Place {
  const { title, span } = heading;
  const { start, end } = title.end > title.start ? title : span;
  return { unit: heading, start, end };
}

function behindAll({ headings, contents, whole }: ReportView): PartPlace | undefined {
  const { chapters, abstract } = headings;
  const index = chapters.length;
  const last = chapters.at(-1) ?? abstract;
  // Of 目次 and 摘要 what stands behind the other; a body stands behind both.
  const isContentsLast = contents && index === 0 && (!abstract || standsBehind(whole, contents, abstract));
  const mark = isContentsLast ? titleOfContents(contents) : last ? markOf(last) : lastWords(whole);
  return mark && { mark, before: undefined, index };
}

function titleOfContents(unit: ContentsUnit): Place {
  const { title, heading } = unit.contents;
  const { start, end } = title.end > title.start ? title : heading;
  return { unit, start, end };
}

function standsBehind({ units }: Report, one: Unit, other: Unit): boolean {
  return units.startOf(one) > units.startOf(other);
}

/** Where `part` belongs. Undefined in a report of blanks only. */
export function placeOf(report: ReportView, profile: Profile, part: PartId): PartPlace | undefined {
  const { headings, contents } = report;
  const { chapters } = headings;
  const before = (index: number): PartPlace | undefined => {
    const chapter = chapters[index];
    return chapter && { mark: markOf(chapter), before: chapter, index };
  };
  if (isFrontMatter(part)) {
    if (contents && part === 'abstract' && !(chapters[0] && standsBehind(report.whole, contents, chapters[0]))) {
      const { start, end } = contents.contents.title;
      return { mark: { unit: contents, start, end }, before: contents, index: 0 };
    }
    return before(0) ?? behindAll(report);
  }
  const rank = rankOf(profile, part) ?? profile.parts.length;
  const ranks = chapters.map((chapter) => (chapter.part === undefined ? undefined : rankOf(profile, chapter.part)));
  if (closing.has(part))
    return before(ranks.findIndex((other) => other !== undefined && other > rank)) ?? behindAll(report);
  let next = ranks.length;
  while (next > 0 && (ranks[next - 1] ?? rank) >= rank) next--;
  return before(next) ?? behindAll(report);
}

/** Offset of the line before which the part is put. */
function offsetOf({ units, sections, abstract, contents, text }: Report, { before }: PartPlace): number {
  if (before) return units.startOf(before);
  return (
    sections.at(-1)?.end ?? (abstract || contents ? Math.max(abstract?.end ?? 0, contents?.end ?? 0) : text.length)
  );
}

/** Whether the report leaves blank lines before and behind the headings of its chapters. */
function spacing({ lines, sections, abstract }: Report): { readonly before: boolean; readonly behind: boolean } {
  const model = sections[0] ?? abstract;
  const blank = (line: number): boolean => {
    const facts = lines.facts[line];
    return facts === undefined || facts.content.end === facts.content.start;
  };
  return model ? { before: blank(model.line - 1), behind: blank(model.line + 1) } : { before: true, behind: true };
}

/** What the new section says until it is written; structure/placeholder points at it. */
function skeleton({ holds }: MissingPart): string {
  return `（待補：${holds}）`;
}

/** The new section as the report writes its sections, with the blank lines around it that are needed at `at`. */
function sectionText(report: Report, missing: MissingPart, style: ChapterStyle, number: string, at: number): string {
  const lineBreak = lineEndOf(report);
  const { before, behind } = spacing(report);
  const marks = style.marks > 0 ? `${'#'.repeat(style.marks)} ` : '';
  const words = `${marks}${number}${missing.title}${style.ending}${lineBreak}${behind ? lineBreak : ''}${skeleton(missing)}`;
  const { text, lines } = report;
  const line = lineAt(lines, at);
  const atLineStart = at === 0 || lines.starts[line] === at;
  const above = lines.facts[atLineStart ? line - 1 : line];
  const open = above !== undefined && above.content.end > above.content.start;
  const lead = (atLineStart ? '' : lineBreak) + (open && before ? lineBreak : '');
  const atEnd = text.slice(at).trim() === '';
  return lead + words + lineBreak + (before && !atEnd ? lineBreak : '');
}

/** The entry of 目次 for the new section; undefined where 目次 has it already or lists no chapters. */
function entryEdit(
  report: Report,
  missing: MissingPart,
  value: number,
  next: Section | undefined,
): TextEdit | undefined {
  const entries = report.contents?.entries ?? [];
  const title = (entry: ContentsEntry): string => textOf(report, entry.title);
  if (entries.some((entry) => chapterPartOf(normaliseTitle(title(entry))) === missing.part)) return undefined;
  const nextKey = next && keyOf(textOf(report, next.title));
  const following = entries.find((entry) => keyOf(title(entry)) === nextKey);
  const model = following ?? entries.find((entry) => chapterPartOf(normaliseTitle(title(entry))) !== undefined);
  if (!model) return undefined;
  const { lines, text } = report;
  const start = lines.starts[model.line]!;
  const number = model.number ? numberLike(report, model.number, value) : '';
  const gap = model.number ? text.slice(model.number.end, model.title.start) : '';
  const words = text.slice(start, model.number?.start ?? model.title.start) + (number ?? '') + gap + missing.title;
  if (following) return { start, end: start, expected: '', text: words + lineEndOf(report) };
  const last = entries.at(-1)!;
  const end = lines.starts[last.line]! + lines.facts[last.line]!.length;
  return { start: end, end, expected: '', text: lineEndOf(report) + words };
}

/** The edits that put `missing` where it belongs, number the chapters behind it anew and bring 目次 up to it. */
export function insertPart(report: Report, missing: MissingPart, place: PartPlace): readonly TextEdit[] {
  const { sections } = report;
  const { index } = place;
  const at = offsetOf(report, place);
  const style = chapterStyle(report, sections);
  if (isFrontMatter(missing.part)) {
    return [{ start: at, end: at, expected: '', text: sectionText(report, missing, style, '', at) }];
  }
  const system = sections.find(({ number }) => number !== undefined)?.number?.system;
  const numbered = (section: Section): boolean => section.number !== undefined && section.number.system === system;
  const previous = sections.slice(0, index).filter(numbered).at(-1);
  const value = (previous?.number?.value ?? frontNumber(report.units)) + 1;
  const edits: TextEdit[] = [
    { start: at, end: at, expected: '', text: sectionText(report, missing, style, style.number(value), at) },
    ...renumberEdits(report, sections.slice(index).filter(numbered), value + 1),
  ];
  const entry = entryEdit(report, missing, value, sections[index]);
  if (entry) edits.push(entry);
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}
