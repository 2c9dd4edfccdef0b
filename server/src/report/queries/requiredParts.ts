/** Which parts a report has, and which of those that its profile requires it lacks. */
import { composedPartsOf } from '../../knowledge/composedTitles';
import { isEventTitle } from '../../knowledge/eventTitles';
import { normaliseTitle, partTitleOf, partTitles } from '../../knowledge/parts';
import { requiredPartsOf } from '../../knowledge/profiles';
import type { PartId, Profile, ProfilePart } from '../../knowledge/types';
import type { Heading } from '../model/headings';
import type { Place } from '../model/line';
import type { LineFacts } from '../model/lines';
import type { Units } from '../model/units';
import { titleOf } from './headings';
import { textOf } from './read';

/** The title that the profile gives `part`, or its usual name. */
export function titleOfPart(profile: Profile, part: PartId): string {
  const asked = profile.parts.find((candidate) => candidate.part === part);
  const usual = partTitles.find((title) => title.part === part && title.standing === 'canonical');
  return asked?.title ?? usual?.text ?? part;
}

/** What the words of a title say besides the part that they may name as they stand. */
interface TitleWords {
  readonly composed: readonly PartId[];
  readonly isEvent: boolean;
}

/** An editor asks at every key, and the line of a heading is the same from one to the next. */
const wordsOfLines = new WeakMap<LineFacts, TitleWords>();

function wordsOf(heading: Heading): TitleWords {
  const { facts } = heading.firstLine;
  const known = wordsOfLines.get(facts);
  if (known) return known;
  const words = normaliseTitle(titleOf(heading));
  const composed = partTitleOf(words) ? [] : composedPartsOf(words);
  const read = { composed, isEvent: composed.length === 0 && isEventTitle(words) };
  wordsOfLines.set(facts, read);
  return read;
}

/** The parts that the title of a heading names: two for 「參訪行程及內容」. A chapter named after an event is 過程. */
function partsNamed(heading: Heading): readonly PartId[] {
  const { part, depth } = heading;
  const { composed, isEvent } = wordsOf(heading);
  if (part !== undefined) return composed.length === 0 ? [part] : [part, ...composed];
  return depth === 1 && isEvent ? ['process'] : composed;
}

/** Where a part stands. */
interface PartPlace extends Place {
  /** Whether it has the name that the regulations give it: 過程, not 參加會議經過. */
  readonly isPlain: boolean;
}

function hasPlainTitle(heading: Heading): boolean {
  return partTitleOf(normaliseTitle(titleOf(heading)))?.standing === 'canonical';
}

/**
 * The parts of the report, each with the heading that names it first: 摘要, 目次, the chapters that name a part, and
 * what stands inside 緒論, 過程 or a chapter of another name. What a meeting's own 建議 or 目的 says is no part of the report.
 */
function partsOf({ contents, headings }: RequiredUnits): ReadonlyMap<PartId, PartPlace> {
  const { abstract, chapters } = headings;
  const parts = new Map<PartId, PartPlace>();
  const put = (part: PartId, heading: Heading): void => {
    if (!parts.has(part)) parts.set(part, { unit: heading, ...heading.span, isPlain: hasPlainTitle(heading) });
  };
  if (abstract) put('abstract', abstract);
  if (contents) parts.set('contents', { unit: contents, ...contents.contents.heading, isPlain: true });
  for (const root of chapters) {
    for (const part of partsNamed(root)) put(part, root);
    // 緒論 may hold 行程 besides 目的.
    if (root.part !== undefined && root.part !== 'process' && root.part !== 'purpose') continue;
    for (const child of root.children) {
      if (child.kind === 'item') continue;
      for (const part of partsNamed(child)) put(part, child);
    }
  }
  return parts;
}

export interface MissingPart {
  readonly part: PartId;
  readonly title: string;
  /** What it must hold, zh-TW. */
  readonly holds: string;
  /** How grave it is that it is missing. */
  readonly severity: Profile['missingPart'];
}

/** A part that the profile requires, and how the report stands to it. */
export interface Requirement {
  readonly title: string;
  /** The heading of the part, or of the first of those that stand for it; undefined where anything is missing. */
  readonly heading: Place | undefined;
  /** Nothing, the part itself, or the other half where 心得 and 建議 stand apart. */
  readonly missing: readonly MissingPart[];
}

/** The parts that can stand for the part `asked` by themselves, one set or another of them. */
function waysTo({ part, insteadOf }: ProfilePart, profile: Profile): readonly (readonly PartId[])[] {
  const ways = [[part], ...insteadOf.filter((set) => set.length > 0)];
  // Where 過程 is not asked for, it tells what 出席會議情形 tells.
  const tellsOfMeetings = part === 'proceedings' && profile.parts.every((other) => other.part !== 'process');
  return tellsOfMeetings ? [...ways, ['process']] : ways;
}

/** What is missing of `asked`, which has no way to be there. */
function missingOf({ part, insteadOf }: ProfilePart, there: ReadonlyMap<PartId, PartPlace>): readonly PartId[] {
  const half =
    part === 'reflections-and-recommendations' && insteadOf.find((set) => set.some((other) => there.has(other)));
  return half ? half.filter((other) => !there.has(other)) : [part];
}

/** What a report must have of the parts that it is asked for. */
type RequiredUnits = Pick<Units, 'cover' | 'contents' | 'headings'>;

/** The parts that the profile requires of the report, in the profile's order. */
export function requirementsOf(units: RequiredUnits, profile: Profile): readonly Requirement[] {
  const there = partsOf(units);
  const { cover } = units;
  const category = cover?.cover.fields.find(({ id }) => id === 'category');
  const allAsked = requiredPartsOf(profile, category && textOf(cover!, category.value));
  /** A part that is asked for itself stands for no other under its own name: 參加會議經過 may begin with 目的, 過程 does not. */
  const standsFor = (asked: PartId, part: PartId): boolean => {
    const place = there.get(part);
    return place !== undefined && (part === asked || !place.isPlain || allAsked.every((other) => other.part !== part));
  };
  return allAsked.map((asked) => {
    const way = waysTo(asked, profile).find((parts) => parts.every((part) => standsFor(asked.part, part)));
    const missing = way ? [] : missingOf(asked, there);
    return {
      title: asked.title,
      heading: way && there.get(way[0]!),
      missing: missing.map((part) => ({
        part,
        title: titleOfPart(profile, part),
        holds: asked.holds['zh-TW'],
        severity: asked.missingPart ?? profile.missingPart,
      })),
    };
  });
}

/** The parts that the profile requires and the report does not have, in the profile's order. */
export function missingParts(units: RequiredUnits, profile: Profile): readonly MissingPart[] {
  return requirementsOf(units, profile).flatMap(({ missing }) => missing);
}
