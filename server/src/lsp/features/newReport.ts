/** What a new report is made of: the profiles, the events it may be about, and its skeleton. */
import type { Locale } from '../../service';
import type { Core } from '../server/core';
import { newReportParamsOf } from '../server/params';
import type { KnownEventsResult, NewReportResult, ProfilesResult } from '../protocol';

export function profilesOf({ service }: Core, locale: Locale): ProfilesResult {
  return service.profiles.map((profile) => ({
    id: profile.id,
    name: profile.name[locale],
    categories: profile.categories,
    ...service.profileNotes(profile, locale),
  }));
}

export function knownEventsOf({ service }: Core): KnownEventsResult {
  return service.knownEvents().map(({ id, name, destination, from, to }) => ({
    id,
    name,
    destination,
    ...(from && { from }),
    ...(to && { to }),
  }));
}

/** @throws ResponseError InvalidParams where `given` is not NewReportParams */
export function newReportOf({ service }: Core, given: unknown): NewReportResult {
  const { profile: id, ...rest } = newReportParamsOf(
    given,
    service.profiles.map((profile) => profile.id),
  );
  return service.newReport({ ...rest, profile: service.profiles.find((profile) => profile.id === id)! });
}
