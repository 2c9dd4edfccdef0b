import * as vscode from 'vscode';
import type { ProtocolRange } from '../../../server/src/lsp/protocol';

/**
 * Shows a place of a report and selects it.
 *
 * @param uri as the server writes it
 */
export async function goToPlace(uri: string, { start, end }: ProtocolRange): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { selection });
}
