/** Reads what Word, LibreOffice and browsers put onto the clipboard: HTML with the looks of a document. */
import { parseDocument } from 'htmlparser2';
import type { Inline } from '../export/document';
import { Builder, run } from './builder';
import { Counter, endsWide } from './counting';
import type { CountingForm, CountingLevel } from './counting';
import type { ReadDocument, ReadParagraph } from './model';
import { shifted, withoutSymbolFont } from './symbols';

/** As much of the parser's tree as is looked at. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

const deepest = 200;
const deepestBullet = 4;
const mostSpan = 60;
/** No author pastes more. */
const longest = 20_000_000;

/**
 * The document in `html`. Total: whatever it is, something is read.
 * @param plain the same words without looks, where the clipboard has them: LibreOffice writes its numbers only there
 */
export function readHtml(html: string, plain = ''): ReadDocument {
  const whole = html.slice(0, longest);
  const root = parseDocument(fragmentOf(whole)) as unknown as Node;
  // The notes stand behind the text, and may stand behind what was chosen.
  const notes = new Map<string, Node>();
  if (/_ftn|_edn|sdfootnote|sdendnote/.test(whole)) findNotes(parseDocument(whole), notes, 0);
  const reader = new Reader(notes, new WrittenNumbers(plain));
  reader.blocks(root);
  reader.end();
  return reader.builder.document;
}

/** What was chosen, of what a program puts around it. */
function fragmentOf(html: string): string {
  const [opening, closing] = ['<!--StartFragment-->', '<!--EndFragment-->'];
  const [from, to] = [html.indexOf(opening), html.lastIndexOf(closing)];
  return from >= 0 && to > from ? html.slice(from + opening.length, to) : html;
}

/** What Word and LibreOffice call the element of a note, and the links from its mark to it and back. */
const noteId = /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/;
const toNote = /^#(?:_((?:ftn|edn)\d+)|(sd(?:foot|end)note\d+)sym)$/;
const toMark = /^#(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc)$/;

/** Collects the elements of notes by their ids. */
function findNotes(node: Node, into: Map<string, Node>, depth: number): void {
  if (depth > deepest) return;
  const id = node.attribs?.['id'] ?? '';
  if (noteId.test(id)) into.set(id, node);
  else for (const child of node.children ?? []) findNotes(child, into, depth + 1);
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly keepsBlanks: boolean;
  readonly shift: 'raised' | 'lowered' | undefined;
  /** The first font that is named. */
  readonly font: string | undefined;
}

interface Place {
  readonly style: ReadParagraph['style'];
  readonly level: number;
  readonly number: string;
}

const usual: Place = { style: 'text', level: 1, number: '' };
/** The class of the mark that Word leaves where somebody comments: 「[王1]」. */
const commentMark = /^msocomanchor$/i;
const unseen = new Set([
  'del', // tracked changes are accepted, as in files
  'head',
  'style',
  'script',
  'title',
  'meta',
  'link',
  'xml',
  'template',
  'noscript',
  'o:p-empty',
]);
const isBlock = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'blockquote', 'pre', 'section', 'article', 'body', 'html', 'main', 'header', 'footer', 'dl', 'dt', 'dd', 'center', 'figure', 'hr']); // prettier-ignore

const forms: Readonly<Record<string, CountingForm>> = { 1: 'decimal', a: 'letter-small', A: 'letter', i: 'roman-small', I: 'roman' }; // prettier-ignore
const formsOfStyle: Readonly<Record<string, CountingForm>> = {
  'cjk-ideographic': 'han', 'trad-chinese-informal': 'han', 'simp-chinese-informal': 'han', 'trad-chinese-formal': 'formal', 'cjk-heavenly-stem': 'stem', 'upper-roman': 'roman', 'lower-roman': 'roman-small', 'upper-alpha': 'letter', 'lower-alpha': 'letter-small',
}; // prettier-ignore

function styleOf(node: Node): string {
  return (node.attribs?.['style'] ?? '').toLowerCase();
}

class Reader {
  readonly builder = new Builder();
  readonly #notes: ReadonlyMap<string, Node>;
  readonly #written: WrittenNumbers;
  /** The paragraph that is being read, outside of any block of its own. */
  #open: Inline[] = [];
  #place: Place = usual;
  #look: Look = { bold: false, italic: false, keepsBlanks: false, shift: undefined, font: undefined };
  #lists = 0;
  /** How many lists of Word the paragraph stands inside of. */
  #listLevel = 0;
  #depth = 0;

