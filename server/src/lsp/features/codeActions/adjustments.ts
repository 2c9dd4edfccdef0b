/** What an author may do about a finding besides mending it: reading the rule's page, then the quick fixes that change the configuration file. */
import { CodeActionKind } from '../../server/library';
import type { CodeAction, CodeActionContext, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Adjustment, Finding, Message } from '../../../service';
import type { Client } from '../../server/client';
import type { ConfigurationTarget } from '../../configuration/configurationFiles';
import { diagnosticOf, rangesIn, spanOf } from '../../server/conversion';
import type { Core } from '../../server/core';
import type { OpenDocument } from '../../server/documents';
import { configurationChangedCommand, openRulePageCommand, saveConfigurationCommand } from '../../protocol';
import type { Settings } from '../../configuration/settings';
import type { AppliedAdjustment } from '../../protocol';

const why: Message = { 'zh-TW': '為什麼？（{rule}）', en: 'Why? ({rule})' };

/** More findings than this at one place, and their list would be of no help. */
const mostFindings = 20;

/** The edit of a configuration file, which is made first where it is not there; undefined where the client can't. */
export function configurationEditOf(
  { uri, text }: ConfigurationTarget,
  edits: TextEdit[],
  client: Client,
): WorkspaceEdit | undefined {
  if (text === undefined)
    return client.createsFiles
      ? {
          documentChanges: [
            { kind: 'create', uri, options: { ignoreIfExists: true } },
            { textDocument: { uri, version: null }, edits },
          ],
        }
      : undefined;
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: null }, edits }] }
    : { changes: { [uri]: edits } };
}

/**
 * The quick fixes for the findings that `range` touches which leave the text as it is: the pages of their rules, and last
 * what keeps a finding from being shown, the narrowest first.
 * @param target the configuration file they are written to; undefined where there is no place for one
 */
export function adjustmentActionsOf(
  document: OpenDocument,
  { service, render }: Core,
  settings: Settings,
  client: Client,
  target: ConfigurationTarget | undefined,
  { range, context: { only } }: { readonly range: Range; readonly context: CodeActionContext },
): CodeAction[] {
  if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const report = document.report(service);
  const { locale } = settings;
  const context = { service, report, uri: document.uri, locale, client };
  const touched = document
    .findings(service, settings)
    .near(spanOf(service, report, range))
    .slice(0, mostFindings);
  const actions: CodeAction[] = [];
  /** Two findings of a rule have one 「關閉規則」 between them. */
  const seen = new Set<string>();
  const isNew = (key: string): boolean => {
    const before = seen.size;
    return seen.add(key).size > before;
  };
  const adjustedOf = (title: string, text: string, adjustment: Adjustment): AppliedAdjustment => {
    const { path, value, append } = adjustment;
    return { title, adjustment: { path, value, append }, before: service.replacedValue(text, adjustment) };
  };
  const adjustmentsOf = (finding: Finding, { uri, path, text = '' }: ConfigurationTarget): void => {
    for (const adjustment of service.adjustmentsOf(report, finding, path, locale)) {
      if (!isNew(JSON.stringify([adjustment.path, adjustment.value]))) continue;
      const changes = service.adjust(text, adjustment);
      const ranges = rangesIn(text, changes);
      const edits = changes.map((change, index) => ({ range: ranges[index]!, newText: change.text }));
      const edit = edits.length > 0 && configurationEditOf(target!, edits, client);
      if (!edit) continue;
      const title = render(adjustment.title, adjustment.params, locale);
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, context)],
        edit,
        command: client.savesConfiguration
          ? { title, command: saveConfigurationCommand, arguments: [uri, adjustedOf(title, text, adjustment)] }
          : { title, command: configurationChangedCommand, arguments: [uri, adjustment] },
      });
    }
  };
  if (client.opensRulePages)
    for (const finding of touched) {
      const { rule } = finding;
      if (!isNew(rule.id)) continue;
      const title = render(why, { rule: rule.title[locale] }, locale);
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, context)],
        command: { title, command: openRulePageCommand, arguments: [rule.id] },
      });
    }
  if (target) for (const finding of touched) adjustmentsOf(finding, target);
  return actions;
}
