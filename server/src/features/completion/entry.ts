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

/**
 * What stands before what in a list: what the place itself asks for (a field, its value, the days of an itinerary), the
 * part that comes next, the other parts, the next number, whole sentences, names that the report uses, other names,
 * whole texts.
 */
const groups = ['place', 'nextPart', 'part', 'number', 'sentence', 'ownName', 'name', 'acronym', 'text'] as const;

/** A place in a list that sorts as text. */
export function rank(group: (typeof groups)[number], index: number): string {
  return `${groups.indexOf(group)}${String(index).padStart(4, '0')}`;
}

/** `words` as they are inside a snippet. */
export function literal(words: string): string {
  return words.replace(/[\\$}]/g, '\\$&');
}
