/** Reads a Word file: what a reader of it sees, as blocks, with the numbers that Word counts written out. */
import type { Inline } from '../export/document';
import { openArchive } from './archive';
import type { Archive } from './archive';
import { Builder, imageType, run } from './builder';
import { Counter } from './counting';
import { DocxLists, DocxStyles, isOn, valueOf } from './docxStyles';
import { ImportError } from './importError';
import type { ReadDocument } from './model';
import { symbolOf } from './symbols';
import { childOf, childrenOf, descendantsOf, elementsOf, readXml, wordsIn } from './xml';
import type { XmlElement } from './xml';

const deepestBullet = 4;

/** The document in the bytes of a .docx file. @throws ImportError for what is none */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const archive = openArchive(bytes, (name) => /\.(?:xml|rels|bin)$|^word\/media\//i.test(name));
  return new Reader(archive).read();
}

interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** A field while it is read: what stands between its code and its end is what the reader sees. */
interface Field {
  inResult: boolean;
  code: string;
}

/** A paragraph while it is read. */
interface Content {
  inlines: Inline[];
  /** What stands in or at the paragraph and comes behind it: images and boxes of text. */
  readonly behind: (() => void)[];
  /** Whether a page ends before, or behind, the words. */
  breaks: 'none' | 'before' | 'behind';
}

class Reader {
  readonly #archive: Archive;
  readonly #builder = new Builder();
  readonly #part: string;
  /** Of the part that is being read. */
  #relationships: ReadonlyMap<string, Relationship>;
  readonly #styles: DocxStyles;
  readonly #lists: DocxLists;
  readonly #notes = new Map<string, XmlElement>();
  readonly #comments = new Map<string, string>();
  readonly #counters = new Map<string, Counter>();
  /** Lists and levels whose start was taken. */
  readonly #started = new Set<string>();
  #fields: Field[] = [];
  /** Words of paragraphs whose end a tracked change takes away: the next paragraph begins with them. */
  readonly #carried: Inline[] = [];
  #depth = 0;

