/**
 * Writes a document as HTML: pieces, each with the line it comes from, for a preview, and one self-contained file that
 * prints right. Nothing of the report becomes markup, style or script.
 */
import type { ReportForm } from '../knowledge/types';
import type { Block, Caption, CoverLine, FrontPart, Heading, Inline, OutlineNumber, Paragraph, ReportDocument, Table, TextRun } from './document'; // prettier-ignore
import { coverLineHeight, headingSize, lineHeight, missingImage, numberIndents } from './layout';
import type { Images } from './layout';
import { pagesOf } from './pages';
import { escaped } from './plainText';

/** A piece of the document: an element with its words. */
export interface HtmlPiece {
  /** The line of the report that it comes from. */
  readonly line: number;
  readonly html: string;
  /** It begins a page. */
  readonly begins: 'cover' | 'front' | 'body' | undefined;
}

/** The attributes of the `img` that shows an image, or undefined where there is none: `src="…"`. */
export type ImageAttributes = (source: string) => string | undefined;

/**
 * The pieces of `document` in their order.
 * @param styleAttribute where the indents of single elements stand: `data-style` for a page whose policy forbids styles
 * in attributes
 * @param pages the pages that 目次 shows; none where whoever shows the pieces counts them
 */
export function htmlPieces(
  document: ReportDocument,
  imageAttributes: ImageAttributes,
  styleAttribute: 'style' | 'data-style',
  pages?: ReadonlyMap<string, number>,
): readonly HtmlPiece[] {
  return new Writer(document, imageAttributes, styleAttribute, pages).pieces();
}

/** One self-contained HTML file. */
export function htmlOf(document: ReportDocument, images: Images): string {
  const pieces = htmlPieces(
    document,
    (source) => {
      const image = images.get(source);
      return image && `src="data:image/${image.type === 'jpg' ? 'jpeg' : image.type};base64,${base64(image.bytes)}"`;
    },
    'style',
    pagesOf(document, images),
  );
  const parts: string[] = [];
  for (const { begins, html } of pieces) {
    if (begins) parts.push(`${parts.length > 0 ? '</section>' : ''}<section class="${begins}">`);
    parts.push(html);
  }
  if (parts.length > 0) parts.push('</section>');
  const { title, agencies, keywords } = document.properties;
  return (
    '<!DOCTYPE html>\n<html lang="zh-Hant-TW">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; style-src \'unsafe-inline\'">\n' +
    `<title>${escaped(title === '' ? '出國報告' : title)}</title>\n` +
    (agencies.length > 0 ? `<meta name="author" content="${escaped(agencies.join('、'))}">\n` : '') +
    (keywords.length > 0 ? `<meta name="keywords" content="${escaped(keywords.join(','))}">\n` : '') +
    `<style>\n${htmlStyle(document.form)}${printStyle(document.form)}</style>\n</head>\n<body>\n<main>\n${parts.join('\n')}\n</main>\n</body>\n</html>\n`
  );
}

/** Base64 of `bytes`, in steps that a call takes. */
function base64(bytes: Uint8Array): string {
  let units = '';
  for (let start = 0; start < bytes.length; start += 0x2000)
    units += String.fromCharCode(...bytes.subarray(start, start + 0x2000));
  return btoa(units);
}

/** How the pieces look on paper, wherever they are shown. */
export function htmlStyle(form: ReportForm): string {
  const { fonts, sizes, firstLineIndent } = form;
  const families = [fonts.latin, fonts.han, ...fonts.hanSubstitutes].map((name) => `"${name}"`).join(', ');
  return `main { font: ${sizes.body}pt/${lineHeight(form, 1)} ${families}, serif; color: #000; text-autospace: normal; line-break: strict; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, h7, p, ul, table, figure, dl, pre { margin: 0; }
.kind, .title, .field, .note { line-height: ${coverLineHeight(form, 1)}; }
.kind { font-size: ${sizes.kindLine}pt; text-align: center; }
.kind:first-child { margin-top: 60pt; }
.title { font-size: ${sizes.title}pt; text-align: center; }
.kind + .title { margin-top: 100pt; }
.field { display: flex; font-size: ${sizes.field}pt; margin: 3pt 10mm 0; }
.title + .field { margin-top: 140pt; }
.field dt { flex: none; width: 8.5em; }
.field dd { margin: 0; }
.note { font-size: ${sizes.field}pt; text-align: center; margin-top: 12pt; }
.front-title { font-size: ${sizes.frontTitle}pt; text-align: center; margin-bottom: 12pt; }
${[1, 2, 3, 4, 5, 6].map((level) => `.level-${level} { font-size: ${headingSize(form, level)}pt; margin: ${level === 1 ? '12pt 0 6pt' : '6pt 0 3pt'}; break-after: avoid; }`).join('\n')}
.text, .item, .continued, .quotation { text-align: justify; }
.text { text-indent: ${firstLineIndent}em; }
.quotation { margin: 0 2em; }
.code { font: 10pt/1 Consolas, monospace; white-space: pre-wrap; }
.item .number, .heading .number { white-space: pre; }
.bullet::before { content: "•"; display: inline-block; width: 1em; text-indent: 0; }
table { border-collapse: collapse; width: 100%; margin: 0 0 6pt; table-layout: fixed; font-size: ${sizes.table}pt; line-height: 1.15; }
th, td { border: 0.5pt solid #000; padding: 1.2mm; vertical-align: middle; }
td.center { text-align: center; }
td.right { text-align: right; }
tr { break-inside: avoid; }
.caption { text-align: center; margin: 6pt 0 3pt; }
figure { text-align: center; break-after: avoid; }
img { max-width: 100%; max-height: 190mm; }
a { color: #0563c1; }
.entry { display: flex; color: inherit; text-decoration: none; }
.entry .leader { flex: 1; border-bottom: 1pt dotted; margin: 0 0.3em 0.5em; }
sup a { text-decoration: none; }
.notes { font-size: ${sizes.footnote}pt; line-height: 1.3; border-top: 0.5pt solid; margin-top: 12pt; padding-top: 6pt; }
`;
}

