/**
 * The acronyms and definitions of a line with all that most rules of acronyms judge them by: where a change leaves these as
 * they were, it leaves the report's index of acronyms as it was.
 */
import { acronymClassOf } from '../../knowledge/acronymKinds';
import type { AcronymHit, DefinitionHit } from '../../report/model/lines';
import type { LineReader } from '../lines';
import { ownCopy } from '../../text/ownCopy';
import { inLeadIn } from './leadIn';

/** Before an acronym for a class of things so much may name the kind, in UTF-16 code units. */
const longestKind = 12;

interface Occurrence extends Pick<AcronymHit, 'text' | 'quoted' | 'defines' | 'start' | 'end'> {
  /** What stands before it, where that says which of a class it is. */
  readonly before: string | undefined;
}

interface Definition extends DefinitionHit {
  readonly inLeadIn: boolean;
}

export const acronymFacts: LineReader<Occurrence | Definition> = {
  lines: { holding: ['acronym'] },
  raw: true,
  read: (words, facts) => [
    ...facts.acronyms.map(({ text, quoted, defines, start, end }) => ({
      ...{ text, quoted, defines, start, end },
      before: acronymClassOf(text) && ownCopy(words.slice(Math.max(0, start - longestKind), start)),
    })),
    ...facts.definitions.map((definition) => ({ ...definition, inLeadIn: inLeadIn(facts, definition.start) })),
  ],
};
