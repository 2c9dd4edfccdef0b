import * as vscode from 'vscode';
import type { FolderCheck, FolderCheckResult } from '../folderCheck';

/**
 * Checks every report of a folder.
 *
 * @param asked the folder, as the Explorer's menu names it; any other value names none, and of several folders of the
 * workspace the user chooses one
 * @returns undefined where there is no folder
 */
export async function checkFolder(check: FolderCheck, asked: unknown): Promise<FolderCheckResult | undefined> {
  const folder = asked instanceof vscode.Uri ? asked : await chosenFolder();
  return folder && check.run(folder);
}

async function chosenFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  if (folders[0]) return folders[0].uri;
  const picked = await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true });
  return picked?.[0];
}