/** Pages for the printer, and a sheet of paper on the screen. The body's pages count from 1, as those before it do not count. */
function printStyle({ page, margins }: ReportForm): string {
  const edges = `${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`;
  return `@page { size: ${page.width}mm ${page.height}mm; margin: ${edges}; }
@page unnumbered { counter-increment: page 0; }
@page body { @bottom-center { content: counter(page); font: 12pt "Times New Roman", serif; } }
.cover, .front { page: unnumbered; }
.body { page: body; }
@media screen {
  body { background: #e7e7e7; margin: 0; padding: 8mm 0; }
  section { background: #fff; box-sizing: border-box; width: min(${page.width}mm, 100%); min-height: ${page.height}mm; margin: 0 auto 8mm; padding: ${edges}; box-shadow: 0 0 2mm #999; }
}
@media print { section + section { break-before: page; } }
`;
}

class Writer {
  readonly #document: ReportDocument;
  readonly #imageAttributes: ImageAttributes;
  readonly #indents: ReturnType<typeof numberIndents>;
  readonly #style: string;
  readonly #pages: ReadonlyMap<string, number> | undefined;
  #notes: number[] = [];

  constructor(
    document: ReportDocument,
    imageAttributes: ImageAttributes,
    styleAttribute: string,
    pages: ReadonlyMap<string, number> | undefined,
  ) {
    this.#pages = pages;
    this.#style = styleAttribute;
    this.#document = document;
    this.#imageAttributes = imageAttributes;
    this.#indents = numberIndents(document.numbering);
  }

