import { CodeActionKind, CodeActionTriggerKind } from '../../server/library';
import type { CodeAction, CodeActionContext, Range } from 'vscode-languageserver';
import type { Finding, Message, Span } from '../../../service';
import type { Client } from '../../server/client';
import { diagnosticOf, spanOf, textEditsOf, workspaceEditOf } from '../../server/conversion';
import type { Core } from '../../server/core';
import type { OpenDocument } from '../../server/documents';
import { fixAllKind } from '../../protocol';
import { jumpsOf } from './jumps';
import { refactoringKinds, refactoringsOf } from './refactorings';
import { ruleFixesOf } from './ruleFixes';
import type { Settings } from '../../configuration/settings';

const fixAllTitle: Message = {
  'zh-TW': '套用所有不需要斟酌的修正',
  en: 'Apply all safe fixes',
};

/** Whether the client wants actions of `kind`. Kinds are a tree: who asks for `source` gets `source.fixAll` too. */
function wants({ only }: CodeActionContext, kind: string): boolean {
  return only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}

/** The fixes of all findings that `range` touches, made from the document as it is now. */
function quickFixes(
  document: OpenDocument,
  core: Core,
  settings: Settings,
  client: Client,
  range: Range,
): CodeAction[] {
  const { service } = core;
  const report = document.report(service);
  const { locale } = settings;
  const context = { service, report, uri: document.uri, locale, client };
  const actions: CodeAction[] = [];
  const place = spanOf(service, report, range);
  const findings = document.findings(service, settings);
  const touched = findings.near(place);
  const offer = (finding: Finding, at?: Span): void => {
    let preferred = client.preferredActions;
    for (const { title, safety, edits } of service.fixesOf(report, finding, settings, at)) {
      const action: CodeAction = {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, context)],
        edit: workspaceEditOf(document, textEditsOf(service, report, edits), client),
      };
      if (preferred && safety === 'safe') {
        action.isPreferred = true;
        preferred = false;
      }
      actions.push(action);
    }
  };
  for (const finding of touched) offer(finding);
  for (const finding of findings.standingFor(place)) offer(finding, place);
  return [
    ...actions,
    ...jumpsOf(document, core, settings, client, touched),
    ...ruleFixesOf(document, core, settings, client, touched),
  ];
}

function fixAll(document: OpenDocument, { service }: Core, settings: Settings, client: Client): CodeAction[] {
  const report = document.report(service);
  const edits = service.safeEdits(report, document.findings(service, settings).all, settings);
  if (edits.length === 0) return [];
  return [
    {
      title: fixAllTitle[settings.locale],
      kind: fixAllKind,
      edit: workspaceEditOf(document, textEditsOf(service, report, edits), client),
    },
  ];
}

/** What can be done about the findings that `range` touches, and, if asked for, about all at once. */
export function codeActionsOf(
  document: OpenDocument,
  core: Core,
  settings: Settings,
  client: Client,
  { range, context }: { readonly range: Range; readonly context: CodeActionContext },
): CodeAction[] {
  // The light bulb asks at every move of the cursor: what can be done anywhere must not light it.
  const idle = context.only === undefined && context.triggerKind === CodeActionTriggerKind.Automatic;
  const invoked = context.only !== undefined || context.triggerKind === CodeActionTriggerKind.Invoked;
  return [
    ...(wants(context, CodeActionKind.QuickFix) ? quickFixes(document, core, settings, client, range) : []),
    ...(!idle && wants(context, fixAllKind) ? fixAll(document, core, settings, client) : []),
    ...(invoked && refactoringKinds.some((kind) => wants(context, kind))
      ? refactoringsOf(document, core, settings, client, range).filter(({ kind }) => wants(context, kind))
      : []),
  ];
}
