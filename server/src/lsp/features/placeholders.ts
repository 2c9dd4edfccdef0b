import { rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { PlaceholdersResult } from '../protocol';

/** Where something is still to be written, in the order of the text. */
export function placeholdersOf(document: OpenDocument, { service }: Core): PlaceholdersResult {
  const report = document.report(service);
  return service.placeholders(report).map((place) => rangeOf(service, report, place));
}
