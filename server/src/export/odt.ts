/**
 * Writes a document as ODT, straight to the text schema of ODF 1.3 (OASIS): styles, one list that counts chapters and
 * items, a live table of contents, notes, captions that count, pages of their own for cover, 摘要 and 目次.
 */
import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { NumberSystem } from '../report/model/lines';
import type { CalendarDate } from '../text/calendar';
import type { Block, Caption, CoverLine, FrontPart, Heading, Inline, OutlineNumber, Paragraph, ReportDocument, Table, TextRun } from './document'; // prettier-ignore
import { coverLineHeight, coverSpaces, headingSize, imageSizeOn, lineHeight, millimetres, missingImage, numberIndents, textWidth } from './layout'; // prettier-ignore
import type { Images } from './layout';
import { pagesOf } from './pages';
import { escaped } from './plainText';

const namespaces = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
} as const;

const root = (name: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name}${Object.entries(namespaces)
    .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
    .join('')} office:version="1.3">${inside}</office:${name}>`;

const mediaType = 'application/vnd.oasis.opendocument.text';

/** How LibreOffice writes the numerals of the levels. */
const formats: Readonly<Record<NumberSystem, string>> = {
  formal: '壹, 貳, 參, ...',
  han: '一, 二, 三, ...',
  'han-bracketed': '一, 二, 三, ...',
  digit: '1',
  'digit-bracketed': '1',
  stem: '甲, 乙, 丙, ...',
  'stem-bracketed': '甲, 乙, 丙, ...',
};

/** The bytes of an ODT file. @param today the day it is made */
export function odtOf(document: ReportDocument, images: Images, today: CalendarDate): Uint8Array {
  const writer = new Writer(document, images);
  const content = writer.content();
  const files: Zippable = {
    // First and uncompressed, so that a file is known by its first bytes.
    mimetype: [strToU8(mediaType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest(writer.pictures)),
    'content.xml': strToU8(content),
    'styles.xml': strToU8(writer.styles()),
    'meta.xml': strToU8(meta(document, today)),
    ...Object.fromEntries(writer.pictures.map(({ name, bytes }) => [name, [bytes, { level: 0 }] as const])),
  };
  return zipSync(files, { mtime: new Date(today.year, today.month - 1, today.day) });
}

interface Picture {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

function manifest(pictures: readonly Picture[]): string {
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">' +
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/>` +
    ['content.xml', 'styles.xml', 'meta.xml'].map((name) => entry(name, 'text/xml')).join('') +
    pictures.map(({ name, type }) => entry(name, type)).join('') +
    '</manifest:manifest>'
  );
}

function meta({ properties }: ReportDocument, { year, month, day }: CalendarDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const made = `${year}-${two(month)}-${two(day)}T00:00:00`;
  const element = (name: string, words: string): string => (words === '' ? '' : `<${name}>${escaped(words)}</${name}>`);
  const category = properties.category === '' ? '' : `出國報告（出國類別：${properties.category}）`;
  return root(
    'document-meta',
    '<office:meta><meta:generator>MissionReport</meta:generator>' +
      element('dc:title', properties.title) +
      element('dc:subject', category) +
      properties.keywords.map((word) => element('meta:keyword', word)).join('') +
      element('meta:initial-creator', properties.agencies.join('、')) +
      element('dc:creator', properties.agencies.join('、')) +
      `<meta:creation-date>${made}</meta:creation-date><dc:date>${made}</dc:date><dc:language>zh-TW</dc:language></office:meta>`,
  );
}

const attributes = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');

const mm = (length: number): string => `${Number(length.toFixed(2))}mm`;
const pt = (size: number): string => `${size}pt`;

