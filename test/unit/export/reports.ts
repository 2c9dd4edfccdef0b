/** What the tests of the export share: reports to export, and what a document says. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { wordsOf } from '../../../server/src/export/document';
import type { Block, Inline, ReportDocument } from '../../../server/src/export/document';
import { documentOf } from '../../../server/src/export/fromReport';
import { reportFormOf } from '../../../server/src/knowledge/reportForm';
import { parseReport } from '../../../server/src/report/parse/parse';

const root = path.resolve(import.meta.dirname, '../../..');

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

function textsIn(folder: string, wanted: RegExp): NamedText[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => wanted.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(root, folder, name), 'utf8') }));
}

/** The samples and the corpus. */
export function realReports(): readonly NamedText[] {
  return [...textsIn('samples', /\.(?:md|txt)$/), ...textsIn('test/corpus/reports', /\.mission\.(?:md|txt)$/)];
}

/** The document of `text` in the official form. */
export function documentIn(text: string, contents = true): ReportDocument {
  return documentOf(parseReport(text), { form: reportFormOf('conference'), contents });
}

/** What the inlines of `block` are, in their order. */
export function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'caption':
      return block.content;
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ content }) => content));
    case 'figure':
    case 'pageBreak':
      return [];
  }
}

/** One line for each block: what it is, with its level or number, and its words. */
export function sketchOf(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    const number = 'number' in block && typeof block.number === 'object' ? block.number : undefined;
    const counted = number ? `${number.written}${number.automatic ? '' : '!'}${number.restarts ? '↺' : ''} ` : '';
    switch (block.kind) {
      case 'heading':
        return `h${block.level} ${counted}${wordsOf(block.content)}`;
      case 'paragraph':
        return `${block.style} ${counted}${wordsOf(block.content)}`;
      case 'table':
        return `table${block.hasHeader ? ' with header' : ''} ${block.rows.map((row) => row.map(({ content }) => wordsOf(content)).join('|')).join('/')}`;
      case 'caption':
        return `caption ${block.sequence}${block.number}${block.automatic ? '' : '!'} ${wordsOf(block.content)}`;
      case 'figure':
        return `figure ${block.source} ${block.description}`;
      case 'pageBreak':
        return 'page break';
    }
  });
}

/** Every word of the document in its order, numbers as written: what a reader reads, 目次 left out. */
export function readingOf(document: ReportDocument): string {
  const ofBlock = (block: Block): string => {
    const number = 'number' in block && typeof block.number === 'object' ? block.number.written : '';
    const sequence = block.kind === 'caption' ? `${block.sequence}${block.number}` : '';
    return number + sequence + wordsOf(inlinesOf(block));
  };
  return [
    ...document.cover.map(({ label, content }) => label + wordsOf(content)),
    ...document.front.flatMap((part) => (part.kind === 'abstract' ? [part.title, ...part.blocks.map(ofBlock)] : [])),
    ...document.body.map(ofBlock),
    ...document.footnotes.map(wordsOf),
  ].join('\n');
}
