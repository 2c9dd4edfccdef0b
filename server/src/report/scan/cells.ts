/** The cells of a line that is the row of a table. */
import { CharClass, classOf, skipBlanks, trimBlanksEnd } from '../../text/characters';
import type { Span } from '../../text/span';
import type { LineNumber } from '../model/lines';
import { Trait } from './traits';

const noCells: readonly Span[] = [];

/** A title may have one ｜ in it. */
const fewestWideCells = 3;

/** What parts the cells of a row: | or ｜ or a tab; 0 where the line is none. */
function separatorOf(text: string, content: Span, number: LineNumber | undefined, traits: number): number {
  if (text.charCodeAt(content.start) === 0x7c) return 0x7c;
  // The traits are those of the words behind the number.
  const words = (traits & Trait.CellEnd) !== 0 ? text.slice(content.start, content.end) : '';
  if (words.includes('\t') || (number && text.slice(content.start, number.end).includes('\t'))) return 9;
  return words.split('｜').length < fewestWideCells ? 0 : 0xff5c;
}

const figure = /^[\d,.]+[%％]?$/;
/** So many columns of figures at its end make a line a row. */
const fewestFigures = 2;

/** Whether a line, from its title on, is a row of a table without bars: 「一、數位證據保全　　10　　　14」. Its number is that of the row. */
export function endsWithFigures(text: string, title: Span): boolean {
  if (!/[\d%％]/.test(text[title.end - 1] ?? '')) return false;
  const parts = text.slice(title.start, title.end).split(/([ \t\u3000]+)/);
  if (parts.length <= 2 * fewestFigures) return false;
  return parts.slice(-2 * fewestFigures).every((part, index) => (index % 2 === 1 ? figure.test(part) : part !== ' '));
}

export function cellsOf(text: string, content: Span, number: LineNumber | undefined, traits: number): readonly Span[] {
  const separator = separatorOf(text, content, number, traits);
  if (separator === 0) return noCells;
  // A row may begin and end with a bar, which then part no cells; a tab is no bar.
  const piped = separator !== 9 && text.charCodeAt(content.start) === separator;
  let from = piped ? content.start + 1 : content.start;
  const cells: Span[] = [];
  let words = false;
  for (let i = from; i <= content.end; i++) {
    const code = i < content.end ? text.charCodeAt(i) : separator;
    if (code !== separator) {
      if (code !== 0x2d && code !== 0x3a && classOf(code) !== CharClass.Blank) words = true;
      continue;
    }
    if (i === content.end && piped && from >= i) break;
    const start = skipBlanks(text, from, i);
    cells.push({ start, end: trimBlanksEnd(text, start, i) });
    from = i + 1;
  }
  return words ? cells : noCells; // |---|---| is no row
}