  constructor(notes: ReadonlyMap<string, Node>, written = new WrittenNumbers('')) {
    this.#notes = notes;
    this.#written = written;
  }

  end(): void {
    this.#close();
  }

  #close(): void {
    const { style, level, number } = this.#place;
    this.builder.paragraph({ style, level, number, content: this.#open, look: style });
    this.#open = [];
    // What goes on in an item has no number.
    this.#place = { ...this.#place, number: '', style: style === 'bullet' ? 'text' : style };
  }

  blocks(node: Node): void {
    if (++this.#depth < deepest) for (const child of node.children ?? []) this.#node(child);
    this.#depth--;
  }

  #node(node: Node): void {
    if (node.type === 'text') {
      this.#text(node.data ?? '');
      return;
    }
    const { name = '' } = node;
    if (node.type !== 'tag' && node.type !== 'root') return;
    if (unseen.has(name) || /mso-hide:\s*all|display:\s*none/.test(styleOf(node))) return;
    if (commentMark.test(node.attribs?.['class'] ?? '')) return;
    if (noteId.test(node.attribs?.['id'] ?? '')) return; // it is read where its mark stands
    if (/mso-element:\s*(?:comment|footnote|endnote)-list|mso-element:\s*(?:header|footer)/.test(styleOf(node))) return;
    if (name === 'br') this.#break(node);
    else if (name === 'table') this.#table(node);
    else if (name === 'ol' || name === 'ul') this.#list(node);
    else if (isBlock.has(name)) this.#block(node);
    else this.#inline(node);
  }

  #break(node: Node): void {
    if (!/page-break-before:\s*always/.test(styleOf(node))) this.#open.push({ kind: 'break' });
  }

