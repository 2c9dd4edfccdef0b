import { flowOf } from '../../text/flow';
import type { Flow } from '../../text/flow';
import type { Paragraph } from '../model/units';

/** The sentences of a paragraph, without the heading or the number that it begins with; offsets are the paragraph's. */
export function paragraphFlow(paragraph: Paragraph): Flow {
  const { text, units } = paragraph;
  const [first, second] = units;
  const { shape } = first!.facts;
  if (first!.surroundings.begins === undefined) return flowOf(text);
  // A heading is no part of the sentence below it; one with a comma is the first line of a sentence.
  if (shape.heading && second && !/[，。；]/.test(first!.text)) return flowOf(text, paragraph.startOf(second));
  return flowOf(text, shape.title.start);
}
