import type { Hover, Position } from 'vscode-languageserver';
import type { Client } from '../server/client';
import { offsetOf, rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { Settings } from '../configuration/settings';
import { markupOf } from './markup';

/** What there is to know about the words at `position`. */
export function hoverOf(
  document: OpenDocument,
  { service }: Core,
  settings: Settings,
  client: Client,
  position: Position,
): Hover | null {
  const report = document.report(service);
  const card = service.hover(report, offsetOf(service, report, position), settings);
  if (!card) return null;
  return {
    contents: markupOf(card.markdown, client.markdownHovers),
    range: rangeOf(service, report, card.span),
  };
}
