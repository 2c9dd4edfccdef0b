import type { TextEdit } from 'vscode-languageserver';
import { offsetOf, textEditsOf } from './conversion';
import type { Core } from './core';
import type { OpenDocument } from './documents';
import type { LevelChangeParams } from './protocol';

/** The edits that move the item at a position one level in or out. */
export function levelChangeOf(
  document: OpenDocument,
  { service }: Core,
  { position, by }: Pick<LevelChangeParams, 'position' | 'by'>,
): TextEdit[] {
  const report = document.report(service);
  return textEditsOf(service, report, service.levelChange(report, offsetOf(service, report, position), by));
}
