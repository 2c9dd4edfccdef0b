import { phrasePattern } from '../../knowledge/phrases';
import type { LineTable } from '../../report/model/lines';
import type { Chapter } from '../../report/model/units';
import type { Span } from '../../text/span';
import type { ChapterRule } from '../engine/rule';
import { amountsOf, areSum, isDigitSlip, sumOf as totalOf } from './amounts';
import type { Amount } from './amounts';

/** The row or the column that adds the others up. */
const totalLabel =
  /^[*＊]*(?:\p{Script=Han}{0,4}(?:合[ \u3000]*計|總[ \u3000]*計|共[ \u3000]*計|加總|總(?:和|\p{Script=Han}{0,2}數))|[季月年週]?計[*＊]*$)/u;
/** A last row may call its total by what it is of, where its other columns bear it out: 總損失, 總人次. */
const namedTotal = /^總\p{Script=Han}{2,4}$/u;
/** Rows that add up some of the others: what the last row is the sum of, nobody can say. */
const partialLabel = /小 *計|其中/;
const onlyPartial = /^小 *計$/;
/** Columns whose total is no sum: 單價, 平均, 比率, 序號, 年度. */
const noSum = /單價|平均|[率比]|[編序]號|年[度份]|[名日][次期]|百分/;
/** A year or a month at the head of a column is none of its figures. */
const headOfTime = /[年月]/;
const plainNumber = /^[*＊]*([\d,]+(?:\.\d+)?) ?(?:\p{Script=Han}{0,2}|[A-Za-z]{0,4})[*＊]*$/u;
/** Cells that stand for nothing. */
const nothing = /^[\-—–－/無]?$/;
/** So many rows are a sum by themselves; fewer need another column that holds. */
const enoughRows = 3;
/** The head of a column of things counted, of which two make a sum. */
const counted = /[人次件時場班戶筆]數|金額|經費/;
/** Of two figures the total is off by a slip: by no more than two, or by a fifth. */
const mostSlip = 0.2;
/** A total further off its rows, as a share of it, is a total of something else. */
const mostOff = 0.5;

interface Cell extends Span {
  readonly words: string;
}
type Row = readonly Cell[];

/** A figure of a cell with the unit of its last decimal. */
interface Entry {
  readonly value: number;
  readonly step: number;
}

function entryOf({ words }: Cell): Entry | undefined {
  if (nothing.test(words)) return { value: 0, step: 1 };
  const figure = plainNumber.exec(words)?.[1]?.replaceAll(',', '');
  if (figure === undefined || figure === '') return undefined;
  return { value: Number(figure), step: 10 ** -(figure.split('.')[1]?.length ?? 0) };
}

/** A line that is longer is no row of columns that blanks part, in UTF-16 code units. */
const longestRow = 80;

/** What parts the cells of a line in a drawn table. */
const drawn = /[│┃]/;

/** The cells of a line that drawn lines part, empty ones too, or blanks: words of a head, or a label with nothing but figures behind it. */
function columnsOf(line: string, offset: number): Row {
  if (line.length <= longestRow && drawn.test(line.slice(1, -1))) {
    let from = offset;
    return line
      .replace(/^[│┃]|[│┃]$/g, ' ')
      .split(drawn)
      .map((cell) => {
        const words = cell.trim();
        const start = from + cell.indexOf(words);
        from += cell.length + 1;
        return { words, start, end: start + words.length };
      });
  }
  const isProse = /[，。；：:]/.test(line.replace(/[（(][^（）()]*[）)]/g, ''));
  if (line.length > longestRow || isProse || !/\S[ \u3000]+\S/.test(line)) return [];
  const cells = [...line.matchAll(/[^ \u3000│|┃├└┌┤┘┐─]+/g)].map(({ 0: words, index }) => {
    const start = offset + index;
    return { words, start, end: start + words.length };
  });
  const figures = cells.findIndex((cell) => /^\d/.test(cell.words) && entryOf(cell) && !headOfTime.test(cell.words));
  if (figures < 0) return cells;
  if (figures === 0 || !cells.slice(figures).every(entryOf)) return [];
  const [first, last] = [cells[0]!, cells[figures - 1]!];
  const label = { words: line.slice(first.start - offset, last.end - offset), start: first.start, end: last.end };
  return [label, ...cells.slice(figures)];
}

