import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { attendanceEditsRequest, attendanceRequest } from '../../../server/src/lsp/protocol';
import type {
  AttendanceEditsParams,
  AttendanceEditsResult,
  AttendanceParams,
  AttendanceResult,
  ProtocolPosition,
} from '../../../server/src/lsp/protocol';

interface Entry extends vscode.QuickPickItem {
  /** Code of a member; undefined for the entry that says what becomes of the rest. */
  readonly economy?: string;
}

/** Asks who was there; undefined where nothing is chosen. */
async function ask({
  entries,
  namesAbsent,
}: NonNullable<AttendanceResult>): Promise<Pick<AttendanceEditsParams, 'present' | 'restAbsent'> | undefined> {
  const rest: Entry = {
    label: vscode.l10n.t('All others were absent'),
    description: vscode.l10n.t('Names them in brackets'),
    picked: namesAbsent,
  };
  const items: Entry[] = [
    rest,
    { label: vscode.l10n.t('Members'), kind: vscode.QuickPickItemKind.Separator },
    ...entries.map(({ economy, name, present }): Entry => ({ label: name, economy, picked: present })),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Who Attended'),
    placeHolder: vscode.l10n.t('Tick the members that were there'),
    canPickMany: true,
  });
  if (!chosen) return undefined;
  const present = chosen.map(({ economy }) => economy).filter((economy) => economy !== undefined);
  return present.length > 0 ? { present, restAbsent: chosen.includes(rest) } : undefined;
}

/**
 * Writes the sentence that says who attended: at the cursor, or at a place of the report in front.
 *
 * @param client with a server that runs
 * @param place where a list of members begins that is to be corrected; the cursor without one
 */
export async function writeAttendance(client: BaseLanguageClient, place: ProtocolPosition | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const params: AttendanceParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: place ?? client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
  const roll = await client.sendRequest<AttendanceResult>(attendanceRequest, params);
  if (!roll) return;
  const { version } = document;
  const ticked = await ask(roll);
  if (!ticked || document.version !== version) return;
  const edits = await client.sendRequest<AttendanceEditsResult>(attendanceEditsRequest, { ...params, ...ticked });
  await editor.edit((builder) => {
    for (const { range, newText } of edits)
      builder.replace(
        new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
        newText,
      );
  });
}
