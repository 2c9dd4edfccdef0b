/**
 * The markup inside a paragraph: bold, italic, code, links, footnotes, images, comments and forced line ends. What is
 * no markup stays as it is written. Total and linear.
 */
import { CharClass, classAt } from '../text/characters';
import type { Inline, TextRun } from './document';
import { plainText } from './plainText';

export interface InlineImage {
  readonly source: string;
  readonly description: string;
}

export interface ReadInline {
  readonly content: readonly Inline[];
  /** Images that stood between the words, in their order. */
  readonly images: readonly InlineImage[];
}

const link = /!?\[([^[\]]*)\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)/y;
const footnote = /\[\^([^[\]\s]+)\]/y;
const lineBreak = /<br\s*\/?>/iy;
const angled = /<((?:https?:\/\/|mailto:)[^<>\s]+)>/iy;
const bare = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/iy;
const entity = /&(?:(amp|lt|gt|quot|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/iy;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The address in the brackets of a link, without angle brackets and the title behind it: `<a.png> "Title"`. */
function targetOf(inside: string): string {
  const words = inside.trim();
  if (words.startsWith('<') && words.includes('>')) return words.slice(1, words.indexOf('>'));
  const blank = words.search(/\s/);
  return blank < 0 ? words : words.slice(0, blank);
}

/** An address that a document may lead to; what else a link names is only shown. */
function addressOf(target: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(target) ? target : undefined;
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}

/** Marks that end a sentence are none of an address; nor is a bracket that it does not open. */
function withoutEnd(address: string): string {
  const opens = address.indexOf('(');
  let end = address.length;
  for (; end > 0; end--) {
    const mark = address[end - 1]!;
    if (mark === ')' ? opens >= 0 && opens < end : !".,;:!?'*".includes(mark)) break;
  }
  return address.slice(0, end);
}

class Reader {
  readonly #text: string;
  readonly #footnoteOf: (label: string) => number | undefined;
  readonly content: Inline[] = [];
  readonly images: InlineImage[] = [];
  #words = '';
  #bold = false;
  #italic = false;
  #index = 0;

  constructor(text: string, footnoteOf: (label: string) => number | undefined) {
    this.#text = text;
    this.#footnoteOf = footnoteOf;
  }

  read(): void {
    while (this.#index < this.#text.length) {
      const length = this.#markup();
      if (length > 0) this.#index += length;
      else this.#words += this.#text[this.#index++]!;
    }
    this.#flush();
  }

  #run(text: string): TextRun {
    return { kind: 'text', text: plainText(text), bold: this.#bold, italic: this.#italic };
  }

  #flush(): void {
    if (this.#words !== '') this.content.push(this.#run(this.#words));
    this.#words = '';
  }

  #add(inline: Inline): void {
    this.#flush();
    this.content.push(inline);
  }

  #link(target: string, words: string): void {
    this.#flush();
    const address = addressOf(target);
    // The words of a link may be bold throughout: [**…**](…)
    const bold = words.length > 4 && words.startsWith('**') && words.endsWith('**');
    const run = this.#run(bold ? words.slice(2, -2) : words);
    const shown = bold ? { ...run, bold } : run;
    if (shown.text === '') return;
    if (address === undefined) this.content.push(shown);
    else this.content.push({ kind: 'link', target: plainText(address), content: [shown] });
  }

  /** Takes the markup at the index, if any is there. @returns its length, 0 for none */
  #markup(): number {
    const [text, index] = [this.#text, this.#index];
    switch (text[index]) {
      case '\\':
        return this.#escape();
      case '*':
        return text[index + 1] === '*' ? this.#boldMark() : this.#italicMark();
      case '`':
        return this.#code();
      case '[':
      case '!':
        return this.#bracket();
      case '<':
        return this.#angle();
      case '&':
        return this.#entity();
      case 'h':
      case 'H': {
        const address = matchAt(bare, text, index)?.[0];
        if (address === undefined || classAt(text, index - 1) === CharClass.Latin) return 0;
        const target = withoutEnd(address);
        this.#link(target, target);
        return target.length;
      }
      default:
        return 0;
    }
  }

  #escape(): number {
    const next = this.#text[this.#index + 1];
    if (next === undefined || !'\\`*_{}[]()#+-.!|<>~'.includes(next)) return 0;
    this.#words += next;
    return 2;
  }

  #boldMark(): number {
    const [text, index] = [this.#text, this.#index];
    if (!this.#bold) {
      const close = text.indexOf('**', index + 2);
      if (close < 0 || close === index + 2 || classAt(text, index + 2) === CharClass.Blank) return 0;
    }
    this.#flush();
    this.#bold = !this.#bold;
    return 2;
  }

  #italicMark(): number {
    const [text, index] = [this.#text, this.#index];
    const isWord = (at: number): boolean =>
      classAt(text, at) === CharClass.Latin || classAt(text, at) === CharClass.Digit;
    if (this.#italic) {
      this.#flush();
      this.#italic = false;
      return 1;
    }
    // 5*3*2 and a footnote's * are no markup.
    const close = text.indexOf('*', index + 1);
    if (close <= index + 1 || text[close + 1] === '*' || isWord(index - 1) || isWord(close + 1)) return 0;
    if (classAt(text, index + 1) === CharClass.Blank || classAt(text, close - 1) === CharClass.Blank) return 0;
    this.#flush();
    this.#italic = true;
    return 1;
  }

  #code(): number {
    const [text, index] = [this.#text, this.#index];
    const close = text.indexOf('`', index + 1);
    if (close <= index + 1) return 0;
    this.#words += text.slice(index + 1, close);
    return close + 1 - index;
  }

  #bracket(): number {
    const [text, index] = [this.#text, this.#index];
    const mark = matchAt(footnote, text, index);
    // What explains a mark begins like it: 「[^1]: …」
    const explains = index === 0 && mark !== undefined && text[mark[0].length] === ':';
    if (mark && !explains) {
      const note = this.#footnoteOf(mark[1]!);
      if (note === undefined) return 0;
      this.#add({ kind: 'footnote', index: note });
      return mark[0].length;
    }
    const found = matchAt(link, text, index);
    if (!found) return 0;
    const [all, words, inside] = found as unknown as readonly [string, string, string];
    const target = targetOf(inside);
    if (all.startsWith('!')) this.images.push({ source: target, description: plainText(words) });
    else this.#link(target, words);
    return all.length;
  }

  #angle(): number {
    const [text, index] = [this.#text, this.#index];
    if (text.startsWith('<!--', index)) {
      const end = text.indexOf('-->', index + 4);
      return (end < 0 ? text.length : end + 3) - index;
    }
    const broken = matchAt(lineBreak, text, index);
    if (broken) {
      this.#add({ kind: 'break' });
      return broken[0].length;
    }
    const address = matchAt(angled, text, index);
    if (!address) return 0;
    this.#link(address[1]!, address[1]!.replace(/^mailto:/i, ''));
    return address[0].length;
  }

  #entity(): number {
    const found = matchAt(entity, this.#text, this.#index);
    if (!found) return 0;
    const [all, name, decimal, hexadecimal] = found;
    if (name !== undefined) {
      const meant = named[name.toLowerCase()];
      if (meant === undefined) return 0;
      this.#words += meant;
    } else {
      const code = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal);
      if (code === 0 || code > 0x10ffff) return 0;
      this.#words += String.fromCodePoint(code);
    }
    return all.length;
  }
}

/**
 * Reads the markup of `text`, a paragraph or a cell.
 * @param footnoteOf gives the footnote of a label, or undefined where the report explains none of that name
 */
export function readInline(text: string, footnoteOf: (label: string) => number | undefined): ReadInline {
  const reader = new Reader(text, footnoteOf);
  reader.read();
  return reader;
}
