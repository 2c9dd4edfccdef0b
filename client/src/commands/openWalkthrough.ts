import * as vscode from 'vscode';

/** Opens the walkthrough, which VS Code lists by the name of its extension alone. */
export async function openWalkthrough(extension: vscode.Extension<unknown>): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, false);
}
