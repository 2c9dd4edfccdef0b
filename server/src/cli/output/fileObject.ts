/** The JSON of a checked file, as docs and scripts know it; `json` and `ndjson` share it. */
import type { Finding, Locale, Position, QuickFix, Report, ReportService, TextEdit } from '../../service';
import type { CheckedFile } from './checkedFile';

/** Lines and characters count from 0, characters and offsets in UTF-16 code units. */
export interface JsonPosition extends Position {
  readonly offset: number;
}

export function jsonPosition(service: ReportService, report: Report, offset: number): JsonPosition {
  const { line, character } = service.positionAt(report, offset);
  return { offset, line, character };
}

/** The JSON of a file that holds no report and was not checked. */
export function skippedJson(path: string): string {
  return JSON.stringify({ path, skipped: true, findings: [] });
}

/**
 * Edits of all fixes of one file that are written out. Thousands of headings with one number would each be given the
 * edits of all; no report of people comes near.
 */
const mostEdits = 20_000;

function findingObject(
  service: ReportService,
  report: Report,
  finding: Finding,
  locale: Locale,
  fixes: readonly QuickFix[],
) {
  const range = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: jsonPosition(service, report, start),
    end: jsonPosition(service, report, end),
  });
  const edit = ({ start, end, text }: TextEdit) => ({ ...range({ start, end }), text });
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: service.messageOf(finding, locale),
    ...range(finding),
    related: (finding.related ?? []).map((place, index) => ({
      message: service.relatedMessageOf(finding, index, locale),
      ...range(place),
    })),
    fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map(edit) })),
  };
}

/**
 * The file's object as JSON, in pieces of a finding each. Where the fixes of some findings are left out,
 * `fixesLeftOut` says of how many.
 */
export function* fileJson(service: ReportService, checked: CheckedFile, locale: Locale): Generator<string> {
  const { path, profile, report, options, findings, fixed } = checked;
  const head = JSON.stringify({
    path,
    profile: profile.id,
    characters: report.text.length,
    ...(fixed !== undefined && { fixed }),
  });
  yield `${head.slice(0, -1)},"findings":[`;
  let separator = '';
  let written = 0;
  let leftOut = 0;
  for (const finding of findings) {
    const full = written >= mostEdits;
    const fixes = full ? [] : service.fixesOf(report, finding, { ...options, locale });
    if (full && finding.fixable) leftOut++;
    for (const { edits } of fixes) written += edits.length;
    yield separator + JSON.stringify(findingObject(service, report, finding, locale, fixes));
    separator = ',';
  }
  yield leftOut > 0 ? `],"fixesLeftOut":${leftOut}}` : ']}';
}
