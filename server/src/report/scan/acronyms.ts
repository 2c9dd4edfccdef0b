import { glossaryOf } from '../../knowledge/acronyms';
import type { Span } from '../../text/span';
import type { AcronymHit, DefinitionHit } from '../model/lines';
import { definitionsIn } from './definitions';
import { isForeign, latinWords, looksLikeAcronym } from './latinWords';

export interface AcronymScan {
  readonly acronyms: readonly AcronymHit[];
  readonly definitions: readonly DefinitionHit[];
}

const none: AcronymScan = { acronyms: [], definitions: [] };

/** `FTAs` of `FTAS`. */
function pluralOf(capitals: string): string {
  return capitals.endsWith('S') ? `${capitals.slice(0, -1)}s` : capitals;
}

/** A known acronym in the wrong case: Apec, Wto. Short ones are left alone: Ad, It, Act are words. */
function isMiswritten(word: string): boolean {
  const first = word.charCodeAt(0);
  if (word.length < 3 || first < 0x41 || first > 0x5a) return false;
  const capitals = word.toUpperCase();
  if (capitals === word) return false;
  // SDGs are written with a small letter at the end.
  return glossaryOf(capitals).length > 0 || (word.length > 3 && glossaryOf(pluralOf(capitals)).length > 0);
}

/** Whether the unit is a figure or sign above or below the line: CO₂, NH₄⁺. */
function isRaisedOrLowered(code: number): boolean {
  return (code >= 0x2070 && code <= 0x208e) || code === 0xb2 || code === 0xb3 || code === 0xb9;
}

/**
 * Acronyms and their definitions in one line.
 * @param from where the line's own words begin, behind number and markup
 * @param quotes quoted ranges of the line
 */
export function scanAcronyms(line: string, from: number, quotes: readonly Span[]): AcronymScan {
  const words = latinWords(line, from);
  if (words.length === 0) return none;
  const definitions = definitionsIn(line, from, words);

  const acronyms: AcronymHit[] = [];
  // Words, definitions and quotes all come in the order of the line.
  let definition = 0;
  let quote = 0;
  for (const word of words) {
    const { text, start, end } = word;
    const glossary = glossaryOf(text);
    if (glossary.length === 0 && !looksLikeAcronym(text) && !isMiswritten(text)) continue;
    // CO₂ is a formula, whatever CO may stand for.
    if (isRaisedOrLowered(line.charCodeAt(end)) || isRaisedOrLowered(line.charCodeAt(start - 1))) continue;
    while (quote < quotes.length && quotes[quote]!.end <= start) quote++;
    const inQuote = quote < quotes.length && quotes[quote]!.start <= start && end <= quotes[quote]!.end;
    while (definition < definitions.length && definitions[definition]!.acronym.start < start) definition++;
    const defines = definitions[definition]?.acronym.start === start;
    acronyms.push({
      text,
      start,
      end,
      glossary,
      // The English name beside the acronym of a definition makes no English phrase of it.
      quoted: inQuote || (!defines && isForeign(line, word)),
      defines,
    });
  }
  return { acronyms, definitions };
}
