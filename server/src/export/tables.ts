/** The tables of a report: which lines are their rows, whether the first names the columns, and how wide these are. */
import { lineEnd } from '../report/model/lines';
import type { LineFacts } from '../report/model/lines';
import { columnsOf } from './columns';
import { wordsOf } from './document';
import type { Cell, CellAlignment, Inline } from './document';
import { blankGap, cellsIn, isBlankLine, writtenIn } from './lines';
import type { PrintedReport } from './lines';

/** The rows that stand on lines of a report. */
export interface TableLines {
  readonly rows: readonly (readonly string[])[];
  /** A line of hyphens says that the first row names the columns. */
  readonly hasHeader: boolean;
  /** Where that line says that the words of the columns below it stand: `:-:`, `--:`. */
  readonly alignments: readonly (CellAlignment | undefined)[];
  /** The line behind it. */
  readonly behind: number;
}

/** The table of tabs or of Markdown whose first row stands on `line`. */
export function tableAt({ report, hidden, sections }: PrintedReport, line: number, to: number): TableLines {
  const { lines, text } = report;
  const piped = isPiped(text, lines.starts[line]!, lines.facts[line]!);
  const rows: string[][] = [];
  let hasHeader = false;
  let alignments: TableLines['alignments'] = [];
  let next = line;
  for (; next < to; next++) {
    const facts = lines.facts[next]!;
    const offset = lines.starts[next]!;
    if (hidden.kinds[next] !== 'text' || sections.has(next) || isBlankLine(facts)) break;
    if (isPiped(text, offset, facts) !== piped) break;
    const { cells } = facts.shape;
    if (cells.length === 0) {
      if (!piped) break;
      if (rows.length === 1) {
        hasHeader = true; // |---|---|
        alignments = alignmentsIn(text.slice(offset + facts.content.start, offset + facts.content.end));
      }
      continue;
    }
    if (!piped && !isRow(facts, text.slice(offset + writtenIn(facts).start, lineEnd(lines, next)))) break;
    rows.push([...cellsIn(facts)]);
  }
  return { rows, hasHeader, alignments, behind: next };
}

/** @param line of hyphens below the names of the columns: `|:--|:-:|--:|` */
function alignmentsIn(line: string): TableLines['alignments'] {
  return line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((dashes) => {
      const isRight = /-:\s*$/.test(dashes);
      return isRight ? (/^\s*:/.test(dashes) ? 'center' : 'right') : undefined;
    });
}

/** The table that begins on `line` and whose columns are set apart by blanks; undefined where there is none. */
export function alignedTableAt(
  { report, hidden, sections }: PrintedReport,
  line: number,
  to: number,
): TableLines | undefined {
  const { lines, text } = report;
  const rows: string[][] = [];
  let next = line;
  for (; next < to; next++) {
    const facts = lines.facts[next]!;
    if (hidden.kinds[next] !== 'text' || sections.has(next) || facts.shape.cells.length > 0) break;
    const offset = lines.starts[next]!;
    const cells = text.slice(offset + writtenIn(facts).start, offset + writtenIn(facts).end).split(blankGap);
    if (cells.length < 2 || (rows.length > 0 && cells.length !== rows[0]!.length)) break;
    rows.push(cells.map((cell) => cell.trim()));
  }
  return rows.length < 2 ? undefined : { rows, hasHeader: false, alignments: [], behind: next };
}

/** 「a)」, 「(ii)」, 「①」, 「•」 with a tab behind it: how a word processor sets the mark of a list apart when its text is copied. */
const listMark = /^(?:[(（]?(?:[a-z]|[ivx]{1,4}|\d{1,2})[)）.、]|[\p{No}•●○◆■□◎※▪–-])\t/iu;

/** Whether a line is a row of a table. @param words the line without the blanks around it */
export function isRow({ shape: { cells } }: LineFacts, words: string): boolean {
  if (words.startsWith('|')) return cells.length > 0;
  return cells.length > 1 && !(cells.length === 2 && listMark.test(words));
}

function isPiped(text: string, offset: number, { content }: LineFacts): boolean {
  return text[offset + content.start] === '|';
}

/** Whether a first row without a line below it names columns: short words, no date and no figure. */
export function isHeader(row: readonly Cell[]): boolean {
  const known =
    /^(?:日期|時間|日程|星期|天數|地點|國家|城市|行程|工作內容|內容|活動|項目|項次|序號|編號|會議|名稱|機關|單位|姓名|職稱|說明|備註|議程|主題|講者)/;
  const words = row.map(({ content }) => wordsOf(content).replace(/\s/g, ''));
  return words.every((word) => word.length <= 10 && !/\d/.test(word)) && words.some((word) => known.test(word));
}

/** Columns that a cell takes besides its words: its edges, and the gaps that are set between Han and Latin characters. */
const cellEdges = 3;
const gapsInCell = 1.15;
const narrowestColumn = 6;
/** A column of whole paragraphs is as wide as any other of them. */
const widestColumn = 48;

/**
 * The shares of the columns, which sum up to 1: by their longest lines. Where not all find room, the narrow ones keep
 * theirs, so that a column of dates breaks none, and the wide ones part what is left.
 * @param room columns of the page's text, of which a Han character takes two
 */
export function sharesOf(rows: readonly (readonly Cell[])[], columns: number, room: number): number[] {
  const widths = Array.from({ length: columns }, (_, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, longestLine(row[column]!.content)), 0);
    return Math.max(narrowestColumn, longest * gapsInCell + cellEdges);
  });
  const narrowFirst = widths.map((_, column) => column).sort((a, b) => widths[a]! - widths[b]!);
  let left = room;
  const kept = new Set<number>();
  for (const [index, column] of narrowFirst.entries()) {
    if (widths[column]! > left / (columns - index)) break;
    left -= widths[column]!;
    kept.add(column);
  }
  const wide = widths.map((width, column) => (kept.has(column) ? 0 : Math.min(widestColumn, width)));
  const sum = wide.reduce((total, width) => total + width, 0);
  const given = widths.map((width, column) => (kept.has(column) ? width : (left * wide[column]!) / sum));
  const total = given.reduce((all, width) => all + width, 0);
  return given.map((width) => width / total);
}

/** Columns of the longest line of a cell. */
function longestLine(content: readonly Inline[]): number {
  let [longest, line] = [0, 0];
  for (const inline of content) {
    line = inline.kind === 'break' ? 0 : line + columnsOf(wordsOf([inline]));
    longest = Math.max(longest, line);
  }
  return longest;
}
