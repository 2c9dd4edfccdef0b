/** Words of a paragraph as they are read aloud: over the line ends that wrap it, without blanks between Han and digits. */
import { partitionPoint } from './lists';
import type { Span } from './span';

export interface Flow {
  readonly words: string;
  /** Where `[start, end)` of `words` stands in the text. */
  spanOf(start: number, end: number): Span;
}

const blanks = /\s+/g;
const hanOrMark = /[\p{Script=Han}，。；：、（）]/u;

/** Whether a run of blanks parts nothing: it holds a line end, or is a single one beside a Han character or a mark. */
function isGap(text: string, start: number, blank: string): boolean {
  if (/[\r\n]/.test(blank)) return true;
  const [before, after] = [text[start - 1], text[start + blank.length]];
  return (
    (blank === ' ' || blank === '\u00a0') &&
    before !== undefined &&
    after !== undefined &&
    (hanOrMark.test(before) || hanOrMark.test(after))
  );
}

/** `text` from `begin` on, without the gaps of its lines. Offsets count in UTF-16 code units; linear in the text's length. */
export function flowOf(text: string, begin = 0): Flow {
  let words = '';
  /** Where each stretch begins, in `words` and in the text. */
  const stretches: { readonly at: number; readonly from: number }[] = [];
  let from = begin;
  for (const { 0: gap, index } of text.matchAll(blanks)) {
    if (index < begin || !isGap(text, index, gap)) continue;
    stretches.push({ at: words.length, from });
    words += text.slice(from, index);
    from = index + gap.length;
  }
  stretches.push({ at: words.length, from });
  words += text.slice(from);
  const placeOf = (offset: number): number => {
    const { at, from: start } = stretches[Math.max(0, partitionPoint(stretches, (each) => each.at <= offset) - 1)]!;
    return start + offset - at;
  };
  return { words, spanOf: (start, end) => ({ start: placeOf(start), end: placeOf(end - 1) + 1 }) };
}
