import type { FoldingRange } from 'vscode-languageserver';
import type { FoldingLines } from '../../service';
import type { Client } from '../server/client';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

/** The `limit` longest of `ranges`, in their order. */
function theLongest(ranges: readonly FoldingLines[], limit: number): readonly FoldingLines[] {
  if (ranges.length <= limit) return ranges;
  const length = ({ startLine, endLine }: FoldingLines): number => endLine - startLine;
  const kept = new Set([...ranges].sort((a, b) => length(b) - length(a)).slice(0, limit));
  return ranges.filter((range) => kept.has(range));
}

/** What folds, no more than the client wants. */
export function foldingRangesOf(document: OpenDocument, { service }: Core, client: Client): FoldingRange[] {
  const ranges = service.foldingRanges(document.report(service));
  return theLongest(ranges, client.foldingLimit).map(({ startLine, endLine, kind }) =>
    kind === undefined ? { startLine, endLine } : { startLine, endLine, kind },
  );
}
