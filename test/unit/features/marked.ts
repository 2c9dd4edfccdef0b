/** Marks in the text of a test: `⟦…⟧` the words that are expected, `‸` the cursor. */

export interface MarkedText {
  /** The text without marks. */
  readonly text: string;
  /** Offset of the cursor; -1 without one. */
  readonly cursor: number;
  /** The marked ranges, in the order of their start. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Takes the marks out of `marked`. */
export function unmark(marked: string): MarkedText {
  const ranges: [number, number][] = [];
  const open: number[] = [];
  let text = '';
  let cursor = -1;
  for (const part of marked.split(/([⟦⟧‸])/)) {
    if (part === '⟦') open.push(text.length);
    else if (part === '⟧') ranges.push([open.pop()!, text.length]);
    else if (part === '‸') cursor = text.length;
    else text += part;
  }
  return { text, cursor, ranges: ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]) };
}
