/** Names and words that the end of a line cuts, where its sentence goes on on the next one. */
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import type { Continuation, CutWords, Surroundings } from '../model/line';
import { isBlank, isProse, LineKind } from '../model/lines';
import type { LineFacts, LineTable } from '../model/lines';
import { scanNames } from '../scan/names';

/** So far on either side of a line end its words are looked at, in UTF-16 code units: the longest names have no more. */
const reach = 16;
/** A line of fewer Han characters may end where its author wanted it to. */
const fewestHan = 15;

function isOfSentence({ kind, shape }: LineFacts): boolean {
  return isProse(kind) && shape.cells.length === 0 && shape.labels.length === 0 && shape.marks === 0;
}

/** The next line that is no edge of a page. */
function nextLine({ facts, count }: LineTable, line: number): number | undefined {
  let next = line + 1;
  let isPageEdge = false;
  while (next < count && (facts[next]!.kind === LineKind.PageEdge || isBlank(facts[next]!))) {
    isPageEdge ||= facts[next]!.kind === LineKind.PageEdge;
    next++;
  }
  return next < count && (next === line + 1 || isPageEdge) ? next : undefined;
}

/**
 * Where the sentence of `line` goes on; undefined where it does not, or only may.
 * @param begins what each line begins
 */
export function continuationOf(
  lines: LineTable,
  line: number,
  begins: readonly Surroundings['begins'][],
): Continuation | undefined {
  const { facts, starts } = lines;
  const { han, content, text } = facts[line]!;
  if (han < fewestHan || classAt(text, content.end - 1) !== CharClass.Han || !isOfSentence(facts[line]!))
    return undefined;
  const next = nextLine(lines, line);
  if (next === undefined || begins[next] !== undefined) return undefined;
  const behind = facts[next]!;
  const { number, bullet } = behind.shape;
  if (number || bullet || !isOfSentence(behind) || classAt(behind.text, behind.content.start) !== CharClass.Han)
    return undefined;
  const start = behind.content.start;
  return {
    words: behind.text.slice(start, Math.min(start + reach, behind.content.end)),
    gap: starts[next]! + start - (starts[line]! + content.end),
  };
}

/** What the end of a line cuts. */
export function cutWordsOf(
  { text, content }: LineFacts,
  { goesOn, quotationGoesOn }: Surroundings,
): CutWords | undefined {
  if (!goesOn) return undefined;
  const from = Math.max(content.start, content.end - reach);
  const joint = content.end - from;
  const scan = scanNames(text.slice(from, content.end) + goesOn.words, []);
  const isCut = ({ start, end }: Span): boolean => start < joint && joint < end;
  const placed = <Hit extends Span>(hits: readonly Hit[]): readonly (Hit & { readonly quoted: boolean })[] =>
    hits
      .filter(isCut)
      .map((hit) => ({ ...hit, start: from + hit.start, end: from + hit.end + goesOn.gap, quoted: quotationGoesOn }));
  const names = placed(scan.names);
  const words = placed(scan.words);
  return names.length + words.length > 0 ? { names, words } : undefined;
}
