import type { Paragraph } from '../model/units';
import { joinedLinesOf } from './joinedLines';
import type { JoinedLines } from './joinedLines';

/** What a line has that is the first of a sentence and no heading: a comma, words that open a list, a joint at its end. */
const sentenceBegun = /[，。；]|[計共]有|包[括含]|[、及與和]$/;

/** The sentences of a paragraph as they are read aloud, without the heading or the number that it begins with. */
export function paragraphFlow(paragraph: Paragraph): JoinedLines {
  const [first, second] = paragraph.units;
  const { shape } = first!.facts;
  const from = (offset = 0): JoinedLines => joinedLinesOf(paragraph, offset, true);
  if (first!.surroundings.begins === undefined) return from();
  // A heading is no part of the sentence below it.
  if (shape.heading && second && !sentenceBegun.test(first!.text)) return from(paragraph.startOf(second));
  return from(shape.title.start);
}
