/**
 * Writes a document as DOCX (ISO/IEC 29500 transitional), with Word's own structure: styles, one multilevel list that
 * counts chapters and items, a live table of contents, footnotes, captions that count, sections with their own pages.
 */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  LineRuleType,
  NumberFormat,
  Packer,
  PageBreak,
  PageNumber,
  PageReference,
  Paragraph,
  SectionType,
  SequentialIdentifier,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { FileChild, IRunOptions, ParagraphChild } from 'docx';
import type { CalendarDate } from '../text/calendar';
import type { Block, Caption, CoverLine, FrontPart, Heading, Inline, OutlineNumber, ReportDocument, TextRun as Run } from './document'; // prettier-ignore
import { finished } from './docxFinish';
import { bullets, isLinked, ListChoice, listsOf } from './docxNumbering';
import { headings, stylesOf, twips } from './docxStyles';
import { coverSpaces, imageSizeOn, missingImage, numberIndents, points, textWidth } from './layout'; // prettier-ignore
import type { Images } from './layout';
import { pagesOf } from './pages';

/** The bytes of a DOCX file. @param today the day it is made */
export async function docxOf(document: ReportDocument, images: Images, today: CalendarDate): Promise<Uint8Array> {
  const bytes = await Packer.pack(new Writer(document, images).file(), 'uint8array');
  return finished(bytes, document, today);
}

class Writer {
  readonly #document: ReportDocument;
  readonly #images: Images;
  /** Width of a character of the body in twips. */
  readonly #em: number;
  readonly #indents: ReturnType<typeof numberIndents>;
  readonly #lists = new ListChoice();

  constructor(document: ReportDocument, images: Images) {
    this.#document = document;
    this.#images = images;
    this.#em = twips(document.form.sizes.body);
    this.#indents = numberIndents(document.numbering);
  }

