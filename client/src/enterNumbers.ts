/** Numbers that go on at Enter, in reports that VS Code has as Markdown or plain text. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TextEdit } from 'vscode-languageserver';
import { otherLanguageIds, settingsSection } from '../../server/src/lsp/protocol';
import type { Reports } from './reports';
import { nextTurn } from './nextTurn';

/** What a number ends with, as the server has it; Enter may bring the indentation of the line before. */
const trigger = /^(?:\r?\n[ \t]*|[、）) ])$/;

/** What comes of `work`, and the first offset at which `document` is changed meanwhile; infinite where it is not. */
async function watched<T>(
  document: vscode.TextDocument,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly firstChange: number }> {
  let firstChange = Infinity;
  const watch = vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
    if (changed === document)
      firstChange = Math.min(firstChange, ...contentChanges.map(({ rangeOffset }) => rangeOffset));
  });
  try {
    const result = await work();
    return { result, firstChange };
  } finally {
    watch.dispose();
  }
}

/**
 * Does for reports in other languages what VS Code does in that of reports, where `editor.formatOnType` is on: for all
 * Markdown files that is not for this extension to switch on.
 */
export function numberAtEnter(client: BaseLanguageClient, reports: Reports): vscode.Disposable {
  const format = async (editor: vscode.TextEditor, place: vscode.Position, ch: string): Promise<void> => {
    const { document } = editor;
    const { version } = document;
    const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = client;
    const { result: edits, firstChange } = await watched(document, async () => {
      // The server is told of the change by a listener that may be called after this one.
      await nextTurn();
      return client.sendRequest<TextEdit[] | null>('textDocument/onTypeFormatting', {
        textDocument: code.asTextDocumentIdentifier(document),
        position: code.asPosition(place),
        ch,
        options: { tabSize: 4, insertSpaces: false },
      });
    });
    if (!edits?.length || firstChange < document.offsetAt(place)) return;
    const changes = await protocol.asTextEdits(edits);
    // Who has typed on wants no number there any more, but is still rid of one that stands there twice.
    if (
      document.version !== version &&
      !changes.every(({ range }) => range.end.isBeforeOrEqual(place) && !range.isEmpty)
    )
      return;
    await editor.edit(
      (builder) => {
        for (const { range, newText } of changes) builder.replace(range, newText);
      },
      { undoStopBefore: false, undoStopAfter: false },
    );
  };
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...others] = contentChanges;
    const editor = vscode.window.activeTextEditor;
    if (!change || others.length > 0 || reason !== undefined || !trigger.test(change.text)) return;
    if (editor?.document !== document || !otherLanguageIds.includes(document.languageId)) return;
    if (client.state !== State.Running || !reports.statusOf(document.uri)) return;
    // Somebody who wants a text file to stay one writes the numbers; where VS Code formats, it asks by itself.
    if (vscode.workspace.getConfiguration(settingsSection, document).get('textFiles') === 'text') return;
    if (vscode.workspace.getConfiguration('editor', document).get('formatOnType')) return;
    const place = document.positionAt(change.rangeOffset + change.text.length);
    // A refused answer is one of a text that is gone.
    format(editor, place, change.text.includes('\n') ? '\n' : change.text).catch(() => undefined);
  });
}
