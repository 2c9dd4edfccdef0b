/** Documents that nobody writes in: the server never hears of them. */
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { isSnapshot, rulePageScheme } from '../../server/src/lsp/protocol';

/**
 * Whether somebody may write in the document at `uri`: files of file systems that can be written to, and new documents.
 * Others show what a text was at some time, as the old side of a diff does, or what an extension has made up.
 */
export function isWritten({ scheme }: vscode.Uri): boolean {
  if (scheme === 'untitled') return true;
  if (scheme === rulePageScheme || isSnapshot(`${scheme}:`)) return false;
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Keeps documents that nobody writes in from the server. */
export const withoutSnapshots: NonNullable<LanguageClientOptions['middleware']> = {
  didOpen: async (document, next) => {
    if (isWritten(document.uri)) await next(document);
  },
  didChange: async (change, next) => {
    if (isWritten(change.document.uri)) await next(change);
  },
  didClose: async (document, next) => {
    if (isWritten(document.uri)) await next(document);
  },
};