  constructor(archive: Archive) {
    this.#archive = archive;
    const package_ = this.#relationshipsOf('');
    const main = [...package_.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target;
    this.#part = main ?? 'word/document.xml';
    this.#relationships = this.#relationshipsOf(this.#part);
    this.#styles = new DocxStyles(this.#related('/styles'));
    this.#lists = new DocxLists(this.#related('/numbering'), this.#styles);
  }

  read(): ReadDocument {
    const root = this.#xml(this.#part);
    const body = childOf(root, 'w:body');
    if (!body) throw new ImportError('no-document');
    for (const kind of ['footnote', 'endnote'] as const)
      for (const note of childrenOf(this.#related(`/${kind}s`), `w:${kind}`))
        this.#notes.set(`${kind} ${note.attributes['w:id'] ?? ''}`, note);
    for (const comment of childrenOf(this.#related('/comments'), 'w:comment'))
      this.#comments.set(comment.attributes['w:id'] ?? '', wordsIn(comment));
    this.#blocks(body);
    for (const [kind, type] of [
      ['header', '/header'],
      ['footer', '/footer'],
    ] as const)
      // prettier-ignore
      for (const { type: of, target } of this.#relationships.values()) {
        const words = of.endsWith(type) ? shownWords(this.#optionalXml(target)) : '';
        // The number of the page alone is no loss: it is put in anew.
        if (/[^\s\d\-–—/第頁共]/.test(words)) this.#builder.lose(kind, words, true);
      }
    if ([...this.#archive.keys()].some((name) => /vbaProject\.bin$/i.test(name)))
      this.#builder.lose('macros', '', true);
    for (const format of this.#lists.unknown) this.#builder.lose('number-format', format, true);
    return this.#builder.document;
  }

  // ---------------------------------------------------------------------------------------------------------- parts

  #xml(part: string): XmlElement {
    const bytes = this.#archive.get(part);
    if (!bytes) throw new ImportError('no-document');
    return readXml(textOf(bytes));
  }

  #optionalXml(part: string): XmlElement | undefined {
    return this.#archive.has(part) ? this.#xml(part) : undefined;
  }

  #related(ending: string): XmlElement | undefined {
    const found = [...this.#relationships.values()].find(({ type, external }) => type.endsWith(ending) && !external);
    return found && this.#optionalXml(found.target);
  }

  #relationshipsOf(part: string): ReadonlyMap<string, Relationship> {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const root = this.#optionalXml(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    return new Map(
      childrenOf(root, 'rel:Relationship').map(({ attributes }): [string, Relationship] => {
        const external = attributes['TargetMode'] === 'External';
        const target = attributes['Target'] ?? '';
        return [attributes['Id'] ?? '', { type: attributes['Type'] ?? '', target: external ? target : within(folder, target), external }]; // prettier-ignore
      }),
    );
  }

  // --------------------------------------------------------------------------------------------------------- blocks

  #blocks(parent: XmlElement): void {
    for (const element of elementsOf(parent)) this.#block(element);
    if (parent.name === 'w:body' || parent.name === 'w:txbxContent') this.#endCarried();
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
        this.#builder.lose('object', this.#relationships.get(element.attributes['r:id'] ?? '')?.target ?? '');
        break;
      case 'w:sdt':
        for (const content of childrenOf(element, 'w:sdtContent')) this.#blocks(content);
        break;
      case 'w:customXml':
      case 'w:smartTag':
        this.#blocks(element);
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#builder.lose('inserted', shownWords(element));
        this.#blocks(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#builder.lose('deleted', wordsIn(element));
        break;
      case 'mc:AlternateContent':
        this.#blocks(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element);
        break;
    }
  }

  #paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr');
    const styleId = valueOf(properties, 'w:pStyle');
    const style = this.#styles.of(styleId);
    const content = this.#content(element, style.bold ?? false);
    content.inlines.unshift(...this.#carried.splice(0));
    // Its end is struck out: what is left of it begins the next paragraph, and no number counts it.
    if (hasDeletedEnd(properties)) {
      this.#carried.push(...content.inlines);
      for (const add of content.behind) add();
      return;
    }
    const number = this.#number(properties, styleId);
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
    if (content.breaks === 'behind' || childOf(properties, 'w:sectPr')) this.#builder.pageBreak();
  }

  /** Adds what paragraphs without an end have left, where no other paragraph follows. */
  #endCarried(): void {
    if (this.#carried.length === 0) return;
    this.#builder.paragraph({ style: 'text', level: 1, number: '', content: this.#carried.splice(0), look: '' });
  }

  /** The number of a paragraph as Word counts it. */
  #number(
    properties: XmlElement | undefined,
    styleId: string | undefined,
  ): { readonly form: string; readonly level: number; readonly written: string } | undefined {
    // prettier-ignore
    const own = childOf(properties, 'w:numPr');
    const style = this.#styles.of(styleId);
    const id = valueOf(own, 'w:numId') ?? style.list;
    if (id === undefined || id === '0') return undefined;
    const list = this.#lists.of(id);
    if (!list) return undefined;
    const ofStyle = styleId === undefined ? -1 : list.styles.indexOf(styleId);
    const level = Number(valueOf(own, 'w:ilvl') ?? (ofStyle >= 0 ? ofStyle : (style.level ?? 0)));
    const looks = list.levels[level];
    if (!looks) return undefined;
    let counter = this.#counters.get(list.abstract);
    if (!counter) this.#counters.set(list.abstract, (counter = new Counter()));
    const key = `${id} ${level}`;
    const start = this.#started.has(key) ? undefined : list.starts.get(level);
    this.#started.add(key);
    return { form: looks.form, level, written: counter.next(list.levels, level, start) };
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
    const read = (parent: XmlElement): void => {
      for (const element of elementsOf(parent)) {
        switch (element.name) {
          case 'w:p': {
            const properties = childOf(element, 'w:pPr');
            const styleId = valueOf(properties, 'w:pStyle');
            const own = this.#content(element, this.#styles.of(styleId).bold ?? false);
            const isDeleted = hasDeletedEnd(properties);
            const number = isDeleted ? undefined : this.#number(properties, styleId);
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
                read(inner);
              }
              isJoined = false;
            }
            break;
          case 'w:sdt':
            for (const inner of childrenOf(element, 'w:sdtContent')) read(inner);
            break;
          case 'w:ins':
          case 'w:moveTo':
            this.#builder.lose('inserted', shownWords(element));
            read(element);
            break;
          case 'w:del':
          case 'w:moveFrom':
            this.#builder.lose('deleted', wordsIn(element));
            break;
          case 'w:customXml':
          case 'w:smartTag':
            read(element);
            break;
          case 'mc:AlternateContent':
            read(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element);
            break;
        }
      }
    };
    if (++this.#depth < 20) read(cell);
    this.#depth--;
    return content;
  }

  // -------------------------------------------------------------------------------------------------------- inlines

  #content(paragraph: XmlElement, bold: boolean): Content {
    const content: Content = { inlines: [], behind: [], breaks: 'none' };
    this.#inlines(paragraph, content, bold);
    return content;
  }

  #inlines(parent: XmlElement, into: Content, styleBold: boolean): void {
    for (const element of elementsOf(parent)) {
      switch (element.name) {
        case 'w:r':
          this.#run(element, into, styleBold);
          break;
        case 'w:hyperlink': {
          const from = into.inlines.length;
          this.#inlines(element, into, styleBold);
          const target = this.#relationships.get(element.attributes['r:id'] ?? '');
          if (target?.external) link(into, from, target.target);
          break;
        }
        case 'w:ins':
        case 'w:moveTo':
          this.#builder.lose('inserted', shownWords(element));
          this.#inlines(element, into, styleBold);
          break;
        case 'w:del':
        case 'w:moveFrom':
          if (wordsIn(element).trim() !== '') this.#builder.lose('deleted', wordsIn(element));
          break;
        case 'w:sdt':
          for (const inner of childrenOf(element, 'w:sdtContent')) this.#inlines(inner, into, styleBold);
          break;
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:fldSimple':
        case 'w:dir':
        case 'w:bdo':
          this.#inlines(element, into, styleBold);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.#builder.lose('formula', wordsIn(element));
          into.inlines.push(run(wordsIn(element)));
          break;
        case 'mc:AlternateContent':
          this.#inlines(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element, into, styleBold);
          break;
      }
    }
  }