/** Whether a line is nothing but drawn lines, as of Markdown or of boxes. */
function isRuled(line: string): boolean {
  return line !== '' && /^[\s|:+=─━│┃┌┬┐├┼┤└┴┘-]+$/.test(line);
}

/** The tables of a chapter: rows one behind the other, drawn lines left out. */
function tablesIn(text: string, lines: LineTable): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let open: Row[] | undefined;
  let ofCells = false;
  /** How far in the table begins; what stands further in is a part of the row above. */
  let indent = 0;
  for (let line = 0; line < lines.count; line++) {
    const { shape, content } = lines.facts[line]!;
    const offset = lines.starts[line]!;
    const cut = ({ start, end }: Span): Cell => ({
      words: text.slice(offset + start, offset + end),
      start: offset + start,
      end: offset + end,
    });
    if (isRuled(text.slice(offset + content.start, offset + content.end))) continue;
    const row =
      shape.cells.length > 0
        ? shape.cells.map(cut)
        : columnsOf(text.slice(offset + content.start, offset + content.end), offset + content.start);
    if (row.length < 2) {
      open = undefined;
      continue;
    }
    // The label of a head may be missing: 7月　8月　季計.
    if (open?.length === 1 && row.length === open[0]!.length + 1 && !ofCells && !/^\d/.test(row[0]!.words))
      open[0] = [{ words: '', start: offset, end: offset }, ...open[0]!];
    if (open && !ofCells && shape.cells.length === 0 && content.start > indent) continue;
    // A caption in front of a table is none of its rows; those that blanks part have as many cells as each other.
    const isCellRow = shape.cells.length > 0;
    if (open && isCellRow === ofCells && (isCellRow || open[0]!.length === row.length)) open.push(row);
    else {
      tables.push((open = [row]));
      indent = content.start;
    }
    ofCells = isCellRow;
  }
  return tables;
}

/** A caption whose number a blank parts from its words, and whatever else has no figures, is no row in front of the head. */
function fromHead(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex((row) => row.slice(1).some((cell) => entryOf(cell) && !nothing.test(cell.words)));
  return first > 1 ? rows.slice(first - 1) : rows;
}

/** A line of a list that adds the lines above it up: 總計：新臺幣580,000元. */
const totalLine = phrasePattern`^[^，。；：:]{0,4}(?:(?:${'total'}|總和)[：:]|(?<=以上)[合總共]?計 ?(?=[\d新]))`;
/** A line of such a list, with its label. */
const itemLine = /^[^：:]{2,20}[：:]/;

/** A list with more lines is not added up. */
const mostItems = 30;

/** Totals of lists that their lines do not make; the last amount of a line is its own. */
function* wrongLists(
  text: string,
  lines: LineTable,
): Generator<Span & { readonly words: string; readonly real: number; readonly items: Span }> {
  let items: Span[] = [];
  for (let line = 0; line < lines.count; line++) {
    const { content, shape } = lines.facts[line]!;
    const start = lines.starts[line]! + content.start;
    const end = lines.starts[line]! + content.end;
    const words = end - start <= 2 * longestRow ? text.slice(start, end) : '';
    const above = items;
    items = shape.cells.length > 0 || !itemLine.test(words) ? [] : [...items, { start, end }].slice(-mostItems);
    if (!totalLine.test(words) || above.length < 2 || above.length === mostItems) continue;
    items = [];
    const [total, ...more] = figuresOf(words);
    const last = above.map((item) => lastAmount(text.slice(item.start, item.end)));
    // The heads of the list have no figure: 項目：金額.
    const from = last.findIndex(Boolean);
    const amounts = last.slice(from) as readonly (Amount | undefined)[];
    if (!total || more.length > 0 || from < 0 || from > 2 || !areOf(total.measure, amounts)) continue;
    const real = totalOf(amounts);
    if (areSum(amounts, total) || Math.abs(real - total.value) > mostOff * real) continue;
    const told = words.slice(total.start, total.end);
    yield { words: told, real, start: start + total.start, end: start + total.end, items: { start: above[from]!.start, end: above.at(-1)!.end } }; // prettier-ignore
  }
}

