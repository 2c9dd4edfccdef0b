import { offsetOf, textEditsOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { AttendanceEditsParams, AttendanceEditsResult, AttendanceParams, AttendanceResult } from '../protocol';
import type { Settings } from '../configuration/settings';

/** The roll of members at a position, with those ticked whom a list there names. */
export function attendanceOf(
  document: OpenDocument,
  { service }: Core,
  settings: Settings,
  { position }: AttendanceParams,
): AttendanceResult {
  const report = document.report(service);
  return service.attendanceRoll(report, offsetOf(service, report, position), settings);
}

/** The edits that say who attended. */
export function attendanceEditsOf(
  document: OpenDocument,
  { service }: Core,
  settings: Settings,
  { position, present, restAbsent }: AttendanceEditsParams,
): AttendanceEditsResult {
  const report = document.report(service);
  const ticked = { present, restAbsent };
  return textEditsOf(service, report, service.attendanceEdits(report, offsetOf(service, report, position), ticked, settings)); // prettier-ignore
}
