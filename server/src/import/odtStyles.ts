/** The styles and lists of an ODF file, as far as they say what a paragraph is. */
import { endsWide } from './counting';
import type { CountingForm, CountingLevel } from './counting';
import { childOf, childrenOf, descendantsOf, elementsOf, wordsIn } from './xml';
import type { XmlElement } from './xml';

export interface OdtStyleFacts {
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
  readonly hidden: boolean;
  /** The name of the font. */
  readonly font: string | undefined;
  /** Whether its words stand above or below the line. */
  readonly shift: 'raised' | 'lowered' | undefined;
  /** 1 for the outermost heading. */
  readonly outline: number | undefined;
  readonly breaksBefore: boolean;
  readonly breaksBehind: boolean;
  readonly isContents: boolean;
  /** The style that an author chose; those that the program makes of it by itself share it. */
  readonly look: string;
}

const forms: Readonly<Record<string, CountingForm>> = {
  '1': 'decimal', a: 'letter-small', A: 'letter', i: 'roman-small', I: 'roman',
  '一': 'han', '壹': 'formal', '壱': 'formal', '甲': 'stem', '子': 'branch', '①': 'circled', '１': 'full-width', '〇': 'han-digits', '01': 'zero',
}; // prettier-ignore

export class OdtStyles {
  /** Words of headers and footers. */
  readonly pageWords: (readonly ['header' | 'footer', string])[] = [];
  readonly unknownFormats = new Set<string>();
  /** The numbers of headings that stand in no list; none where headings are not counted. */
  readonly outlineLevels: readonly CountingLevel[];
  readonly #styles = new Map<string, XmlElement>();
  readonly #automatic = new Set<string>();
  /** The families of fonts by the names that styles call them. */
  readonly #families = new Map<string, string>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #facts = new Map<string, OdtStyleFacts>();
  readonly #levels = new Map<string, readonly CountingLevel[]>();

  /** @param roots of the files that hold styles; the later one goes before the one before */
  constructor(roots: readonly (XmlElement | undefined)[]) {
    let outline: readonly CountingLevel[] = [];
    for (const root of roots) {
      for (const holder of root ? elementsOf(root) : []) {
        const isAutomatic = holder.name === 'office:automatic-styles';
        for (const style of elementsOf(holder)) {
          const name = style.attributes['style:name'] ?? '';
          if (style.name === 'style:style') {
            this.#styles.set(name, style);
            if (isAutomatic) this.#automatic.add(name);
          } else if (style.name === 'text:list-style') this.#lists.set(name, style);
          else if (style.name === 'style:font-face')
            this.#families.set(name, style.attributes['svg:font-family'] ?? name);
          else if (style.name === 'text:outline-style') outline = this.#levelsIn(style);
          else if (style.name === 'style:master-page')
            for (const kind of ['header', 'footer'] as const)
              // Left and first pages may have their own.
              for (const page of ['', '-left', '-first'])
                for (const part of childrenOf(style, `style:${kind}${page}`))
                  this.pageWords.push([kind, wordsIn(part)]);
        }
      }
    }
    this.outlineLevels = outline.some(({ form, text }) => form !== 'none' || text !== '') ? outline : [];
  }

  of(name: string): OdtStyleFacts {
    const known = this.#facts.get(name);
    if (known) return known;
    const facts = this.#read(name, 0);
    this.#facts.set(name, facts);
    return facts;
  }