  file(): Document {
    const { cover, front, body, footnotes, form, properties } = this.#document;
    const page = {
      size: { width: twips(points(form.page.width)), height: twips(points(form.page.height)) },
      margin: {
        top: twips(points(form.margins.top)),
        right: twips(points(form.margins.right)),
        bottom: twips(points(form.margins.bottom)),
        left: twips(points(form.margins.left)),
        header: 850,
        footer: 850,
      },
    };
    const unnumbered = [
      ...(cover.length > 0 ? [this.#cover(cover)] : []),
      ...(front.length > 0 ? [front.flatMap((part, index) => this.#front(part, index > 0))] : []),
    ].map((children) => ({ properties: { type: SectionType.NEXT_PAGE, page }, children }));
    const blocks = body.flatMap((block, index) => this.#block(block, index));
    const footer = new Footer({
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
      ],
    });
    return new Document({
      title: properties.title,
      creator: properties.agencies.join('、'),
      styles: stylesOf(form),
      numbering: { config: listsOf(this.#document) },
      features: { updateFields: front.some(({ kind }) => kind === 'contents') },
      // What programs show that set no pages; Word puts in its own.
      pageNumbers: () => ({
        bookmarks: new Map([...pagesOf(this.#document, this.#images)].map(([anchor, page]) => [anchor, String(page)])),
      }),
      compatabilityModeVersion: 15,
      defaultTabStop: this.#em * 2,
      footnotes: Object.fromEntries(
        footnotes.map((words, index) => [
          String(index + 1),
          { children: [new Paragraph({ style: 'FootnoteText', children: this.#inlines(words) })] },
        ]),
      ),
      sections: [
        ...unnumbered,
        // A form has no body, and no empty page in its place.
        ...(unnumbered.length > 0 && blocks.length === 0
          ? []
          : [
              {
                properties: {
                  type: SectionType.NEXT_PAGE,
                  page: { ...page, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } },
                },
                footers: { default: footer },
                children: blocks.length > 0 ? blocks : [new Paragraph({})],
              },
            ]),
      ],
    });
  }

  // --------------------------------------------------------------------------------------------------------- blocks

  #cover(lines: readonly CoverLine[]): FileChild[] {
    const { sizes } = this.#document.form;
    const spaces = coverSpaces(this.#document.form, lines);
    const firstTitle = lines.findIndex(({ role }) => role === 'title');
    const firstField = lines.findIndex(({ role }) => role === 'field');
    const widest = Math.max(4, ...lines.map(({ label }) => label.length));
    const hanging = Math.round(twips(sizes.field) * (widest + 1.5));
    return lines.map(({ role, label, content }, index) => {
      const children = this.#inlines(content);
      switch (role) {
        case 'kind':
          return new Paragraph({
            style: 'CoverKind',
            spacing: { before: index === 0 ? twips(spaces.top) : 0 },
            children,
          });
        case 'title':
          return new Paragraph({
            style: 'Title',
            spacing: { before: index === firstTitle ? twips(spaces.title) : 0 },
            children,
          });
        case 'field':
          return new Paragraph({
            style: 'CoverField',
            spacing: { before: index === firstField ? twips(spaces.fields) : 60 },
            indent: { left: hanging + 600, hanging },
            tabStops: [{ type: TabStopType.LEFT, position: hanging + 600 }],
            children: [new TextRun({ children: [`${label}：`, new Tab()] }), ...children],
          });
        case 'note':
          return new Paragraph({ style: 'CoverNote', spacing: { before: 240 }, children });
      }
    });
  }

  #front(part: FrontPart, isLater: boolean): FileChild[] {
    const title = new Paragraph({ style: 'FrontTitle', pageBreakBefore: isLater, children: [new TextRun(part.title)] });
    if (part.kind === 'abstract') return [title, ...part.blocks.flatMap((block, index) => this.#block(block, index))];
    const width = twips(points(textWidth(this.#document.form)));
    const contentChildren = part.entries.map(
      ({ anchor, level, title: words }) =>
        new Paragraph({
          style: `TOC${level}`,
          tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
          children: [
            new InternalHyperlink({
              anchor,
              children: [new TextRun({ children: [words, new Tab()] }), pageOf(anchor)],
            }),
          ],
        }),
    );
    return [
      title,
      new TableOfContents(part.title, { hyperlink: true, headingStyleRange: `1-${part.depth}`, contentChildren }),
    ];
  }

  #block(block: Block, index: number): FileChild[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block)];
      case 'paragraph': {
        const { number } = block;
        const left = Math.round((this.#indents[block.level]?.left ?? 0) * this.#em);
        const written = number && !number.automatic ? this.#writtenNumber(number) : [];
        const children = [...written, ...this.#inlines(block.content)];
        switch (block.style) {
          case 'text':
            return [new Paragraph({ style: 'ReportText', children })];
          case 'item':
            if (number?.automatic)
              return [new Paragraph({ style: 'ReportItem', numbering: this.#lists.next(number), children })];
            return [
              new Paragraph({
                style: 'ReportItem',
                indent: number
                  ? { left, hanging: Math.round(this.#indents[number.level]!.hanging * this.#em) }
                  : { left },
                children,
              }),
            ];
          case 'bullet': {
            const indent = { left: left + this.#em * (block.depth + 1), hanging: this.#em };
            return [
              new Paragraph({
                style: 'ReportItem',
                numbering: { reference: bullets, level: block.depth, custom: true },
                indent,
                children,
              }),
            ];
          }
          case 'continued':
            return [new Paragraph({ style: 'ReportItem', indent: { left }, children })];
          case 'quotation':
            return [new Paragraph({ style: 'ReportQuotation', children })];
          case 'code':
            return [new Paragraph({ style: 'ReportCode', children })];
        }
      }

      case 'table':
        return [
          this.#table(block),
          new Paragraph({ style: 'TableText', spacing: { line: 120, lineRule: LineRuleType.EXACT }, children: [] }),
        ];
      case 'caption':
        return [this.#caption(block)];
      case 'figure': {
        const image = this.#images.get(block.source);
        if (!image)
          return [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun(missingImage(block.description, block.source))],
            }),
          ];
        const { width, height } = imageSizeOn(this.#document.form, image);
        // Pixels of 96 to the inch.
        const pixels = (length: number): number => Math.max(1, Math.round((length / 25.4) * 96));
        const altText = { name: `image${index}`, title: block.description, description: block.description };
        const transformation = { width: pixels(width), height: pixels(height) };
        return [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            children: [new ImageRun({ type: image.type, data: image.bytes, transformation, altText })],
          }),
        ];
      }
      case 'pageBreak':
        return [new Paragraph({ children: [new PageBreak()] })];
    }
  }

  #heading({ level, number, content, anchor }: Heading): Paragraph {
    const children = [
      ...(number && !number.automatic ? this.#writtenNumber(number) : []),
      new Bookmark({ id: anchor, children: this.#inlines(content) }),
    ];
    return new Paragraph({
      heading: headings[level - 1]!,
      ...(number?.automatic
        ? { numbering: this.#lists.next(number) }
        : { ...(isLinked(this.#document, level) && { numbering: false as const }), indent: { left: 0, firstLine: 0 } }),
      children,
    });
  }

  #writtenNumber({ written, level }: OutlineNumber): TextRun[] {
    return [new TextRun(written + (this.#document.numbering[level]!.spaced ? ' ' : ''))];
  }

  #table({ rows, shares, hasHeader }: Extract<Block, { kind: 'table' }>): Table {
    const width = twips(points(textWidth(this.#document.form)));
    const columnWidths = shares.map((share) => Math.round(share * width));
    const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
    return new Table({
      width: { size: width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths,
      alignment: AlignmentType.CENTER,
      borders: {
        top: border,
        bottom: border,
        left: border,
        right: border,
        insideHorizontal: border,
        insideVertical: border,
      },
      margins: { top: 40, bottom: 40, left: 100, right: 100, marginUnitType: WidthType.DXA },
      rows: rows.map(
        (row, index) =>
          new TableRow({
            ...(hasHeader && index === 0 ? { tableHeader: true } : {}),
            cantSplit: true,
            children: row.map(
              ({ content, centred }, column) =>
                new TableCell({
                  width: { size: columnWidths[column]!, type: WidthType.DXA },
                  verticalAlign: VerticalAlignTable.CENTER,
                  children: [
                    new Paragraph({
                      style: hasHeader && index === 0 ? 'TableHead' : 'TableText',
                      ...(centred && { alignment: AlignmentType.CENTER }),
                      children: this.#inlines(content),
                    }),
                  ],
                }),
            ),
          }),
      ),
    });
  }

  #caption({ sequence, gaps, number, automatic, content, place }: Caption): Paragraph {
    return new Paragraph({
      style: 'Caption',
      keepNext: place === 'above',
      children: [
        new TextRun(sequence + gaps[0]),
        automatic ? new SequentialIdentifier(sequence === '表' ? 'Table' : 'Figure') : new TextRun(number),
        new TextRun(gaps[1]),
        ...this.#inlines(content),
      ],
    });
  }

  // ------------------------------------------------------------------------------------------------------- inlines

  #inlines(content: readonly Inline[]): ParagraphChild[] {
    return content.map((inline) => {
      switch (inline.kind) {
        case 'text':
          return run(inline);
        case 'break':
          return new TextRun({ break: 1 });
        case 'footnote':
          return new FootnoteReferenceRun(inline.index + 1);
        case 'link':
          return new ExternalHyperlink({
            link: inline.target,
            children: inline.content.map((words) => run(words, 'Hyperlink')),
          });
      }
    });
  }
}

/** The field that says on which page `anchor` stands. */
function pageOf(anchor: string): ParagraphChild {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a run like any other
  return new PageReference(anchor, { hyperlink: true });
}

function run({ text, bold, italic }: Run, style?: string): TextRun {
  const children = text.split('\t').flatMap((words, index) => (index > 0 ? [new Tab(), words] : [words]));
  const options: IRunOptions = {
    children,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: italic } : {}),
    ...(style === undefined ? {} : { style }),
  };
  return new TextRun(options);
}
