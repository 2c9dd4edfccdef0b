/** A line with what surrounds it. */
import type { PartId } from '../../knowledge/types';
import type { LineFacts } from './lines';
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
}

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

  constructor(facts: LineFacts, surroundings: Surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
  }

  get firstLine(): this {
    return this;
  }

  /** The line as it is read, without its line end. */
  get text(): string {
    return this.facts.text;
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