/** The figure of a line that has no measure: 其他：417. */
const bareFigure = /[：:] ?(\d{1,3}(?:,\d{3})+|\d{1,9})$/;

/** The amounts of a line, or the figure that it ends with where that stands alone. */
function figuresOf(line: string): readonly Amount[] {
  const bare = bareFigure.exec(line);
  if (!bare) return amountsOf(line);
  const value = Number(bare[1]!.replaceAll(',', ''));
  const [start, end] = [line.length - bare[1]!.length, line.length];
  return [{ value, step: 1, slack: 0, measure: '', isRough: false, start, end }];
}

/** The amount that a line ends with. */
function lastAmount(line: string): Amount | undefined {
  const last = figuresOf(line).at(-1);
  return last && /^[）)。；;]*$/.test(line.slice(last.end)) && !partialLabel.test(line) ? last : undefined;
}

/** Whether there are two amounts or more, all of one measure. */
function areOf(measure: string, amounts: readonly (Amount | undefined)[]): amounts is readonly Amount[] {
  return amounts.length > 1 && amounts.every((each) => each?.measure === measure);
}

/** A total with the figures that it should be the sum of. */
interface Sum {
  readonly total: Cell;
  readonly first: Cell;
  readonly last: Cell;
  readonly count: number;
  readonly stated: number;
  readonly real: number;
  readonly holds: boolean;
  /** Whether the head of its column says that things are counted. */
  readonly isCounted?: boolean;
  /** Whether it is the sum of a row of totals. */
  readonly isOfTotals?: boolean;
}

function sumOf(total: Cell, parts: readonly Cell[]): Sum | undefined {
  const stated = nothing.test(total.words) ? undefined : entryOf(total);
  const entries = parts.map(entryOf);
  if (!stated || entries.some((entry) => entry === undefined)) return undefined;
  const real = Math.round(entries.reduce((sum, entry) => sum + entry!.value, 0) * 1e6) / 1e6;
  const step = Math.min(stated.step, ...entries.map((entry) => entry!.step));
  // Figures with decimals, and shares, are rounded one by one.
  const slack = step < 1 || /[%％]/.test(total.words) ? (step * parts.length) / 2 : 0;
  const holds = Math.abs(real - stated.value) <= slack + 1e-9;
  const [first, last] = [parts[0]!, parts.at(-1)!];
  return {
    total,
    first,
    last,
    count: parts.filter(({ words }) => !nothing.test(words)).length,
    stated: stated.value,
    real,
    holds,
  };
}

function isNear({ stated, real }: Sum): boolean {
  return Math.abs(real - stated) <= mostOff * Math.max(real, stated);
}

function isSlip({ stated, real }: Sum): boolean {
  return Math.abs(real - stated) <= Math.max(2, mostSlip * real) || isDigitSlip(real, stated);
}

