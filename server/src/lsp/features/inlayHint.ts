import type { InlayHint, Range } from 'vscode-languageserver';
import { spanOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { Settings } from '../configuration/settings';

/** The notes between the words of `range`, of the kinds that the settings let through. */
export function inlayHintsOf(document: OpenDocument, { service }: Core, settings: Settings, range: Range): InlayHint[] {
  const report = document.report(service);
  const notes = service.inlayHints(report, spanOf(service, report, range), settings.inlayHints, settings);
  return notes.map(({ offset, label, tooltip }) => ({
    position: service.positionAt(report, offset),
    label,
    tooltip,
    paddingLeft: true,
  }));
}