  #block(node: Node): void {
    this.#close();
    const before = this.#place;
    const heading = /^h([1-6])$/.exec(node.name ?? '')?.[1];
    const className = node.attribs?.['class'] ?? '';
    const outline = /mso-outline-level:\s*(\d)/.exec(styleOf(node))?.[1];
    const level = heading ?? outline;
    this.#listLevel = Math.min(deepestBullet, Number(/mso-list:\s?\w+ level([1-9])/.exec(styleOf(node))?.[1] ?? 1) - 1);
    if (/^MsoToc\d/i.test(className)) this.#place = { ...usual, style: 'contents' };
    else if (level !== undefined) this.#place = { style: 'heading', level: Number(level), number: '' };
    else if (node.name === 'blockquote') this.#place = { ...usual, style: 'quotation' };
    else if (node.name === 'pre') this.#place = { ...usual, style: 'code' };
    const look = this.#look;
    if (node.name === 'pre') this.#look = { ...look, keepsBlanks: true };
    this.blocks(node);
    this.#close();
    this.#look = look;
    this.#place = { ...before, number: '' };
  }

  #inline(node: Node): void {
    const style = styleOf(node);
    // 「一、」 that Word counted stands in the text, behind the mark that it is to be ignored.
    if (/mso-list:\s*ignore/.test(style)) {
      const number = wordsOf(node).replace(/\s+/g, ' ').trim();
      // A sign of a symbol font, or one that leads a list.
      if (/^[·•●○■□◆➢ØüvlnqoÞ§\uf000-\uf0ff-]$/.test(number))
        this.#place = { ...this.#place, style: 'bullet', level: this.#listLevel };
      else this.#place = { ...this.#place, number: endsWide(number) ? number : `${number} ` };
      return;
    }
    if (/mso-element:\s*field-(?:begin|end|separator)|mso-tab-count/.test(style) && node.name === 'span') {
      if (/mso-tab-count/.test(style)) this.#open.push(run('\t'));
      return;
    }
    const href = node.name === 'a' ? (node.attribs?.['href'] ?? '') : '';
    if (toMark.test(href)) return;
    const mark = toNote.exec(href);
    const note = mark && this.#notes.get(mark[1] ?? mark[2]!);
    if (note) {
      const paragraphs = this.#depth < deepest ? this.#lines(note) : [];
      this.#open.push({ kind: 'footnote', index: this.builder.footnote(paragraphs) });
      return;
    }
    const before = this.#look;
    const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
    const isBold = node.name === 'b' || node.name === 'strong';
    const bold = weight === undefined ? before.bold || isBold : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600; // prettier-ignore
    const slant = /font-style:\s*(\w+)/.exec(style)?.[1];
    const italic = slant === undefined ? before.italic || node.name === 'i' || node.name === 'em' : slant === 'italic';
    const keepsBlanks = before.keepsBlanks || /white-space:\s*pre/.test(style);
    this.#look = { bold, italic, keepsBlanks, shift: shiftOf(node) ?? before.shift, font: fontOf(node) ?? before.font };
    const from = this.#open.length;
    this.blocks(node);
    this.#look = before;
    const target = node.name === 'a' ? (node.attribs?.['href'] ?? '') : '';
    const words = this.#open.slice(from);
    if (
      /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(target) &&
      words.length > 0 &&
      words.every(({ kind }) => kind === 'text')
    )
      this.#open.splice(from, words.length, {
        kind: 'link',
        target,
        content: words.filter((one) => one.kind === 'text'),
      });
  }

  #text(data: string): void {
    const { bold, italic, keepsBlanks, shift, font } = this.#look;
    if (keepsBlanks) {
      data.split(/\r\n|\n|\r/).forEach((line, index) => {
        if (index > 0) this.#open.push({ kind: 'break' });
        this.#open.push(run(line, bold, italic));
      });
      return;
    }
    // A line end between Han characters is one of the file, not of the text.
    const words = data
      .replace(/([\u2e80-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\uffef])/g, '$1')
      .replace(/[ \t\r\n]+/g, ' ');
    if (words === ' ' && this.#open.length === 0) return;
    // Of a sign that is not known a box stands there, which the author sees.
    const signs = withoutSymbolFont(words, font, () => undefined);
    this.#open.push(run(shift ? shifted(signs, shift) : signs, bold && this.#place.style !== 'heading', italic));
  }

  #list(list: Node): void {
    this.#close();
    const before = this.#place;
    const isCounted = list.name === 'ol';
    const named = /list-style-type:\s*([\w-]+)/.exec(styleOf(list))?.[1] ?? '';
    const form = formsOfStyle[named] ?? forms[list.attribs?.['type'] ?? '1'] ?? 'decimal';
    const levels: CountingLevel[] = [{ form, text: form === 'han' || form === 'formal' || form === 'stem' ? '%1、' : '%1.', start: Math.max(1, Number(list.attribs?.['start'] ?? 1) || 1), digits: false, restartsBehind: undefined, gap: form === 'han' || form === 'formal' || form === 'stem' ? '' : ' ' }]; // prettier-ignore
    const counter = new Counter();
    const level = this.#lists++;
    for (const item of list.children ?? []) {
      if (item.name === 'ol' || item.name === 'ul') {
        this.#list(item);
        continue;
      }
      if (item.name !== 'li') continue;
      const start = Number(item.attribs?.['value']);
      const counted = isCounted ? counter.next(levels, 0, start > 0 ? start : undefined) : '';
      const number = isCounted ? (this.#written.numberOf(leadOf(item)) ?? counted) : '';
      this.#place = {
        style: isCounted ? 'text' : 'bullet',
        level: isCounted ? 1 : Math.min(deepestBullet, level),
        number,
      };
      if (++this.#depth < deepest) for (const child of item.children ?? []) this.#itemPart(child);
      this.#depth--;
      this.#close();
    }
    this.#lists--;
    this.#place = { ...before, number: '' };
  }

  /** LibreOffice puts a paragraph or a heading into each item: its words are the item's. */
  #itemPart(node: Node): void {
    const level = /^h([1-6])$/.exec(node.name ?? '')?.[1];
    if (level === undefined && node.name !== 'p' && node.name !== 'div') {
      this.#node(node);
      return;
    }
    if (this.#open.some((inline) => inline.kind !== 'text' || inline.text.trim() !== '')) this.#close();
    else this.#open = [];
    if (level === undefined) this.blocks(node);
    else {
      this.#place = { style: 'heading', level: Number(level), number: this.#place.number };
      this.blocks(node);
      this.#close();
      this.#place = usual;
    }
  }

  #table(table: Node): void {
    this.#close();
    const rows: (readonly Inline[])[][] = [];
    let hasHeader = false;
    /** Into how many further rows the cell of each column reaches. */
    const reaching: number[] = [];
    const read = (parent: Node): void => {
      for (const child of parent.children ?? []) {
        if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot') read(child);
        else if (child.name === 'tr') {
          const cells = (child.children ?? []).filter(({ name }) => name === 'td' || name === 'th');
          if (rows.length === 0) hasHeader = parent.name === 'thead' || (cells.length > 0 && cells.every(({ name }) => name === 'th')); // prettier-ignore
          const own: (readonly Inline[])[] = [];
          const skip = (): void => {
            for (let below = reaching[own.length] ?? 0; below > 0; below = reaching[own.length] ?? 0) {
              reaching[own.length] = below - 1;
              own.push([]);
            }
          };
          for (const cell of cells) {
            skip();
            const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
            for (let i = 0; i < wide; i++) {
              reaching[own.length] = high - 1;
              own.push(i === 0 ? this.#cell(cell) : []);
            }
          }
          skip();
          if (own.length > 0) rows.push(own);
        }
      }
    };
    read(table);
    this.builder.table(rows, hasHeader, false);
  }

  /** The words of a cell: what would be paragraphs are its lines. */
  #cell(cell: Node): readonly Inline[] {
    return this.#lines(cell).flatMap((line, index) => (index > 0 ? [{ kind: 'break' } as const, ...line] : line));
  }

  /** The words inside of `node`, a line for each paragraph that has some. */
  #lines(node: Node): readonly (readonly Inline[])[] {
    // A note inside of a cell or a note has no place of its own.
    const inner = new Reader(new Map());
    inner.#depth = this.#depth;
    inner.blocks(node);
    inner.end();
    return inner.builder.document.blocks
      .flatMap((block): (readonly Inline[])[] => {
        if (block.kind === 'table')
          return block.rows.map((row) => row.filter((own) => own.length > 0).flatMap((own, index) => (index > 0 ? [run('　'), ...own] : own))); // prettier-ignore
        if (block.kind !== 'paragraph') return [];
        const mark = block.style === 'bullet' ? '• ' : block.number;
        return [mark === '' ? block.content : [run(mark), ...block.content]];
      })
      .filter((words) => words.length > 0);
  }
}

