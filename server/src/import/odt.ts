/** Reads an ODF text file: what a reader of it sees, as blocks, with the numbers that the program counts written out. */
import type { Inline } from '../export/document';
import { openArchive } from './archive';
import type { Archive } from './archive';
import { Builder, imageType, run } from './builder';
import { Counter } from './counting';
import type { CountingLevel } from './counting';
import { ImportError } from './importError';
import type { ReadDocument } from './model';
import { controlValue, controlsIn, fieldMarkValue } from './odtFormFields';
import { OdtStyles } from './odtStyles';
import type { OdtStyleFacts } from './odtStyles';
import { shifted, withoutSymbolFont } from './symbols';
import { childOf, childrenOf, descendantsOf, elementsOf, readXml, wordsIn } from './xml';
import type { XmlElement } from './xml';

const deepestBullet = 4;
const mostRepeated = 60;

/** The document in the bytes of an .odt file. @throws ImportError for what is none */
export function readOdt(bytes: Uint8Array): ReadDocument {
  const archive = openArchive(bytes, (name) =>
    /^(?:content|styles|META-INF\/manifest)\.xml$|^mimetype$|^Pictures\/|^media\/|^(?:Basic|Scripts)\//.test(name),
  );
  return new Reader(archive).read();
}

/** The place of a paragraph in a list. */
interface Item {
  readonly levels: readonly CountingLevel[];
  readonly level: number;
  /** Empty for a bullet and for what goes on in an item. */
  readonly written: string;
  readonly isBullet: boolean;
}

interface Content {
  readonly inlines: Inline[];
  readonly behind: (() => void)[];
}

/** What words are written in. */
type Look = Pick<OdtStyleFacts, 'font' | 'shift'> & { readonly bold: boolean; readonly italic: boolean };

/** A tracked change: whether words came or went, and those that went. */
interface TrackedChange {
  readonly kind: 'inserted' | 'deleted';
  readonly words: string;
}

const plain: Look = { bold: false, italic: false, font: undefined, shift: undefined };

class Reader {
  readonly #archive: Archive;
  readonly #builder = new Builder();
  readonly #styles: OdtStyles;
  readonly #content: XmlElement;
  readonly #controls: ReadonlyMap<string, XmlElement>;
  /** By the id of a list; of lists without an id by a number. */
  readonly #counters = new Map<string, Counter>();
  /** The list that was last of each style, and of each id: its key among the counters. */
  readonly #lastOf = new Map<string, string>();
  readonly #outline = new Counter();
  /** The tracked changes that no mark has told yet, by their ids. */
  readonly #changes: Map<string, TrackedChange>;
  #lists = 0;
  #depth = 0;

