/** 服務機關: the agencies that covers name, with the names that they had before. */
import { dateOfIso, dayNumber } from '../text/calendar';
import type { CalendarDate } from '../text/calendar';
import { agencies as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/agencies.tsv';
import type { Provenance } from './types';

export interface Agency extends Provenance {
  readonly name: string;
  /** The name that followed, of the agency itself or of who took over its work; undefined for one of today. */
  readonly successor: string | undefined;
  /** The successor's first day; undefined for an agency of today. */
  readonly since: CalendarDate | undefined;
  /** Of a former name: what people called it for short: 環保署. */
  readonly shortNames: readonly string[];
}

let all: ReadonlyMap<string, Agency> | undefined;

/** All of them by name, those that most reports name first. */
export function agencies(): ReadonlyMap<string, Agency> {
  return (all ??= new Map(
    rowsOf(schema, compiled).map(({ text, now, since, shortNames, source, trust }) => [
      text,
      { name: text, successor: now, since: dateOfIso(since ?? ''), shortNames, source, trust },
    ]),
  ));
}

let byFormerName: ReadonlyMap<string, Agency> | undefined;

/** The agencies that have another name today, by that which they had, in full and for short. */
export function formerAgencies(): ReadonlyMap<string, Agency> {
  return (byFormerName ??= new Map(
    [...agencies().values()]
      .filter(({ successor }) => successor !== undefined)
      .flatMap((agency) => [agency.name, ...agency.shortNames].map((name) => [name, agency] as const)),
  ));
}

/** What `agency` was called on `day`: the last of those that followed one another until then. */
export function nameOn(agency: Agency, day: CalendarDate): string {
  const next = isFormerOn(agency, day) ? agencies().get(agency.successor!) : undefined;
  return next ? nameOn(next, day) : agency.name;
}

/** What an agency is called today: the last of those that followed one another. The name itself for one of today. */
export function presentNameOf(name: string): string {
  const visited = new Set<string>();
  let last = name;
  for (let next = agencies().get(last)?.successor; next !== undefined && !visited.has(next);) {
    visited.add(next);
    last = next;
    next = agencies().get(last)?.successor;
  }
  return last;
}

/** Whether an agency no longer had that name on `day`; of a day that is not known, whether it has another one today. */
export function isFormerOn({ since }: Agency, day: CalendarDate | undefined): boolean {
  return since !== undefined && (day === undefined || dayNumber(day) >= dayNumber(since));
}