/** The number at the beginning of a line: 「壹、」, 「（一）」, 「1.1」. */
const lineNumber = /^(?:[（(][^\s（()）]{1,4}[）)]|第\S{1,4}[章節]|[^\s、.．()（）]{1,4}[、.．)）](?:\d{1,2}[.．]?)*)/u;
/** How many lines of plain words are looked at for those of an item. */
const farthestLine = 200;

/** The numbers that stand before the words of items in the plain words of a paste. */
class WrittenNumbers {
  readonly #lines: readonly string[];
  #next = 0;

  constructor(plain: string) {
    this.#lines = plain.split('\n').map((line) => line.replace(/\s+/g, ''));
  }

  /** The number of the next line that says `words` behind it, with the gap that is usual. */
  numberOf(words: string): string | undefined {
    const said = words.replace(/\s+/g, '');
    if (said === '') return undefined;
    const last = Math.min(this.#lines.length, this.#next + farthestLine);
    for (let at = this.#next; at < last; at++) {
      const line = this.#lines[at]!;
      if (!line.endsWith(said)) continue;
      const number = line.slice(0, line.length - said.length);
      if (number === '' || lineNumber.exec(number)?.[0] !== number) continue;
      this.#next = at + 1;
      return endsWide(number) ? number : `${number} `;
    }
    return undefined;
  }
}

/** The words of an item without those of lists and tables inside of it. */
function leadOf(item: Node): string {
  return (item.children ?? [])
    .map((child) => (child.name === 'ol' || child.name === 'ul' || child.name === 'table' ? '' : wordsOf(child)))
    .join('');
}

/** Whether words stand above or below the line, where `node` says so. */
function shiftOf(node: Node): Look['shift'] {
  const align = /vertical-align:\s*(super|sub)\b/.exec(styleOf(node))?.[1] ?? node.name;
  return align === 'super' || align === 'sup' ? 'raised' : align === 'sub' ? 'lowered' : undefined;
}

/** The font that `node` names, of Word the one of signs where it names several. */
function fontOf(node: Node): string | undefined {
  const style = styleOf(node);
  const named = /mso-symbol-font-family:([^;]+)/.exec(style)?.[1] ?? /(?:^|;)\s*font-family:([^;]+)/.exec(style)?.[1] ?? node.attribs?.['face']; // prettier-ignore
  return named?.split(',')[0]!.replace(/["']/g, '').trim();
}

/** Over how many columns or rows a cell reaches. */
function spanOf(cell: Node, attribute: 'colspan' | 'rowspan'): number {
  return Math.max(1, Math.min(mostSpan, Number(cell.attribs?.[attribute] ?? 1) || 1));
}

function wordsOf(node: Node): string {
  return (node.data ?? '') + (node.children ?? []).map(wordsOf).join('');
}
