import type { DocumentLink } from 'vscode-languageserver';
import { rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

/** Entries of 目次 and references as links to their headings; the fragment counts lines and characters from 1. */
export function documentLinksOf(document: OpenDocument, { service }: Core): DocumentLink[] {
  const report = document.report(service);
  return service.documentLinks(report).map((link) => {
    const { line, character } = service.positionAt(report, link.target);
    return { range: rangeOf(service, report, link), target: `${document.uri}#${line + 1},${character + 1}` };
  });
}
