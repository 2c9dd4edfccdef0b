/** Documents that are forms: a title and tables. */
import type { ReportForm } from '../knowledge/types';
import type { Block, DocumentProperties, Inline, ReportDocument, Table } from './document';
import { plainText } from './plainText';

/** The inlines of `text`, whose line ends count. */
export function formWords(text: string, bold = false): readonly Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: plainText(line), bold, italic: false } as const]),
    ]);
}

/** @param centred the columns whose words stand in the middle */
export function formTable(
  rows: readonly (readonly string[])[],
  shares: readonly number[],
  header = false,
  centred: readonly number[] = [],
): Table {
  return {
    kind: 'table',
    hasHeader: header,
    rows: rows.map((row) =>
      row.map((words, column) => ({
        content: formWords(words),
        ...(centred.includes(column) && { alignment: 'center' }),
      })),
    ),
    shares,
    description: '',
    line: 0,
  };
}

/** Margins of a form in millimetres: narrow, so that it stays on one sheet for the signatures. */
const formMargins = { top: 12, right: 20, bottom: 12, left: 20 };
/** Size of its tables in points, and the height of its lines, for the same reason. */
const tableSize = 10.5;
const lineSpacing = 1;

/** A document with one title and `blocks` below it. */
export function formDocument(
  title: string,
  properties: DocumentProperties,
  form: ReportForm,
  blocks: readonly Block[],
): ReportDocument {
  return {
    properties: { ...properties, title: properties.title === '' ? title : `${title}：${properties.title}` },
    form: { ...form, margins: formMargins, sizes: { ...form.sizes, table: tableSize }, lineSpacing },
    cover: [],
    front: [{ kind: 'abstract', title, blocks, line: 0 }],
    body: [],
    footnotes: [],
    numbering: [],
  };
}
