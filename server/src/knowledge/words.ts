/** The words of the wording rules: the tables beside this file, made into rows of one shape for the matcher. */
import { acronymRows } from './acronyms';
import type { Sourced, WordKind, WordRow } from './types';
import { contextTerms } from './wordsContext';
import { mainlandTerms } from './wordsMainland';
import { titleEndings } from './wordsTitles';
import { typos } from './wordsTypos';
import { unifiedTerms } from './wordsUnified';
import { variants } from './wordsVariants';

/** What only some rows say. */
export interface WordExtras {
  /** A second form that may be meant: 計劃 is 計畫 as a noun and 規劃 as a verb. */
  readonly other?: string;
  /** No match right behind one of these characters. */
  readonly notAfter?: string;
  /** No match right before one of these characters. */
  readonly notBefore?: string;
  /** Longer words that hold the string but are right. */
  readonly blockers?: readonly string[];
  /** Sentences that hold the string but are right; a test runs them. */
  readonly right?: readonly string[];
}

/** One row of a table of words, as it is written down. What is preferred is empty for words that are looked for alone. */
export type WordCells = readonly [text: string, preferred: string, from: Sourced, extras?: WordExtras | undefined];

const noExtras: WordExtras = {};

function toRow([text, preferred, from, extras = noExtras]: WordCells, kind: WordKind, usual: boolean): WordRow {
  return {
    text,
    kind,
    preferred,
    other: extras.other,
    usual,
    notAfter: extras.notAfter ?? '',
    notBefore: extras.notBefore ?? '',
    counterExamples: extras.right ?? [],
    source: from.source,
    trust: from.trust,
  };
}

/** Shorter names of one length may be names of two things. */
const shortestName = 5;

/** Whether a name of something technical is another form of `chinese` (隱私強化科技) and no short one (捷運 of 大眾捷運系統). */
function isForm(chinese: string, variant: string): boolean {
  return chinese.length >= shortestName && variant.length === chinese.length;
}

/** The names that the glossary gives to one concept, where it gives several: 微中小型企業, 微中小企業. */
function glossaryTerms(): WordCells[] {
  const terms: WordCells[] = [];
  for (const row of acronymRows) {
    const { chinese, variants: all, category } = row;
    if (category !== 'trade term' && category !== 'tech' && category !== 'term') continue;
    const others = category === 'trade term' ? all : all.filter((variant) => isForm(chinese, variant));
    for (const text of others) terms.push([text, chinese, row]);
    if (others.length > 0) terms.push([chinese, chinese, row]);
  }
  return terms;
}

/** Every row, each text once; where two tables hold one text, the first of this order stands. */
export function wordRows(): readonly WordRow[] {
  const rows = new Map<string, WordRow>();
  const add = (entries: readonly WordCells[], kind: WordKind, usual = false): void => {
    for (const entry of entries) {
      const [word, , from, extras] = entry;
      if (!rows.has(word)) rows.set(word, toRow(entry, kind, usual));
      for (const text of extras?.blockers ?? []) {
        if (!rows.has(text)) rows.set(text, toRow([text, '', from], 'blocker', false));
      }
    }
  };
  add(unifiedTerms, 'unified');
  add(contextTerms, 'context');
  add(mainlandTerms, 'mainland');
  add(typos, 'typo');
  add(
    variants.map(([usual]) => usual),
    'variant',
    true,
  );
  add(
    variants.map(([, other]) => other),
    'variant',
  );
  add(glossaryTerms(), 'term');
  add(titleEndings, 'title');
  return [...rows.values()];
}
