/** Walks the words of the wording tables, for the rules of this family. */
import type { WordKind, WordRow } from '../../knowledge/types';
import { linesWith } from '../../report/linesWith';
import { Trait } from '../../report/scan/traits';
import type { Report } from '../../report/model';
import type { Span } from '../../text/span';
import { codeBlocksOf, isCode } from '../code';
import type { Slip } from '../slips';

/** How far back a quotation that was broken over lines may have opened, in UTF-16 code units. */
const longestQuotation = 120;

/**
 * Whether `offset` stands in a quotation that opened on an earlier line: quoted words are somebody else's, and a line
 * by itself shows only quotations that also end on it.
 */
export function inQuotation(text: string, offset: number): boolean {
  for (let i = offset - 1; i >= 0 && i > offset - longestQuotation; i--) {
    const character = text[i]!;
    if ('「『《〈'.includes(character)) return true;
    if ('」』》〉'.includes(character)) return false;
  }
  return false;
}

/** A quotation that opened on an earlier line opened at most so many lines before. */
const longestBreak = 4;

/** Whether a line at or shortly before `line` has a mark that does not pair on it: only then may a quotation run over lines. */
function mayContinue(report: Report, line: number): boolean {
  const { facts } = report.lines;
  for (let i = line; i >= 0 && i >= line - longestBreak; i--)
    if ((facts[i]!.traits & Trait.Unpaired) !== 0) return true;
  return false;
}

/** Calls `visit` for every word of one of `kinds` that is not quoted, in the order of the text, with its place. */
export function forEachWord(
  report: Report,
  kinds: readonly WordKind[],
  visit: (row: WordRow, start: number, end: number, line: number) => void,
): void {
  const { starts, facts } = report.lines;
  const blocks = codeBlocksOf(report);
  for (const line of linesWith(report.lines, ...kinds)) {
    if (isCode(blocks, line)) continue;
    const offset = starts[line]!;
    for (const { row, start, end, quoted } of facts[line]!.words) {
      if (quoted || !kinds.includes(row.kind)) continue;
      if (mayContinue(report, line) && inQuotation(report.text, offset + start)) continue;
      visit(row, offset + start, offset + end, line);
    }
  }
}

/** The places of the words of `kind`, by row, in the order of first use. */
export function placesByRow(
  report: Report,
  kind: WordKind,
  accept: (row: WordRow, start: number, end: number, line: number) => boolean = () => true,
): ReadonlyMap<WordRow, readonly Span[]> {
  const places = new Map<WordRow, Span[]>();
  forEachWord(report, [kind], (row, start, end, line) => {
    if (!accept(row, start, end, line)) return;
    const spans = places.get(row);
    if (spans) spans.push({ start, end });
    else places.set(row, [{ start, end }]);
  });
  return places;
}

/** The slips that put `text` in the place of each of `spans`. */
export function replacing(report: Report, spans: readonly Span[], text: string): readonly Slip[] {
  return spans.map(({ start, end }) => ({
    start,
    end,
    edits: [{ start, end, expected: report.text.slice(start, end), text }],
  }));
}