/** The sums at the foot of a table: one for each column that has figures alone. */
function columnSums(rows: readonly Row[]): readonly Sum[] {
  const labelled = rows.findIndex((row) => totalLabel.test(row[0]!.words));
  const isNamed = labelled < 0 && namedTotal.test(rows.at(-1)![0]!.words);
  const foot = isNamed ? rows.length - 1 : labelled;
  // A table's only 小計 at its foot is its total.
  const partial = rows.findIndex((row) => partialLabel.test(row[0]!.words));
  const isPartial = foot < 0 && partial === rows.length - 1 && onlyPartial.test(rows[partial]![0]!.words);
  const at = isPartial ? partial : foot;
  if (at < 2 || rows.slice(at + 1).some((row) => totalLabel.test(row[0]!.words))) return [];
  const total = rows[at]!;
  const above = rows.slice(0, at);
  if (above.some((row) => partialLabel.test(row[0]!.words))) return [];
  const [header, ...others] = above;
  const sums = total.flatMap((cell, column) => {
    // Empty cells at the end of a row may be missing.
    if (column === 0 || above.some((row) => row.length <= column) || noSum.test(header![column]!.words)) return [];
    const head = header![column]!;
    const isEntry = entryOf(head) && !nothing.test(head.words) && !headOfTime.test(head.words);
    const cells = (isEntry ? above : others).map((row) => row[column]!);
    const sum = cells.length >= 2 ? sumOf(cell, cells) : undefined;
    return sum && sum.count >= 2 ? [{ ...sum, isCounted: counted.test(head.words) }] : [];
  });
  return isNamed && !sums.some(({ holds }) => holds) ? [] : sums;
}

/** The sums in the last column of a table whose head calls it 合計: one for each row. */
function rowSums([header, ...rows]: readonly Row[]): readonly Sum[] {
  const column = header!.length - 1;
  if (column < 3 || !totalLabel.test(header![column]!.words)) return [];
  if (header!.some(({ words }) => partialLabel.test(words) || noSum.test(words))) return [];
  return rows.flatMap((row) => {
    const sum = row.length === header!.length ? sumOf(row[column]!, row.slice(1, column)) : undefined;
    return sum && sum.count >= 2 ? [{ ...sum, isOfTotals: totalLabel.test(row[0]!.words) }] : [];
  });
}

/** The sums that do not hold, where what the table has besides shows that they are meant to. */
function wrongSums(rows: readonly Row[]): readonly Sum[] {
  const found = [columnSums(rows), rowSums(rows)].flatMap((sums, index) => {
    const all = sums.filter(({ holds }) => !holds);
    const right = sums.length - all.length;
    // What one row has wrong the row of totals has too.
    const rowsOwn = all.filter(({ isOfTotals }) => !isOfTotals);
    const wrong = index === 1 && rowsOwn.length === 1 ? rowsOwn : all;
    if (wrong.length === 1 && right > index) return wrong.filter(isNear);
    return index === 0 && sums.length === 1
      ? wrong.filter((sum) => (sum.count >= enoughRows || (sum.isCounted && isSlip(sum))) && isNear(sum))
      : [];
  });
  // The total of all is one of its column and of its row.
  return found.filter(({ total }, index) => found.findIndex((each) => each.total === total) === index);
}

export const rule: ChapterRule = {
  per: 'chapter',
  id: 'numbers/table-total',
  title: { 'zh-TW': '表格合計與各列不符', en: 'A table’s total is not the sum' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    sum: {
      'zh-TW': '表內各數加起來是 {real}，合計卻是「{words}」，請核對。',
      en: 'The figures of the table make {real}, its total says “{words}”; check them.',
    },
    parts: { 'zh-TW': '合計的各數', en: 'The figures added up' },
  },
  check: ({ text, lines }: Chapter, _given, find) => {
    for (const { words, real, items, start, end } of wrongLists(text, lines)) {
      const params = { real: real.toLocaleString('en-US'), words };
      find({ message: 'sum', params, start, end, related: [{ message: 'parts', ...items }] });
    }
    for (const table of tablesIn(text, lines)) {
      const rows = fromHead(table);
      if (rows.length < 3) continue;
      for (const { total, first, last, real } of wrongSums(rows)) {
        const { start, end, words } = total;
        const related = [{ message: 'parts', start: first.start, end: Math.max(first.end, last.end) }];
        find({ message: 'sum', params: { real: real.toLocaleString('en-US'), words }, start, end, related });
      }
    }
  },
};
