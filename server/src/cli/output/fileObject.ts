/** The JSON of a checked file, as docs and scripts know it; `json` and `ndjson` share it. */
import type { Locale, Position, Report, ReportService, TextEdit } from '../../service';
import type { CheckedFile } from './checkedFile';

/** Lines and characters count from 0, characters and offsets in UTF-16 code units. */
export interface JsonPosition extends Position {
  readonly offset: number;
}

export function jsonPosition(service: ReportService, report: Report, offset: number): JsonPosition {
  const { line, character } = service.positionAt(report, offset);
  return { offset, line, character };
}

/** What `JSON.stringify` is to write for `checked`. */
export function fileObject(service: ReportService, { path, profile, report, findings }: CheckedFile, locale: Locale) {
  const range = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: jsonPosition(service, report, start),
    end: jsonPosition(service, report, end),
  });
  const edit = ({ start, end, text }: TextEdit) => ({ ...range({ start, end }), text });
  return {
    path,
    profile: profile.id,
    characters: report.text.length,
    findings: findings.map((finding) => ({
      rule: finding.rule.id,
      severity: finding.severity,
      message: service.messageOf(finding, locale),
      ...range(finding),
      related: (finding.related ?? []).map((place, index) => ({
        message: service.relatedMessageOf(finding, index, locale),
        ...range(place),
      })),
      fixes: service
        .fixesOf(finding, locale)
        .map(({ title, safety, edits }) => ({ title, safety, edits: edits.map(edit) })),
    })),
  };
}
