/** Definitions of acronyms that a line end cuts: 「國際民用航空⏎組織（ICAO）」, 「（World Trade⏎Organization, WTO）」. */
import type { Span } from '../../text/span';
import type { WrappedDefinition } from '../model/acronyms';
import { lineAt } from '../model/lines';
import type { Block } from '../model/units';
import { joinedLinesOf } from '../queries/joinedLines';
import { scanAcronyms } from '../scan/acronyms';
import { isHeadingLine } from './acronyms';

/** The line goes on within brackets. */
const endsInBracket = /[（(][^（()）]{0,200}$/;

/** The definitions of `paragraph` that go over a line end, in the order of the text. */
export function wrappedDefinitionsOf(paragraph: Block): readonly WrappedDefinition[] {
  const { units, lines } = paragraph;
  if (units.length < 2 || !lines.facts.some(({ acronyms }) => acronyms.length > 0)) return [];
  /** A heading without a number may look like the first words of what stands below it; none ends in a bracket. */
  const isHeading = (line: number): boolean =>
    !endsInBracket.test(units[line]!.text) &&
    (isHeadingLine(lines.facts[line]!) ||
      lines.facts[line]!.shape.part !== undefined ||
      units[line]!.surroundings.begins === 'section');
  let first = 0;
  while (first < units.length - 1 && isHeading(first)) first++;
  const joined = joinedLinesOf(paragraph, lines.starts[first]);
  const { words: text } = joined;
  const placed = ({ start, end }: Span): Span => joined.spanOf(start, end);
  return scanAcronyms(text, 0, [])
    .definitions.filter(
      ({ start, end }) => joined.isCut(start, end) && !isHeading(lineAt(lines, joined.spanOf(start, end).start)),
    )
    .map((hit) => {
      const acronym = placed(hit.acronym);
      const line = lineAt(lines, acronym.start);
      const whole = placed(hit);
      return {
        text: hit.text,
        ...whole,
        acronym,
        name: placed(hit.name),
        exact: hit.exact,
        english: hit.english && placed(hit.english),
        line: units[line]!,
        offset: acronym.start - lines.starts[line]!,
        linesBefore: line - lineAt(lines, whole.start),
        words: {
          name: text.slice(hit.name.start, hit.name.end),
          english: hit.english && text.slice(hit.english.start, hit.english.end),
          placeOf: (index) => joined.spanOf(hit.name.start + index, hit.name.start + index + 1).start,
        },
      };
    });
}
