/** The styles of a Word file, as far as they say what a paragraph is. */
import { isOn, valueOf, wholeNumber } from './docxElements';
import { childOf, childrenOf } from './xml';
import type { XmlElement } from './xml';

export interface StyleFacts {
  /** In small letters: Word's own names are the same in every language. */
  readonly name: string;
  /** 0 for the outermost heading; 9 is body. */
  readonly outline: number | undefined;
  readonly list: string | undefined;
  readonly level: number | undefined;
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
  readonly hidden: boolean;
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
      return { name: '', outline: undefined, list: undefined, level: undefined, bold: undefined, italic: undefined, hidden: false }; // prettier-ignore
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
      hidden: isOn(words, 'w:vanish') ?? below?.hidden ?? false,
    };
  }

  /** The numbering that a list style leads to. */
  listOfStyle(id: string): string | undefined {
    const style = this.#elements.get(id);
    return valueOf(childOf(childOf(style, 'w:pPr'), 'w:numPr'), 'w:numId');
  }
}
