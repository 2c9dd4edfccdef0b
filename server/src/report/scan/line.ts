import { CharClass, classAt, countHan, skipBlanks, trimBlanksEnd } from '../../text/characters';
import type { Span } from '../../text/span';
import type { AcronymHit, DefinitionHit, LineFacts, LineLabel, NameHit, QuotationMark, WordHit } from '../model/lines';
import { holdingsOf } from '../model/lineQuery';
import type { DateExpression } from '../model/dates';
import { scanAcronyms } from './acronyms';
import type { AcronymScan } from './acronyms';
import { scanDates } from './dates';
import { scanNames } from './names';
import { opensQuote, scanQuotes } from './quotes';
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

function blankLine(text: string): LineFacts {
  return {
    text,
    length: text.length,
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
    holds: 0,
    lastQuotationMark: undefined,
  };
}

/** The last mark of 「」『』《》〈〉 on the line. */
function lastQuotationMarkOf(line: string): QuotationMark | undefined {
  for (let at = line.length - 1; at >= 0; at--) {
    const code = line.charCodeAt(at);
    if (code < 0x3008 || code > 0x300f) continue;
    if (opensQuote(code)) return { opens: true, at };
    if (opensQuote(code - 1)) return { opens: false, at };
  }
  return undefined;
}

/** The value of a label of the cover that asks for dates. */
function valueOfDates(label: LineLabel | undefined): Span | undefined {
  return label?.field === 'period' || label?.field === 'report-date' ? label.value : undefined;
}

/** Every second line of many a report is empty: they share their facts. */
const emptyLine = blankLine('');

/** What a line yields by itself; `line` is without its line end. */
export function scanLine(line: string): LineFacts {
  const { length } = line;
  const first = skipBlanks(line, 0, length);
  if (first === length) return length === 0 ? emptyLine : blankLine(line);
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
  const shape = shapeOf(line, content, head, traits);
  const allHan = words > first ? han + countHan(line, first, words) : han;
  const dated = valueOfDates(shape.label);
  const dates = dated !== undefined || (traits & Trait.Dated) !== 0 ? scanDates(line, dated) : noDates;
  const held = {
    shape,
    han: allHan,
    names: found.names,
    words: found.words,
    acronyms,
    dates,
    halfBrackets,
    fullBrackets,
  };
  return {
    text: line,
    length,
    han: allHan,
    content,
    shape,
    names: found.names,
    words: found.words,
    acronyms,
    definitions,
    dates,
    cues: found.cues,
    traits,
    halfBrackets,
    fullBrackets,
    holds: holdingsOf(held),
    lastQuotationMark: lastQuotationMarkOf(line),
  };
}
