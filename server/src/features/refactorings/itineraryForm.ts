import { lineAt, lineEnd } from '../../report/model/lines';
import { lineEndOf } from '../../report/queries/headingStyle';
import type { ItineraryDay } from '../../report/model/parts';
import type { Report } from '../../report/model/report';
import { textOf } from '../../report/queries/read';
import type { Locale, Message } from '../../text/message';
import type { Span } from '../../text/span';
import type { Refactoring } from './refactoring';

const titles = {
  toTable: { 'zh-TW': '將行程改為表格', en: 'Turn the itinerary into a table' },
  toList: { 'zh-TW': '將行程改為條列', en: 'Turn the itinerary into a list' },
} satisfies Record<string, Message>;

/** The row between head and body of a Markdown table. */
const rule = /^[\s|:-]+$/;

/** The rows of an itinerary, one a line, with what belongs to their table. */
interface Rows {
  readonly days: readonly ItineraryDay[];
  /** From the first row, or the head of its table, to the end of the last row. */
  readonly whole: Span;
  readonly areCells: readonly boolean[];
}

function isBlank({ lines }: Report, line: number): boolean {
  const { content } = lines.facts[line]!;
  return content.start === content.end;
}

/** The rows of the itinerary; undefined where words between them are none of a row and would be lost. */
function rowsOf(report: Report): Rows | undefined {
  const { itinerary, lines, text } = report;
  if (!itinerary || itinerary.days.length < 2) return undefined;
  const { days, section } = itinerary;
  const rowLines = days.map(({ start }) => lineAt(lines, start));
  const cellsOf = (line: number): readonly Span[] => lines.facts[line]!.shape.cells;
  const isRule = (line: number): boolean => rule.test(text.slice(lines.starts[line], lineEnd(lines, line)));
  const [firstRow] = rowLines as [number];
  const lastRow = rowLines[rowLines.length - 1]!;
  const own = new Set(rowLines);
  // Days that stand in one sentence are no rows.
  if (own.size < rowLines.length) return undefined;
  for (let line = firstRow; line <= lastRow; line++)
    if (!own.has(line) && !isBlank(report, line) && !isRule(line)) return undefined;
  let first = firstRow;
  if (cellsOf(firstRow).length > 1)
    while (
      first - 1 > section.line &&
      (cellsOf(first - 1).length > 1 || (!isBlank(report, first - 1) && isRule(first - 1)))
    )
      first--;
  return {
    days,
    whole: { start: lines.starts[first]!, end: lineEnd(lines, lastRow) },
    areCells: rowLines.map((line) => cellsOf(line).length > 1),
  };
}

/** What a row of cells says behind its date, cell by cell; undefined where something stands before the date. */
function cellsBehindDate({ lines, text }: Report, { start, date }: ItineraryDay): readonly string[] | undefined {
  const line = lineAt(lines, start);
  const offset = lines.starts[line]!;
  const { cells } = lines.facts[line]!.shape;
  const index = cells.findIndex((cell) => offset + cell.start <= date.start && date.end <= offset + cell.end);
  if (index < 0 || cells.slice(0, index).some((cell) => cell.end > cell.start)) return undefined;
  const rest = text.slice(date.end, offset + cells[index]!.end).trim();
  const others = cells.slice(index + 1).map((cell) => text.slice(offset + cell.start, offset + cell.end));
  return [rest, ...others].filter((words) => words !== '');
}

function asList(report: Report, { days }: Rows, isMarkdown: boolean): readonly string[] | undefined {
  const lines: string[] = [];
  for (const day of days) {
    const behind = cellsBehindDate(report, day);
    if (!behind) return undefined;
    const words = behind.join('，');
    lines.push(`${isMarkdown ? '- ' : ''}${textOf(report, day.date)}：${words}`);
  }
  return lines;
}

function asTable(report: Report, { days }: Rows, isMarkdown: boolean): readonly string[] {
  const cells = days.map((day) => [textOf(report, day.date), textOf(report, day.activity)] as const);
  if (!isMarkdown) return cells.map(([date, activity]) => `${date}\t${activity}`);
  // A bar of half width would end the cell.
  return [
    '| 日期 | 行程 |',
    '| --- | --- |',
    ...cells.map(([date, activity]) => `| ${date} | ${activity.replaceAll('|', '｜')} |`),
  ];
}

/** Writing the itinerary at the cursor as a table where it is a list, and the other way round. Markdown gets its own tables and lists. */
export function itineraryForms(report: Report, span: Span, locale: Locale): readonly Refactoring[] {
  const { itinerary, sections, text } = report;
  if (!itinerary || span.start < itinerary.section.start || span.end > itinerary.section.end) return [];
  const rows = rowsOf(report);
  if (!rows) return [];
  const isMarkdown = sections.some(({ marks }) => marks > 0);
  const lineBreak = lineEndOf(report);
  const { start, end } = rows.whole;
  const expected = text.slice(start, end);
  const offer = (title: Message, lines: readonly string[] | undefined): readonly Refactoring[] => {
    if (!lines) return [];
    // A Markdown table or list needs a blank line above it.
    const before = text.slice(0, start);
    const gap = isMarkdown && !/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before) ? lineBreak : '';
    const words = gap + lines.join(lineBreak);
    return [{ title: title[locale], kind: 'refactor.rewrite', edits: [{ start, end, expected, text: words }] }];
  };
  return [
    ...(rows.areCells.includes(false) ? offer(titles.toTable, asTable(report, rows, isMarkdown)) : []),
    ...(rows.areCells.includes(true) && !rows.areCells.includes(false)
      ? offer(titles.toList, asList(report, rows, isMarkdown))
      : []),
  ];
}
