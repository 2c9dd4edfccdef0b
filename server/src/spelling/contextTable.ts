/** The words that are slips between certain others, as the lexicon has them. */
import type { Confusion } from '../knowledge/types';

/** A word that is a slip directly behind one of `before` and directly before one of `after`. */
export interface Context {
  readonly written: string;
  readonly meant: string;
  readonly reason: Confusion;
  /** Words or a mark; whatever stands there where there are none. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Where there are any, one of these words follows soon. */
  readonly soon: readonly string[];
  /** No slip where one of these words follows soon. */
  readonly without: readonly string[];
  /** No slip right behind what `before` has when it follows one of these characters, nor right before one of `notBefore`. */
  readonly notAfter: string;
  readonly notBefore: string;
}

/** The contexts of a lexicon, by the UTF-16 code unit that their word begins with. */
export type Contexts = ReadonlyMap<number, readonly Context[]>;

const listOf = (written: string): readonly string[] => (written === '' ? [] : written.split('|'));

/** @param line rows separated by blanks, their cells by tabs, the values of a list by `|`; folded */
export function readContexts(line: string): Contexts {
  const contexts = new Map<number, Context[]>();
  for (const row of line.split(' ')) {
    const [written, meant, reason, before, after, soon, without, notAfter, notBefore] = row.split('\t') as [
      string, string, string, string, string, string, string, string, string,
    ]; // prettier-ignore
    const context = {
      written,
      meant,
      reason: reason as Confusion,
      before: listOf(before),
      after: listOf(after),
      soon: listOf(soon),
      without: listOf(without),
      notAfter,
      notBefore,
    };
    const first = written.charCodeAt(0);
    const others = contexts.get(first);
    if (others) others.push(context);
    else contexts.set(first, [context]);
  }
  return contexts;
}
