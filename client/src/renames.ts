/** Renames of reports and folders: what is accepted of a report goes along with it in the configuration file. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { configurationFileName } from '../../server/src/lsp/protocol';

/** The configuration files that VS Code holds and that are not saved. */
function unsavedConfigurations(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && uri.path.endsWith(`/${configurationFileName}`),
  );
}

/**
 * Asks the server what a rename changes where the client does not ask by itself, as it was not started yet, and saves the
 * configuration files that the rename has changed: VS Code leaves them unsaved, and shows them to nobody.
 * @param running whether the server runs, once it has been started where it did not
 */
export function followRenames(client: BaseLanguageClient, running: () => Promise<boolean>): vscode.Disposable {
  const editFor = async (files: vscode.FileWillRenameEvent['files']): Promise<vscode.WorkspaceEdit | undefined> => {
    const [configuration] = await vscode.workspace.findFiles(`**/${configurationFileName}`, undefined, 1);
    if (!configuration || !(await running())) return undefined;
    const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = client;
    const edit = await client.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: files.map(({ oldUri, newUri }) => ({ oldUri: code.asUri(oldUri), newUri: code.asUri(newUri) })),
    });
    return protocol.asWorkspaceEdit(edit);
  };
  /** What the author had not saved before: it stays as it is. */
  let unsavedBefore: readonly vscode.TextDocument[] = [];
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      unsavedBefore = unsavedConfigurations();
      if (client.state !== State.Running) event.waitUntil(editFor(event.files));
    }),
    vscode.workspace.onDidRenameFiles(async () => {
      for (const document of unsavedConfigurations()) if (!unsavedBefore.includes(document)) await document.save();
    }),
  );
}
