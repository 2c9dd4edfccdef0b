import { CharClass, classAt, countHan, skipBlanks, trimBlanksEnd } from '../../text/characters';
import type { Span } from '../../text/span';
import type { AcronymHit, DefinitionHit, LineFacts, NameHit, WordHit } from '../lines';
import type { DateExpression } from '../model';
import { scanAcronyms } from './acronyms';
import type { AcronymScan } from './acronyms';
import { scanDates } from './dates';
import { scanNames } from './names';
import { scanQuotes } from './quotes';
import { headOf, shapeOf } from './shape';
import { scanTraits, Trait } from './traits';

const noQuotes: readonly Span[] = [];
const noNames: readonly NameHit[] = [];
const noWords: readonly WordHit[] = [];
const noDates: readonly DateExpression[] = [];
const noAcronyms: readonly AcronymHit[] = [];
const noDefinitions: readonly DefinitionHit[] = [];
const noAcronymScan: AcronymScan = { acronyms: noAcronyms, definitions: noDefinitions };
const nothing: Span = { start: 0, end: 0 };

function blankLine(length: number): LineFacts {
  return {
    length,
    han: 0,
    content: nothing,
    shape: {
      marks: 0,
      bullet: false,
      number: undefined,
      title: nothing,
      lead: nothing,
      runsOn: false,
      heading: false,
      caption: nothing,
      part: undefined,
      chapterPart: undefined,
      label: undefined,
      cells: [],
      page: undefined,
      endsSentence: false,
    },
    names: noNames,
    words: noWords,
    acronyms: noAcronyms,
    definitions: noDefinitions,
    dates: noDates,
    cues: 0,
    traits: 0,
    halfBrackets: 0,
    fullBrackets: 0,
  };
}

/** Every second line of many a report is empty: they share their facts. */
const emptyLine = blankLine(0);

/** What a line yields by itself; `line` is without its line end. */
export function scanLine(line: string): LineFacts {
  const { length } = line;
  const first = skipBlanks(line, 0, length);
  if (first === length) return length === 0 ? emptyLine : blankLine(length);
  const content = { start: first, end: trimBlanksEnd(line, first, length) };
  const head = headOf(line, content);
  const words = head.number ? head.number.end : first;
  // One pass over the line's words decides which of the dearer readings it needs at all.
  const { traits: own, han, halfBrackets, fullBrackets } = scanTraits(line, words, content.end);
  const traits =
    head.number && classAt(line, head.number.numeral.start) === CharClass.FullWidthAlphanumeric
      ? own | Trait.FullWidthAlphanumeric
      : own;
  const quotes = (traits & Trait.Quotation) !== 0 ? scanQuotes(line) : noQuotes;
  const found = scanNames(line, quotes);
  const { acronyms, definitions } =
    (traits & Trait.Latin) !== 0 ? scanAcronyms(line, head.title.start, quotes) : noAcronymScan;
  return {
    length,
    han: words > first ? han + countHan(line, first, words) : han,
    content,
    shape: shapeOf(line, content, head, traits),
    names: found.names,
    words: found.words,
    acronyms,
    definitions,
    dates: (traits & Trait.Dated) !== 0 ? scanDates(line) : noDates,
    cues: found.cues,
    traits,
    halfBrackets,
    fullBrackets,
  };
}
