import { categoriesIn, profiles } from '../../knowledge/profiles';
import type { Profile, ProfileId } from '../../knowledge/types';
import type { Report } from '../model/report';
import type { PartId } from '../../knowledge/types';
import { textOf } from './read';

/** A profile with what in the report speaks for it. */
export interface ProfileChoice {
  readonly id: ProfileId;
  /** The agency or the category on the cover, the headings, or nothing: then it is the default. */
  readonly because: 'agency' | 'category' | 'headings' | 'default';
  /** The words of the report that speak for it: the agency, the category, a heading; empty for the default. */
  readonly evidence: string;
}

/** 出國類別 as on the cover; empty where it says none. */
function categoryOf({ cover, text }: Report): string {
  const field = cover.fields.find(({ id }) => id === 'category');
  return field ? text.slice(field.value.start, field.value.end) : '';
}

/** The words of the chapter that names `part`. */
function headingOf(report: Report, part: PartId): string {
  const section = report.sections.find((candidate) => candidate.part === part);
  return section ? textOf(report, section.title) : '';
}

/** The profile that is usual for the category on the cover; of several categories, for each of them. */
function usualProfile(report: Report): Profile | undefined {
  const named = categoriesIn(categoryOf(report));
  if (named.length === 0) return undefined;
  return profiles.find(({ usualFor }) => named.every((category) => usualFor.includes(category)));
}

/**
 * The profile a report is written for, read off the report itself: the agency on its cover, then its headings.
 * 過程 without 行程 and 出席會議情形 is the central form, and so is a 考察 and the like without 出席會議情形; everything
 * else is the report of a conference.
 */
export function profileChoiceOf(report: Report): ProfileChoice {
  const agencies = report.cover.fields
    .filter((field) => field.id === 'agency')
    .map((field) => report.text.slice(field.value.start, field.value.end));
  const parts = new Set(report.sections.map((section) => section.part));
  if (report.abstract) parts.add('abstract');
  const candidates = profiles.filter((profile) =>
    profile.agencies.some((name) => agencies.some((agency) => agency.includes(name))),
  );
  // A council of a city comes before the city, the city before a school of it; they stand in this order. Of two profiles
  // of one city, it is the one whose required parts the report has more of: 甲類 has a body, 乙類 a digest only.
  const fit = (profile: (typeof profiles)[number]): number =>
    profile.parts.filter((part) => part.required && parts.has(part.part)).length;
  const ofOneAgency = candidates.filter(({ agencies: words }) => words.join() === candidates[0]?.agencies.join());
  const best = ofOneAgency.reduce<(typeof profiles)[number] | undefined>(
    (chosen, profile) => (chosen === undefined || fit(profile) > fit(chosen) ? profile : chosen),
    undefined,
  );
  if (best) {
    const evidence = agencies.find((agency) => best.agencies.some((name) => agency.includes(name))) ?? '';
    return { id: best.id, because: 'agency', evidence };
  }
  if (parts.has('process') && !parts.has('itinerary') && !parts.has('proceedings'))
    return { id: 'central', because: 'headings', evidence: headingOf(report, 'process') };
  const usual = parts.has('proceedings') ? undefined : usualProfile(report);
  if (usual) return { id: usual.id, because: 'category', evidence: categoryOf(report) };
  const part = (['proceedings', 'itinerary'] as const).find((one) => parts.has(one));
  if (part) return { id: 'conference', because: 'headings', evidence: headingOf(report, part) };
  return { id: 'conference', because: 'default', evidence: '' };
}

/** The id of the profile a report is written for. */
export function chooseProfile(report: Report): ProfileId {
  return profileChoiceOf(report).id;
}
