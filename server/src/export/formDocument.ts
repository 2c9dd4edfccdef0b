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

export function formTable(rows: readonly (readonly string[])[], shares: readonly number[], header = false): Table {
  return {
    kind: 'table',
    hasHeader: header,
    rows: rows.map((row) => row.map((words) => ({ content: formWords(words) }))),
    shares,
    description: '',
    line: 0,
  };
}

/** A document with one title and `blocks` below it. */
export function formDocument(
  title: string,
  properties: DocumentProperties,
  form: ReportForm,
  blocks: readonly Block[],
): ReportDocument {
  return {
    properties: { ...properties, title: properties.title === '' ? title : `${title}：${properties.title}` },
    form,
    cover: [],
    front: [{ kind: 'abstract', title, blocks, line: 0 }],
    body: [],
    footnotes: [],
    numbering: [],
  };
}
