/**
 * What is left of the pages of a PDF between the lines of its text: the number at the foot of a page, and the running
 * head or foot beside it.
 */

/** The number of a page that says that it is one: - 4 -, 第 4 頁，共 12 頁, Page 4 of 12. */
const explicitNumber =
  /^(?:[-–—] ?\d{1,3} ?[-–—]|第 ?\d{1,3} ?頁(?:[，,／/ ]{0,3}共 ?\d{1,3} ?頁)?|page \d{1,3}(?: of \d{1,3})?)$/i;
/** One that may be anything: 3, ii. */
const bareNumber = /^(?:\d{1,3}|[ivxl]{1,6})$/i;
const longestHead = 40;
/** Shorter words beside numbers may be cells of a table. */
const shortestFoot = 6;

/**
 * The lines of page numbers, and of heads and feet that stand beside several of them. A bare number without a head or
 * foot of several pages is none.
 * @param lines the words of each line; undefined where no words of the text stand
 * @returns indexes of lines, in no order
 */
export function pageEdges(lines: readonly (string | undefined)[]): ReadonlySet<number> {
  const edges = new Set<number>();
  const heads = new Map<string, { readonly number: number; readonly head: number }[]>();
  const mayBeHead = (words: string): boolean => words.length <= longestHead && !/[。；：]$/.test(words) && !isNumber(words); // prettier-ignore
  const note = (side: string, words: string, number: number, head: number): void => {
    const key = side + words;
    heads.set(key, [...(heads.get(key) ?? []), { number, head }]);
  };
  let last: { readonly line: number; readonly words: string } | undefined;
  lines.forEach((line, at) => {
    const words = line?.trim();
    if (words === '') return;
    if (words !== undefined && last) {
      if (isNumber(last.words) && mayBeHead(words)) note('head ', words, last.line, at);
      if (isNumber(words) && mayBeHead(last.words) && last.words.length >= shortestFoot)
        note('foot ', last.words, at, last.line);
    }
    if (words !== undefined && explicitNumber.test(words)) edges.add(at);
    last = words === undefined ? undefined : { line: at, words };
  });
  const valueAt = (line: number): number => Number(/\d+/.exec(lines[line] ?? '')?.[0] ?? Number.NaN);
  for (const places of heads.values()) {
    // Pages come one behind the other. Of Roman numbers nobody asks it.
    const isRow = places.every(({ number }, index) => index === 0 || !(valueAt(number) <= valueAt(places[index - 1]!.number))); // prettier-ignore
    if (places.length > 1 && isRow) for (const { number, head } of places) edges.add(number).add(head);
  }
  return edges;
}

function isNumber(words: string): boolean {
  return bareNumber.test(words) || explicitNumber.test(words);
}

/** `text` without the edges of its pages: a sentence goes on over them, and a paragraph ends where it ended. */
export function withoutPageEdges(text: string): string {
  const lines = text.split('\n');
  const edges = pageEdges(lines);
  if (edges.size === 0) return text;
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!edges.has(at) && lines[at]!.trim() !== '') {
      kept.push(lines[at]!);
      continue;
    }
    // Edges and empty lines that stand together.
    const from = at;
    while (at + 1 < lines.length && (edges.has(at + 1) || lines[at + 1]!.trim() === '')) at++;
    const together = lines.slice(from, at + 1);
    if (!together.some((_, index) => edges.has(from + index))) kept.push(...together);
    else if (
      together.some((_, index) => !edges.has(from + index)) &&
      /[。；：！？.」』）)]\s*$/.test(kept.at(-1) ?? '')
    )
      kept.push('');
  }
  return kept.join('\n');
}
