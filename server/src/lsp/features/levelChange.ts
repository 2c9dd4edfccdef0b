import type { TextEdit } from 'vscode-languageserver';
import { offsetOf, textEditsOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { LevelChangeParams } from '../protocol';

/** The edits that move the item at a position one level in or out. */
export function levelChangeOf(
  document: OpenDocument,
  { service }: Core,
  { position, by }: Pick<LevelChangeParams, 'position' | 'by'>,
): TextEdit[] {
  const report = document.report(service);
  return textEditsOf(service, report, service.levelChange(report, offsetOf(service, report, position), by));
}
