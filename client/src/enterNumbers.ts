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

/** The first offset at which a document is changed while it is watched; infinite where it is not. */
class FirstChange implements vscode.Disposable {
  offset = Infinity;
  private readonly subscription: vscode.Disposable;

  constructor(document: vscode.TextDocument) {
    this.subscription = vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed === document)
        this.offset = Math.min(this.offset, ...contentChanges.map(({ rangeOffset }) => rangeOffset));
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

/** How often an edit is tried that a key came before. */
const mostAttempts = 10;

/**
 * Does for reports in other languages what VS Code does in that of reports, where `editor.formatOnType` is on: for all
 * Markdown files that is not for this extension to switch on.
 */
export function numberAtEnter(client: BaseLanguageClient, reports: Reports): vscode.Disposable {
  const format = async (
    editor: vscode.TextEditor,
    place: vscode.Position,
    ch: string,
    changed: FirstChange,
  ): Promise<void> => {
    const { document } = editor;
    const { version } = document;
    const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = client;
    // The server is told of the change by a listener that may be called after this one.
    await nextTurn();
    const edits = await client.sendRequest<TextEdit[] | null>('textDocument/onTypeFormatting', {
      textDocument: code.asTextDocumentIdentifier(document),
      position: code.asPosition(place),
      ch,
      options: { tabSize: 4, insertSpaces: false },
    });
    if (!edits?.length) return;
    const changes = await protocol.asTextEdits(edits);
    const takesAway = changes.every(({ range }) => range.end.isBeforeOrEqual(place) && !range.isEmpty);
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      if (changed.offset < document.offsetAt(place)) return;
      // Who has typed on wants no number there any more, but is still rid of one that stands there twice.
      if (document.version !== version && !takesAway) return;
      // VS Code makes no edit of a version that a key has ended meanwhile.
      const isMade = await editor.edit(
        (builder) => {
          for (const { range, newText } of changes) builder.replace(range, newText);
        },
        { undoStopBefore: false, undoStopAfter: false },
      );
      if (isMade) return;
    }
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
    const changed = new FirstChange(document);
    format(editor, place, change.text.includes('\n') ? '\n' : change.text, changed)
      // A refused answer is one of a text that is gone.
      .catch(() => undefined)
      .finally(() => {
        changed.dispose();
      });
  });
}
