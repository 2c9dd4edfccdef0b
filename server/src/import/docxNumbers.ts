/** The lists of a Word file, and the numbers that Word counts by them. */
import { Counter, endsWide } from './counting';
import type { CountingForm, CountingLevel } from './counting';
import { isOn, valueOf, wholeNumber } from './docxElements';
import type { DocxStyles } from './docxStyles';
import { childOf, childrenOf } from './xml';
import type { XmlElement } from './xml';

const forms: Readonly<Record<string, CountingLevel['form']>> = {
  decimal: 'decimal', decimalZero: 'zero', upperRoman: 'roman', lowerRoman: 'roman-small', upperLetter: 'letter',
  lowerLetter: 'letter-small', ideographLegalTraditional: 'formal', chineseLegalSimplified: 'formal',
  taiwaneseCountingThousand: 'han', taiwaneseCounting: 'han', chineseCountingThousand: 'han', chineseCounting: 'han',
  japaneseCounting: 'han', koreanCounting: 'han', ideographDigital: 'han-digits', taiwaneseDigital: 'han-digits',
  japaneseDigitalTenThousand: 'han-digits', ideographTraditional: 'stem', ideographZodiac: 'branch',
  decimalEnclosedCircle: 'circled', decimalEnclosedCircleChinese: 'circled', decimalEnclosedParen: 'bracketed',
  decimalEnclosedFullstop: 'stopped', ideographEnclosedCircle: 'han-circled', decimalFullWidth: 'full-width',
  decimalFullWidth2: 'full-width', decimalHalfWidth: 'decimal', bullet: 'bullet', none: 'none',
} satisfies Record<string, CountingForm | 'none' | 'bullet'>; // prettier-ignore

interface DocxList {
  /** Lists of one abstract definition count together. */
  readonly abstract: string;
  readonly levels: readonly CountingLevel[];
  /** Where the list begins anew with its first number, by level. */
  readonly starts: ReadonlyMap<number, number>;
  /** Styles by level, of paragraphs that are in the list by their style alone. */
  readonly styles: readonly (string | undefined)[];
}

class DocxLists {
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

export interface DocxNumber {
  readonly form: CountingLevel['form'];
  /** 0 for the outermost. */
  readonly level: number;
  /** The number with its marks and gap; empty for a bullet. */
  readonly written: string;
}

/** Counts the paragraphs of a document, which are asked for in their order. */
export class DocxNumbers {
  readonly #styles: DocxStyles;
  readonly #lists: DocxLists;
  /** By the abstract definition of the list. */
  readonly #counters = new Map<string, Counter>();
  /** Lists and levels whose start was taken. */
  readonly #started = new Set<string>();

  constructor(numbering: XmlElement | undefined, styles: DocxStyles) {
    this.#styles = styles;
    this.#lists = new DocxLists(numbering, styles);
  }

  /** Formats of numbers that are not known, among those that were counted. */
  get unknownFormats(): ReadonlySet<string> {
    return this.#lists.unknown;
  }

  /** The number of the next paragraph; undefined for one in no list. @param properties its w:pPr */
  next(properties: XmlElement | undefined, styleId: string | undefined): DocxNumber | undefined {
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
}
