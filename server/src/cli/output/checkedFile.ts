import type { CheckOptions, Finding, Locale, Profile, Report, ReportService, Severity } from '../../service';

/** A file that was read and checked. */
export interface CheckedFile {
  readonly path: string;
  readonly profile: Profile;
  readonly report: Report;
  /** What it was checked by. */
  readonly options: CheckOptions;
  readonly findings: readonly Finding[];
  /** How many safe edits were made before; undefined where nothing was to be fixed. */
  readonly fixed: number | undefined;
  /** Of a file that has no lines: where a finding stands, in words. */
  readonly placeOf?: (finding: Finding) => string;
}

/** What a run found, by severity. */
export interface Summary {
  files: number;
  /** Files that hold no report and were left out. */
  skipped: number;
  fixed: number;
  readonly counts: Record<Severity, number>;
}

/**
 * One output format. It makes text and writes nothing, so that worker threads can do it; each file's part depends on
 * that file alone, and the parts are put together in the order of the input.
 */
export interface CheckFormat {
  /** Before the first file. */
  readonly begin: string;
  /** Between two files whose parts are not empty. */
  readonly separator: string;
  /** In pieces: one text of a hundred thousand findings may be longer than a string can be. */
  file(checked: CheckedFile): Iterable<string>;
  /** Of a file that the user named and that holds no report. */
  skipped(path: string): Iterable<string>;
  end(summary: Summary): string;
}

/** What a format is made from. */
export interface FormatContext {
  readonly service: ReportService;
  readonly locale: Locale;
  readonly colour: boolean;
  /** Whether a finding is at or above `--fail-on`. */
  readonly isGrave: (finding: Finding) => boolean;
}
