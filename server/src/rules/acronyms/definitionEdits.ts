/** Edits that move a definition, or take it back to the bare acronym. */
import type { LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import { textOf } from '../../report/queries/read';
import { CharClass, classAt } from '../../text/characters';

type PlaceEdit = Place & { readonly text: string };

function isWord(text: string, index: number): boolean {
  const charClass = classAt(text, index);
  return charClass === CharClass.Latin || charClass === CharClass.Digit;
}

/** The opening quotation mark before a name that stands in one, and all of the definition behind it. */
export function wholeOf({ unit, start, end, name }: LineDefinition): Place {
  const isQuoted = name.start === start && '「『《〈'.includes(unit.text[start - 1] ?? ' ');
  return { unit, start: isQuoted ? start - 1 : start, end };
}

/** Writes the bare acronym for a whole definition; blanks around it as Latin words need and as `spaced` asks. */
export function shortened(definition: LineDefinition, spaced: boolean): PlaceEdit {
  const { unit } = definition;
  const { start, end } = wholeOf(definition);
  const gap = (index: number): string =>
    isWord(unit.text, index) || (spaced && classAt(unit.text, index) === CharClass.Han) ? ' ' : '';
  return { unit, start, end, text: gap(start - 1) + textOf(unit, definition.acronym) + gap(end) };
}

/** Writes the whole definition for the bare acronym at `use`; a blank before Chinese words goes. */
export function writtenOut(definition: LineDefinition, use: Place): PlaceEdit {
  const words = textOf(definition.unit, wholeOf(definition));
  const { unit } = use;
  const { text } = unit;
  let { start, end } = use;
  const joins = (index: number): boolean => classAt(text, index) === CharClass.Han;
  if (classAt(words, 0) !== CharClass.Latin && text[start - 1] === ' ' && joins(start - 2)) start--;
  if (words.endsWith('）') && text[end] === ' ' && joins(end + 1)) end++;
  return { unit, start, end, text: words };
}

/** Whether a blank stands between a Chinese character and the Latin word at `place`. */
export function isSpaced({ unit, start, end }: Place): boolean {
  return unit.text[start - 1] === ' ' || unit.text[end] === ' ';
}
