/** The styles and lists of a Word file, as far as they say what a paragraph is. */
import { endsWide } from './counting';
import type { CountingForm, CountingLevel } from './counting';
import { childOf, childrenOf } from './xml';
import type { XmlElement } from './xml';

/** Whether an on/off property is on: `<w:b/>`, `<w:b w:val="0"/>`; undefined where nothing is said. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  if (!element) return undefined;
  return !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? 'true');
}

export function valueOf(properties: XmlElement | undefined, name: string): string | undefined {
  return childOf(properties, name)?.attributes['w:val'];
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;

export interface StyleFacts {
  /** In small letters: Word's own names are the same in every language. */
  readonly name: string;
  /** 0 for the outermost heading; 9 is body. */
  readonly outline: number | undefined;
  readonly list: string | undefined;
  readonly level: number | undefined;
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
}

export class DocxStyles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #facts = new Map<string, StyleFacts>();
  #usual: string | undefined;

  constructor(styles: XmlElement | undefined) {
    for (const style of childrenOf(styles, 'w:style')) {
      const id = style.attributes['w:styleId'];
      if (id === undefined) continue;
      this.#elements.set(id, style);
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') this.#usual = id;
    }
  }

  /** The facts of the style, with what it takes from those it is based on. @param id the usual style where undefined */
  of(id: string | undefined): StyleFacts {
    const key = id ?? this.#usual ?? '';
    const known = this.#facts.get(key);
    if (known) return known;
    const facts = this.#read(key, new Set());
    this.#facts.set(key, facts);
    return facts;
  }

  #read(id: string, seen: Set<string>): StyleFacts {
    const style = this.#elements.get(id);
    if (!style || seen.has(id))
      return { name: '', outline: undefined, list: undefined, level: undefined, bold: undefined, italic: undefined };
    seen.add(id);
    const basis = valueOf(style, 'w:basedOn');
    const below = basis === undefined ? undefined : this.#read(basis, seen);
    const paragraph = childOf(style, 'w:pPr');
    const words = childOf(style, 'w:rPr');
    const numbering = childOf(paragraph, 'w:numPr');
    const name = (valueOf(style, 'w:name') ?? '').toLowerCase();
    const heading = wholeNumber(/^heading (\d)$/.exec(name)?.[1]);
    return {
      name,
      outline:
        wholeNumber(valueOf(paragraph, 'w:outlineLvl')) ??
        (heading === undefined ? undefined : heading - 1) ??
        below?.outline,
      list: valueOf(numbering, 'w:numId') ?? below?.list,
      level: wholeNumber(valueOf(numbering, 'w:ilvl')) ?? below?.level,
      bold: isOn(words, 'w:b') ?? below?.bold,
      italic: isOn(words, 'w:i') ?? below?.italic,
    };
  }

  /** The numbering that a list style leads to. */
  listOfStyle(id: string): string | undefined {
    const style = this.#elements.get(id);
    return valueOf(childOf(childOf(style, 'w:pPr'), 'w:numPr'), 'w:numId');
  }
}

const forms: Readonly<Record<string, CountingLevel['form']>> = {
  decimal: 'decimal', decimalZero: 'zero', upperRoman: 'roman', lowerRoman: 'roman-small', upperLetter: 'letter',
  lowerLetter: 'letter-small', ideographLegalTraditional: 'formal', chineseLegalSimplified: 'formal',
  taiwaneseCountingThousand: 'han', taiwaneseCounting: 'han', chineseCountingThousand: 'han', chineseCounting: 'han',
  japaneseCounting: 'han', koreanCounting: 'han', ideographDigital: 'han-digits', taiwaneseDigital: 'han-digits',
  japaneseDigitalTenThousand: 'han-digits', ideographTraditional: 'stem', ideographZodiac: 'branch',
  decimalEnclosedCircle: 'circled', decimalEnclosedCircleChinese: 'circled', decimalFullWidth: 'full-width',
  decimalFullWidth2: 'full-width', decimalHalfWidth: 'decimal', bullet: 'bullet', none: 'none',
} satisfies Record<string, CountingForm | 'none' | 'bullet'>; // prettier-ignore

export interface DocxList {
  /** Lists of one abstract definition count together. */
  readonly abstract: string;
  readonly levels: readonly CountingLevel[];
  /** Where the list begins anew with its first number, by level. */
  readonly starts: ReadonlyMap<number, number>;
  /** Styles by level, of paragraphs that are in the list by their style alone. */
  readonly styles: readonly (string | undefined)[];
}

export class DocxLists {
  readonly #abstracts = new Map<string, XmlElement>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #read = new Map<string, DocxList | undefined>();
  readonly #styles: DocxStyles;
  /** Formats of numbers that are not known, for the list of losses. */
  readonly unknown = new Set<string>();

  constructor(numbering: XmlElement | undefined, styles: DocxStyles) {
    this.#styles = styles;
    for (const one of childrenOf(numbering, 'w:abstractNum')) this.#abstracts.set(one.attributes['w:abstractNumId'] ?? '', one); // prettier-ignore
    for (const one of childrenOf(numbering, 'w:num')) this.#lists.set(one.attributes['w:numId'] ?? '', one);
  }

  of(id: string): DocxList | undefined {
    if (!this.#read.has(id)) this.#read.set(id, this.#list(id));
    return this.#read.get(id);
  }

  #list(id: string): DocxList | undefined {
    const list = this.#lists.get(id);
    let abstract = valueOf(list, 'w:abstractNumId');
    if (!list || abstract === undefined) return undefined;
    // A list that is a style's has its levels where the style has them.
    for (let steps = 0; steps < 4; steps++) {
      const style = valueOf(this.#abstracts.get(abstract), 'w:numStyleLink');
      const other = style === undefined ? undefined : this.#styles.listOfStyle(style);
      const next: string | undefined =
        other === undefined ? undefined : valueOf(this.#lists.get(other), 'w:abstractNumId');
      if (next === undefined || next === abstract) break;
      abstract = next;
    }
    const own = this.#abstracts.get(abstract);
    const levels = new Map<number, XmlElement>();
    for (const level of childrenOf(own, 'w:lvl')) levels.set(Number(level.attributes['w:ilvl']), level);
    const starts = new Map<number, number>();
    for (const override of childrenOf(list, 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl']);
      const level = childOf(override, 'w:lvl');
      if (level) levels.set(at, level);
      const start = wholeNumber(valueOf(override, 'w:startOverride'));
      if (start !== undefined) starts.set(at, start);
    }
    const all = Array.from({ length: 9 }, (_, at) => levels.get(at));
    return {
      abstract,
      levels: all.map((level) => this.#level(level)),
      starts,
      styles: all.map((level) => valueOf(level, 'w:pStyle')),
    };
  }

  #level(level: XmlElement | undefined): CountingLevel {
    const named = valueOf(level, 'w:numFmt') ?? 'decimal';
    const form = forms[named];
    if (form === undefined) this.unknown.add(named);
    const gap = valueOf(level, 'w:suff');
    const text = valueOf(level, 'w:lvlText') ?? '';
    return {
      form: level ? (form ?? 'decimal') : 'none',
      text,
      start: wholeNumber(valueOf(level, 'w:start')) ?? 0,
      digits: isOn(level, 'w:isLgl') ?? false,
      restartsBehind: wholeNumber(valueOf(level, 'w:lvlRestart')),
      gap: gap === 'nothing' || endsWide(text) ? '' : ' ',
    };
  }
}
