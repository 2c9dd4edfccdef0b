import * as vscode from 'vscode';
import { languageId, otherLanguageIds } from '../../server/src/lsp/protocol';
import { looksLikeReport } from './looksLikeReport';
import { isWritten } from './snapshots';

/** A document that is being written is looked at when nobody has typed for so many milliseconds. */
const pause = 300;

function* linesOf(document: vscode.TextDocument): Iterable<string> {
  for (let line = 0; line < document.lineCount; line += 1) yield document.lineAt(line).text;
}

function mayBeReport(document: vscode.TextDocument): boolean {
  if (!isWritten(document.uri)) return false;
  return (
    document.languageId === languageId ||
    (otherLanguageIds.includes(document.languageId) && looksLikeReport(linesOf(document)))
  );
}

/**
 * Calls `start` once, when the first document that may be a report is open: until then no other text file costs anything.
 *
 * @returns ends the waiting
 */
export function whenReportOpens(start: () => void): vscode.Disposable {
  const written = new Set<vscode.TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const end = (): void => {
    ended = true;
    clearTimeout(timer);
    for (const subscription of subscriptions) subscription.dispose();
  };
  const look = (document: vscode.TextDocument): void => {
    if (ended || !mayBeReport(document)) return;
    end();
    start();
  };
  const subscriptions = [
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!otherLanguageIds.includes(document.languageId)) return;
      written.add(document);
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const each of written) if (!each.isClosed) look(each);
        written.clear();
      }, pause);
    }),
  ];
  for (const document of vscode.workspace.textDocuments) look(document);
  return new vscode.Disposable(end);
}
