import { categoriesIn, profiles } from '../../knowledge/profiles';
import type { Profile, ProfileId } from '../../knowledge/types';
import type { Report } from '../model/report';

/** A profile with what in the report speaks for it. */
export interface ProfileChoice {
  readonly id: ProfileId;
  /** The agency or the category on the cover, the headings, or nothing: then it is the default. */
  readonly because: 'agency' | 'category' | 'headings' | 'default';
}

/** The profile that is usual for the category on the cover; of several categories, for each of them. */
function usualProfile({ cover, text }: Report): Profile | undefined {
  const field = cover.fields.find(({ id }) => id === 'category');
  const named = categoriesIn(field && text.slice(field.value.start, field.value.end));
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
  // Of two profiles of one city, the one whose required parts the report has more of: 甲類 has a body, 乙類 a digest only.
  const fit = (profile: (typeof profiles)[number]): number =>
    profile.parts.filter((part) => part.required && parts.has(part.part)).length;
  const best = candidates.reduce<(typeof profiles)[number] | undefined>(
    (chosen, profile) => (chosen === undefined || fit(profile) > fit(chosen) ? profile : chosen),
    undefined,
  );
  if (best) return { id: best.id, because: 'agency' };
  if (parts.has('process') && !parts.has('itinerary') && !parts.has('proceedings'))
    return { id: 'central', because: 'headings' };
  const usual = parts.has('proceedings') ? undefined : usualProfile(report);
  if (usual) return { id: usual.id, because: 'category' };
  const conference = parts.has('itinerary') || parts.has('proceedings');
  return { id: 'conference', because: conference ? 'headings' : 'default' };
}

/** The id of the profile a report is written for. */
export function chooseProfile(report: Report): ProfileId {
  return profileChoiceOf(report).id;
}
