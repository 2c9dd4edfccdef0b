/** What is ignored: it is said when it happens, can be taken back, and stands in a list. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { giveReasonRequest, ignoredRequest, revokeRequest } from '../../../server/src/lsp/protocol';
import type {
  AppliedAdjustment,
  ConfigurationEditsResult,
  GiveReasonParams,
  IgnoredResult,
  ProtocolIgnored,
  RevokeParams,
} from '../../../server/src/lsp/protocol';

/** Makes `edits` in a configuration file and saves it, so that they come into force at once. */
async function change(uri: string, edits: ConfigurationEditsResult): Promise<boolean> {
  if (edits.length === 0) return false;
  const file = vscode.Uri.parse(uri, true);
  const document = await vscode.workspace.openTextDocument(file);
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits)
    edit.replace(
      file,
      new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
      newText,
    );
  return (await vscode.workspace.applyEdit(edit)) && (await document.save());
}

/** Takes what was ignored back. */
async function revoke(client: BaseLanguageClient, params: RevokeParams): Promise<void> {
  const edits = await client.sendRequest<ConfigurationEditsResult>(revokeRequest, params);
  if (!(await change(params.uri, edits)))
    void vscode.window.showWarningMessage(
      vscode.l10n.t('It is not in the configuration file any more: {0}', vscode.workspace.asRelativePath(params.uri)),
    );
}

async function giveReason(client: BaseLanguageClient, uri: string, { adjustment }: AppliedAdjustment): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Why does it stay as it is?'),
    prompt: vscode.l10n.t('For those who read the report after you; it is kept in the configuration file.'),
  });
  if (reason === undefined || reason.trim() === '') return;
  const params: GiveReasonParams = { uri, adjustment, reason };
  await change(uri, await client.sendRequest<ConfigurationEditsResult>(giveReasonRequest, params));
}

/** Says what was ignored, with the way back; ends when the message is answered or gone. */
async function sayIgnored(client: BaseLanguageClient, uri: string, done: AppliedAdjustment): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const why = vscode.l10n.t('Give a Reason…');
  const list = vscode.l10n.t('Show All Ignored');
  const isSuppression = done.adjustment.append && done.adjustment.path[0] === 'suppressions';
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Done: {0}', done.title),
    undo,
    ...(isSuppression ? [why] : []),
    list,
  );
  const { adjustment, before } = done;
  if (chosen === undo) await revoke(client, { uri, adjustment, ...(before !== undefined && { before }) });
  else if (chosen === why) await giveReason(client, uri, done);
  else if (chosen === list) await vscode.commands.executeCommand('missionReport.showIgnored');
}

/**
 * Saves a configuration file that a quick fix has just changed: it comes into force at once, whatever `files.autoSave`
 * says. Then a message says what was done; the quick fix has ended by then.
 *
 * @param uri the file's URI as the server writes it
 */
export async function adjusted(client: BaseLanguageClient, uri: string, done: AppliedAdjustment): Promise<void> {
  const file = vscode.Uri.parse(uri, true);
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === file.toString());
  await document?.save();
  void sayIgnored(client, uri, done);
}

interface Entry extends vscode.QuickPickItem {
  readonly ignored: ProtocolIgnored;
}

/** Lists what is ignored in the report in front; what is ticked is checked again. */
export async function showIgnored(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const result = await client.sendRequest<IgnoredResult>(ignoredRequest, {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
  });
  if (!result || result.entries.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing is ignored in this report, and no rule is off in its folder.'),
    );
    return;
  }
  const entries = result.entries.map((ignored): Entry => ({
    label: ignored.title,
    description: ignored.scope,
    detail: ignored.detail,
    ignored,
  }));
  const chosen = await vscode.window.showQuickPick(entries, {
    title: vscode.l10n.t('Ignored Findings and Rules That Are Off'),
    placeHolder: vscode.l10n.t('Tick what is to be checked again'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  for (const { ignored } of chosen ?? []) await revoke(client, { uri: result.uri, adjustment: ignored.adjustment });
}
