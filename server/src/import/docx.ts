/** Reads a Word file: what a reader of it sees, as blocks, with the numbers that Word counts written out. */
import type { Inline } from '../export/document';
import { openArchive } from './archive';
import { Builder, run } from './builder';
import { ContentReader } from './docxContent';
import {
  alternativeOf,
  cellsOf,
  hasDeletedEnd,
  hasHiddenEnd,
  isOn,
  outlineOf,
  rowsOf,
  shownWords,
  valueOf,
} from './docxElements';
import { DocxNumbers } from './docxNumbers';
import { DocxPackage } from './docxPackage';
import { DocxStyles } from './docxStyles';
import { ImportError } from './importError';
import type { ReadDocument } from './model';
import { childOf, childrenOf, descendantsOf, elementsOf, wordsIn } from './xml';
import type { XmlElement } from './xml';

const deepestBullet = 4;
/** Boxes in boxes and tables in tables end somewhere. */
const deepestBox = 20;

/** The document in the bytes of a .docx file. @throws ImportError for what is none */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const archive = openArchive(bytes, (name) => /\.(?:xml|rels|bin)$|^word\/media\//i.test(name));
  return new Reader(new DocxPackage(archive)).read();
}

class Reader {
  readonly #package: DocxPackage;
  readonly #builder = new Builder();
  readonly #body: XmlElement;
  readonly #styles: DocxStyles;
  readonly #numbers: DocxNumbers;
  readonly #content: ContentReader;
  /** The properties of sections behind which a page begins. */
  readonly #endOfPage: ReadonlySet<XmlElement>;
  /** Words of paragraphs whose end a tracked change takes away: the next paragraph begins with them. */
  readonly #carried: Inline[] = [];
  #depth = 0;

