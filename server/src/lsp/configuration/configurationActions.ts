/** Quick fixes inside a configuration file. */
import { CodeActionKind } from '../server/library';
import type { CodeAction, CodeActionParams, Position } from 'vscode-languageserver';
import type { Locale } from '../../service';
import type { Client } from '../server/client';
import type { ConfigurationFiles } from './configurationFiles';
import { rangesIn, workspaceEditOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The fixes of the problems of the configuration file `document` that the range of the request touches. */
export function configurationActionsOf(
  document: OpenDocument,
  { render }: Core,
  locale: Locale,
  client: Client,
  files: Pick<ConfigurationFiles, 'problemsOf'>,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const { text } = document;
  const actions: CodeAction[] = [];
  for (const { problem, diagnostic } of files.problemsOf(document.uri, text)) {
    const { fix } = problem;
    if (!fix || isBefore(range.end, diagnostic.range.start) || isBefore(diagnostic.range.end, range.start)) continue;
    const ranges = rangesIn(text, fix.edits);
    const edits = fix.edits.map((edit, index) => ({ range: ranges[index]!, newText: edit.text }));
    actions.push({
      title: render(fix.title, fix.params, locale),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: workspaceEditOf(document, edits, client),
    });
  }
  return actions;
}
