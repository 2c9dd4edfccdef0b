import type { CompletionContext, CompletionItem, Position } from 'vscode-languageserver';
import type { CompletionEntry, FeatureOptions } from '../../service';
import type { Client } from '../server/client';
import { offsetOf, rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat } from '../server/library';
import { languageId } from '../protocol';
import { markupOf } from './markup';

const kinds: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  economy: CompletionItemKind.Constant,
  acronym: CompletionItemKind.Constant,
  numeral: CompletionItemKind.Unit,
  snippet: CompletionItemKind.Snippet,
  value: CompletionItemKind.Value,
};

/** A snippet's text as it is before anything is filled in: of 「${1:日本}」 and 「${1|會議,考察|}」 the first words stay. */
export function withoutTabStops(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\d+|\$\{\d+\}|\$\{\d+:([^{}]*)\}|\$\{\d+\|([^|]*)\|\}/g,
    (_, escaped?: string, placeholder?: string, choices?: string) =>
      escaped ?? placeholder ?? choices?.split(',')[0] ?? '',
  );
}

/**
 * What may be inserted at `position`, in the core's order. In a text that is no document of the report's own language, an
 * editor takes an entry of a list that opened by itself at the next Enter or Tab, as it does for other texts; so such a
 * list has none there.
 * @param context what has set it off; a client that does not say asks for its author
 */
export function completionsOf(
  document: OpenDocument,
  { service }: Core,
  options: FeatureOptions,
  client: Client,
  position: Position,
  context: CompletionContext | undefined,
): CompletionItem[] {
  const asked = (context?.triggerKind ?? CompletionTriggerKind.Invoked) === CompletionTriggerKind.Invoked;
  if (!asked && document.language !== languageId) return [];
  const report = document.report(service);
  const entries = service.completion(report, offsetOf(service, report, position), options, asked);
  return entries.map((entry) => {
    const asSnippet = entry.snippet && client.snippets;
    const item: CompletionItem = {
      label: entry.label,
      kind: kinds[entry.kind],
      detail: entry.detail,
      filterText: entry.filterText,
      sortText: entry.sortText,
      insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: {
        range: rangeOf(service, report, entry.replace),
        newText: entry.snippet && !asSnippet ? withoutTabStops(entry.insertText) : entry.insertText,
      },
    };
    if (entry.documentation !== '') item.documentation = markupOf(entry.documentation, client.markdownCompletions);
    return item;
  });
}
