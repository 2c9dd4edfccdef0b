import { CodeActionKind } from '../../server/library';
import type { CodeAction } from 'vscode-languageserver';
import type { Finding, Message } from '../../../service';
import type { Client } from '../../server/client';
import { diagnosticOf, rangeOf } from '../../server/conversion';
import type { Core } from '../../server/core';
import type { OpenDocument } from '../../server/documents';
import { goToPlaceCommand } from '../../protocol';
import type { Settings } from '../../configuration/settings';

const title: Message = {
  'zh-TW': '前往：{place}（第 {line} 行）',
  en: 'Go to: {place} (line {line})',
};

/** More related places than this are those of a habit; a list of them would be of no help. */
const mostJumps = 3;

/**
 * For findings that speak of another line too (the period that a date does not fit): the actions that go there, where the
 * author has to decide which of the two is right.
 */
export function jumpsOf(
  document: OpenDocument,
  { service, render }: Core,
  { locale }: Settings,
  client: Client,
  touched: readonly Finding[],
): CodeAction[] {
  if (!client.goesToPlaces) return [];
  const report = document.report(service);
  const { uri } = document;
  const context = { service, report, uri, locale, client };
  const actions: CodeAction[] = [];
  const seen = new Set<string>();
  for (const finding of touched) {
    const { related = [] } = finding;
    if (related.length > mostJumps) continue;
    const { line } = service.positionAt(report, finding.start);
    related.forEach((place, index) => {
      const range = rangeOf(service, report, place);
      if (range.start.line === line) return;
      const words = render(
        title,
        { place: service.relatedMessageOf(finding, index, locale), line: range.start.line + 1 },
        locale,
      );
      if (seen.has(words)) return;
      seen.add(words);
      actions.push({
        title: words,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, context)],
        command: { title: words, command: goToPlaceCommand, arguments: [uri, range] },
      });
    });
  }
  return actions;
}
