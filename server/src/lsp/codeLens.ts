import type { CodeLens } from 'vscode-languageserver';
import { rangeOf } from './conversion';
import type { Core } from './core';
import type { OpenDocument } from './documents';
import type { Settings } from './settings';

/** The figures above headings. They are for reading: their command does nothing. */
export function codeLensesOf(document: OpenDocument, { service }: Core, settings: Settings): CodeLens[] {
  if (!settings.codeLens) return [];
  const report = document.report(service);
  return service
    .codeLenses(report, settings)
    .map((lens) => ({ range: rangeOf(service, report, lens), command: { title: lens.title, command: '' } }));
}
