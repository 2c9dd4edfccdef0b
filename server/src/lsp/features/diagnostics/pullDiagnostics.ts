/** Pull diagnostics: an answer that is the same as the one before is sent as `unchanged`. */
import { DocumentDiagnosticReportKind } from '../../server/library';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';

export interface PullDiagnostics {
  /** The answer to a request for the diagnostics of `uri`, which are `items` now. */
  answer(uri: string, items: Diagnostic[], previousResultId: string | undefined): DocumentDiagnosticReport;
  /** Forgets a document that is closed. */
  close(uri: string): void;
}

/** Whether two values of JSON are the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/** @param run what tells this run of the server from others, so that no client takes an old result id for one of its */
export function createPullDiagnostics(run: string): PullDiagnostics {
  const results = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  let count = 0;
  return {
    answer: (uri, items, previousResultId) => {
      const before = results.get(uri);
      const same = before !== undefined && isSame(before.items, items);
      if (same && previousResultId === before.id)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
      const id = same ? before.id : `${run}-${++count}`;
      results.set(uri, { id, items });
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
    },
    close: (uri) => {
      results.delete(uri);
    },
  };
}
