import type { PartId, Profile } from '../knowledge/types';
import type { ProfileChoice } from '../report/chooseProfile';
import { profileChoiceOf } from '../report/chooseProfile';
import type { Report } from '../report/model';
import type { Finding, Locale, Severity } from '../rules/rule';
import { countHan } from '../text/characters';
import type { Span } from '../text/span';

/** What an editor shows of a whole report at a glance. */
export interface ReportStatus {
  readonly profile: { readonly id: Profile['id']; readonly name: string };
  /** What speaks for the profile: the report itself, or a setting. */
  readonly because: ProfileChoice['because'] | 'setting';
  /** The required parts in their order; `place` is that of the heading, undefined where the part is missing. */
  readonly parts: readonly { readonly title: string; readonly place: Span | undefined }[];
  readonly abstract: { readonly count: number; readonly min: number; readonly max: number } | undefined;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** Where each part stands: its heading. */
function placesOf(report: Report): ReadonlyMap<PartId, Span> {
  const places = new Map<PartId, Span>();
  const put = (part: PartId | undefined, place: Span): void => {
    if (part !== undefined && !places.has(part)) places.set(part, { start: place.start, end: place.end });
  };
  if (report.abstract) put('abstract', report.abstract.heading);
  if (report.contents) put('contents', report.contents.heading);
  for (const { part, heading, children } of report.sections) {
    put(part, heading);
    for (const child of children) put(child.part, child.heading);
  }
  return places;
}

/** The status of `report` under `profile`. */
export function statusOf(
  report: Report,
  profile: Profile,
  chosen: 'auto' | 'setting',
  findings: readonly Finding[],
  locale: Locale,
): ReportStatus {
  const places = placesOf(report);
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  const { abstract, text } = report;
  const bounds = profile.abstractLength;
  return {
    profile: { id: profile.id, name: profile.name[locale] },
    because: chosen === 'setting' ? 'setting' : profileChoiceOf(report).because,
    parts: profile.parts
      .filter(({ required }) => required)
      .map(({ part, title, insteadOf }) => {
        const other = insteadOf.find((set) => set.length > 0 && set.every((one) => places.has(one)));
        return { title, place: places.get(part) ?? (other && places.get(other[0]!)) };
      }),
    abstract:
      abstract && bounds
        ? { count: countHan(text, abstract.content.start, abstract.content.end), min: bounds.min, max: bounds.max }
        : undefined,
    findings: counts,
  };
}
