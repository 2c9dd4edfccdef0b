import type { Location, Position } from 'vscode-languageserver';
import { offsetOf, rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

/** Every place that speaks of the thing at `position`, its definition among them if it is asked for. */
export function referencesOf(
  document: OpenDocument,
  { service }: Core,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  const report = document.report(service);
  const places = service.references(report, offsetOf(service, report, position), includeDeclaration);
  return places.map((place) => ({ uri: document.uri, range: rangeOf(service, report, place) }));
}
