import type { Finding, Locale } from '../../service';
import { textEditsOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { FixAllResult, ProtocolCount } from '../protocol';
import type { Settings } from '../configuration/settings';

/** How often each rule stands for one of `findings`, a finding counting for as many as `weigh` says. */
function countsOf(
  findings: readonly Finding[],
  locale: Locale,
  weigh: (finding: Finding) => number = () => 1,
): readonly ProtocolCount[] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const rule = finding.rule.title[locale];
    counts.set(rule, (counts.get(rule) ?? 0) + weigh(finding));
  }
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
}

/** All safe fixes of `document`, what they mend by rule, and what is left to the author. */
export function fixAllOf(document: OpenDocument, { service }: Core, settings: Settings): FixAllResult {
  const report = document.report(service);
  const findings = document.findings(service, settings).all;
  const { locale } = settings;
  const fixed = service.fixedReport(report, findings, settings);
  const mended = findings.flatMap((finding) => {
    const safe = service.fixesOf(report, finding, settings).find(({ safety }) => safety === 'safe');
    return safe ? [{ finding, places: safe.edits.length }] : [];
  });
  const places = new Map(mended.map(({ finding, places: count }) => [finding, count]));
  return {
    edits: textEditsOf(service, report, fixed.changes),
    changed: countsOf(
      mended.map(({ finding }) => finding),
      locale,
      (finding) => places.get(finding) ?? 1,
    ),
    left: countsOf(fixed.findings, locale),
  };
}
