/** What is left of the pages of a PDF between the lines of its text: numbers of pages, and the running heads beside them. */

/** A line that is nothing but the number of a page: 12, - 12 -, 第12頁, 12/40, ii. */
const pageNumber =
  /^(?:[-–—~]\s?)?(?:第\s?|p(?:age|\.)?\s?)?(?:(\d{1,3})|[ivxl]{1,6})(?:\s?頁)?(?:\s?(?:[/／]|，|of)\s?(?:共\s?)?\d{1,3}(?:\s?頁)?)?(?:\s?[-–—~])?$/i;
/** Longer lines are never looked at. */
const longestNumber = 16;
/** A running head is no longer. */
const longestHead = 40;
/** Fewer Han characters before a bare number are no line of a paragraph. */
const shortestLine = 10;

interface Candidate {
  readonly line: number;
  readonly value: number | undefined;
  /** Whether it has more than its digits, so that it can be nothing else. */
  readonly isMarked: boolean;
}

/** The lines of `text` that are edges of pages; `starts` are the offsets of its lines. */
export function pageEdgesOf(text: string, starts: Int32Array): ReadonlySet<number> {
  const edges = new Set<number>();
  const endOf = (line: number): number => (line + 1 < starts.length ? starts[line + 1]! : text.length);
  const wordsAt = (line: number): string => text.slice(starts[line], endOf(line)).trim();
  const candidates: Candidate[] = [];
  for (let line = 0; line < starts.length; line++) {
    if (endOf(line) - starts[line]! > longestNumber + 2) continue;
    const words = wordsAt(line);
    if (words === '' || words.length > longestNumber) continue;
    const match = pageNumber.exec(words);
    if (match) candidates.push({ line, value: match[1] ? Number(match[1]) : undefined, isMarked: !/^\w+$/.test(words) });
  }
  if (candidates.length === 0) return edges;

  /** The next line from `line` on, in steps of `step`, that is not blank; undefined beyond the text. */
  const beside = (line: number, step: number): number | undefined => {
    for (let at = line + step; at >= 0 && at < starts.length; at += step) if (wordsAt(at) !== '') return at;
    return undefined;
  };
  const heads = new Map<string, { readonly number: number; readonly head: number }[]>();
  candidates.forEach(({ line, value, isMarked }, index) => {
    const before = beside(line, -1);
    const behind = beside(line, 1);
    if (behind !== undefined) {
      const words = wordsAt(behind);
      if (words.length <= longestHead && !/[。；]$/.test(words) && !pageNumber.test(words))
        heads.set(words, [...(heads.get(words) ?? []), { number: line, head: behind }]);
    }
    const counts = (other: Candidate | undefined, by: number): boolean =>
      value !== undefined && other?.value === value + by && Math.abs(other.line - line) > 3;
    const isPage =
      isMarked || counts(candidates[index - 1], -1) || counts(candidates[index + 1], 1) ||
      (before !== undefined && behind !== undefined && value !== undefined && cutsSentence(wordsAt(before), wordsAt(behind))); // prettier-ignore
    if (isPage) edges.add(line);
  });
  for (const places of heads.values())
    if (places.length > 1) for (const { number, head } of places) edges.add(number).add(head);
  return edges;
}

/** Whether a sentence that `before` breaks off goes on in `behind`. */
function cutsSentence(before: string, behind: string): boolean {
  return (
    before.length >= shortestLine &&
    /[\u3400-\u9fff，、]$/.test(before) &&
    /[，。；]/.test(before + behind) &&
    /^[\u3400-\u9fff，、]/.test(behind) &&
    !/^(?:[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾]{1,3}[、．]|附件|附錄|圖|表)/.test(behind)
  );
}
