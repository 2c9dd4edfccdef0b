import { CharClass, classOf, skipBlanks, trimBlanksEnd } from '../../text/characters';
import type { Span } from '../../text/span';
import type { AcronymHit, DefinitionHit, LineFacts, LineShape } from '../lines';
import type { DateExpression } from '../model';
import { scanAcronyms } from './acronyms';
import { scanDates } from './dates';
import { scanNames } from './names';
import { opensQuote, scanQuotes } from './quotes';
import { shapeOf } from './shape';
import { scanTraits } from './traits';

const noQuotes: readonly Span[] = [];
const noDates: readonly DateExpression[] = [];
const noAcronyms: { readonly acronyms: readonly AcronymHit[]; readonly definitions: readonly DefinitionHit[] } = {
  acronyms: [],
  definitions: [],
};
const nothing: Span = { start: 0, end: 0 };
const blankShape: LineShape = {
  marks: 0,
  bullet: false,
  number: undefined,
  title: nothing,
  lead: nothing,
  runsOn: false,
  heading: false,
  caption: nothing,
  part: undefined,
  label: undefined,
  cells: [],
  page: undefined,
  endsSentence: false,
};

/** What a line yields by itself; `line` is without its line end. */
export function scanLine(line: string): LineFacts {
  const { length } = line;
  const first = skipBlanks(line, 0, length);
  if (first === length) {
    return {
      length,
      han: 0,
      content: nothing,
      shape: blankShape,
      names: [],
      words: [],
      ...noAcronyms,
      dates: noDates,
      cues: 0,
      traits: 0,
      halfBrackets: 0,
      fullBrackets: 0,
    };
  }
  // One pass decides which of the dearer readings the line needs at all.
  let han = 0;
  let latin = false;
  let quote = false;
  let dated = false;
  for (let i = first; i < length; i++) {
    const code = line.charCodeAt(i);
    switch (classOf(code)) {
      case CharClass.Han:
        han++;
        if (code === 0x6708 || code === 0x5e74) dated = true; // 月 年
        break;
      case CharClass.HanSurrogate:
        han++;
        break;
      case CharClass.Latin:
        latin = true;
        break;
      case CharClass.Open:
        if (opensQuote(code)) quote = true;
        break;
      default:
        if (code === 0x2f || code === 0x2e || code === 0x2d) dated = true; // / . -
    }
  }
  const content = { start: first, end: trimBlanksEnd(line, first, length) };
  const shape = shapeOf(line, content);
  const quotes = quote ? scanQuotes(line) : noQuotes;
  const { names, words, cues } = scanNames(line, quotes);
  const { acronyms, definitions } = latin ? scanAcronyms(line, shape.title.start, quotes) : noAcronyms;
  const { traits, halfBrackets, fullBrackets } = scanTraits(line, shape.number ? shape.number.end : first, content.end);
  const dates = dated ? scanDates(line) : noDates;
  return {
    length,
    han,
    content,
    shape,
    names,
    words,
    acronyms,
    definitions,
    dates,
    cues,
    traits,
    halfBrackets,
    fullBrackets,
  };
}
