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
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  LevelFormat,
  LevelSuffix,
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
import type {
  FileChild,
  ILevelsOptions,
  IParagraphOptions,
  IRunOptions,
  IParagraphStyleOptions,
  ParagraphChild,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { NumberSystem } from '../report/model/lines';
import type { CalendarDate } from '../text/calendar';
import type { Block, Caption, CoverLine, FrontPart, Heading, Inline, OutlineNumber, ReportDocument, TextRun as Run } from './document'; // prettier-ignore
import { coverLineHeight, coverSpaces, headingSize, imageSizeOn, lineHeight, missingImage, numberIndents, points, textWidth } from './layout'; // prettier-ignore
import type { Images } from './layout';
import { pagesOf } from './pages';
import { escaped } from './plainText';

const numbers = 'numbers';
const bullets = 'bullets';
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6]; // prettier-ignore

const formats: Readonly<Record<NumberSystem, (typeof LevelFormat)[keyof typeof LevelFormat]>> = {
  formal: LevelFormat.IDEOGRAPH_LEGAL_TRADITIONAL,
  han: LevelFormat.TAIWANESE_COUNTING_THOUSAND,
  'han-bracketed': LevelFormat.TAIWANESE_COUNTING_THOUSAND,
  digit: LevelFormat.DECIMAL,
  'digit-bracketed': LevelFormat.DECIMAL,
  stem: LevelFormat.IDEOGRAPH_TRADITIONAL,
  'stem-bracketed': LevelFormat.IDEOGRAPH_TRADITIONAL,
};

/** The bytes of a DOCX file. @param today the day it is made */
export async function docxOf(document: ReportDocument, images: Images, today: CalendarDate): Promise<Uint8Array> {
  const bytes = await Packer.pack(new Writer(document, images).file(), 'uint8array');
  return finished(bytes, document, today);
}

/** Twentieths of a point. */
const twips = (pointsOfIt: number): number => Math.round(pointsOfIt * 20);

