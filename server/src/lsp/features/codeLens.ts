import type { CodeLens } from 'vscode-languageserver';
import { rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { Settings } from '../configuration/settings';

/** The figures above headings. They are for reading: their command does nothing. */
export function codeLensesOf(document: OpenDocument, { service }: Core, settings: Settings): CodeLens[] {
  if (!settings.codeLens) return [];
  const report = document.report(service);
  return service
    .codeLenses(report, settings)
    .map((lens) => ({ range: rangeOf(service, report, lens), command: { title: lens.title, command: '' } }));
}
