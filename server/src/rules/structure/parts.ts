/** Where the profile wants the parts of a report. */
import type { PartId, Profile } from '../../knowledge/types';
import type { Units } from '../../report/model/units';

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

/** The number that 摘要 or 目次 takes from the chapters' numbering, 0 where they carry none. */
export function frontNumber({ headings, contents }: Pick<Units, 'headings' | 'contents'>): number {
  let last = 0;
  for (const part of [headings.abstract, contents]) {
    const number = part?.firstLine.facts.shape.number;
    if (number && number.value > last) last = number.value;
  }
  return last;
}
