import { partitionPoint } from '../../text/lists';
import type { Span } from '../../text/span';

/** The mark that closes a quotation, by the code unit that opens it; 0 for any other unit. */
function closingOf(code: number): number {
  switch (code) {
    case 0x300c: // 「
    case 0x300e: // 『
    case 0x300a: // 《
    case 0x3008: // 〈
    case 0x201c: // “
      return code + 1;
    default:
      return 0;
  }
}

/** Whether the unit opens a quotation. */
export function opensQuote(code: number): boolean {
  return closingOf(code) !== 0;
}

/** The outermost quoted ranges of a line in their order, marks included. A quotation that does not end on the line is none. */
export function scanQuotes(line: string): readonly Span[] {
  const quotes: Span[] = [];
  const expected: number[] = [];
  let open = -1;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if ((code < 0x3008 && code !== 0x201c && code !== 0x201d) || code > 0x300f) continue;
    const closing = closingOf(code);
    if (closing !== 0) {
      if (expected.length === 0) open = i;
      expected.push(closing);
    } else if (expected.length > 0 && code === expected[expected.length - 1]) {
      expected.pop();
      if (expected.length === 0) quotes.push({ start: open, end: i + 1 });
    }
  }
  return quotes;
}

/** Whether `[start, end)` of a line lies inside one of its `quotes`, which `scanQuotes` gives. */
export function isQuoted(quotes: readonly Span[], start: number, end: number): boolean {
  const next = quotes[partitionPoint(quotes, (quote) => quote.end < end)];
  return next !== undefined && next.start <= start;
}
