import { flowOf } from '../../text/flow';
import type { Flow } from '../../text/flow';
import type { Paragraph } from '../model/units';

/** What a line has that is the first of a sentence and no heading: a comma, words that open a list, a joint at its end. */
const sentenceBegun = /[，。；]|[計共]有|包[括含]|[、及與和]$/;

/** The sentences of a paragraph, without the heading or the number that it begins with; offsets are the paragraph's. */
export function paragraphFlow(paragraph: Paragraph): Flow {
  const { text, units } = paragraph;
  const [first, second] = units;
  const { shape } = first!.facts;
  if (first!.surroundings.begins === undefined) return flowOf(text);
  // A heading is no part of the sentence below it.
  if (shape.heading && second && !sentenceBegun.test(first!.text)) return flowOf(text, paragraph.startOf(second));
  return flowOf(text, shape.title.start);
}
