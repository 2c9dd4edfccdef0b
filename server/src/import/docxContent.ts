/** Reads what stands in the paragraphs of a Word file: runs, links, fields, tracked changes, notes. */
import type { Inline } from '../export/document';
import type { Builder } from './builder';
import { run } from './builder';
import { DrawingReader } from './docxDrawings';
import { alternativeOf, isOn, shownWords, valueOf } from './docxElements';
import { fieldWords } from './docxFields';
import { controlBox, formFieldValue, promptsIn } from './docxFormFields';
import type { DocxPackage, Relationships } from './docxPackage';
import type { DocxStyles } from './docxStyles';
import { shifted, symbolOf, unknownSign, withoutSymbolFont } from './symbols';
import { childOf, childrenOf, descendantsOf, elementsOf, wordsIn } from './xml';
import type { XmlElement } from './xml';

/** A paragraph while it is read. */
export interface Content {
  inlines: Inline[];
  /** What stands in or at the paragraph and comes behind it: images and boxes of text. */
  readonly behind: (() => void)[];
  /** Whether a page ends before, or behind, the words. */
  breaks: 'none' | 'before' | 'behind';
}

/** A field while it is read: what stands between its code and its end is what the reader sees. */
interface Field {
  inResult: boolean;
  /** What Word makes the result of: `EQ \\o\\ac(○,1)`. */
  code: string;
  /** Of a field of a form: what it shows if no words of its own do. */
  readonly value: string | undefined;
  hasWords: boolean;
}

/** Writes what stands in a run. */
interface RunWriter {
  /** Adds words in the look of the run. */
  readonly say: (text: string) => void;
  /** What letters show in the font of the run. */
  readonly spell: (letters: string) => string;
}

/** Five blanks of this kind are a field of a form in which nothing is written. */
const unfilled = /^\u2002+$/;
/** Notes in notes in notes end somewhere. */
const deepestNote = 20;

export class ContentReader {
  readonly #package: DocxPackage;
  readonly #styles: DocxStyles;
  readonly #builder: Builder;
  readonly #drawings: DrawingReader;
  /** Of the part that is being read. */
  #relationships: Relationships;
  readonly #notes = new Map<string, XmlElement>();
  readonly #comments = new Map<string, string>();
  readonly #prompts: ReadonlyMap<XmlElement, XmlElement>;
  readonly #promptsTold = new Set<XmlElement>();
  #fields: Field[] = [];
  #depth = 0;

  /** @param readBox adds the paragraphs of a box of text as blocks */
  constructor(
    package_: DocxPackage,
    body: XmlElement,
    styles: DocxStyles,
    builder: Builder,
    readBox: (box: XmlElement) => void,
  ) {
    this.#package = package_;
    this.#styles = styles;
    this.#builder = builder;
    this.#drawings = new DrawingReader(package_, builder, readBox);
    this.#relationships = package_.relationships;
    this.#prompts = promptsIn(body);
    for (const kind of ['footnote', 'endnote'] as const)
      for (const note of childrenOf(package_.related(`/${kind}s`), `w:${kind}`))
        this.#notes.set(`${kind} ${note.attributes['w:id'] ?? ''}`, note);
    for (const comment of childrenOf(package_.related('/comments'), 'w:comment'))
      this.#comments.set(comment.attributes['w:id'] ?? '', wordsIn(comment));
  }

  /**
   * What stands in a paragraph.
   * @param styleBold the style of the paragraph is bold: no stress, but a look
   */
  read(paragraph: XmlElement, styleBold: boolean): Content {
    const content: Content = { inlines: [], behind: [], breaks: 'none' };
    this.#inlines(elementsOf(paragraph), content, styleBold);
    return content;
  }

