import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageId, levelChangeRequest } from '../../../server/src/lsp/protocol';
import type { LevelChangeParams, LevelChangeResult } from '../../../server/src/lsp/protocol';
import { isAtNumber } from '../itemNumber';

/** Set while the cursor stands in or right behind an item's number: only there Tab changes a level. */
const numberKey = 'missionReport.atItemNumber';

/** Keeps VS Code told whether the cursor is at an item's number. */
export function watchItemNumbers(): vscode.Disposable {
  let said: boolean | undefined;
  const look = (editor: vscode.TextEditor | undefined): void => {
    const now =
      editor?.document.languageId === languageId &&
      editor.selections.length === 1 &&
      editor.selection.isEmpty &&
      isAtNumber(editor.document.lineAt(editor.selection.active).text, editor.selection.active.character);
    if (now === said) return;
    said = now;
    void vscode.commands.executeCommand('setContext', numberKey, now);
  };
  look(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      look(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor(look),
  );
}

/**
 * Moves the item at the cursor one level in (`by` 1) or out (-1); where it can't go there, or the server is not there,
 * the key does what it does elsewhere.
 */
export async function changeLevel(client: BaseLanguageClient, by: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const edits = client.state === State.Running ? await editsFor(client, editor, by) : [];
  if (!edits) return;
  if (edits.length === 0) {
    await vscode.commands.executeCommand(by === 1 ? 'tab' : 'outdent');
    return;
  }
  await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(range, newText);
  });
}

/** The edits; undefined where somebody has typed on meanwhile: they are of a text that is gone, and a tab would be in the way. */
async function editsFor(
  client: BaseLanguageClient,
  { document, selection }: vscode.TextEditor,
  by: 1 | -1,
): Promise<{ readonly range: vscode.Range; readonly newText: string }[] | undefined> {
  const { version } = document;
  const params: LevelChangeParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: client.code2ProtocolConverter.asPosition(selection.active),
    by,
  };
  const edits = await client.sendRequest<LevelChangeResult>(levelChangeRequest, params);
  if (document.version !== version) return undefined;
  return client.protocol2CodeConverter.asTextEdits([...edits]);
}