  #run(element: XmlElement, into: Content, styleBold: boolean): void {
    const properties = childOf(element, 'w:rPr');
    const style = this.#styles.of(valueOf(properties, 'w:rStyle') ?? 'no style');
    const own = isOn(properties, 'w:b') ?? style.bold;
    // The weight of a paragraph's style is its look, not a stress.
    const bold = own === true && !styleBold;
    const italic = isOn(properties, 'w:i') ?? style.italic ?? false;
    if (isOn(properties, 'w:vanish') ?? false) {
      if (wordsIn(element).trim() !== '') this.#builder.lose('hidden', wordsIn(element));
      return;
    }
    const say = (text: string): void => {
      if (this.#fields.every(({ inResult }) => inResult)) into.inlines.push(run(text, bold, italic));
    };
    for (const child of elementsOf(element)) {
      switch (child.name) {
        case 'w:t':
          say(wordsIn(child));
          break;
        case 'w:tab':
        case 'w:ptab':
          say('\t');
          break;
        case 'w:noBreakHyphen':
          say('-');
          break;
        case 'w:br':
          if (child.attributes['w:type'] === 'page') into.breaks = into.inlines.length > 0 ? 'behind' : 'before';
          else if (this.#fields.every(({ inResult }) => inResult)) into.inlines.push({ kind: 'break' });
          break;
        case 'w:cr':
          into.inlines.push({ kind: 'break' });
          break;
        case 'w:sym': {
          const symbol = symbolOf(child.attributes['w:font'] ?? '', parseInt(child.attributes['w:char'] ?? '', 16));
          if (symbol === undefined) this.#builder.lose('symbol', `${child.attributes['w:font'] ?? ''} ${child.attributes['w:char'] ?? ''}`); // prettier-ignore
          say(symbol ?? '□');
          break;
        }
        case 'w:fldChar':
          this.#field(child.attributes['w:fldCharType'] ?? '');
          break;
        case 'w:instrText': {
          const field = this.#fields.at(-1);
          if (field) field.code += wordsIn(child);
          break;
        }
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          this.#note(child, into);
          break;
        case 'w:commentReference':
          this.#builder.lose('comment', this.#comments.get(child.attributes['w:id'] ?? '') ?? '');
          break;
        case 'w:ruby': {
          const basis = childOf(child, 'w:rubyBase');
          this.#builder.lose('ruby', shownWords(childOf(child, 'w:rt')));
          if (basis) this.#inlines(basis, into, styleBold);
          break;
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.#drawing(child, into);
          break;
        case 'mc:AlternateContent': {
          const chosen = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback');
          for (const inner of chosen ? elementsOf(chosen) : []) this.#drawing(inner, into);
          break;
        }
      }
    }
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.push({ inResult: false, code: '' });
    else if (type === 'separate') {
      const field = this.#fields.at(-1);
      if (field) field.inResult = true;
    } else if (type === 'end') this.#fields.pop();
  }

  #note(mark: XmlElement, into: Content): void {
    const kind = mark.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const note = this.#notes.get(`${kind} ${mark.attributes['w:id'] ?? ''}`);
    if (!note || ++this.#depth > 20) return;
    const [fields, relationships] = [this.#fields, this.#relationships];
    this.#fields = [];
    const part = [...relationships.values()].find(({ type }) => type.endsWith(`/${kind}s`))?.target;
    if (part !== undefined) this.#relationships = this.#relationshipsOf(part);
    const paragraphs = [...descendantsOf(note, 'w:p')].map((paragraph) => this.#content(paragraph, false));
    this.#fields = fields;
    this.#relationships = relationships;
    this.#depth--;
    if (kind === 'endnote') this.#builder.lose('endnote', shownWords(note));
    const index = this.#builder.footnote(paragraphs.map(({ inlines }) => inlines));
    into.inlines.push({ kind: 'footnote', index });
    // What is drawn in a note comes behind the paragraph that has its mark.
    into.behind.push(...paragraphs.flatMap(({ behind }) => behind));
  }

  /** Images, boxes of text, and what else is drawn or put in. */
  #drawing(drawing: XmlElement, into: Content): void {
    let found = false;
    const about = [...descendantsOf(drawing, 'wp:docPr')][0]?.attributes;
    const description = about?.['descr'] ?? about?.['title'] ?? '';
    const images = [
      ...[...descendantsOf(drawing, 'a:blip')].map(({ attributes }) => attributes['r:embed'] ?? attributes['r:link']),
      ...[...descendantsOf(drawing, 'v:imagedata')].map(({ attributes }) => attributes['r:id']),
    ];
    for (const id of images) {
      found = true;
      this.#image(this.#relationships.get(id ?? ''), description, into);
    }
    for (const box of descendantsOf(drawing, 'w:txbxContent')) {
      found = true;
      if (shownWords(box).trim() === '' && ![...descendantsOf(box, 'a:blip')].length) continue;
      this.#builder.lose('text-box', shownWords(box));
      into.behind.push(() => {
        const outside = this.#carried.splice(0);
        if (++this.#depth < 20) this.#blocks(box);
        this.#depth--;
        this.#carried.push(...outside);
      });
    }
    for (const { attributes } of descendantsOf(drawing, 'v:textpath')) {
      found = true;
      this.#builder.lose('drawing', attributes['string'] ?? '');
    }
    // Of an embedded table or document its picture comes along, if anything does.
    if (drawing.name === 'w:object') this.#builder.lose('object', programOf(drawing));
    // A line or a frame is no content.
    else if (!found && [...descendantsOf(drawing, 'a:graphicData')].length > 0 && !/wps:wsp|wpg/.test(drawingKind(drawing)))
      this.#builder.lose('drawing', description === '' ? (about?.['name'] ?? '') : description); // prettier-ignore
  }

  #image(relationship: Relationship | undefined, description: string, into: Content): void {
    if (relationship?.external) {
      this.#builder.lose('linked-image', relationship.target);
      return;
    }
    const bytes = relationship && this.#archive.get(relationship.target);
    const type = bytes && imageType(bytes);
    if (!bytes || type === undefined) {
      this.#builder.lose('unreadable-image', relationship?.target.split('/').at(-1) ?? description);
      return;
    }
    const image = this.#builder.image(bytes, type);
    into.behind.push(() => {
      this.#builder.add({ kind: 'figure', image, description });
    });
  }
}

/** The program that an embedded object is of: Excel.Sheet.12. */
function programOf(object: XmlElement): string {
  return elementsOf(object).find(({ attributes }) => attributes['ProgID'] !== undefined)?.attributes['ProgID'] ?? '';
}

function drawingKind(drawing: XmlElement): string {
  const data = [...descendantsOf(drawing, 'a:graphicData')][0];
  return (data ? elementsOf(data) : []).map(({ name }) => name).join(' ');
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** `target` of a part of `folder` as a name in the archive. */
function within(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The words that a reader sees: without the codes of fields and what was deleted. */
function shownWords(element: XmlElement | undefined): string {
  if (!element) return '';
  if (element.name === 'w:instrText' || element.name === 'w:delText' || element.name === 'mc:Fallback') return '';
  const words = element.children.map((child) => (typeof child === 'string' ? child : shownWords(child))).join('');
  return element.name === 'w:p' ? `${words} ` : words;
}

function outlineOf(properties: XmlElement | undefined): number | undefined {
  const value = valueOf(properties, 'w:outlineLvl');
  return value !== undefined && /^\d$/.test(value) ? Number(value) : undefined;
}

/** Whether a tracked change takes the end of a paragraph away. @param properties its w:pPr */
function hasDeletedEnd(properties: XmlElement | undefined): boolean {
  const ofMark = childOf(properties, 'w:rPr');
  return childOf(ofMark, 'w:del') !== undefined || childOf(ofMark, 'w:moveFrom') !== undefined;
}

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return elementsOf(table).flatMap((child) =>
    child.name === 'w:tr'
      ? [child]
      : child.name === 'w:sdt' ||
          child.name === 'w:sdtContent' ||
          child.name === 'w:ins' ||
          child.name === 'w:customXml'
        ? rowsOf(child)
        : [],
  );
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return elementsOf(row).flatMap((child) =>
    child.name === 'w:tc' ? [child] : /^w:(?:sdt|sdtContent|ins|customXml)$/.test(child.name) ? cellsOf(child) : [],
  );
}

/** Makes a link of the words from `from` on, where its address is one that a report may lead to. */
function link(into: Content, from: number, target: string): void {
  if (!/^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(target)) return;
  const words = into.inlines.slice(from);
  if (words.length === 0 || words.some(({ kind }) => kind !== 'text')) return;
  into.inlines.splice(from, words.length, {
    kind: 'link',
    target,
    content: words.filter((inline) => inline.kind === 'text'),
  });
}
