import type { Position, SelectionRange } from 'vscode-languageserver';
import { offsetOf, rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

/** What to select around each of `positions`: the innermost range, with the ones around it as its parents. */
export function selectionRangesOf(
  document: OpenDocument,
  { service }: Core,
  positions: readonly Position[],
): SelectionRange[] {
  const report = document.report(service);
  return positions.map((position) => {
    const spans = service.selectionRanges(report, offsetOf(service, report, position));
    const around = spans.reduceRight<SelectionRange | undefined>((parent, span) => {
      const range = rangeOf(service, report, span);
      return parent ? { range, parent } : { range };
    }, undefined);
    return around ?? { range: { start: position, end: position } };
  });
}
