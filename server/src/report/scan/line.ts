import { CharClass, classAt, countHan, skipBlanks, trimBlanksEnd } from '../../text/characters';
import { mayHoldMarkup } from '../../text/markdown';
import { proseOf, readThrough } from '../../text/prose';
import type { Stretch } from '../../text/prose';
import type { Span } from '../../text/span';
import { isProse, LineKind } from '../model/lines';
import type { AcronymHit, DefinitionHit, LineFacts, LineLabel, NameHit, QuotationMark, WordHit } from '../model/lines';
import { holdingsOf } from '../model/lineQuery';
import type { DateExpression } from '../model/dates';
import { scanAcronyms } from './acronyms';
import type { AcronymScan } from './acronyms';
import { scanDates } from './dates';
import { scanNames } from './names';
import { opensQuote, scanQuotes } from './quotes';
import { headOf, shapeOf } from './shape';
import { scanThrough } from './through';
import { scanTraits, Trait } from './traits';

const noQuotes: readonly Span[] = [];
const noNames: readonly NameHit[] = [];
const noWords: readonly WordHit[] = [];
const noDates: readonly DateExpression[] = [];
const noAcronyms: readonly AcronymHit[] = [];
const noDefinitions: readonly DefinitionHit[] = [];
const noAcronymScan: AcronymScan = { acronyms: noAcronyms, definitions: noDefinitions };
const nothing: Span = { start: 0, end: 0 };

function blankLine(text: string): LineScan {
  return {
    length: text.length,
    han: 0,
    content: nothing,
    shape: {
      marks: 0,
      bullet: false,
      number: undefined,
      decimal: undefined,
      ordinal: undefined,
      title: nothing,
      lead: nothing,
      runsOn: false,
      heading: false,
      caption: nothing,
      part: undefined,
      chapterPart: undefined,
      labels: [],
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

/** The last mark of 「」『』《》〈〉“” on the line. */
function lastQuotationMarkOf(line: string): QuotationMark | undefined {
  for (let at = line.length - 1; at >= 0; at--) {
    const code = line.charCodeAt(at);
    if ((code < 0x3008 && code !== 0x201c && code !== 0x201d) || code > 0x300f) continue;
    if (opensQuote(code)) return { opens: true, at };
    if (opensQuote(code - 1)) return { opens: false, at };
  }
  return undefined;
}

/** The value of the first label of the cover that asks for dates. */
function valueOfDates(labels: readonly LineLabel[]): Span | undefined {
  return labels.find(({ field }) => field === 'period' || field === 'report-date')?.value;
}

/** What the words of a line yield, whatever else stands on it. */
type LineScan = Omit<LineFacts, 'written' | 'text' | 'stretches' | 'kind' | 'mayHoldMarkup'>;

const noStretches: readonly Stretch[] = [];

/** Every second line of many a report is empty: they share their facts. */
const emptyLine = factsOf('', '', LineKind.Prose, noStretches, blankLine(''));

/** What is known of a line; spelled out, as there are thousands of lines. */
function factsOf(
  written: string,
  text: string,
  kind: LineKind,
  stretches: readonly Stretch[],
  scan: LineScan,
): LineFacts {
  return {
    written,
    text,
    stretches,
    kind,
    mayHoldMarkup: (isProse(kind) || kind === LineKind.Html) && mayHoldMarkup(written),
    length: scan.length,
    han: scan.han,
    content: scan.content,
    shape: scan.shape,
    names: scan.names,
    words: scan.words,
    acronyms: scan.acronyms,
    definitions: scan.definitions,
    dates: scan.dates,
    cues: scan.cues,
    traits: scan.traits,
    halfBrackets: scan.halfBrackets,
    fullBrackets: scan.fullBrackets,
    holds: scan.holds,
    lastQuotationMark: scan.lastQuotationMark,
  };
}

/**
 * What a line yields by itself.
 * @param written the line without its line end
 * @param stretches what of it is no prose
 */
export function scanLine(
  written: string,
  kind: LineKind = LineKind.Prose,
  stretches: readonly Stretch[] = noStretches,
): LineFacts {
  if (kind === LineKind.Apart) {
    if (written.trim() === '') return factsOf(written, written, kind, noStretches, blankLine(written));
    const whole = [{ start: 0, end: written.length, kind: 'mark' }] as const;
    const text = readThrough.repeat(written.length);
    return factsOf(written, text, kind, whole, blankLine(text));
  }
  if (kind === LineKind.PageEdge) {
    const text = readThrough.repeat(written.length);
    return factsOf(written, text, kind, noStretches, blankLine(text));
  }
  if (written === '' && kind === LineKind.Prose) return emptyLine;
  const text = proseOf(written, stretches);
  const read = (words: string): LineScan => scanWords(words, kind === LineKind.Chapter);
  const scan = text.includes(readThrough) ? scanThrough(text, read) : read(text);
  return factsOf(written, text, kind, stretches, scan);
}

function scanWords(line: string, isChapter: boolean): LineScan {
  const { length } = line;
  const first = skipBlanks(line, 0, length);
  if (first === length) return blankLine(line);
  const content = { start: first, end: trimBlanksEnd(line, first, length) };
  const head = headOf(line, content, isChapter);
  const words = head.number ? head.number.end : first;
  // They decide which of the dearer readings the line needs at all.
  const { traits: own, halfBrackets, fullBrackets } = scanTraits(line.slice(words, content.end));
  const traits =
    head.number && classAt(line, head.number.numeral.start) === CharClass.FullWidthAlphanumeric
      ? own | Trait.FullWidthAlphanumeric
      : own;
  const quotes = (traits & Trait.Quotation) !== 0 ? scanQuotes(line) : noQuotes;
  const found = scanNames(line, quotes);
  const { acronyms, definitions } =
    (traits & Trait.Latin) !== 0 ? scanAcronyms(line, head.title.start, quotes) : noAcronymScan;
  const shape = shapeOf(line, content, head, traits);
  const han = countHan(line, first, content.end);
  const dated = valueOfDates(shape.labels);
  const dates = dated !== undefined || (traits & Trait.Dated) !== 0 ? scanDates(line, dated) : noDates;
  const held = {
    shape,
    han,
    names: found.names,
    words: found.words,
    acronyms,
    dates,
    halfBrackets,
    fullBrackets,
  };
  return {
    length,
    han,
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
