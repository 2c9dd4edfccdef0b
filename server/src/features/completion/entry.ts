import type { Span } from '../../text/span';

/** Something to insert at the cursor. */
export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'section' | 'field' | 'economy' | 'acronym' | 'numeral' | 'snippet' | 'value';
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What typed text is compared with: 「紐西蘭 New Zealand NZ」, so that Latin input finds Chinese names. */
  readonly filterText: string;
  /** Order among its neighbours. */
  readonly sortText: string;
  /** Replaces `replace`; with `${1:…}` tab stops where `snippet` is set. */
  readonly insertText: string;
  readonly snippet: boolean;
  readonly replace: Span;
}

/** A place in a list that sorts as text. */
export function rank(group: number, index: number): string {
  return `${group}${String(index).padStart(4, '0')}`;
}

/** `words` as they are inside a snippet. */
export function literal(words: string): string {
  return words.replace(/[\\$}]/g, '\\$&');
}
