/**
 * Writes a document as ODT, straight to the text schema of ODF 1.3 (OASIS): styles, one list that counts chapters and
 * items, a live table of contents, notes, captions that count, pages of their own for cover, 摘要 and 目次.
 */
import type { CalendarDate } from '../text/calendar';
import type { Block, Caption, CoverLine, FrontPart, Heading, Inline, OutlineNumber, Paragraph, ReportDocument, Table, TextRun } from './document'; // prettier-ignore
import { coverSpaces, imageSizeOn, millimetres, missingImage, numberIndents, textWidth } from './layout'; // prettier-ignore
import type { Images } from './layout';
import { packed } from './odtPackage';
import type { Picture } from './odtPackage';
import { stylesXml } from './odtStyles';
import { attributes, mm, pt, root } from './odtXml';
import { pagesOf } from './pages';
import { escaped } from './plainText';

/** The bytes of an ODT file. @param today the day it is made */
export function odtOf(document: ReportDocument, images: Images, today: CalendarDate): Uint8Array {
  const writer = new Writer(document, images);
  const content = writer.content();
  return packed({ content, styles: stylesXml(document), pictures: writer.pictures }, document, today);
}

class Writer {
  readonly pictures: Picture[] = [];
  readonly #document: ReportDocument;
  readonly #images: Images;
  readonly #indents: ReturnType<typeof numberIndents>;
  /** Width of a character of the body in millimetres. */
  readonly #em: number;
  /** Styles of single paragraphs by what they are, with their names. */
  readonly #automatic = new Map<string, string>();
  readonly #tableStyles: string[] = [];
  readonly #sequences = { 表: 0, 圖: 0 };
  #tables = 0;
  #frames = 0;
  #notes = 0;
  /** The master page that the next paragraph begins, if it does. */
  #page: { readonly master: string; readonly number?: number } | undefined;
  #isFirstNumber = true;

  constructor(document: ReportDocument, images: Images) {
    this.#document = document;
    this.#images = images;
    this.#em = millimetres(document.form.sizes.body);
    this.#indents = numberIndents(document.numbering);
  }

