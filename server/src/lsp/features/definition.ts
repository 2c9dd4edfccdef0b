import type { Location, LocationLink, Position } from 'vscode-languageserver';
import type { Client } from '../server/client';
import { offsetOf, rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

/** Where the thing at `position` is introduced; for a client that knows links with the words it was asked from. */
export function definitionOf(
  document: OpenDocument,
  { service }: Core,
  client: Client,
  position: Position,
): Location | LocationLink[] | null {
  const report = document.report(service);
  const place = service.definition(report, offsetOf(service, report, position));
  if (!place) return null;
  const range = rangeOf(service, report, place.target);
  if (!client.definitionLinks) return { uri: document.uri, range };
  return [
    {
      originSelectionRange: rangeOf(service, report, place.origin),
      targetUri: document.uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}
