import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fixAllRequest } from '../../../server/src/lsp/protocol';
import type { FixAllResult, ProtocolCount } from '../../../server/src/lsp/protocol';

/** Rules that a message names; the rest is a number. */
const mostNamed = 4;

function sumOf(counts: readonly ProtocolCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** 「字詞重複 3、行程漏列日期 1」 */
function listOf(counts: readonly ProtocolCount[]): string {
  const named = counts.slice(0, mostNamed).map(({ rule, count }) => vscode.l10n.t('{0} {1}', rule, count));
  const rest = sumOf(counts.slice(mostNamed));
  if (rest > 0) named.push(vscode.l10n.t('others {0}', rest));
  return named.join(vscode.l10n.t(', '));
}

/** What was changed and what is left, each by rule. */
function fixAllMessage({ changed, left }: NonNullable<FixAllResult>): string {
  const done =
    changed.length > 0
      ? vscode.l10n.t('Safe fixes made: {0} ({1}).', sumOf(changed), listOf(changed))
      : vscode.l10n.t('There is nothing to fix without a decision of yours.');
  const rest =
    left.length > 0
      ? vscode.l10n.t('Left to you: {0} ({1}).', sumOf(left), listOf(left))
      : vscode.l10n.t('No finding is left.');
  return `${done} ${rest}`;
}

/**
 * Applies every safe fix of the report in front as one step of undoing, and says what was changed and what is left.
 *
 * @param client with a server that runs
 */
export async function applySafeFixes(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const { version } = document;
  const result = await client.sendRequest<FixAllResult>(fixAllRequest, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
  });
  if (!result) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document is not checked as a report.'));
    return;
  }
  // Typed on meanwhile: the edits are of a text that is gone.
  if (document.version !== version) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of result.edits)
    edit.replace(
      document.uri,
      new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
      newText,
    );
  if (result.edits.length > 0 && !(await vscode.workspace.applyEdit(edit))) return;
  const show = vscode.l10n.t('Show What Is Left');
  const chosen = await vscode.window.showInformationMessage(
    fixAllMessage(result),
    ...(result.left.length > 0 ? [show] : []),
  );
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
