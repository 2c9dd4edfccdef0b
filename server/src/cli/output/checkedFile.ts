import type { Finding, Profile, Report, Severity } from '../../service';

/** A file that was read and checked. */
export interface CheckedFile {
  readonly path: string;
  readonly profile: Profile;
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** What a run found, by severity. */
export interface Summary {
  files: number;
  readonly counts: Record<Severity, number>;
}

/** One output format: takes each file as soon as it is checked, so that none is kept. */
export interface CheckOutput {
  file(checked: CheckedFile): void;
  end(summary: Summary): void;
}
