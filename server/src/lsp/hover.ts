import { MarkupKind } from './library';
import type { Hover, Position } from 'vscode-languageserver';
import type { Client } from './client';
import { offsetOf, rangeOf } from './conversion';
import type { Core } from './core';
import type { OpenDocument } from './documents';
import type { Settings } from './settings';

/** A card without its marks, for a client that would show them as they are. */
function unmarked(markdown: string): string {
  return markdown.replace(/\\([\\`*_{}[\]<>#|~])|\*\*|`/g, (_mark, escaped: string | undefined) => escaped ?? '');
}

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
    contents: client.markdownHovers
      ? { kind: MarkupKind.Markdown, value: card.markdown }
      : { kind: MarkupKind.PlainText, value: unmarked(card.markdown) },
    range: rangeOf(service, report, card.span),
  };
}
