/** What every test of the suite does in the editor. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Extension } from '../../../client/src/extension';

export const extensionId = 'mission-report.mission-report';

/** What the extension hands out. `serverProcessId` is that of the language server while it runs. */
export type Desk = Extension;

/** The extension, running. */
export async function activeExtension(): Promise<vscode.Extension<Desk>> {
  const extension = vscode.extensions.getExtension<Desk>(extensionId);
  assert(extension, `${extensionId} is not installed`);
  await extension.activate();
  return extension;
}

/** Asks `look` again and again until it gives something; what that is comes back. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await pause(50);
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The file `name` of the workspace. */
export const fileUri = (name: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);

/** Opens the workspace's file `name` in an editor. */
export async function show(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** What an untitled report of a test begins with; by it the server knows one in any language. */
const opening = '出國報告\n\n摘要\n\n出席會議。\n\n壹、心得及建議\n\n';

/** An untitled report in `language` that ends with `text`, the cursor behind it, once the server has it. */
export async function writeOn(text: string, language = 'mission-report'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content: opening + text });
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  const desk = (await activeExtension()).exports;
  await until('the status of the report', () => desk.reports.statusOf(document.uri));
  return editor;
}

export const lastLine = ({ document }: vscode.TextEditor): string => document.lineAt(document.lineCount - 1).text;

/** Whether the document says something else than its file. */
async function differsFromFile(document: vscode.TextDocument): Promise<boolean> {
  if (document.isDirty || document.uri.scheme !== 'file') return document.isDirty;
  // VS Code keeps the document of a deleted file for a while, where an extension has opened it.
  const bytes = await vscode.workspace.fs.readFile(document.uri).then(undefined, () => undefined);
  return bytes !== undefined && new TextDecoder().decode(bytes) !== document.getText();
}

/**
 * Throws away what was changed, so that the next test finds every file as it is on disk, and closes all editors.
 * `isDirty` arrives later than the change itself, and an editor that is closed in between leaves its words to the next
 * one of the file: the texts are compared, and the file is read again whether VS Code takes it for changed or not.
 */
export async function revertAndClose(): Promise<void> {
  await until('every document is what its file is', async () => {
    const documents = [...vscode.workspace.textDocuments];
    const differ = await Promise.all(documents.map(differsFromFile));
    const changed = documents.filter((_, index) => differ[index]);
    for (const document of changed) {
      await vscode.window.showTextDocument(document);
      if (!document.isUntitled) await vscode.commands.executeCommand('workbench.action.files.revert');
      else await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    return changed.length === 0 ? true : undefined;
  });
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // The next untitled document may take the name of one that is still being closed, and its text.
  await until('no untitled document is left', () =>
    vscode.workspace.textDocuments.some(({ isUntitled }) => isUntitled) ? undefined : true,
  );
}

/** Where `words` stand in the document, the `nth` time (from 0). */
export function rangeOf(document: vscode.TextDocument, words: string, nth = 0): vscode.Range {
  let start = -1;
  for (let count = 0; count <= nth; count += 1) {
    start = document.getText().indexOf(words, start + 1);
    assert(start >= 0, `no ${words} in ${document.uri.path}`);
  }
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Replaces `range` by `text`. */
export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert(await vscode.workspace.applyEdit(edit));
}

/** The rule a finding is of. */
export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Findings of `rule` in the document now. */
export const findingsOf = (document: vscode.TextDocument, rule: string): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => ruleOf(diagnostic) === rule);

/** Waits until there are `count` findings of `rule`, and gives them. */
export function untilFindings(
  document: vscode.TextDocument,
  rule: string,
  count: number,
): Promise<vscode.Diagnostic[]> {
  return until(`${count} × ${rule} in ${document.uri.path}`, () => {
    const findings = findingsOf(document, rule);
    return findings.length === count ? findings : undefined;
  });
}

/** The code actions VS Code offers for `range`, of `kind` if given. */
export const actionsFor = (
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind?.value, 20);

/** Does what the editor does when a code action is chosen. */
export async function choose(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert(await vscode.workspace.applyEdit(action.edit));
  if (action.command)
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

/** The outline as VS Code has it. */
export const symbolsOf = async (document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> =>
  (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  )) ?? [];
