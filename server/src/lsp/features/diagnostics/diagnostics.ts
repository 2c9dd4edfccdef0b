/** The findings of a document as diagnostics, bounded in number. */
import { DiagnosticSeverity } from '../../server/library';
import type { Diagnostic } from 'vscode-languageserver';
import type { Finding, Locale, Message } from '../../../service';
import type { Client } from '../../server/client';
import { diagnosticOf, rangeOf, source } from '../../server/conversion';
import type { Core } from '../../server/core';
import type { OpenDocument } from '../../server/documents';
import type { Settings } from '../../configuration/settings';

/** An editor draws no more at once, and a longer list would take longer to send than to make. */
const diagnosticsLimit = 1000;

const leftOut: Message = {
  'zh-TW': '還有 {count} 項檢查結果沒有列出；這裡只列出最重要的 {limit} 項。',
  en: '{count} more findings are not listed; these are the {limit} gravest.',
};

/** A diagnostic with the lines that its places hang on. */
interface DiagnosticOnLines {
  readonly lines: Finding['lines'];
  readonly diagnostic: Diagnostic;
}

/** What was said of a document's findings in `locale`: one that still stands on its lines is said again in the same words. */
interface DiagnosticCache {
  readonly locale: Locale;
  readonly diagnostics: WeakMap<Finding['found'], DiagnosticOnLines>;
}

const caches = new WeakMap<OpenDocument, DiagnosticCache>();

function cacheFor(locale: Locale, document: OpenDocument): DiagnosticCache {
  let cache = caches.get(document);
  if (cache?.locale !== locale) caches.set(document, (cache = { locale, diagnostics: new WeakMap() }));
  return cache;
}

/** The diagnostics of `document`: its gravest findings, and one more that says how many are left out. */
export function diagnosticsOf(
  document: OpenDocument,
  { service, render }: Core,
  settings: Settings,
  client: Client,
): Diagnostic[] {
  const report = document.report(service);
  const findings = client.takesLateFindings
    ? document.findingsWhileTyping(service, settings)
    : document.findings(service, settings);
  const { locale } = settings;
  const cache = cacheFor(locale, document).diagnostics;
  const context = { service, report, uri: document.uri, locale, client };
  const diagnostics = findings.gravest(diagnosticsLimit).map((finding) => {
    const { found, lines } = finding;
    const before = cache.get(found);
    if (before?.lines.every((line, index) => line === lines[index])) return before.diagnostic;
    const diagnostic = diagnosticOf(finding, context);
    cache.set(found, { lines, diagnostic });
    return diagnostic;
  });
  const count = findings.length - diagnostics.length;
  if (count > 0)
    diagnostics.unshift({
      range: rangeOf(service, report, { start: 0, end: 0 }),
      severity: DiagnosticSeverity.Information,
      source,
      message: sayLeftOut(render, count, locale),
    });
  return diagnostics;
}

function sayLeftOut(render: Core['render'], count: number, locale: Locale): string {
  return render(leftOut, { count, limit: diagnosticsLimit }, locale);
}