  content(): string {
    const { cover, front, body } = this.#document;
    const parts: string[] = [];
    this.#page = { master: 'Cover' };
    parts.push(...this.#cover(cover));
    for (const part of front) {
      this.#page = { master: 'Front' };
      parts.push(this.#front(part));
    }
    // A form has no body, and no empty page in its place.
    this.#page = { master: 'Body', number: 1 };
    if (parts.length === 0 && body.length === 0) parts.push(this.#paragraph('Standard', {}, ''));
    for (const block of body) parts.push(this.#block(block));
    const automatic = [...this.#automatic].map(([definition, name]) =>
      definition.replace('style:name=""', `style:name="${name}"`),
    );
    return root(
      'document-content',
      `<office:automatic-styles>${automatic.join('')}${this.#tableStyles.join('')}</office:automatic-styles>` +
        '<office:body><office:text><text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Table"/><text:sequence-decl text:display-outline-level="0" text:name="Figure"/></text:sequence-decls>' +
        `${parts.join('')}</office:text></office:body>`,
    );
  }

  /** The name of the style that is `parent` with `properties` besides, and begins a page where one is to begin. */
  #styleOf(parent: string, properties: Readonly<Record<string, string>>, inside = ''): string {
    const page = this.#page;
    this.#page = undefined;
    if (!page && inside === '' && Object.keys(properties).length === 0) return parent;
    const head = attributes({
      'style:name': '',
      'style:family': 'paragraph',
      'style:parent-style-name': parent,
      'style:master-page-name': page?.master,
    });
    const all = { ...properties, ...(page?.number !== undefined && { 'style:page-number': String(page.number) }) };
    const definition = `<style:style${head}><style:paragraph-properties${attributes(all)}>${inside}</style:paragraph-properties></style:style>`;
    const name = this.#automatic.get(definition) ?? `P${this.#automatic.size + 1}`;
    this.#automatic.set(definition, name);
    return name;
  }

  #paragraph(style: string, properties: Readonly<Record<string, string>>, inside: string): string {
    return `<text:p text:style-name="${this.#styleOf(style, properties)}">${inside}</text:p>`;
  }

  // --------------------------------------------------------------------------------------------------------- blocks

  #cover(lines: readonly CoverLine[]): string[] {
    const { sizes } = this.#document.form;
    const spaces = coverSpaces(this.#document.form, lines);
    const firstTitle = lines.findIndex(({ role }) => role === 'title');
    const firstField = lines.findIndex(({ role }) => role === 'field');
    const hanging = millimetres(sizes.field) * (Math.max(4, ...lines.map(({ label }) => label.length)) + 1.5);
    const left = hanging + 10;
    return lines.map(({ role, label, content }, index) => {
      const words = this.#inlines(content);
      switch (role) {
        case 'kind':
          return this.#paragraph('CoverKind', index === 0 ? { 'fo:margin-top': pt(spaces.top) } : {}, words);
        case 'title':
          return this.#paragraph('Title', index === firstTitle ? { 'fo:margin-top': pt(spaces.title) } : {}, words);
        case 'field': {
          const properties = {
            'fo:margin-left': mm(left),
            'fo:text-indent': mm(-hanging),
            ...(index === firstField && { 'fo:margin-top': pt(spaces.fields) }),
          };
          // Tab stops count from the paragraph's left margin.
          const style = this.#styleOf(
            'CoverField',
            properties,
            '<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>',
          );
          return `<text:p text:style-name="${style}">${escaped(label)}：<text:tab/>${words}</text:p>`;
        }
        case 'note':
          return this.#paragraph('CoverNote', {}, words);
      }
    });
  }

  #front(part: FrontPart): string {
    if (part.kind === 'abstract')
      return (
        this.#paragraph('FrontTitle', {}, escaped(part.title)) + part.blocks.map((block) => this.#block(block)).join('')
      );
    const title = this.#paragraph('FrontTitle', {}, escaped(part.title));
    // What programs show that set no pages; LibreOffice puts in its own.
    const pages = pagesOf(this.#document, this.#images);
    const entries = part.entries.map(
      ({ anchor, level, title: words }) =>
        `<text:p text:style-name="Contents_20_${level}"><text:a xlink:type="simple" xlink:href="#${anchor}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">${escaped(words)}<text:tab/>` +
        `<text:bookmark-ref text:reference-format="page" text:ref-name="${anchor}">${pages.get(anchor) ?? ''}</text:bookmark-ref></text:a></text:p>`,
    );
    const templates = [1, 2, 3, 4, 5, 6].map(
      (level) =>
        `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="Contents_20_${level}"><text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>`,
    );
    return (
      `<text:table-of-content text:name="${escaped(part.title)}"><text:table-of-content-source text:outline-level="${part.depth}"><text:index-title-template text:style-name="FrontTitle">${escaped(part.title)}</text:index-title-template>${templates.join('')}</text:table-of-content-source>` +
      `<text:index-body><text:index-title text:name="${escaped(part.title)}_Head">${title}</text:index-title>${entries.join('')}</text:index-body></text:table-of-content>`
    );
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block);
      case 'paragraph':
        return this.#words(block);
      case 'table':
        return this.#table(block);
      case 'caption':
        return this.#caption(block);
      case 'figure': {
        const image = this.#images.get(block.source);
        if (!image) return this.#paragraph('Caption', {}, escaped(missingImage(block.description, block.source)));
        const name = `Pictures/${this.pictures.length + 1}.${image.type}`;
        this.pictures.push({ name, type: `image/${image.type === 'jpg' ? 'jpeg' : image.type}`, bytes: image.bytes });
        const { width, height } = imageSizeOn(this.#document.form, image);
        const description = escaped(block.description);
        return this.#paragraph(
          'Figure',
          {},
          `<draw:frame draw:name="Image${++this.#frames}" text:anchor-type="as-char" svg:width="${mm(width)}" svg:height="${mm(height)}"><draw:image xlink:href="${name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>` +
            `<svg:title>${description}</svg:title><svg:desc>${description}</svg:desc></draw:frame>`,
        );
      }
      case 'pageBreak':
        this.#page ??= { master: 'Body' };
        return '';
    }
  }

  #heading({ level, number, content, anchor }: Heading): string {
    const style = this.#styleOf(`Heading_20_${level}`, {});
    const written = number && !number.automatic ? this.#writtenNumber(number) : '';
    const heading = `<text:h text:style-name="${style}" text:outline-level="${level}">${written}<text:bookmark-start text:name="${anchor}"/>${this.#inlines(content)}<text:bookmark-end text:name="${anchor}"/></text:h>`;
    return number?.automatic ? this.#numbered(number, heading) : heading;
  }

  /** `inside` as the next paragraph of the one list that counts chapters and items. */
  #numbered({ level, restarts }: OutlineNumber, inside: string): string {
    const list = this.#isFirstNumber ? ' xml:id="numbers"' : ' text:continue-list="numbers"';
    this.#isFirstNumber = false;
    const item = `<text:list-item${restarts ? ' text:start-value="1"' : ''}>${inside}</text:list-item>`;
    let nested = item;
    for (let outer = 0; outer < level; outer++)
      nested = `<text:list-item><text:list>${nested}</text:list></text:list-item>`;
    return `<text:list${list} text:style-name="Numbers">${nested}</text:list>`;
  }

  #writtenNumber({ written, level }: OutlineNumber): string {
    return escaped(written + (this.#document.numbering[level]!.spaced ? ' ' : ''));
  }

  #words({ style, number, level, depth, content }: Paragraph): string {
    const words = this.#inlines(content);
    const left = (this.#indents[level]?.left ?? 0) * this.#em;
    switch (style) {
      case 'text':
        return this.#paragraph('ReportText', {}, words);
      case 'quotation':
        return this.#paragraph('ReportQuotation', {}, words);
      case 'code':
        return this.#paragraph('ReportCode', {}, words);
      case 'continued':
        return this.#paragraph('ReportItem', { 'fo:margin-left': mm(left) }, words);
      case 'bullet': {
        let nested = `<text:list-item>${this.#paragraph('ReportItem', { 'fo:margin-left': mm(left + this.#em * (depth + 1)), 'fo:text-indent': mm(-this.#em) }, words)}</text:list-item>`;
        for (let outer = 0; outer < depth; outer++)
          nested = `<text:list-item><text:list>${nested}</text:list></text:list-item>`;
        return `<text:list text:style-name="Bullets">${nested}</text:list>`;
      }
      case 'item': {
        if (number?.automatic) return this.#numbered(number, this.#paragraph('ReportItem', {}, words));
        const hanging = (number ? this.#indents[number.level]!.hanging : 0) * this.#em;
        const properties = { 'fo:margin-left': mm(left), 'fo:text-indent': mm(-hanging) };
        return this.#paragraph('ReportItem', properties, (number ? this.#writtenNumber(number) : '') + words);
      }
    }
  }

  #table({ rows, shares, hasHeader, description }: Table): string {
    // A table begins no page of ours: the paragraph before it does.
    const opening = this.#page ? this.#paragraph('TableText', {}, '') : '';
    const name = `Table${++this.#tables}`;
    const width = textWidth(this.#document.form);
    const style = (suffix: string, family: string, properties: string): string =>
      `<style:style style:name="${name}${suffix}" style:family="${family}">${properties}</style:style>`;
    this.#tableStyles.push(
      style(
        '',
        'table',
        `<style:table-properties style:width="${mm(width)}" table:align="center" fo:margin-top="4pt" fo:margin-bottom="6pt" table:border-model="collapsing"/>`,
      ),
      ...shares.map((share, column) =>
        style(
          `.C${column + 1}`,
          'table-column',
          `<style:table-column-properties style:column-width="${mm(share * width)}"/>`,
        ),
      ),
      style('.R', 'table-row', '<style:table-row-properties fo:keep-together="always"/>'),
      style(
        '.D',
        'table-cell',
        '<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="1.2mm" style:vertical-align="middle"/>',
      ),
    );
    const row = (cells: Table['rows'][number], paragraph: string): string =>
      `<table:table-row table:style-name="${name}.R">${cells
        .map(
          ({ content, centred }) =>
            `<table:table-cell table:style-name="${name}.D" office:value-type="string">${this.#paragraph(paragraph, centred ? { 'fo:text-align': 'center' } : {}, this.#inlines(content))}</table:table-cell>`,
        )
        .join('')}</table:table-row>`;
    const body = (hasHeader ? rows.slice(1) : rows).map((cells) => row(cells, 'TableText')).join('');
    const head = hasHeader ? `<table:table-header-rows>${row(rows[0]!, 'TableHead')}</table:table-header-rows>` : '';
    return (
      `${opening}<table:table table:name="${name}" table:style-name="${name}">` +
      (description === '' ? '' : `<table:title>${escaped(description)}</table:title>`) +
      `${shares.map((_, column) => `<table:table-column table:style-name="${name}.C${column + 1}"/>`).join('')}${head}${body}</table:table>`
    );
  }

  #caption({ sequence, gaps, number, automatic, content, place }: Caption): string {
    const count = ++this.#sequences[sequence];
    const name = sequence === '表' ? 'Table' : 'Figure';
    const counted = automatic
      ? `<text:sequence text:ref-name="ref${name}${count}" text:name="${name}" text:formula="ooow:${name}+1" style:num-format="1">${escaped(number)}</text:sequence>`
      : escaped(number);
    return this.#paragraph(
      'Caption',
      place === 'above' ? { 'fo:keep-with-next': 'always' } : {},
      `${sequence}${blanks(gaps[0])}${counted}${blanks(gaps[1])}${this.#inlines(content)}`,
    );
  }

  // -------------------------------------------------------------------------------------------------------- inlines

  #inlines(content: readonly Inline[]): string {
    return content
      .map((inline) => {
        switch (inline.kind) {
          case 'text':
            return run(inline);
          case 'break':
            return '<text:line-break/>';
          case 'footnote': {
            const number = ++this.#notes;
            const words = this.#inlines(this.#document.footnotes[inline.index]!);
            return `<text:note text:id="ftn${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${words}</text:p></text:note-body></text:note>`;
          }
          case 'link':
            return `<text:a xlink:type="simple" xlink:href="${escaped(inline.target)}" text:style-name="Internet_20_link">${inline.content.map(run).join('')}</text:a>`;
        }
      })
      .join('');
  }
}

/** `text` with the blanks that XML would put together, and its tabs, as elements. */
function blanks(text: string): string {
  return escaped(text.replace(/\r\n?|\n/g, ' '))
    .replace(/^ | {2,}/g, (gap) => `<text:s text:c="${gap.length}"/>`)
    .replaceAll('\t', '<text:tab/>');
}

function run({ text, bold, italic }: TextRun): string {
  const words = blanks(text);
  const style = bold ? (italic ? 'BoldItalic' : 'Bold') : italic ? 'Italic' : '';
  return style === '' ? words : `<text:span text:style-name="${style}">${words}</text:span>`;
}