  #read(name: string, depth: number): OdtStyleFacts {
    const style = this.#styles.get(name);
    if (!style || depth > 20)
      return {
        bold: undefined, italic: undefined, hidden: false, font: undefined, shift: undefined, outline: undefined, breaksBefore: false, breaksBehind: false, isContents: false, look: name,
      }; // prettier-ignore
    const { attributes } = style;
    const parentName = attributes['style:parent-style-name'];
    const parent = parentName === undefined ? undefined : this.#read(parentName, depth + 1);
    const text = childOf(style, 'style:text-properties')?.attributes;
    const paragraph = childOf(style, 'style:paragraph-properties')?.attributes;
    // Chinese words have a weight of their own.
    const weight = text?.['style:font-weight-asian'] ?? text?.['fo:font-weight'];
    const slant = text?.['fo:font-style'] ?? text?.['style:font-style-asian'];
    const display = text?.['text:display'];
    const face = text?.['style:font-name'];
    const family = text?.['fo:font-family'] ?? (face === undefined ? undefined : (this.#families.get(face) ?? face));
    const position = text?.['style:text-position'];
    const outline = Number(attributes['style:default-outline-level']);
    const before = paragraph?.['fo:break-before'];
    const master = attributes['style:master-page-name'];
    return {
      bold: weight === undefined ? parent?.bold : weight === 'bold' || Number(weight) >= 600,
      italic: slant === undefined ? parent?.italic : slant === 'italic',
      hidden: display === undefined ? (parent?.hidden ?? false) : display === 'none',
      font: family?.replace(/['"]/g, '').split(',')[0]!.trim() ?? parent?.font,
      shift: position === undefined ? parent?.shift : shiftOf(position),
      outline: outline > 0 ? outline : parent?.outline,
      breaksBefore: before === 'page' || (master !== undefined && master !== '') || (parent?.breaksBefore ?? false),
      breaksBehind: paragraph?.['fo:break-after'] === 'page',
      isContents: /^(?:Contents_20_\d|Contents \d|TOC_?\d?\d)$/i.test(name) || (parent?.isContents ?? false),
      look: this.#automatic.has(name) ? (parent?.look ?? name) : name,
    };
  }

  /** The levels of the list style of that name; none where there is no such style. */
  levelsOf(name: string): readonly CountingLevel[] {
    const known = this.#levels.get(name);
    if (known) return known;
    const list = this.#lists.get(name);
    const levels = list ? this.#levelsIn(list) : [];
    this.#levels.set(name, levels);
    return levels;
  }

  /** The levels of the list that a paragraph's own style is in, where it is in one. */
  ownLevelsOf(styleName: string | undefined): readonly CountingLevel[] | undefined {
    const list = this.#styles.get(styleName ?? '')?.attributes['style:list-style-name'];
    return list === undefined || !this.#lists.has(list) ? undefined : this.levelsOf(list);
  }

  #levelsIn(list: XmlElement): readonly CountingLevel[] {
    const levels: CountingLevel[] = [];
    const none: CountingLevel = { form: 'none', text: '', start: 1, digits: false, restartsBehind: undefined, gap: '' };
    for (const level of elementsOf(list)) {
      const at = Number(level.attributes['text:level']) - 1;
      if (!(at >= 0 && at < 10)) continue;
      while (levels.length < at) levels.push(none);
      levels[at] = this.#level(level, at);
    }
    return levels;
  }

  #level(level: XmlElement, at: number): CountingLevel {
    const { attributes } = level;
    const isBullet = level.name === 'text:list-level-style-bullet' || level.name === 'text:list-level-style-image';
    const format = attributes['style:num-format'] ?? '';
    const prefix = attributes['style:num-prefix'] ?? '';
    const suffix = attributes['style:num-suffix'] ?? '';
    const form = format === '' ? undefined : (forms[format] ?? forms[[...format][0]!]);
    if (!isBullet && format !== '' && form === undefined) this.unknownFormats.add(format);
    const shown = Math.min(at + 1, Math.max(1, Number(attributes['text:display-levels'] ?? 1) || 1));
    const numerals = Array.from({ length: shown }, (_, index) => `%${at - shown + index + 2}`).join('.');
    const text =
      attributes['loext:num-list-format']?.replace(/%(\d)%/g, '%$1') ??
      (format === '' ? prefix + suffix : prefix + numerals + suffix);
    const alignment = [...descendantsOf(level, 'style:list-level-label-alignment')][0]?.attributes;
    const behind = alignment?.['text:label-followed-by'];
    return {
      form: isBullet ? 'bullet' : format === '' ? 'none' : (form ?? 'decimal'),
      text: text.trimEnd(),
      start: Number(attributes['text:start-value'] ?? 1) || 1,
      digits: false,
      restartsBehind: undefined,
      gap: behind === 'nothing' || endsWide(text.trimEnd()) ? '' : ' ',
    };
  }
}

/** Where words stand by their style:text-position: 「super 58%」, 「-33% 58%」. */
function shiftOf(position: string): OdtStyleFacts['shift'] {
  const amount = Number.parseFloat(position);
  if (position.startsWith('super') || amount > 0) return 'raised';
  return position.startsWith('sub') || amount < 0 ? 'lowered' : undefined;
}
