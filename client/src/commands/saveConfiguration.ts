import * as vscode from 'vscode';

/**
 * Saves a configuration file that a quick fix has just changed: it comes into force at once, whatever `files.autoSave` says.
 *
 * @param uri the file's URI as the server writes it
 */
export async function saveConfiguration(uri: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const file = vscode.Uri.parse(uri, true);
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === file.toString());
  await document?.save();
}
