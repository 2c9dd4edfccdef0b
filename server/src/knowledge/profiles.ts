import { partTitles } from './parts';
import { coverFields, parts as partSchema, profileParts, profiles as schema } from './schemas';
import { rowsOf } from './table';
import compiledFields from './tables/coverFields.tsv';
import compiledPartsOfProfiles from './tables/profileParts.tsv';
import compiledParts from './tables/parts.tsv';
import compiledProfiles from './tables/profiles.tsv';
import type { Profile, ProfileId, ProfilePart } from './types';

function makeProfiles(): readonly Profile[] {
  const cover = rowsOf(coverFields, compiledFields);
  const holds = new Map(
    rowsOf(partSchema, compiledParts).map((row) => [row.part, { 'zh-TW': row.holdsChinese, en: row.holdsEnglish }]),
  );
  const canonical = new Map(
    partTitles.filter(({ standing }) => standing === 'canonical').map(({ part, text }) => [part, text]),
  );
  const partsOfProfiles = rowsOf(profileParts, compiledPartsOfProfiles);
  return rowsOf(schema, compiledProfiles).map(
    ({ chinese, english, abstractMin, abstractMax, abstractTolerance, deadlineMonths, deadlineFrom, rollsForward, ...row }) => ({
      ...row,
      name: { 'zh-TW': chinese, en: english },
      cover,
      parts: partsOfProfiles
        .filter(({ profile }) => profile === row.id)
        .map(({ part, required, missingPart, insteadOf, source }) => ({
          part,
          title: canonical.get(part)!,
          holds: holds.get(part)!,
          required,
          missingPart,
          insteadOf,
          source,
        })),
      abstractLength:
        abstractMin === undefined || abstractMax === undefined
          ? undefined
          : { min: abstractMin, max: abstractMax, tolerance: abstractTolerance ?? 0 },
      deadline:
        deadlineMonths === undefined || deadlineFrom === undefined
          ? undefined
          : { months: deadlineMonths, from: deadlineFrom, rollsForward },
    }),
  ); // prettier-ignore
}

/** All profiles; the first is the default. */
export const profiles: readonly Profile[] = makeProfiles();

/** The profile of that id. */
export function profileById(id: ProfileId): Profile {
  const profile = profiles.find((candidate) => candidate.id === id);
  if (!profile) throw new RangeError(`there is no profile ${id}`);
  return profile;
}

/**
 * Where in `words`, the name of an agency and what belongs to it, one of a profile's `agencies` ends; -1 where it is not named. A name
 * with $ behind it is a short one and the last of the words: 海濱高工, but not 高工畢業生.
 */
export function endOfAgency(words: string, name: string): number {
  const short = name.endsWith('$') ? name.slice(0, -1) : undefined;
  if (short === undefined) return words.includes(name) ? words.indexOf(name) + name.length : -1;
  const remark = words.search(/[（(]/);
  const agency = (remark < 0 ? words : words.slice(0, remark)).trimEnd();
  return agency.length > short.length && agency.endsWith(short) ? agency.length : -1;
}

/**
 * The categories that the cover names: one, or several where a mission served several ends.
 * @param category 出國類別 as written on the cover, `undefined` where it says none
 */
export function categoriesIn(category: string | undefined): readonly string[] {
  return (category ?? '')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .split(/[、，,；;／/及與]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/**
 * The parts that a report of this category must have under `profile`: those marked required, or 摘要 alone where the
 * category asks for a digest only. A report of several categories owes a digest only when each of them does.
 * @param category 出國類別 as written on the cover, `undefined` where it says none
 */
export function requiredPartsOf(profile: Profile, category: string | undefined): readonly ProfilePart[] {
  const named = categoriesIn(category);
  const digest = named.length > 0 && named.every((word) => profile.digestOnlyFor.includes(word));
  return digest
    ? profile.parts.filter(({ part }) => part === 'abstract').map((part) => ({ ...part, required: true }))
    : profile.parts.filter(({ required }) => required);
}
