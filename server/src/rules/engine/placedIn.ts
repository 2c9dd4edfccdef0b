import type { Unit } from '../../report/model/line';
import type { ReportDiscovery, UnitDiscovery } from './rule';

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
