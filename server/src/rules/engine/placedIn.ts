import type { Place, Unit } from '../../report/model/line';
import type { Report } from '../../report/model/report';
import type { TextEdit } from '../../text/edit';
import type { ReportDiscovery, RuleFix, UnitDiscovery } from './rule';

/** Edits of the text of `report` as a fix has them. */
export function inReport(report: Report, edits: readonly TextEdit[]): RuleFix<Place>['edits'] {
  return edits.map(({ start, end, text }) => ({ unit: report, start, end, text }));
}

/** What was discovered in `unit`, at its place there. */
export function placedIn(unit: Unit, discovery: UnitDiscovery): ReportDiscovery {
  const { message, params, severity, subject, start, end, related, fixes } = discovery;
  return {
    message,
    params,
    ...(severity && { severity }),
    subject,
    unit,
    start,
    end,
    related: related?.map((place) => ({ unit, ...place })),
    fixes:
      fixes &&
      ((report) =>
        fixes(report).map(({ at, edits, ...fix }) => ({
          ...fix,
          at: at && { unit, ...at },
          edits: edits.map((edit) => ({ unit, ...edit })),
        }))),
  };
}
