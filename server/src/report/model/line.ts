/** A line with what surrounds it. */
import type { PartId } from '../../knowledge/types';
import type { LineFacts, NameHit, WordHit } from './lines';
import type { Section, Zone } from './parts';
import type { Span } from '../../text/span';

/** What a line may be told of the report around it. */
export interface Surroundings {
  readonly zone: Zone;
  /** The part that its chapter is; undefined outside chapters, and in one of another name. */
  readonly part: PartId | undefined;
  /** Whether it stands in the section of a meeting or of the itinerary. */
  readonly inside: 'meeting' | 'itinerary' | undefined;
  /** What the line begins in the section tree. */
  readonly begins: Section['kind'] | undefined;
  /** How many code units before the line a quotation was opened that is still open where it begins; 0 without one. */
  readonly openQuotation: number;
  /** Whether the quotation that is open at its end is closed on a line below. */
  readonly quotationGoesOn: boolean;
  /** Where its sentence goes on behind the line end; undefined where it ends, or may. */
  readonly goesOn: Continuation | undefined;
  /** How many of its first code units belong to a name or a word that began on the line before; 0 without one. */
  readonly cutBefore: number;
}

/** The line that a sentence goes on on, as hard-wrapped text and that of a PDF have it. */
export interface Continuation {
  /** Its first words, as many as a name may have. */
  readonly words: string;
  /** How many code units lie between the last word of the line and these: a line end, an indent, the edge of a page. */
  readonly gap: number;
}

/** Names and words of the tables that the line end cuts. They begin on the line, and their ends lie behind it. */
export interface CutWords {
  readonly names: readonly NameHit[];
  readonly words: readonly WordHit[];
}

const noCutWords: CutWords = { names: [], words: [] };

/** Words of a report that stand together. Offsets in them outlive a version of the report. */
export interface Unit {
  /**
   * The words as they are read: all that is no prose (code, addresses, tags, comments) is blotted out, and look-alike
   * characters are what they stand for. As long as the words as written, so that every offset holds.
   */
  readonly text: string;
  /** The line it begins with: where that stands, it stands. */
  readonly firstLine: Line;
}

/** Words of a unit; offsets count from the unit's start. */
export interface Place extends Span {
  readonly unit: Unit;
}

/** Words of a line that know the line's place in the order of the text, which says which of two comes first. */
export interface LinePlace extends Place {
  readonly unit: Line;
  /** Index of the line when it was read; lines that come and go elsewhere leave the order as it is. */
  readonly order: number;
}

/** Whether `a` begins before `b` in the text. */
export function standsBefore(a: Place & { readonly order: number }, b: Place & { readonly order: number }): boolean {
  return a.unit === b.unit ? a.start < b.start : a.order < b.order;
}

/** A quotation that is not closed within so many code units was never meant as one. */
export const longestQuotation = 120;

/** The marks that open and close quotations. */
export const quotationMarks = '「『《〈“」』》〉”';

/** A line of a report: the same object for as long as its words and its surroundings are the same. */
export class Line implements Unit {
  readonly facts: LineFacts;
  readonly surroundings: Surroundings;
  /** What its line end cuts. */
  readonly cut: CutWords;

  constructor(facts: LineFacts, surroundings: Surroundings, cut = noCutWords) {
    this.facts = facts;
    this.surroundings = surroundings;
    this.cut = cut;
  }

  /** The names that begin on the line, one that its line end cuts last. */
  get names(): readonly NameHit[] {
    return this.#withCut(this.facts.names, this.cut.names);
  }

  /** The words of the tables that begin on the line, one that its line end cuts last. */
  get words(): readonly WordHit[] {
    return this.#withCut(this.facts.words, this.cut.words);
  }

  /** `whole` with `cut` behind them; what is a part of something that a line end cuts is none of them. */
  #withCut<Hit extends Span>(whole: readonly Hit[], cut: readonly Hit[]): readonly Hit[] {
    const { cutBefore } = this.surroundings;
    const from = Math.min(...this.cut.names.map(({ start }) => start), ...this.cut.words.map(({ start }) => start));
    if (cutBefore === 0 && from === Infinity) return whole;
    return [...whole.filter(({ start, end }) => start >= cutBefore && end <= from), ...cut];
  }

  get firstLine(): this {
    return this;
  }

  /** The line as it is read, without its line end. */
  get text(): string {
    return this.facts.text;
  }

  /** The same with the words behind it that its sentence goes on with, at their offsets; blanks stand between. */
  get textGoingOn(): string {
    const { goesOn } = this.surroundings;
    const { end } = this.facts.content;
    return goesOn ? this.text.slice(0, end).padEnd(end + goesOn.gap) + goesOn.words : this.text;
  }

  get zone(): Zone {
    return this.surroundings.zone;
  }

  /** Whether `offset` of the line stands inside a quotation, wherever that began. What is opened and never closed is none. */
  inQuotation(offset: number): boolean {
    const { text, facts, surroundings } = this;
    /** Quotations before `offset` that are closed there; another may be open around them. */
    let closed = 0;
    for (let i = offset - 1; i >= 0 && i > offset - longestQuotation; i--) {
      const character = text[i]!;
      if ('」』》〉”'.includes(character)) closed++;
      if (!'「『《〈“'.includes(character) || closed-- > 0) continue;
      return i === facts.lastQuotationMark?.at ? surroundings.quotationGoesOn : !isOpenedAgain(text, offset, character);
    }
    const { openQuotation } = surroundings;
    return closed === 0 && openQuotation > 0 && offset + openQuotation < longestQuotation;
  }
}

/** Whether the next mark of a quotation from `offset` on is `opening`: what it opened before was never closed then. */
function isOpenedAgain(text: string, offset: number, opening: string): boolean {
  for (let i = offset; i < text.length && i < offset + longestQuotation; i++)
    if (quotationMarks.includes(text[i]!)) return text[i] === opening;
  return false;
}