  constructor(package_: DocxPackage) {
    this.#package = package_;
    const body = childOf(package_.xml(package_.main), 'w:body');
    if (!body) throw new ImportError('no-document');
    this.#body = body;
    this.#endOfPage = endOfPageIn(body);
    this.#styles = new DocxStyles(package_.related('/styles'));
    this.#numbers = new DocxNumbers(package_.related('/numbering'), this.#styles);
    this.#content = new ContentReader(package_, body, this.#styles, this.#builder, (box) => {
      this.#box(box);
    });
  }

  read(): ReadDocument {
    this.#blocks(elementsOf(this.#body));
    this.#endCarried();
    for (const kind of ['header', 'footer'] as const)
      for (const { type, target } of this.#package.relationships.values()) {
        const words = type.endsWith(`/${kind}`) ? shownWords(this.#package.optionalXml(target)) : '';
        // The number of the page alone is no loss: it is put in anew.
        if (/[^\s\d\-–—/第頁共]/.test(words)) this.#builder.lose(kind, words, true);
      }
    if (this.#package.hasMacros) this.#builder.lose('macros', '', true);
    for (const format of this.#numbers.unknownFormats) this.#builder.lose('number-format', format, true);
    return this.#builder.document;
  }

  #blocks(elements: readonly XmlElement[]): void {
    for (const element of elements) this.#block(element);
  }

  /** Adds what stands in a box of text as blocks. */
  #box(box: XmlElement): void {
    if (this.#depth >= deepestBox) return;
    const outside = this.#carried.splice(0);
    this.#depth++;
    this.#blocks(elementsOf(box));
    this.#endCarried();
    this.#depth--;
    this.#carried.push(...outside);
  }

  #block(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element);
        break;
      case 'w:tbl':
        this.#endCarried();
        this.#table(element);
        break;
      case 'w:altChunk':
      case 'w:subDoc':
        this.#builder.lose('object', this.#package.relationships.get(element.attributes['r:id'] ?? '')?.target ?? '');
        break;
      case 'w:sdt':
        for (const content of childrenOf(element, 'w:sdtContent')) this.#blocks(elementsOf(content));
        break;
      case 'w:customXml':
      case 'w:smartTag':
        this.#blocks(elementsOf(element));
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#builder.lose('inserted', shownWords(element));
        this.#blocks(elementsOf(element));
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#builder.lose('deleted', wordsIn(element));
        break;
      case 'mc:AlternateContent':
        this.#blocks(alternativeOf(element));
        break;
    }
  }

  #paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr');
    const styleId = valueOf(properties, 'w:pStyle');
    const style = this.#styles.of(styleId);
    const content = this.#content.read(element, style.bold ?? false);
    content.inlines.unshift(...this.#carried.splice(0));
    // Its end is struck out, or hidden with all of it: what is left begins the next paragraph, and no number counts it.
    if (hasDeletedEnd(properties) || (hasHiddenEnd(properties) && content.inlines.length === 0)) {
      this.#carried.push(...content.inlines);
      for (const add of content.behind) add();
      return;
    }
    const number = this.#numbers.next(properties, styleId);
    const outline = outlineOf(properties) ?? style.outline ?? 9;
    const isBullet = number?.form === 'bullet';
    const isContents = /^(?:toc|table of contents|目錄|目次) ?\d/.test(style.name);
    const isFront = style.name === 'toc heading';
    if (isOn(properties, 'w:pageBreakBefore') ?? false) this.#builder.pageBreak();
    if (content.breaks === 'before') this.#builder.pageBreak();
    this.#builder.paragraph({
      style: isContents ? 'contents' : isFront ? 'front' : isBullet ? 'bullet' : outline < 9 ? 'heading' : 'text',
      level: isBullet ? Math.min(deepestBullet, number.level) : Math.min(6, outline + 1),
      number: isBullet ? '' : (number?.written ?? ''),
      content: content.inlines,
      look: styleId ?? '',
    });
    for (const add of content.behind) add();
    const section = childOf(properties, 'w:sectPr');
    if (content.breaks === 'behind' || (section && this.#endOfPage.has(section))) this.#builder.pageBreak();
  }

  /** Adds what paragraphs without an end have left, where no other paragraph follows. */
  #endCarried(): void {
    if (this.#carried.length === 0) return;
    this.#builder.paragraph({ style: 'text', level: 1, number: '', content: this.#carried.splice(0), look: '' });
  }

  #table(table: XmlElement): void {
    const rows: (readonly Inline[])[][] = [];
    const behind: (() => void)[] = [];
    let [hasHeader, merged] = [false, false];
    for (const row of rowsOf(table)) {
      const cells: (readonly Inline[])[] = [];
      const properties = childOf(row, 'w:trPr');
      if (childOf(properties, 'w:del')) {
        this.#builder.lose('deleted', wordsIn(row));
        continue;
      }
      if (rows.length === 0) hasHeader = isOn(properties, 'w:tblHeader') ?? false;
      const skipped = Number(valueOf(properties, 'w:gridBefore') ?? 0);
      for (let i = 0; i < Math.min(skipped, 60); i++) cells.push([]);
      for (const cell of cellsOf(row)) {
        const own = childOf(cell, 'w:tcPr');
        const span = Math.min(60, Math.max(1, Number(valueOf(own, 'w:gridSpan') ?? 1) || 1));
        const merge = childOf(own, 'w:vMerge');
        const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
        if (span > 1 || goesOn) merged = true;
        cells.push(goesOn ? [] : this.#cell(cell, behind));
        for (let i = 1; i < span; i++) cells.push([]);
      }
      if (cells.length > 0) rows.push(cells);
    }
    this.#builder.table(rows, hasHeader, merged);
    for (const add of behind) add();
  }

  /** The words of a cell: its paragraphs, one behind the other. */
  #cell(cell: XmlElement, behind: (() => void)[]): readonly Inline[] {
    const content: Inline[] = [];
    let isJoined = false;
    const goOn = (): void => {
      if (content.length > 0 && !isJoined) content.push({ kind: 'break' });
      isJoined = false;
    };
    const read = (elements: readonly XmlElement[]): void => {
      for (const element of elements) {
        switch (element.name) {
          case 'w:p': {
            const properties = childOf(element, 'w:pPr');
            const styleId = valueOf(properties, 'w:pStyle');
            const own = this.#content.read(element, this.#styles.of(styleId).bold ?? false);
            const isDeleted = hasDeletedEnd(properties);
            const number = isDeleted ? undefined : this.#numbers.next(properties, styleId);
            const written = number?.form === 'bullet' ? '• ' : (number?.written ?? '');
            behind.push(...own.behind);
            if (own.inlines.length === 0 && written === '') break;
            goOn();
            if (written !== '') content.push(run(written));
            content.push(...own.inlines);
            isJoined = isDeleted;
            break;
          }
          case 'w:tbl':
            this.#builder.lose('nested-table', shownWords(element));
            for (const row of rowsOf(element)) {
              goOn();
              for (const [index, inner] of cellsOf(row).entries()) {
                if (index > 0) content.push(run('　'));
                isJoined = true;
                read(elementsOf(inner));
              }
              isJoined = false;
            }
            break;
          case 'w:sdt':
            for (const inner of childrenOf(element, 'w:sdtContent')) read(elementsOf(inner));
            break;
          case 'w:ins':
          case 'w:moveTo':
            this.#builder.lose('inserted', shownWords(element));
            read(elementsOf(element));
            break;
          case 'w:del':
          case 'w:moveFrom':
            this.#builder.lose('deleted', wordsIn(element));
            break;
          case 'w:customXml':
          case 'w:smartTag':
            read(elementsOf(element));
            break;
          case 'mc:AlternateContent':
            read(alternativeOf(element));
            break;
        }
      }
    };
    if (this.#depth < deepestBox) {
      this.#depth++;
      read(elementsOf(cell));
      this.#depth--;
    }
    return content;
  }
}

/**
 * The properties of sections in `body` behind which a page begins. Each section has its own in its last paragraph, the last
 * one at the end of the body, and says how it begins itself.
 */
function endOfPageIn(body: XmlElement): ReadonlySet<XmlElement> {
  const sections = [
    ...[...descendantsOf(body, 'w:pPr')].flatMap((properties) => childrenOf(properties, 'w:sectPr')),
    ...childrenOf(body, 'w:sectPr'),
  ];
  return new Set(sections.filter((_, index) => valueOf(sections[index + 1], 'w:type') !== 'continuous'));
}
