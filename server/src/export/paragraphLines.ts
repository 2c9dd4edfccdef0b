/** Which lines of a report are one paragraph, and its words put together. */
import { lineEnd } from '../report/model/lines';
import { CharClass, classAt, skipBlanks, trimBlanksEnd } from '../text/characters';
import { captionIn } from './captions';
import { columnsOf } from './columns';
import { footnote } from './hiddenLines';
import { blankGap, isBlankLine, writtenIn } from './lines';
import type { PrintedReport } from './lines';

/** A line that breaks off is the first part of a paragraph only where it is about full: so many columns, Han characters take two. */
const fullLine = 48;
/** More columns than a line has that a program has cut: it ends where its author ended it. */
const longestWrap = 100;

export interface ParagraphWords {
  /** The line behind it. */
  readonly behind: number;
  readonly words: string;
}

/** The paragraph that begins on `line` and ends before the line `to`. */
export function paragraphAt(printed: PrintedReport, line: number, to: number): ParagraphWords {
  const { lines, text } = printed.report;
  const wordsAt = (at: number): string => {
    const content = writtenIn(lines.facts[at]!);
    return text.slice(lines.starts[at]! + content.start, lines.starts[at]! + content.end);
  };
  const parts = [wordsAt(line)];
  // Longer lines than a program leaves, here or just above: every line ends where its author ended it.
  const uncut = [line - 1, line, line + 1].some((at) => at >= 0 && at < to && columnsOf(wordsAt(at)) > longestWrap);
  let last = line;
  let next = line + 1;
  for (; next < to; next++) {
    const before = lines.facts[last]!;
    // The edge of a page cuts a sentence, and does not end it.
    if (!before.shape.endsSentence) next = behindPageEdge(printed, next, to);
    if (next >= to) break;
    const facts = lines.facts[next]!;
    const { shape } = facts;
    if (isBlankLine(facts) || printed.hidden.kinds[next] !== 'text' || printed.sections.has(next)) break;
    if (shape.bullet || shape.cells.length > 0 || shape.marks > 0 || shape.number) break;
    if (beginsDay(printed, next) || footnote.test(facts.written.trimStart())) break;
    const written = parts.at(-1)!;
    // Two blanks at a line's end, or a backslash, force the line end: Markdown.
    const forced = text.slice(lines.starts[last], lineEnd(lines, last)).endsWith('  ');
    if (!before.shape.endsSentence && (forced || written.endsWith('\\'))) {
      parts[parts.length - 1] = `${written.replace(/\\$/, '')}<br>`;
      parts.push(wordsAt(next));
      last = next;
      continue;
    }
    const words = wordsAt(next);
    if (before.shape.endsSentence || columnsOf(written) < fullLine || blankGap.test(written) || blankGap.test(words))
      break;
    if (isEntry(written, words, uncut)) break;
    if (captionIn(words, lines.facts[next]!)) break;
    parts.push(words.replace(/^>\s?/, ''));
    last = next;
  }
  return { behind: last + 1, words: joined(parts) };
}

/** The line behind the number of a page and the head of the next one, where they stand at `line`; else `line`. */
function behindPageEdge({ report, hidden }: PrintedReport, line: number, to: number): number {
  const { facts } = report.lines;
  let [next, isEdge] = [line, false];
  for (; next < to; next++) {
    if (hidden.kinds[next] === 'edge') isEdge = true;
    else if (!isBlankLine(facts[next]!)) break;
  }
  return isEdge ? next : line;
}

/** Whether a line of the itinerary begins with its date: a day of its own. */
function beginsDay({ report: { lines, itinerary } }: PrintedReport, line: number): boolean {
  const { dates, content } = lines.facts[line]!;
  const start = lines.starts[line]!;
  if (!itinerary || start < itinerary.section.start || start >= itinerary.section.end) return false;
  return dates[0]?.start === content.start;
}

/** Lines put together to one: a blank between Latin words, none beside a Han character. */
export function joined(lines: readonly string[]): string {
  let text = lines[0] ?? '';
  for (const line of lines.slice(1)) {
    const end = trimBlanksEnd(text, 0, text.length);
    const start = skipBlanks(line, 0, line.length);
    const isNarrow = (words: string, at: number): boolean => {
      const code = words.charCodeAt(at);
      return code > 0x20 && code < 0x2e80 && classAt(words, at) !== CharClass.Blank;
    };
    const blank = end > 0 && start < line.length && isNarrow(text, end - 1) && isNarrow(line, start);
    text = `${text.slice(0, end)}${blank && !text.endsWith('>') ? ' ' : ''}${line.slice(start)}`;
  }
  return text;
}

/**
 * Whether `line` is whole and `next` begins something else, as the entries of a list of sources and the lines of an
 * address do: it ends with an address of the network, or is a Latin sentence that no program cut.
 * @param uncut no program cut the lines here
 */
function isEntry(line: string, next: string, uncut: boolean): boolean {
  const goesOn = /^[a-z\d/?#&=%_.~+-]/.test(next);
  if (isAddress(lastWord(line))) return !goesOn;
  return uncut && /[a-z\d)\]][.?!]["”’)]?$/i.test(line) && /^[A-Z\p{Script=Han}[(（「]/u.test(next);
}

/** The letters, digits and signs of ASCII at the end of `line`. */
function lastWord(line: string): string {
  let start = line.length;
  while (start > 0 && line.charCodeAt(start - 1) > 0x20 && line.charCodeAt(start - 1) < 0x7f) start--;
  return line.slice(start);
}

/** Whether a word is an address of the network or of a mailbox. */
function isAddress(word: string): boolean {
  return /^\(?(?:https?:\/\/|www\.)/i.test(word) || /^[^@]+@[^@]+\.\w+$/.test(word);
}
