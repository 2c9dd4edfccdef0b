import type { MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from '../server/library';

/** `markdown` for a client that renders it (`rendered`), or its words alone for one that would show the marks as they are. */
export function markupOf(markdown: string, rendered: boolean): MarkupContent {
  return rendered
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: withoutMarks(markdown) };
}

/** The words of a card. Cards hold bold words, code and escaped characters, and no other marks. */
function withoutMarks(markdown: string): string {
  return markdown.replace(/\\([\\`*_{}[\]<>#|~])|\*\*|`/g, (_mark, escaped: string | undefined) => escaped ?? '');
}
