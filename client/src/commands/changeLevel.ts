import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageId, levelChangeRequest } from '../../../server/src/lsp/protocol';
import type { LevelChangeParams, LevelChangeResult } from '../../../server/src/lsp/protocol';
import { isAtNumber } from '../itemNumber';
import { nextTurn } from '../nextTurn';
import type { Reports } from '../reports';

/** Set while the cursor stands in or right behind an item's number: only there Tab changes a level. */
const numberKey = 'missionReport.atItemNumber';

/** A number that Enter has asked for comes within so many milliseconds, or not at all. */
const numberPause = 600;

/** Where the cursor stands at an item's number, or will in a moment: what Tab is to do hangs on it. */
export class ItemNumbers implements vscode.Disposable {
  private said: boolean | undefined;
  /** The document in which Enter was pressed behind an item, until its number has come. */
  private awaited:
    { readonly document: vscode.TextDocument; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  private arrived: (() => void) | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly reports: Reports) {
    this.look(vscode.window.activeTextEditor);
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.look(textEditor);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.settle();
        this.look(editor);
      }),
      reports.onDidChange(() => {
        this.look(vscode.window.activeTextEditor);
      }),
      vscode.workspace.onDidChangeTextDocument((change) => {
        this.follow(change);
      }),
    );
  }

  dispose(): void {
    this.settle();
    this.subscription.dispose();
  }

  /** Resolves when a number that is on its way has come, or will not come. */
  async settled(): Promise<void> {
    if (!this.awaited) return;
    await new Promise<void>((resolve) => {
      this.arrived = resolve;
    });
    await nextTurn();
  }

  private isReport({ languageId: language, uri }: vscode.TextDocument): boolean {
    return language === languageId || this.reports.statusOf(uri) !== undefined;
  }

  private look(editor: vscode.TextEditor | undefined): void {
    const isAt =
      editor !== undefined &&
      this.isReport(editor.document) &&
      editor.selections.length === 1 &&
      editor.selection.isEmpty &&
      isAtNumber(editor.document.lineAt(editor.selection.active).text, editor.selection.active.character);
    const now = isAt || this.awaited !== undefined;
    if (now === this.said) return;
    this.said = now;
    void vscode.commands.executeCommand('setContext', numberKey, now);
  }

  /** Behind an item Enter brings the next number, a moment later: a Tab in between is meant for that. */
  private follow({ document, contentChanges: [change, ...others] }: vscode.TextDocumentChangeEvent): void {
    if (!change) return;
    if (this.awaited?.document === document) this.settle();
    if (others.length > 0 || !/^\r?\n[ \t]*$/.test(change.text) || !this.isReport(document)) return;
    const before = document.lineAt(change.range.start.line).text;
    if (!isAtNumber(before, 0) || isAtNumber(before, before.length)) return;
    const timer = setTimeout(() => {
      this.settle();
    }, numberPause);
    this.awaited = { document, timer };
    this.look(vscode.window.activeTextEditor);
  }

  private settle(): void {
    clearTimeout(this.awaited?.timer);
    this.awaited = undefined;
    this.arrived?.();
    this.arrived = undefined;
    this.look(vscode.window.activeTextEditor);
  }
}

/**
 * Moves the item at the cursor one level in (`by` 1) or out (-1); where it can't go there, or the server is not there,
 * the key does what it does elsewhere.
 */
export async function changeLevel(client: BaseLanguageClient, numbers: ItemNumbers, by: 1 | -1): Promise<void> {
  await numbers.settled();
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