/** Properties of text of `size` points in all three scripts that ODF tells apart. */
function textProperties(
  size: number | undefined,
  more: { readonly bold?: boolean; readonly italic?: boolean } = {},
): string {
  const values: Record<string, string> = {};
  for (const script of ['', '-asian', '-complex']) {
    const prefix = script === '' ? 'fo' : 'style';
    if (size !== undefined) values[`${prefix}:font-size${script}`] = pt(size);
    if (more.bold) values[`${prefix}:font-weight${script}`] = 'bold';
    if (more.italic) values[`${prefix}:font-style${script}`] = 'italic';
  }
  return `<style:text-properties${attributes(values)}/>`;
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

  // --------------------------------------------------------------------------------------------------------- styles

  styles(): string {
    const { form, numbering } = this.#document;
    const { sizes, fonts, margins, page } = form;
    const coverLine = (size: number): Record<string, string> => ({ 'style:line-height-at-least': pt(coverLineHeight(form, size)) }); // prettier-ignore
    const line = (size = sizes.body): Record<string, string> => ({ 'style:line-height-at-least': pt(lineHeight(form, size)) }); // prettier-ignore
    const face = (name: string, others: readonly string[], generic: string): string =>
      `<style:font-face${attributes({
        'style:name': name,
        'svg:font-family': [name, ...others].map((one) => (/^[\w-]+$/.test(one) ? one : `'${one}'`)).join(', '),
        'style:font-family-generic': generic,
      })}/>`;
    const style = (
      name: string,
      label: string,
      parent: string,
      paragraph: Record<string, string>,
      text = '',
      more: Record<string, string> = {},
    ): string =>
      `<style:style${attributes({
        'style:name': name,
        'style:display-name': label,
        'style:family': 'paragraph',
        'style:parent-style-name': parent,
        ...more,
      })}><style:paragraph-properties${attributes(paragraph)}/>${text}</style:style>`;
    const centred = { 'fo:text-align': 'center' };
    const headings = [1, 2, 3, 4, 5, 6].map((level) =>
      style(
        `Heading_20_${level}`,
        `Heading ${level}`,
        'Standard',
        {
          ...line(headingSize(form, level)),
          'fo:keep-with-next': 'always',
          'fo:margin-top': pt(level === 1 ? 12 : 6),
          'fo:margin-bottom': pt(level === 1 ? 6 : 3),
        },
        textProperties(headingSize(form, level), { bold: true }),
        { 'style:default-outline-level': String(level), 'style:next-style-name': 'ReportText', 'style:class': 'text' },
      ),
    );
    const contents = [1, 2, 3, 4, 5, 6].map(
      (level) =>
        `<style:style style:name="Contents_20_${level}" style:display-name="Contents ${level}" style:family="paragraph" style:parent-style-name="Standard" style:class="index"><style:paragraph-properties${attributes(line())} fo:margin-left="${mm(this.#em * (level - 1))}"><style:tab-stops><style:tab-stop style:position="${mm(textWidth(form) - this.#em * (level - 1))}" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>`,
    );
    const levels = numbering.map(({ system, before, behind, spaced }, level) => {
      const { left, hanging } = this.#indents[level]!;
      return `<text:list-level-style-number${attributes({
        'text:level': String(level + 1),
        'style:num-prefix': before === '' ? undefined : before,
        'style:num-suffix': behind === '' ? undefined : behind,
        'style:num-format': formats[system],
      })}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="${spaced ? 'space' : 'nothing'}" fo:text-indent="${mm(-hanging * this.#em)}" fo:margin-left="${mm(left * this.#em)}"/></style:list-level-properties></text:list-level-style-number>`;
    });
    const masters = (['Cover', 'Front', 'Body'] as const).map(
      (name) =>
        `<style:master-page style:name="${name}" style:page-layout-name="${name === 'Body' ? 'Numbered' : 'Unnumbered'}">${
          name === 'Body'
            ? '<style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>'
            : ''
        }</style:master-page>`,
    );
    const layout = (name: string, footer: string): string =>
      `<style:page-layout style:name="${name}"><style:page-layout-properties${attributes({
        'fo:page-width': mm(page.width),
        'fo:page-height': mm(page.height),
        'style:print-orientation': 'portrait',
        'fo:margin-top': mm(margins.top),
        'fo:margin-right': mm(margins.right),
        'fo:margin-bottom': mm(footer === '' ? margins.bottom : margins.bottom - footerHeight),
        'fo:margin-left': mm(margins.left),
        'style:writing-mode': 'lr-tb',
      })}/><style:header-style/><style:footer-style>${footer}</style:footer-style></style:page-layout>`;
    const footerHeight = Math.min(10, margins.bottom / 2);
    return root(
      'document-styles',
      `<office:font-face-decls>${face(fonts.han, fonts.hanSubstitutes, 'script')}${face(fonts.latin, ['Liberation Serif'], 'roman')}${face('Consolas', ['Liberation Mono'], 'modern')}</office:font-face-decls>` +
        '<office:styles>' +
        `<style:default-style style:family="paragraph"><style:paragraph-properties${attributes({
          'fo:orphans': '2',
          'fo:widows': '2',
          'style:text-autospace': 'ideograph-alpha',
          'style:punctuation-wrap': 'hanging',
          'style:line-break': 'strict',
          'style:tab-stop-distance': mm(this.#em * 2),
          'style:writing-mode': 'page',
        })}/><style:text-properties${attributes({
          'style:font-name': fonts.latin,
          'style:font-name-asian': fonts.han,
          'style:font-name-complex': fonts.latin,
          'fo:font-size': pt(sizes.body),
          'style:font-size-asian': pt(sizes.body),
          'style:font-size-complex': pt(sizes.body),
          'fo:language': 'en',
          'fo:country': 'US',
          'style:language-asian': 'zh',
          'style:country-asian': 'TW',
        })}/></style:default-style>` +
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>' +
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>' +
        style(
          'CoverKind',
          '封面類別',
          'Standard',
          { ...centred, ...coverLine(sizes.kindLine) },
          textProperties(sizes.kindLine),
        ) +
        style(
          'Title',
          'Title',
          'Standard',
          { ...centred, ...coverLine(sizes.title) },
          textProperties(sizes.title, { bold: true }),
          {
            'style:class': 'chapter',
          },
        ) +
        style(
          'CoverField',
          '封面欄位',
          'Standard',
          { ...coverLine(sizes.field), 'fo:margin-top': pt(3) },
          textProperties(sizes.field),
        ) +
        style(
          'CoverNote',
          '封面其他',
          'Standard',
          { ...centred, ...coverLine(sizes.field), 'fo:margin-top': pt(12) },
          textProperties(sizes.field),
        ) +
        style(
          'FrontTitle',
          '摘要目次標題',
          'Standard',
          { ...centred, ...line(sizes.frontTitle), 'fo:keep-with-next': 'always', 'fo:margin-bottom': pt(12) },
          textProperties(sizes.frontTitle, { bold: true }),
        ) +
        headings.join('') +
        style('ReportText', '報告本文', 'Standard', {
          ...line(),
          'fo:text-align': 'justify',
          'fo:text-indent': mm(this.#em * form.firstLineIndent),
        }) +
        style('ReportItem', '報告條列', 'Standard', { ...line(), 'fo:text-align': 'justify' }) +
        style('ReportQuotation', '報告引文', 'Standard', {
          ...line(),
          'fo:text-align': 'justify',
          'fo:margin-left': mm(this.#em * 2),
          'fo:margin-right': mm(this.#em * 2),
        }) +
        style(
          'ReportCode',
          '報告程式碼',
          'Standard',
          { 'fo:line-height': '100%' },
          '<style:text-properties style:font-name="Consolas" fo:font-size="10pt" style:font-size-asian="10pt"/>',
        ) +
        style('TableText', '表格文字', 'Standard', { 'fo:line-height': '115%' }, textProperties(sizes.table)) +
        style('TableHead', '表格標題列', 'TableText', centred, textProperties(undefined, { bold: true })) +
        style(
          'Caption',
          'Caption',
          'Standard',
          { ...centred, ...line(), 'fo:margin-top': pt(6), 'fo:margin-bottom': pt(3) },
          '',
          {
            'style:class': 'extra',
          },
        ) +
        style('Figure', '圖', 'Standard', { ...centred, 'fo:keep-with-next': 'always' }) +
        style(
          'Footnote',
          'Footnote',
          'Standard',
          { 'fo:line-height': '100%', 'fo:margin-left': '5mm', 'fo:text-indent': '-5mm' },
          textProperties(sizes.footnote),
          { 'style:class': 'extra' },
        ) +
        style('Footer', 'Footer', 'Standard', { ...centred, 'fo:line-height': '100%' }, '', {
          'style:class': 'extra',
        }) +
        contents.join('') +
        `<style:style style:name="Bold" style:family="text">${textProperties(undefined, { bold: true })}</style:style>` +
        `<style:style style:name="Italic" style:family="text">${textProperties(undefined, { italic: true })}</style:style>` +
        `<style:style style:name="BoldItalic" style:family="text">${textProperties(undefined, { bold: true, italic: true })}</style:style>` +
        '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#0563c1" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>' +
        '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>' +
        '<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>' +
        `<text:list-style style:name="Numbers">${levels.join('')}</text:list-style>` +
        `<text:list-style style:name="Bullets">${Array.from({ length: 9 }, (_, level) => `<text:list-level-style-bullet text:level="${level + 1}" text:bullet-char="${'•●‧'[level % 3]!}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${mm(this.#em * (level + 1))}" fo:text-indent="${mm(-this.#em)}" fo:margin-left="${mm(this.#em * (level + 1))}"/></style:list-level-properties></text:list-level-style-bullet>`).join('')}</text:list-style>` +
        '<text:notes-configuration text:note-class="footnote" text:default-style-name="Footnote" text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>' +
        '</office:styles><office:automatic-styles>' +
        layout('Unnumbered', '') +
        layout(
          'Numbered',
          `<style:header-footer-properties fo:min-height="${mm(footerHeight)}" fo:margin-top="${mm(footerHeight / 2)}"/>`,
        ) +
        `</office:automatic-styles><office:master-styles>${masters.join('')}</office:master-styles>`,
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
