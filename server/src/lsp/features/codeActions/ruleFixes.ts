import { CodeActionKind } from '../../server/library';
import type { CodeAction } from 'vscode-languageserver';
import type { Finding, Message } from '../../../service';
import type { Client } from '../../server/client';
import { diagnosticOf, textEditsOf, workspaceEditOf } from '../../server/conversion';
import type { Core } from '../../server/core';
import type { OpenDocument } from '../../server/documents';
import type { Settings } from '../../configuration/settings';

const messages = {
  title: {
    'zh-TW': '修正本報告中所有「{rule}」（{count} 處）',
    en: 'Fix all “{rule}” in this report ({count})',
  },
} satisfies Record<string, Message>;

/** For each rule of `touched` that has several findings to mend in the document: the action that mends them all. */
export function ruleFixesOf(
  document: OpenDocument,
  { service, render }: Core,
  settings: Settings,
  client: Client,
  touched: readonly Finding[],
): CodeAction[] {
  const report = document.report(service);
  const { locale } = settings;
  const findings = document.findings(service, settings);
  const context = { service, report, uri: document.uri, locale, client };
  const actions: CodeAction[] = [];
  for (const rule of new Set(touched.map((finding) => finding.rule))) {
    if (rule.fix === undefined) continue;
    const { count, safety, edits } = service.ruleFixes(report, findings.ofRule(rule.id));
    if (count < 2) continue;
    const title = render(messages.title, { rule: rule.title[locale], count }, locale);
    const annotation = { label: title, needsConfirmation: safety !== 'safe' };
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: touched.filter((finding) => finding.rule === rule).map((finding) => diagnosticOf(finding, context)),
      edit: workspaceEditOf(document, textEditsOf(service, report, edits), client, annotation),
    });
  }
  return actions;
}
