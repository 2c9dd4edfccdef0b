/** Where the parts of a report stand, and where the profile wants them. */
import { composedPartsOf } from '../../knowledge/composedTitles';
import { normaliseTitle, partTitleOf, partTitles } from '../../knowledge/parts';
import { requiredPartsOf } from '../../knowledge/profiles';
import type { PartId, Profile, ProfilePart } from '../../knowledge/types';
import { lineAt } from '../../report/lines';
import type { Report, Section } from '../../report/model';
import { textOf } from '../../report/read';
import type { Span } from '../../text/span';

/** A part at its place in the report. */
export interface PlacedPart extends Span {
  readonly part: PartId;
  readonly title: Span;
  /** Undefined for 目次, which is no section. */
  readonly section: Section | undefined;
  /** Whether it stands by itself, not inside another chapter. */
  readonly outermost: boolean;
}

function placed(section: Section, part: PartId, outermost: boolean): PlacedPart {
  return { part, title: section.title, section, outermost, start: section.start, end: section.end };
}

/** The parts that the title of a section names: two for 「參訪行程及內容」. */
function partsNamed(report: Report, { part, title }: Section): readonly PartId[] {
  const words = normaliseTitle(textOf(report, title));
  if (part !== undefined && partTitleOf(words)) return [part];
  return [...new Set([...(part === undefined ? [] : [part]), ...composedPartsOf(words)])];
}

/**
 * The parts of the report in the order of the text: 摘要, 目次, the chapters that name a part, and what stands inside
 * 過程 or a chapter of another name. What a meeting's own 建議 or 目的 says is no part of the report.
 */
export function partsOf(report: Report): readonly PlacedPart[] {
  const { abstract, contents, sections } = report;
  const parts: PlacedPart[] = [];
  if (abstract) parts.push(placed(abstract, 'abstract', true));
  if (contents) {
    const { start, end, title } = contents;
    parts.push({ part: 'contents', title, section: undefined, outermost: true, start, end });
  }
  for (const root of sections) {
    for (const part of partsNamed(report, root)) parts.push(placed(root, part, true));
    if (root.part !== undefined && root.part !== 'process') continue;
    for (const child of root.children) {
      if (child.kind === 'item') continue;
      for (const part of partsNamed(report, child)) parts.push(placed(child, part, false));
    }
  }
  return parts.sort((a, b) => a.start - b.start);
}

/** Parts that keep their place only among what stands before the body. */
export function isFrontMatter(part: PartId): boolean {
  return part === 'abstract' || part === 'contents';
}

/**
 * Place of `part` in the profile's order. Parts that stand for another one come in their own order, the last of them at
 * its place: 行程 before 過程, 出席會議情形 where 過程 would be. Undefined where the profile has no place for it.
 */
export function rankOf(profile: Profile, part: PartId): number | undefined {
  const index = profile.parts.findIndex((asked) => asked.part === part);
  if (index >= 0) return index;
  for (const [place, { insteadOf }] of profile.parts.entries()) {
    for (const set of insteadOf) {
      const within = set.indexOf(part);
      if (within >= 0) return place - (set.length - 1 - within) / set.length;
    }
  }
  // Where 過程 is not asked for, it tells what 出席會議情形 tells.
  return part === 'process' ? rankOf(profile, 'proceedings') : undefined;
}

/** The title that the profile gives `part`, or its usual name. */
export function titleOfPart(profile: Profile, part: PartId): string {
  const asked = profile.parts.find((candidate) => candidate.part === part);
  const usual = partTitles.find((title) => title.part === part && title.standing === 'canonical');
  return asked?.title ?? usual?.text ?? part;
}

export interface MissingPart {
  readonly part: PartId;
  readonly title: string;
  /** What it must hold, zh-TW. */
  readonly holds: string;
}

/** What of `asked` is not in the report: nothing, itself, or the other half where 心得 and 建議 stand apart. */
function missingOf(asked: ProfilePart, there: ReadonlySet<PartId>, profile: Profile): readonly PartId[] {
  const { part, insteadOf } = asked;
  if (there.has(part) || insteadOf.some((set) => set.length > 0 && set.every((other) => there.has(other)))) return [];
  if (part === 'proceedings' && there.has('process') && profile.parts.every((other) => other.part !== 'process'))
    return [];
  if (part === 'reflections-and-recommendations') {
    const half = insteadOf.find((set) => set.some((other) => there.has(other)));
    if (half) return half.filter((other) => !there.has(other));
  }
  return [part];
}

/** The parts that the profile requires and the report does not have, in the profile's order. */
export function missingParts(report: Report, profile: Profile): readonly MissingPart[] {
  const there = new Set(partsOf(report).map(({ part }) => part));
  const category = report.cover.fields.find(({ id }) => id === 'category');
  const required = requiredPartsOf(profile, category && textOf(report, category.value));
  return required.flatMap((asked) =>
    missingOf(asked, there, profile).map((part) => ({
      part,
      title: titleOfPart(profile, part),
      holds: asked.holds['zh-TW'],
    })),
  );
}

/** The number that 摘要 or 目次 takes from the chapters' numbering, 0 where they carry none. */
export function frontNumber({ abstract, contents, lines }: Report): number {
  let last = 0;
  for (const part of [abstract, contents]) {
    const number = part && lines.facts[lineAt(lines, part.start)]!.shape.number;
    if (number && number.value > last) last = number.value;
  }
  return last;
}