  constructor(archive: Archive) {
    this.#archive = archive;
    // Only asked for this, as it says nothing else of use, and old programs wrote it carelessly.
    if (/<(?:\w+:)?encryption-data\b/.test(this.#textOf('META-INF/manifest.xml') ?? ''))
      throw new ImportError('encrypted');
    const content = this.#xml('content.xml');
    if (!content) throw new ImportError('no-document');
    this.#content = content;
    this.#controls = controlsIn(content);
    this.#changes = changesIn(content);
    this.#styles = new OdtStyles([this.#xml('styles.xml'), content]);
  }

  read(): ReadDocument {
    const text = childOf(childOf(this.#content, 'office:body'), 'office:text');
    if (!text) throw new ImportError('no-document');
    this.#blocks(text);
    for (const { kind, words } of this.#changes.values()) this.#builder.lose(kind, words, true);
    for (const [kind, words] of this.#styles.pageWords)
      if (/[^\s\d\-–—/第頁共]/.test(words)) this.#builder.lose(kind, words, true);
    if ([...this.#archive.keys()].some((name) => /^(?:Basic|Scripts)\//.test(name)))
      this.#builder.lose('macros', '', true);
    for (const format of this.#styles.unknownFormats) this.#builder.lose('number-format', format, true);
    return this.#builder.document;
  }

  #textOf(name: string): string | undefined {
    const bytes = this.#archive.get(name);
    return bytes && new TextDecoder().decode(bytes);
  }

  #xml(name: string): XmlElement | undefined {
    const text = this.#textOf(name);
    return text === undefined ? undefined : readXml(text);
  }

  // --------------------------------------------------------------------------------------------------------- blocks

  #blocks(parent: XmlElement): void {
    for (const element of elementsOf(parent)) this.#block(element);
  }

  #block(element: XmlElement): void {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        this.#paragraph(element, undefined);
        break;
      case 'text:list':
        this.#list(element, undefined, 0);
        break;
      case 'table:table':
        this.#table(element);
        break;
      case 'text:section':
        if (element.attributes['text:display'] === 'none') this.#builder.lose('hidden', shownWords(element));
        else this.#blocks(element);
        break;
      case 'text:index-body':
      case 'text:index-title':
      case 'text:numbered-paragraph':
        this.#blocks(element);
        break;
      case 'text:table-of-content':
      case 'text:user-index':
      case 'text:illustration-index':
      case 'text:table-index':
      case 'text:alphabetical-index':
      case 'text:bibliography':
        this.#index(element);
        break;
      case 'text:change':
      case 'text:change-start':
        this.#tellChange(element);
        break;
      default:
        if (element.name.startsWith('draw:')) {
          const content: Content = { inlines: [], behind: [] };
          this.#drawing(element, content);
          const { inlines } = content;
          if (inlines.length > 0) this.#builder.paragraph({ style: 'text', level: 1, number: '', content: inlines, look: '' }); // prettier-ignore
          for (const add of content.behind) add();
        }
    }
  }

  /** Tells of a tracked change where it is. A change of looks is none of the words. */
  #tellChange({ attributes }: XmlElement): void {
    const id = attributes['text:change-id'] ?? '';
    const change = this.#changes.get(id);
    if (change) this.#builder.lose(change.kind, change.words);
    this.#changes.delete(id);
  }

  #index(index: XmlElement): void {
    const body = childOf(index, 'text:index-body');
    for (const child of body ? elementsOf(body) : []) {
      if (child.name === 'text:index-title') {
        for (const title of childrenOf(child, 'text:p')) this.#say(title, 'front');
      } else if (child.name === 'text:p') this.#say(child, 'contents');
      else this.#block(child);
    }
  }

  #say(paragraph: XmlElement, style: 'front' | 'contents'): void {
    const { inlines } = this.#inlinesOf(paragraph);
    this.#builder.paragraph({ style, level: 1, number: '', content: inlines, look: style });
  }

  #paragraph(element: XmlElement, item: Item | undefined): void {
    const name = element.attributes['text:style-name'] ?? '';
    const style = this.#styles.of(name);
    if (style.breaksBefore) this.#builder.pageBreak();
    if (style.hidden && shownWords(element).trim() !== '') {
      this.#builder.lose('hidden', shownWords(element));
      return;
    }
    const content = this.#inlinesOf(element);
    const own = Number(element.attributes['text:outline-level']);
    const outline = element.name === 'text:h' ? (own > 0 ? own : 1) : (style.outline ?? 0);
    let number = item?.written ?? '';
    if (element.name === 'text:h' && !item && this.#styles.outlineLevels.length > 0) {
      const levels = this.#styles.outlineLevels;
      const isCounted = element.attributes['text:is-list-header'] !== 'true' && outline <= levels.length;
      if (isCounted && content.inlines.length > 0) number = this.#outline.next(levels, outline - 1);
    }
    this.#builder.paragraph({
      style: item?.isBullet ? 'bullet' : outline > 0 ? 'heading' : style.isContents ? 'contents' : 'text',
      level: item?.isBullet ? Math.min(deepestBullet, item.level) : Math.min(6, Math.max(1, outline)),
      number,
      content: content.inlines,
      look: style.look,
    });
    for (const add of content.behind) add();
    if (style.breaksBehind) this.#builder.pageBreak();
  }

  /** @param outer the list that it stands in: style and key of its counter */
  #list(list: XmlElement, outer: { readonly style: string; readonly key: string } | undefined, level: number): void {
    const { attributes } = list;
    const style = attributes['text:style-name'] ?? outer?.style ?? '';
    const id = attributes['xml:id'] ?? attributes['id'];
    let key = outer?.key;
    if (key === undefined) {
      const continued = attributes['text:continue-list'];
      const known =
        continued !== undefined
          ? this.#lastOf.get(`id ${continued}`)
          : attributes['text:continue-numbering'] === 'true'
            ? this.#lastOf.get(`style ${style}`)
            : undefined;
      key = known ?? String(++this.#lists);
    }
    this.#lastOf.set(`style ${style}`, key);
    if (id !== undefined) this.#lastOf.set(`id ${id}`, key);
    let counter = this.#counters.get(key);
    if (!counter) this.#counters.set(key, (counter = new Counter()));
    const levels = this.#styles.levelsOf(style);
    if (++this.#depth > 40) {
      this.#depth--;
      return;
    }
    for (const entry of elementsOf(list)) {
      if (entry.name !== 'text:list-item' && entry.name !== 'text:list-header') continue;
      let isFirst = entry.name === 'text:list-item';
      for (const child of elementsOf(entry)) {
        if (child.name === 'text:list') this.#list(child, { style, key }, level + 1);
        else if (child.name === 'text:p' || child.name === 'text:h') {
          const own = this.#styles.ownLevelsOf(child.attributes['text:style-name']) ?? levels;
          const at = Math.min(level, Math.max(0, own.length - 1));
          const looks = own[at];
          const start = Number(entry.attributes['text:start-value']);
          const written = isFirst && looks ? counter.next(own, at, start > 0 ? start : undefined) : '';
          this.#paragraph(child, looks && { levels: own, level: at, written, isBullet: isFirst && looks.form === 'bullet' }); // prettier-ignore
          isFirst = false;
        } else this.#block(child);
      }
    }
    this.#depth--;
  }

  #table(table: XmlElement): void {
    const rows: (readonly Inline[])[][] = [];
    const behind: (() => void)[] = [];
    let [hasHeader, merged] = [false, false];
    const readRows = (parent: XmlElement, isHeader: boolean): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'table:table-header-rows') {
          hasHeader ||= rows.length === 0;
          readRows(child, true);
        } else if (child.name === 'table:table-rows' || child.name === 'table:table-row-group')
          readRows(child, isHeader);
        else if (child.name === 'table:table-row') {
          const cells: (readonly Inline[])[] = [];
          for (const cell of elementsOf(child)) {
            const isCovered = cell.name === 'table:covered-table-cell';
            if (!isCovered && cell.name !== 'table:table-cell') continue;
            merged ||= isCovered;
            const content = isCovered ? [] : this.#cell(cell, behind);
            const times = Math.min(mostRepeated, Number(cell.attributes['table:number-columns-repeated'] ?? 1) || 1);
            for (let i = 0; i < times; i++) cells.push(content);
          }
          if (cells.length > 0) rows.push(cells);
        }
      }
    };
    readRows(table, false);
    this.#builder.table(rows, hasHeader, merged);
    for (const add of behind) add();
  }

  #cell(cell: XmlElement, behind: (() => void)[]): readonly Inline[] {
    const content: Inline[] = [];
    const read = (parent: XmlElement, number: () => string): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'text:p' || child.name === 'text:h') {
          const own = this.#inlinesOf(child);
          behind.push(...own.behind);
          const written = number();
          if (own.inlines.length === 0 && written === '') continue;
          if (content.length > 0) content.push({ kind: 'break' });
          if (written !== '') content.push(run(written));
          content.push(...own.inlines);
        } else if (child.name === 'text:list') {
          const levels = this.#styles.levelsOf(child.attributes['text:style-name'] ?? '');
          const counter = new Counter();
          for (const item of childrenOf(child, 'text:list-item')) {
            let isFirst = true;
            read(item, () => {
              const looks = levels[0];
              const said = !isFirst || !looks ? '' : looks.form === 'bullet' ? '• ' : counter.next(levels, 0);
              isFirst = false;
              return said;
            });
          }
        } else if (child.name === 'table:table') {
          this.#builder.lose('nested-table', shownWords(child));
          for (const row of descendantsOf(child, 'table:table-row')) {
            if (content.length > 0) content.push({ kind: 'break' });
            for (const [index, inner] of childrenOf(row, 'table:table-cell').entries()) {
              if (index > 0) content.push(run('　'));
              read(inner, () => '');
            }
          }
        } else if (child.name === 'text:section') read(child, number);
      }
    };
    if (++this.#depth < 20) read(cell, () => '');
    this.#depth--;
    return content;
  }

  // -------------------------------------------------------------------------------------------------------- inlines

  #inlinesOf(paragraph: XmlElement): Content {
    const content: Content = { inlines: [], behind: [] };
    this.#inlines(paragraph, content, {
      ...plain,
      font: this.#styles.of(paragraph.attributes['text:style-name'] ?? '').font,
    });
    return content;
  }

  #inlines(parent: XmlElement, into: Content, look: Look): void {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        // Blanks count as one; several are written as text:s.
        into.inlines.push(run(this.#shown(child.replace(/[ \t\r\n]+/g, ' '), look), look.bold, look.italic));
        continue;
      }
      const { attributes } = child;
      switch (child.name) {
        case 'text:span': {
          const style = this.#styles.of(attributes['text:style-name'] ?? '');
          if (style.hidden) {
            if (shownWords(child).trim() !== '') this.#builder.lose('hidden', shownWords(child));
          } else
            this.#inlines(child, into, {
              bold: style.bold ?? look.bold,
              italic: style.italic ?? look.italic,
              font: style.font ?? look.font,
              shift: style.shift ?? look.shift,
            });
          break;
        }
        case 'text:s':
          into.inlines.push(run(' '.repeat(Math.min(200, Number(attributes['text:c'] ?? 1) || 1)), look.bold, look.italic)); // prettier-ignore
          break;
        case 'text:tab':
          into.inlines.push(run('\t'));
          break;
        case 'text:line-break':
          into.inlines.push({ kind: 'break' });
          break;
        case 'text:a': {
          const from = into.inlines.length;
          this.#inlines(child, into, look);
          const words = into.inlines.slice(from);
          const target = attributes['xlink:href'] ?? '';
          const isAddress = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(target);
          if (isAddress && words.length > 0 && words.every(({ kind }) => kind === 'text'))
            into.inlines.splice(from, words.length, {
              kind: 'link',
              target,
              content: words.filter((inline) => inline.kind === 'text'),
            });
          break;
        }
        case 'text:note':
          this.#note(child, into);
          break;
        case 'office:annotation':
          this.#builder.lose('comment', childrenOf(child, 'text:p').map(wordsIn).join(' '));
          break;
        case 'office:annotation-end':
        case 'text:soft-page-break':
        case 'text:number':
          break;
        case 'text:change':
        case 'text:change-start':
          this.#tellChange(child);
          break;
        case 'text:ruby':
          this.#builder.lose('ruby', wordsIn(childOf(child, 'text:ruby-text') ?? child));
          for (const basis of childrenOf(child, 'text:ruby-base')) this.#inlines(basis, into, look);
          break;
        case 'text:hidden-text':
        case 'text:hidden-paragraph':
          this.#builder.lose('hidden', child.attributes['text:string-value'] ?? wordsIn(child));
          break;
        case 'field:fieldmark':
          into.inlines.push(run(fieldMarkValue(child), look.bold, look.italic));
          break;
        case 'loext:content-control':
          if (attributes['loext:showing-place-holder'] === 'true') this.#builder.lose('prompt', shownWords(child));
          else this.#inlines(child, into, look);
          break;
        default:
          // A field shows what stands in it.
          if (child.name.startsWith('text:')) this.#inlines(child, into, look);
          else if (child.name.startsWith('draw:')) this.#drawing(child, into);
      }
    }
  }

  /** `text` as the characters that its look shows. */
  #shown(text: string, { font, shift }: Look): string {
    const words = withoutSymbolFont(text, font, (sign) => {
      this.#builder.lose('symbol', sign);
    });
    return shift ? shifted(words, shift) : words;
  }

  #note(note: XmlElement, into: Content): void {
    const body = childOf(note, 'text:note-body');
    const paragraphs = (body ? [...descendantsOf(body, 'text:p')] : []).map((paragraph) => {
      const content: Content = { inlines: [], behind: [] };
      this.#inlines(paragraph, content, plain);
      return content;
    });
    if (note.attributes['text:note-class'] === 'endnote' && body) this.#builder.lose('endnote', shownWords(body));
    const index = this.#builder.footnote(paragraphs.map(({ inlines }) => inlines));
    into.inlines.push({ kind: 'footnote', index });
    // What is drawn in a note comes behind the paragraph that has its mark.
    into.behind.push(...paragraphs.flatMap(({ behind }) => behind));
  }

  #drawing(drawing: XmlElement, into: Content): void {
    const described = [...descendantsOf(drawing, 'svg:desc'), ...descendantsOf(drawing, 'svg:title')].map(wordsIn);
    const description = described.find((words) => words !== '') ?? '';
    const image = childOf(drawing, 'draw:image');
    // Any shape may have words in it.
    const box = childOf(drawing, 'draw:text-box') ?? (drawing.name === 'draw:frame' ? undefined : drawing);
    const object = childOf(drawing, 'draw:object');
    if (drawing.name === 'draw:control') this.#control(drawing, into);
    else if (drawing.name === 'draw:g' || drawing.name === 'draw:a')
      for (const inner of elementsOf(drawing)) this.#drawing(inner, into);
    else if (object && [...descendantsOf(object, 'math:math')].length > 0) this.#builder.lose('formula', description);
    else if (object || childOf(drawing, 'draw:object-ole')) this.#builder.lose('object', description);
    else if (image) this.#image(image.attributes['xlink:href'] ?? '', description, into);
    else if (box && shownWords(box).trim() !== '') {
      this.#builder.lose('text-box', shownWords(box));
      into.behind.push(() => {
        if (++this.#depth < 20) this.#blocks(box);
        this.#depth--;
      });
    }
  }

  #control(drawing: XmlElement, into: Content): void {
    const control = this.#controls.get(drawing.attributes['draw:control'] ?? '');
    const value = control && controlValue(control);
    if (value === undefined) this.#builder.lose('object', control?.attributes['form:name'] ?? '');
    else into.inlines.push(run(value));
  }

  #image(address: string, description: string, into: Content): void {
    if (/^(?:[a-z][\w+.-]*:|\.\.\/|\/)/i.test(address)) {
      this.#builder.lose('linked-image', address);
      return;
    }
    const bytes = this.#archive.get(address.replace(/^\.\//, ''));
    const type = bytes && imageType(bytes);
    if (!bytes || type === undefined) {
      this.#builder.lose('unreadable-image', address.split('/').at(-1) ?? description);
      return;
    }
    const image = this.#builder.image(bytes, type);
    into.behind.push(() => {
      this.#builder.add({ kind: 'figure', image, description });
    });
  }
}

/** The words that a reader sees. */
function shownWords(element: XmlElement): string {
  if (element.name === 'office:annotation' || element.name === 'svg:desc' || element.name === 'svg:title') return '';
  if (element.name.startsWith('dc:') || element.name === 'office:change-info') return '';
  const words = element.children.map((child) => (typeof child === 'string' ? child : shownWords(child))).join('');
  return element.name === 'text:p' ? `${words} ` : words;
}

/** The tracked changes of words in `content`, by their ids. */
function changesIn(content: XmlElement): Map<string, TrackedChange> {
  const changes = new Map<string, TrackedChange>();
  for (const region of descendantsOf(content, 'text:changed-region')) {
    const deletion = childOf(region, 'text:deletion');
    const id = region.attributes['text:id'] ?? region.attributes['xml:id'] ?? '';
    if (deletion) {
      const words = childrenOf(deletion, 'text:p').map(shownWords).join(' ');
      changes.set(id, { kind: 'deleted', words: words === '' ? shownWords(deletion) : words });
    } else if (childOf(region, 'text:insertion')) changes.set(id, { kind: 'inserted', words: '' });
  }
  return changes;
}
