import type { Profile } from '../knowledge/types';
import type { ProfileChoice } from '../report/queries/chooseProfile';
import { profileChoiceOf } from '../report/queries/chooseProfile';
import type { Report } from '../report/model/report';
import { requirementsOf } from '../report/queries/requiredParts';
import type { Counts } from '../rules/engine/findings';
import type { Locale } from '../text/message';
import { countHan } from '../text/characters';
import { shifted } from '../text/span';
import type { Span } from '../text/span';

/** What an editor shows of a whole report at a glance. */
export interface ReportStatus {
  readonly profile: { readonly id: Profile['id']; readonly name: string };
  /** What speaks for the profile: the report itself, or a setting. */
  readonly because: ProfileChoice['because'] | 'setting';
  /** The words of the report that speak for it; empty where none do. */
  readonly evidence: string;
  /** The required parts in their order; `place` is that of the heading, undefined where the part is missing. */
  readonly parts: readonly { readonly title: string; readonly place: Span | undefined }[];
  readonly abstract: { readonly count: number; readonly min: number; readonly max: number } | undefined;
  readonly findings: Counts;
}

/** The status of `report` under `profile`. */
export function statusOf(
  report: Report,
  profile: Profile,
  chosen: 'auto' | 'setting',
  counts: Counts,
  locale: Locale,
): ReportStatus {
  const { abstract, text } = report;
  const bounds = profile.abstractLength;
  const { because, evidence } = chosen === 'setting' ? { because: chosen, evidence: '' } : profileChoiceOf(report);
  return {
    profile: { id: profile.id, name: profile.name[locale] },
    because,
    evidence,
    parts: requirementsOf(report.units, profile).map(({ title, heading }) => ({
      title,
      place: heading && shifted({ start: heading.start, end: heading.end }, report.units.startOf(heading.unit)),
    })),
    abstract:
      abstract && bounds
        ? { count: countHan(text, abstract.content.start, abstract.content.end), min: bounds.min, max: bounds.max }
        : undefined,
    findings: counts,
  };
}
