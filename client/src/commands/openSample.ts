import * as vscode from 'vscode';
import { languageId } from '../../../server/src/lsp/protocol';

/** Opens a copy of the sample report with faults: nothing that is written into it touches the extension. */
export async function openSample(extension: vscode.Uri): Promise<void> {
  const file = vscode.Uri.joinPath(extension, 'samples/faults.mission.md');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const document = await vscode.workspace.openTextDocument({ language: languageId, content });
  await vscode.window.showTextDocument(document);
}