class Writer {
  readonly #document: ReportDocument;
  readonly #images: Images;
  /** Width of a character of the body in twips. */
  readonly #em: number;
  readonly #indents: ReturnType<typeof numberIndents>;
  /** The list that the next number belongs to; 0 is the report's own. */
  #list = 0;
  #lists = 0;
  /** The level at which the list of its own began. */
  #listLevel = 0;

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
      styles: this.#styles(),
      numbering: { config: this.#numbering() },
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

  // --------------------------------------------------------------------------------------------- styles and numbers

  #styles(): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
    const { form } = this.#document;
    const { sizes, fonts } = form;
    const font = { ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia: fonts.han };
    const atLeast = (height: number): object => ({ line: twips(height), lineRule: LineRuleType.AT_LEAST });
    const coverLine = (size: number): object => atLeast(coverLineHeight(form, size));
    const line = (size = sizes.body): object => atLeast(lineHeight(form, size));
    const heading = (level: number): object => ({
      run: { size: headingSize(form, level) * 2, bold: true, color: '000000', font },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { before: level === 1 ? 240 : 120, after: level === 1 ? 120 : 60, ...line(headingSize(form, level)) },
        outlineLevel: level - 1,
      },
    });
    const centred = (
      id: string,
      name: string,
      size: number,
      more: Partial<IParagraphStyleOptions> = {},
    ): IParagraphStyleOptions => ({
      id,
      name,
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: size * 2 },
      ...more,
      paragraph: {
        alignment: AlignmentType.CENTER,
        ...more.paragraph,
        spacing: { ...coverLine(size), ...more.paragraph?.spacing },
      },
    });
    return {
      default: {
        document: {
          run: { size: sizes.body * 2, font, language: { value: 'en-US', eastAsia: 'zh-TW' } },
          paragraph: { spacing: line() },
        },
        title: {
          run: { size: sizes.title * 2, bold: true, font, color: '000000' },
          paragraph: {
            alignment: AlignmentType.CENTER,
            spacing: { before: 0, after: 0, ...coverLine(sizes.title) },
          },
        },
        ...Object.fromEntries(headings.map((_, index) => [`heading${index + 1}`, heading(index + 1)])),
        hyperlink: { run: { color: '0563C1', underline: {} } },
        footnoteText: {
          run: { size: sizes.footnote * 2, font },
          paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
        },
        caption: {
          run: { size: sizes.body * 2, bold: false, italics: false, color: '000000', font },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 } },
        },
      },
      paragraphStyles: [
        { id: 'Normal', name: 'Normal', quickFormat: true },
        centred('CoverKind', '封面類別', sizes.kindLine),
        {
          id: 'CoverField',
          name: '封面欄位',
          basedOn: 'Normal',
          next: 'CoverField',
          quickFormat: true,
          run: { size: sizes.field * 2 },
          paragraph: { spacing: coverLine(sizes.field) },
        },
        centred('CoverNote', '封面其他', sizes.field),
        centred('FrontTitle', '摘要目次標題', sizes.frontTitle, {
          run: { size: sizes.frontTitle * 2, bold: true },
          paragraph: { outlineLevel: 0, keepNext: true, spacing: { after: 240 } },
        }),
        {
          id: 'ReportText',
          name: '報告本文',
          basedOn: 'Normal',
          quickFormat: true,
          paragraph: {
            alignment: AlignmentType.BOTH,
            indent: { firstLine: this.#em * form.firstLineIndent, firstLineChars: form.firstLineIndent * 100 },
          },
        },
        {
          id: 'ReportItem',
          name: '報告條列',
          basedOn: 'Normal',
          quickFormat: true,
          paragraph: { alignment: AlignmentType.BOTH },
        },
        {
          id: 'ReportQuotation',
          name: '報告引文',
          basedOn: 'Normal',
          quickFormat: true,
          paragraph: { alignment: AlignmentType.BOTH, indent: { left: this.#em * 2, right: this.#em * 2 } },
        },
        {
          id: 'ReportCode',
          name: '報告程式碼',
          basedOn: 'Normal',
          run: { font: { ascii: 'Consolas', hAnsi: 'Consolas', eastAsia: fonts.han }, size: 20 },
          paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
        },
        {
          id: 'TableText',
          name: '表格文字',
          basedOn: 'Normal',
          quickFormat: true,
          run: { size: sizes.table * 2 },
          paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
        },
        {
          id: 'TableHead',
          name: '表格標題列',
          basedOn: 'TableText',
          run: { bold: true },
          paragraph: { alignment: AlignmentType.CENTER },
        },
        ...[1, 2, 3, 4, 5, 6].map((level): IParagraphStyleOptions => ({
          id: `TOC${level}`,
          name: `toc ${level}`,
          basedOn: 'Normal',
          next: 'Normal',
          uiPriority: 39,
          paragraph: {
            indent: { left: this.#em * (level - 1) },
            rightTabStop: twips(points(textWidth(form))),
          },
        })),
      ],
    };
  }

  /** Whether headings of `level` (1 for the outermost) have the numbers of that level of the list, as is usual. */
  #isLinked(level: number): boolean {
    const ofLevel = this.#document.body.filter(
      (block): block is Heading => block.kind === 'heading' && block.level === level,
    );
    const numbered = ofLevel.filter(({ number }) => number?.automatic);
    return level <= 5 && numbered.length > 0 && numbered.every(({ number }) => number?.level === level - 1);
  }

  #numbering(): { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[] {
    const { numbering } = this.#document;
    return [
      {
        reference: numbers,
        levels: numbering.map(({ system, before, behind, spaced }, level): ILevelsOptions => {
          const { left, hanging } = this.#indents[level]!;
          return {
            level,
            format: formats[system],
            text: `${before}%${level + 1}${behind}`,
            alignment: AlignmentType.LEFT,
            suffix: spaced ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
            style: {
              paragraph: { indent: { left: Math.round(left * this.#em), hanging: Math.round(hanging * this.#em) } },
              ...(this.#isLinked(level + 1) && { style: `Heading${level + 1}` }),
            },
          };
        }),
      },
      {
        reference: bullets,
        levels: Array.from({ length: 9 }, (_, level) => ({
          level,
          format: LevelFormat.BULLET,
          text: '•●‧'[level % 3]!,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: this.#em * (level + 1), hanging: this.#em } } },
        })),
      },
    ];
  }

  /** Which list `number` belongs to, for the paragraph that has it. */
  #numberingOf(number: OutlineNumber): NonNullable<IParagraphOptions['numbering']> {
    const { level, restarts } = number;
    if (restarts) {
      this.#list = ++this.#lists;
      this.#listLevel = level;
    } else if (level < this.#listLevel) {
      this.#list = 0;
      this.#listLevel = 0;
    }
    return { reference: numbers, level, instance: this.#list, custom: true };
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
              return [new Paragraph({ style: 'ReportItem', numbering: this.#numberingOf(number), children })];
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
        ? { numbering: this.#numberingOf(number) }
        : { ...(this.#isLinked(level) && { numbering: false as const }), indent: { left: 0, firstLine: 0 } }),
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

/** What the settings of a Chinese document have besides: full-width marks are pressed together where two meet. */
const chineseSettings = '<w:characterSpacingControl w:val="compressPunctuation"/>';

/** The file with its settings and properties in order, and without the clock of whoever made it. */
function finished(bytes: Uint8Array, { properties }: ReportDocument, today: CalendarDate): Uint8Array {
  const files = unzipSync(bytes);
  const settings = 'word/settings.xml';
  files[settings] = strToU8(withChineseSettings(strFromU8(files[settings]!)));
  const main = 'word/document.xml';
  files[main] = strToU8(withoutEmptyEntries(strFromU8(files[main]!)));
  const made = `${today.year}-${two(today.month)}-${two(today.day)}T00:00:00Z`;
  const element = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escaped(text)}</${name}>`);
  files['docProps/core.xml'] = strToU8(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      element('dc:title', properties.title) +
      element('dc:subject', properties.category === '' ? '' : `出國報告（出國類別：${properties.category}）`) +
      element('dc:creator', properties.agencies.join('、')) +
      element('cp:keywords', properties.keywords.join('、')) +
      '<dc:language>zh-TW</dc:language>' +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>` +
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified></cp:coreProperties>`,
  );
  return zipSync(files, { mtime: new Date(today.year, today.month - 1, today.day) });
}

/** `xml` with the ends of the table of contents' field in its first and last entry, not in empty paragraphs of their own. */
function withoutEmptyEntries(xml: string): string {
  const [opening, closing] = ['<w:sdtContent>', '</w:sdtContent>'];
  const [from, to] = [xml.indexOf(opening), xml.indexOf(closing)];
  if (from < 0) return xml;
  const inside = xml.slice(from + opening.length, to);
  const [first, last] = [inside.indexOf('</w:p>'), inside.lastIndexOf('<w:p>')];
  const entries = inside.slice(first + '</w:p>'.length, last);
  if (!entries.includes('</w:pPr>')) return xml;
  const begin = inside.slice('<w:p>'.length, first);
  const end = inside.slice(last + '<w:p>'.length, -'</w:p>'.length);
  const filled = entries.replace('</w:pPr>', () => `</w:pPr>${begin}`).slice(0, -'</w:p>'.length);
  return `${xml.slice(0, from)}${opening}${filled}${end}</w:p>${xml.slice(to)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `xml` with the Chinese settings at their place in the schema's order. */
function withChineseSettings(xml: string): string {
  const at = xml.search(/<w:(?:updateFields|footnotePr|endnotePr|compat)[\s>/]/);
  return at < 0
    ? xml.replace('</w:settings>', `${chineseSettings}</w:settings>`)
    : xml.slice(0, at) + chineseSettings + xml.slice(at);
}
