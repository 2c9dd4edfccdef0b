/** What a user sees before there is a report: the view whose welcome leads to one. */
import * as vscode from 'vscode';

/** Set while the window has a folder with nothing in it: the Explorer then shows the view for reports. */
const emptyFolderKey = 'missionReport.emptyFolder';

/** Whether a folder holds nothing that a user would see. */
async function isEmpty(folder: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).every(([name]) => name.startsWith('.'));
  } catch {
    return false; // what can't be read is not known to be empty
  }
}

/** Looks whether the folders of the window are empty, now and whenever files come and go in them. */
export function watchEmptyFolders(): vscode.Disposable {
  const look = async (): Promise<void> => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const empty = await Promise.all(folders.map(({ uri }) => isEmpty(uri)));
    await vscode.commands.executeCommand('setContext', emptyFolderKey, empty.length > 0 && empty.every(Boolean));
  };
  void look();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(look),
    vscode.workspace.onDidCreateFiles(look),
    vscode.workspace.onDidDeleteFiles(look),
    vscode.workspace.onDidSaveTextDocument(look),
  );
}
