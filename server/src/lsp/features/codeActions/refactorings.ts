import type { CodeAction, Range } from 'vscode-languageserver';
import type { Refactoring } from '../../../service';
import type { Client } from '../../server/client';
import { spanOf, textEditsOf, workspaceEditOf } from '../../server/conversion';
import type { Core } from '../../server/core';
import type { OpenDocument } from '../../server/documents';
import type { Settings } from '../../configuration/settings';

/** The kinds of the core's refactorings. */
export const refactoringKinds = ['refactor.rewrite', 'refactor.move'] as const satisfies Refactoring['kind'][];

/** What may be changed at `range` without any finding. */
export function refactoringsOf(
  document: OpenDocument,
  { service }: Core,
  { locale }: Settings,
  client: Client,
  range: Range,
): (CodeAction & { readonly kind: Refactoring['kind'] })[] {
  const report = document.report(service);
  return service.refactorings(report, spanOf(service, report, range), locale).map(({ title, kind, edits }) => ({
    title,
    kind,
    edit: workspaceEditOf(
      document,
      textEditsOf(service, report, edits),
      client,
      edits.length > 1 ? { label: title } : undefined,
    ),
  }));
}
