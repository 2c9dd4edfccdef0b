import { CharClass, classOf } from '../text/characters';

/** Blanks and Markdown marks, wherever they stand. */
const filling = /[\s*#]+/g;
const endPunctuation = /(?<![：:。．.])[：:。．.]+$/;

/** A title as the tables have it: without blanks, Markdown marks and end punctuation. The number must be off already. */
export function normaliseTitle(title: string): string {
  // Most titles are in order, and looking costs a tenth of replacing.
  let inOrder = true;
  for (let i = 0; i < title.length && inOrder; i++) {
    const code = title.charCodeAt(i);
    const charClass = classOf(code);
    inOrder = charClass === CharClass.Han || charClass === CharClass.Latin || charClass === CharClass.Digit;
  }
  return inOrder ? title : title.replace(filling, '').replace(endPunctuation, '');
}

/** The rows of a table of titles, found by their words. */
export class TitleTable<Row extends { readonly text: string }> {
  readonly #rows: ReadonlyMap<string, Row>;
  /** First code units of all titles. */
  readonly #initials: ReadonlySet<number>;

  constructor(rows: readonly Row[]) {
    this.#rows = new Map(rows.map((row) => [row.text, row]));
    this.#initials = new Set(rows.map(({ text }) => text.charCodeAt(0)));
  }

  /** The row whose title is `normalised`, which is what `normaliseTitle` gives. */
  get(normalised: string): Row | undefined {
    return this.#rows.get(normalised);
  }

  /**
   * The row that `[start, end)` of `text` names. Asked of every short line, so most are turned away by their first
   * character, before anything is cut out and normalised.
   */
  at(text: string, start: number, end: number): Row | undefined {
    if (start >= end) return undefined;
    const code = text.charCodeAt(start);
    const charClass = classOf(code);
    const isWord = charClass === CharClass.Han || charClass === CharClass.Latin || charClass === CharClass.Digit;
    if (isWord && !this.#initials.has(code)) return undefined;
    return this.#rows.get(normaliseTitle(text.slice(start, end)));
  }
}
