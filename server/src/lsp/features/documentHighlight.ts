import { DocumentHighlightKind } from '../server/library';
import type { DocumentHighlight, Position } from 'vscode-languageserver';
import { offsetOf, rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

/**
 * What is lit up while the cursor stands at `position`: every place that speaks of the same, its definition as written to.
 * A place that is the only one says nothing, and a sentence lit up looks as if it were selected.
 */
export function documentHighlightsOf(
  document: OpenDocument,
  { service }: Core,
  position: Position,
): DocumentHighlight[] {
  const report = document.report(service);
  const offset = offsetOf(service, report, position);
  const target = service.definition(report, offset)?.target;
  const places = service.references(report, offset, true);
  if (places.length < 2) return [];
  return places.map((place) => {
    const defines = target !== undefined && target.start <= place.start && place.end <= target.end;
    return {
      range: rangeOf(service, report, place),
      kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    };
  });
}
