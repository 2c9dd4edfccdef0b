/** Renames before any report was open: the server is started for them where a folder has a configuration file. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { configurationFileName } from '../../server/src/lsp/protocol';

/** @param running whether the server runs, once it has been started where it did not */
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
  return vscode.workspace.onWillRenameFiles((event) => {
    // A client that runs asks by itself.
    if (client.state !== State.Running) event.waitUntil(editFor(event.files));
  });
}