  #inlines(elements: readonly XmlElement[], into: Content, styleBold: boolean): void {
    for (const element of elements) {
      switch (element.name) {
        case 'w:r':
          this.#run(element, into, styleBold);
          break;
        case 'w:hyperlink': {
          const from = into.inlines.length;
          this.#inlines(elementsOf(element), into, styleBold);
          const target = this.#relationships.get(element.attributes['r:id'] ?? '');
          if (target?.external) link(into, from, target.target);
          break;
        }
        case 'w:ins':
        case 'w:moveTo':
          this.#builder.lose('inserted', shownWords(element));
          this.#inlines(elementsOf(element), into, styleBold);
          break;
        case 'w:del':
        case 'w:moveFrom':
          if (wordsIn(element).trim() !== '') this.#builder.lose('deleted', wordsIn(element));
          break;
        case 'w:sdt': {
          for (const inner of childrenOf(element, 'w:sdtContent')) this.#inlines(elementsOf(inner), into, styleBold);
          const box = controlBox(element);
          if (box !== undefined) into.inlines.push(run(box));
          break;
        }
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:fldSimple':
        case 'w:dir':
        case 'w:bdo':
          this.#inlines(elementsOf(element), into, styleBold);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.#builder.lose('formula', wordsIn(element));
          into.inlines.push(run(wordsIn(element)));
          break;
        case 'mc:AlternateContent':
          this.#inlines(alternativeOf(element), into, styleBold);
          break;
      }
    }
  }

  #run(element: XmlElement, into: Content, styleBold: boolean): void {
    const prompted = this.#prompts.get(element);
    if (prompted) {
      if (!this.#promptsTold.has(prompted)) this.#builder.lose('prompt', shownWords(prompted));
      this.#promptsTold.add(prompted);
      return;
    }
    const properties = childOf(element, 'w:rPr');
    const style = this.#styles.of(valueOf(properties, 'w:rStyle') ?? 'no style');
    const own = isOn(properties, 'w:b') ?? style.bold;
    // The weight of a paragraph's style is its look, not a stress.
    const bold = own === true && !styleBold;
    const italic = isOn(properties, 'w:i') ?? style.italic ?? false;
    if (isOn(properties, 'w:vanish') ?? style.hidden) {
      if (wordsIn(element).trim() !== '') this.#builder.lose('hidden', wordsIn(element));
      return;
    }
    const font = childOf(properties, 'w:rFonts')?.attributes['w:ascii'];
    const shift = valueOf(properties, 'w:vertAlign');
    const say = (text: string): void => {
      if (!this.#isShown || (unfilled.test(text) && this.#fields.some(({ value }) => value !== undefined))) return;
      for (const field of this.#fields) field.hasWords ||= text.trim() !== '';
      const isShifted = shift === 'superscript' || shift === 'subscript';
      into.inlines.push(
        run(isShifted ? shifted(text, shift === 'superscript' ? 'raised' : 'lowered') : text, bold, italic),
      );
    };
    const spell = (letters: string): string =>
      withoutSymbolFont(letters, font, (sign) => {
        this.#builder.lose('symbol', sign);
      });
    for (const child of elementsOf(element)) this.#inRun(child, into, styleBold, { say, spell });
  }

  /** Whether what stands here is shown, and no code of a field. */
  get #isShown(): boolean {
    return this.#fields.every(({ inResult }) => inResult);
  }

  #inRun(child: XmlElement, into: Content, styleBold: boolean, writer: RunWriter): void {
    const { say, spell } = writer;
    switch (child.name) {
      case 'w:t':
        say(spell(wordsIn(child)));
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
        else if (this.#isShown) into.inlines.push({ kind: 'break' });
        break;
      case 'w:cr':
        into.inlines.push({ kind: 'break' });
        break;
      case 'w:sym': {
        const [font, code] = [child.attributes['w:font'] ?? '', child.attributes['w:char'] ?? ''];
        const symbol = symbolOf(font, parseInt(code, 16));
        if (symbol === undefined) this.#builder.lose('symbol', `${font} ${code}`);
        say(symbol ?? unknownSign);
        break;
      }
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field && !field.inResult) field.code += wordsIn(child);
        break;
      }
      case 'w:fldChar':
        this.#field(child, say);
        break;
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
        if (basis) this.#inlines(elementsOf(basis), into, styleBold);
        break;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        into.behind.push(...this.#drawings.read(child, this.#relationships));
        break;
      case 'w:contentPart': // what was drawn with a pen
        this.#builder.lose('drawing');
        break;
      case 'mc:AlternateContent':
        for (const inner of alternativeOf(child)) this.#inRun(inner, into, styleBold, writer);
        break;
    }
  }

  #field(mark: XmlElement, say: (text: string) => void): void {
    switch (mark.attributes['w:fldCharType'] ?? '') {
      case 'begin':
        this.#fields.push({ inResult: false, code: '', value: formFieldValue(mark), hasWords: false });
        break;
      case 'separate': {
        const field = this.#fields.at(-1);
        if (field) field.inResult = true;
        break;
      }
      case 'end': {
        const field = this.#fields.pop();
        if (!field || field.hasWords) break;
        const { words, lost } =
          field.value === undefined ? fieldWords(field.code) : { words: field.value, lost: undefined };
        if (lost && this.#isShown) this.#builder.lose(lost.kind, lost.words);
        if (words !== '') say(words);
      }
    }
  }

  #note(mark: XmlElement, into: Content): void {
    const kind = mark.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const note = this.#notes.get(`${kind} ${mark.attributes['w:id'] ?? ''}`);
    if (!note || this.#depth >= deepestNote) return;
    this.#depth++;
    const [fields, relationships] = [this.#fields, this.#relationships];
    this.#fields = [];
    const part = [...relationships.values()].find(({ type }) => type.endsWith(`/${kind}s`))?.target;
    if (part !== undefined) this.#relationships = this.#package.relationshipsOf(part);
    const paragraphs = [...descendantsOf(note, 'w:p')].map((paragraph) => this.read(paragraph, false));
    this.#fields = fields;
    this.#relationships = relationships;
    this.#depth--;
    if (kind === 'endnote') this.#builder.lose('endnote', shownWords(note));
    const index = this.#builder.footnote(paragraphs.map(({ inlines }) => inlines));
    into.inlines.push({ kind: 'footnote', index });
    // What is drawn in a note comes behind the paragraph that has its mark.
    into.behind.push(...paragraphs.flatMap(({ behind }) => behind));
  }
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
