/** What a folder's own glossary tells the rules: names, acronyms and terms that are right there, and members of forums. */
import type { EconomyCode } from '../../knowledge/types';
import type { Span } from '../../text/span';

export interface Glossary {
  /** By the acronym: its full names, empty where it needs none because every reader knows it. */
  readonly acronyms: ReadonlyMap<string, GlossaryAcronym>;
  /** Names of bodies and persons, and terms: right as they are written, whatever a rule of words would say. */
  readonly names: readonly string[];
  /** The spellings to replace, by the term to write. */
  readonly variants: ReadonlyMap<string, readonly string[]>;
  /** Members by the forum's name: CPTPP, 太平洋聯盟. */
  readonly forums: ReadonlyMap<string, readonly EconomyCode[]>;
}

export interface GlossaryAcronym {
  readonly chinese: string;
  readonly english: string;
}

export const emptyGlossary: Glossary = { acronyms: new Map(), names: [], variants: new Map(), forums: new Map() };

/** Tells whether a span of a text lies inside one of the glossary's names; undefined where it has none. */
export function glossaryNameTest({ names }: Glossary): ((text: string, span: Span) => boolean) | undefined {
  if (names.length === 0) return undefined;
  return (text, span) =>
    names.some((name) => {
      // A name that covers the span begins at most its own length before the span's end.
      const from = Math.max(0, span.end - name.length);
      for (let at = text.indexOf(name, from); at >= 0 && at <= span.start; at = text.indexOf(name, at + 1))
        if (at + name.length >= span.end) return true;
      return false;
    });
}
