import { phrases as schema } from './schemas';
import type { RowOf } from './table';
import { rowsOf } from './table';
import compiled from './tables/phrases.tsv';
import type { PhraseUse } from './types';

/** A row of the table of phrases. */
export type Phrase = RowOf<typeof schema>;

let byUse: ReadonlyMap<PhraseUse, readonly Phrase[]> | undefined;

function indexed(): ReadonlyMap<PhraseUse, readonly Phrase[]> {
  const index = new Map<PhraseUse, Phrase[]>();
  for (const row of rowsOf(schema, compiled)) {
    const known = index.get(row.use);
    if (known) known.push(row);
    else index.set(row.use, [row]);
  }
  return index;
}

/** The phrases of that use, in the order of the table. */
export function phrasesOf(use: PhraseUse): readonly Phrase[] {
  return (byUse ??= indexed()).get(use) ?? [];
}

function patternOf({ text, notAfter, notBefore }: Phrase): string {
  const behind = notAfter && `(?<![${notAfter}])`;
  const ahead = notBefore && `(?![${notBefore}])`;
  return behind + text + ahead;
}

/**
 * The source of a regular expression that matches any phrase of that use where its neighbours allow it, the longest first.
 * The table holds no character that means something in a regular expression; a test sees to it.
 */
export function anyOf(use: PhraseUse): string {
  const longestFirst = [...phrasesOf(use)].sort((a, b) => b.text.length - a.text.length);
  return `(?:${longestFirst.map(patternOf).join('|')})`;
}

/**
 * A regular expression with the phrases of the table in it, written as a literal is: in
 * phrasePattern`^(?:本團)?${'speech'}$` the interpolation stands for any phrase of that use. It has the flag u.
 */
export function phrasePattern({ raw }: TemplateStringsArray, ...uses: readonly PhraseUse[]): RegExp {
  return new RegExp(String.raw({ raw }, ...uses.map(anyOf)), 'u');
}