  pieces(): readonly HtmlPiece[] {
    const { cover, front, body } = this.#document;
    const pieces: HtmlPiece[] = [];
    cover.forEach((line, index) => {
      pieces.push({ line: line.line, html: this.#cover(line), begins: index === 0 ? 'cover' : undefined });
    });
    for (const part of front) for (const piece of this.#front(part)) pieces.push(piece);
    let begins: HtmlPiece['begins'] = 'body';
    for (const block of body) {
      if (block.kind === 'pageBreak') {
        begins = 'body';
        continue;
      }
      pieces.push({ line: block.line, html: this.#block(block), begins });
      begins = undefined;
    }
    if (this.#notes.length > 0) pieces.push({ line: pieces.at(-1)!.line, html: this.#footnotes(), begins: undefined });
    return pieces;
  }

  #cover({ role, label, content, line }: CoverLine): string {
    const words = this.#inlines(content);
    switch (role) {
      case 'kind':
      case 'note':
        return `<p class="${role}" data-line="${line}">${words}</p>`;
      case 'title':
        return `<h1 class="title" data-line="${line}">${words}</h1>`;
      case 'field':
        return `<dl class="field" data-line="${line}"><dt>${escaped(label)}：</dt><dd>${words}</dd></dl>`;
    }
  }

  #front(part: FrontPart): HtmlPiece[] {
    const { line } = part;
    const title = `<h2 class="front-title" data-line="${line}">${escaped(part.title)}</h2>`;
    if (part.kind === 'abstract')
      return [
        { line, html: title, begins: 'front' },
        ...part.blocks.map((block): HtmlPiece => ({ line: block.line, html: this.#block(block), begins: undefined })),
      ];
    const entries = part.entries.map(
      ({ anchor, level, title: words }) =>
        `<a class="entry" ${this.#style}="margin-left: ${level - 1}em" href="#${anchor}"><span>${escaped(words)}</span><span class="leader"></span><span class="page" data-page-of="${anchor}">${this.#pages?.get(anchor) ?? ''}</span></a>`,
    );
    return [
      { line, html: title, begins: 'front' },
      {
        line,
        html: `<nav aria-label="${escaped(part.title)}" data-line="${line}">${entries.join('')}</nav>`,
        begins: undefined,
      },
    ];
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block);
      case 'paragraph':
        return this.#paragraph(block);
      case 'table':
        return this.#table(block);
      case 'caption':
        return this.#caption(block);
      case 'figure': {
        const image = this.#imageAttributes(block.source);
        const shown =
          image === undefined
            ? escaped(missingImage(block.description, block.source))
            : `<img ${image} alt="${escaped(block.description)}">`;
        return `<figure data-line="${block.line}">${shown}</figure>`;
      }
      case 'pageBreak':
        return '';
    }
  }

  #number(number: OutlineNumber | undefined): string {
    if (!number) return '';
    return `<span class="number">${escaped(number.written)}${this.#document.numbering[number.level]!.spaced ? ' ' : ''}</span>`;
  }

  #heading({ level, number, content, anchor, line }: Heading): string {
    const tag = `h${Math.min(6, level + 1)}`;
    const hanging = number ? this.#indents[number.level]! : undefined;
    const style = hanging ? ` ${this.#style}="margin-left: ${hanging.left}em; text-indent: -${hanging.hanging}em"` : '';
    return `<${tag} class="heading level-${level}" id="${anchor}" data-line="${line}"${style}>${this.#number(number)}${this.#inlines(content)}</${tag}>`;
  }

  #paragraph({ style, number, level, depth, content, line }: Paragraph): string {
    const words = this.#inlines(content);
    const left = this.#indents[level]?.left ?? 0;
    const indent = (from: number, hanging: number): string =>
      ` ${this.#style}="margin-left: ${from}em; text-indent: -${hanging}em"`;
    switch (style) {
      case 'text':
      case 'quotation':
        return `<p class="${style}" data-line="${line}">${words}</p>`;
      case 'code':
        return `<pre class="code" data-line="${line}">${words}</pre>`;
      case 'continued':
        return `<p class="continued" data-line="${line}" ${this.#style}="margin-left: ${left}em">${words}</p>`;
      case 'bullet':
        return `<p class="item bullet" data-line="${line}"${indent(left + depth + 1, 1)}>${words}</p>`;
      case 'item':
        return `<p class="item" data-line="${line}"${indent(left, number ? this.#indents[number.level]!.hanging : 0)}>${this.#number(number)}${words}</p>`;
    }
  }

  #table({ rows, shares, hasHeader, description, line }: Table): string {
    const columns = shares.map((share) => `<col ${this.#style}="width: ${(share * 100).toFixed(1)}%">`).join('');
    const row = (cells: Table['rows'][number], cell: string): string =>
      `<tr>${cells.map(({ content, alignment }) => `<${cell}${alignment ? ` class="${alignment}"` : ''}>${this.#inlines(content)}</${cell.split(' ')[0]!}>`).join('')}</tr>`;
    const head = hasHeader ? `<thead>${row(rows[0]!, 'th scope="col"')}</thead>` : '';
    const body = rows.slice(hasHeader ? 1 : 0).map((cells) => row(cells, 'td'));
    const label = description === '' ? '' : ` aria-label="${escaped(description)}"`;
    return `<table data-line="${line}"${label}><colgroup>${columns}</colgroup>${head}<tbody>${body.join('')}</tbody></table>`;
  }

  #caption({ sequence, gaps, number, content, line }: Caption): string {
    return `<p class="caption" data-line="${line}">${escaped(sequence + gaps[0] + number + gaps[1])}${this.#inlines(content)}</p>`;
  }

  #inlines(content: readonly Inline[]): string {
    return content
      .map((inline) => {
        switch (inline.kind) {
          case 'text':
            return run(inline);
          case 'break':
            return '<br>';
          case 'link':
            return `<a href="${escaped(inline.target)}">${inline.content.map(run).join('')}</a>`;
          case 'footnote': {
            const number = this.#notes.push(inline.index);
            return `<sup><a id="ref-${number}" href="#note-${number}" role="doc-noteref">${number}</a></sup>`;
          }
        }
      })
      .join('');
  }

  #footnotes(): string {
    const notes = this.#notes.map(
      (index, at) =>
        `<p id="note-${at + 1}"><a href="#ref-${at + 1}" role="doc-backlink">${at + 1}</a> ${this.#inlines(this.#document.footnotes[index]!)}</p>`,
    );
    return `<aside class="notes" role="doc-endnotes">${notes.join('')}</aside>`;
  }
}

function run({ text, bold, italic }: TextRun): string {
  const words = escaped(text);
  const strong = bold ? `<strong>${words}</strong>` : words;
  return italic ? `<em>${strong}</em>` : strong;
}
