import { lineAt, lineEnd } from '../report/model/lines';
import type { Report } from '../report/model/report';
import { paragraphsOf } from '../report/parse/paragraphs';
import { CharClass, classAt } from '../text/characters';
import { contains } from '../text/span';
import type { Span } from '../text/span';
import { headingWords, hitAt } from './subject';

/** What ends a phrase, a clause and a sentence, from the narrowest to the widest. */
const phraseEnds = '、，；：。！？,;:!?（）()「」『』《》〈〉【】';
const clauseEnds = '，；。！？;!?';
const sentenceEnds = '。！？!?';

/** The stretch of `[from, to)` around `offset` between two of the marks, blanks trimmed, marks left out. */
function between(text: string, offset: number, marks: string, from: number, to: number): Span {
  let start = Math.min(offset, to);
  let end = start;
  while (start > from && !marks.includes(text[start - 1]!)) start--;
  while (end < to && !marks.includes(text[end]!)) end++;
  while (start < end && (classAt(text, start) === CharClass.Blank || text[start] === '\n' || text[start] === '\r'))
    start++;
  return { start, end };
}

/** The sentence with the mark that ends it. */
function sentenceAt(text: string, offset: number, from: number, to: number): Span {
  const { start, end } = between(text, offset, sentenceEnds, from, to);
  return { start, end: end < to ? end + 1 : end };
}

/** The paragraph at `offset`, read from around its line. */
function paragraphAt(report: Report, offset: number): Span | undefined {
  const { lines } = report;
  const line = lineAt(lines, offset);
  // A paragraph goes on over blank lines where a sentence is cut; it begins behind a line that ends one.
  let from = line;
  while (from > 0 && line - from < 40 && !lines.facts[from - 1]!.shape.endsSentence) from--;
  return paragraphsOf(lines, from, Math.min(lines.count, line + 40)).find(
    ({ start, end }) => start <= offset && offset <= end,
  );
}

/**
 * What to select around `offset`, each range inside the next: the word or name, the phrase, the clause, the sentence,
 * the paragraph, the item or heading's words, the sections outward, the report.
 */
export function selectionRangesAt(report: Report, offset: number): readonly Span[] {
  const { text, lines } = report;
  const line = lineAt(lines, offset);
  const start = lines.starts[line]!;
  const facts = lines.facts[line]!;
  const ranges: Span[] = [];
  const add = (span: Span | undefined): void => {
    if (!span || span.end <= span.start) return;
    const last = ranges[ranges.length - 1];
    if (!last || (contains(span, last) && (span.start < last.start || span.end > last.end)))
      ranges.push({ start: span.start, end: span.end });
  };
  const word = hitAt([...facts.names, ...facts.acronyms], offset - start);
  if (word) add({ start: start + word.start, end: start + word.end });
  const paragraph = paragraphAt(report, offset) ?? {
    start: start + facts.content.start,
    end: start + facts.content.end,
  };
  const inside = [...(report.abstract ? [report.abstract] : []), ...report.allSections].filter(
    (section) => section.start <= offset && offset <= section.end,
  );
  const heading = inside.find((section) => section.line === line);
  const words = heading && heading.kind !== 'item' ? headingWords(heading) : undefined;
  // The sentence of an item begins behind its number.
  const first = lineAt(lines, paragraph.start);
  const ownWords = Math.max(paragraph.start, lines.starts[first]! + lines.facts[first]!.shape.title.start);
  const from = words && offset <= words.end ? words.start : offset >= ownWords ? ownWords : paragraph.start;
  const to = words && offset <= words.end ? words.end : paragraph.end;
  add(between(text, offset, phraseEnds, from, to));
  add(between(text, offset, clauseEnds, from, to));
  add(sentenceAt(text, offset, from, to));
  add(words);
  add({ start: start + facts.content.start, end: lineEnd(lines, line) });
  add(paragraph);
  for (const section of [...inside].reverse()) add({ start: section.start, end: section.end });
  add({ start: 0, end: text.length });
  return ranges;
}
