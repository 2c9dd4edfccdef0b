/** The JSON of a checked file, as docs and scripts know it; `json` and `ndjson` share it. */
import type { Finding, Locale, Position, Report, ReportService, TextEdit } from '../../service';
import type { CheckedFile } from './checkedFile';

/** Lines and characters count from 0, characters and offsets in UTF-16 code units. */
export interface JsonPosition extends Position {
  readonly offset: number;
}

export function jsonPosition(service: ReportService, report: Report, offset: number): JsonPosition {
  const { line, character } = service.positionAt(report, offset);
  return { offset, line, character };
}

function findingObject(service: ReportService, report: Report, finding: Finding, locale: Locale) {
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
    fixes: service
      .fixesOf(finding, locale)
      .map(({ title, safety, edits }) => ({ title, safety, edits: edits.map(edit) })),
  };
}

/** The file's object as JSON, in pieces of a finding each. */
export function* fileJson(service: ReportService, checked: CheckedFile, locale: Locale): Generator<string> {
  const { path, profile, report, findings, fixed } = checked;
  const head = JSON.stringify({
    path,
    profile: profile.id,
    characters: report.text.length,
    ...(fixed !== undefined && { fixed }),
  });
  yield `${head.slice(0, -1)},"findings":[`;
  let separator = '';
  for (const finding of findings) {
    yield separator + JSON.stringify(findingObject(service, report, finding, locale));
    separator = ',';
  }
  yield ']}';
}
