import type { CodeLens } from 'vscode-languageserver';
import { rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { Settings } from '../configuration/settings';
import type { Client } from '../server/client';
import { writeAttendanceCommand } from '../protocol';

/**
 * The figures above headings. Those of an attendance list open the roll of members, where the client can; all others are
 * for reading, and their command does nothing.
 */
export function codeLensesOf(
  document: OpenDocument,
  { service }: Core,
  settings: Settings,
  client: Pick<Client, 'writesAttendance'>,
): CodeLens[] {
  if (!settings.codeLens) return [];
  const report = document.report(service);
  return service.codeLenses(report, settings).map((lens) => {
    const { title, attendance } = lens;
    const range = rangeOf(service, report, lens);
    return attendance === undefined || !client.writesAttendance
      ? { range, command: { title, command: '' } }
      : {
          range,
          command: { title, command: writeAttendanceCommand, arguments: [service.positionAt(report, attendance)] },
        };
  });
}
