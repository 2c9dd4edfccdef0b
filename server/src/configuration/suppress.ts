/** Accepted findings: how one is told from others of its rule, and which of a report's findings are accepted. */
import type { Report } from '../report/model/report';
import type { Section } from '../report/model/parts';
import { textOf } from '../report/queries/read';
import type { Findings } from '../rules/engine/findings';
import type { Finding } from '../rules/engine/finding';
import { CharClass, classAt } from '../text/characters';
import { partitionPoint } from '../text/lists';
import type { Span } from '../text/span';
import type { Suppression, SuppressionAnchor } from './model';

/** Longer words are cut: their beginning tells them apart well enough, and a report's text does not belong elsewhere. */
const longestWords = 40;
/** Characters before and behind the words that an anchor keeps, blanks not counted; as many of the lines above and below. */
const reach = 8;

function isLineEnd(text: string, index: number): boolean {
  return text[index] === '\n' || text[index] === '\r';
}

function isGap(text: string, index: number): boolean {
  return classAt(text, index) === CharClass.Blank || isLineEnd(text, index);
}

/** `[start, end)` of `text` without blanks and line ends, at most `most` units. */
function squeezed(text: string, start: number, end: number, most: number): string {
  let words = '';
  for (let i = start; i < end && words.length < most; i++) if (!isGap(text, i)) words += text[i]!;
  return words;
}

/** The last characters before `end` on its line, without blanks. */
function wordsBefore(text: string, end: number): string {
  let words = '';
  for (let i = end - 1; i >= 0 && words.length < reach && !isLineEnd(text, i); i--)
    if (!isGap(text, i)) words = text[i]! + words;
  return words;
}

/** The first characters from `start` on its line, without blanks. */
function wordsBehind(text: string, start: number): string {
  let words = '';
  for (let i = start; i < text.length && words.length < reach && !isLineEnd(text, i); i++)
    if (!isGap(text, i)) words += text[i]!;
  return words;
}

/** The end of the nearest line with words above the line of `offset`; empty where there is none. */
function wordsAbove(text: string, offset: number): string {
  let i = offset - 1;
  while (i >= 0 && !isLineEnd(text, i)) i--;
  while (i >= 0 && isGap(text, i)) i--;
  return wordsBefore(text, i + 1);
}

/** The beginning of the nearest line with words below the line of `offset`; empty where there is none. */
function wordsBelow(text: string, offset: number): string {
  let i = offset;
  while (i < text.length && !isLineEnd(text, i)) i++;
  while (i < text.length && isGap(text, i)) i++;
  return wordsBehind(text, i);
}

/** The innermost of `sections` (a pre-order walk) that holds `offset`. */
function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  for (let i = partitionPoint(sections, ({ start }) => start <= offset) - 1; i >= 0; i--) {
    const section = sections[i]!;
    if (section.end > offset && section.kind !== 'item') return section;
  }
  return undefined;
}

/** `span` of the report without blanks, cut. */
function squeezedSpan(report: Report, span: Span | undefined): string {
  const words = span ? textOf(report, span) : '';
  return squeezed(words, 0, words.length, longestWords);
}

/** Where a finding stands, in words. */
interface Place {
  readonly finding: Finding;
  readonly words: string;
  readonly around: string;
  /** Title and whole heading of the innermost section; empty outside the body. */
  readonly section: string;
  readonly heading: string;
  readonly above: string;
  readonly below: string;
  readonly subject: string;
}

function placeOf(report: Report, finding: Finding): Place {
  const { text } = report;
  const { start, end } = finding;
  const words = squeezed(text, start, end, longestWords);
  const section = sectionAt(report.allSections, start);
  return {
    finding,
    words,
    around: wordsBefore(text, start) + words + wordsBehind(text, end),
    section: squeezedSpan(report, section?.title),
    heading: squeezedSpan(report, section?.heading),
    above: wordsAbove(text, start),
    below: wordsBelow(text, end),
    subject: finding.subject ?? '',
  };
}

/**
 * Which of the places in the report with the words of `place` and what surrounds them it is, from 1, and of how many.
 * It is told by the text alone, so that it does not hang on what else is found or accepted.
 */
function twinsOf({ text }: Report, { finding: { start, end }, words, around }: Place): { nth: number; of: number } {
  const exact = text.slice(start, end);
  if (exact === '') return { nth: 1, of: 1 };
  let nth = 0;
  let of = 0;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (wordsBefore(text, at) + words + wordsBehind(text, at + exact.length) !== around) continue;
    of++;
    if (at <= start) nth = of;
  }
  return { nth, of };
}

/** What tells `finding` from others of its rule. */
export function anchorOf(report: Report, finding: Finding): SuppressionAnchor {
  const place = placeOf(report, finding);
  const { words, around, section, above, below, subject } = place;
  const { nth, of } = twinsOf(report, place);
  return { words, around, section, above, below, subject, occurrence: of > 1 ? nth : undefined };
}

/** `anchor` as the keys of an entry in the configuration file: those that say something. */
export function anchorEntry({ words, around, section, above, below, subject, occurrence }: SuppressionAnchor): object {
  return {
    words,
    around,
    section,
    ...(above === undefined ? {} : { above }),
    ...(below === undefined ? {} : { below }),
    ...(subject === '' ? {} : { subject }),
    ...(occurrence === undefined ? {} : { occurrence }),
  };
}

export interface SuppressionResult {
  /** The findings that stay. */
  readonly findings: Findings;
  /** The suppressions that nothing matches any more. */
  readonly unused: readonly Suppression[];
}

/** `words` without punctuation, which any sentence has. */
const spoken = (words: string): string => words.replace(/[\p{P}\p{S}]/gu, '');

/** How many characters `a` and `b` have in common, in their order. */
function commonLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const character of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(character === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
}

/** What stands on either side of `words` in `around`: of several such places the one nearest to the middle. */
function sidesOf(around: string, words: string): readonly [string, string] {
  const middle = (around.length - words.length) / 2;
  // A finding about blanks alone has no words: they stand in the middle.
  if (words === '') return [around.slice(0, Math.ceil(middle)), around.slice(Math.ceil(middle))];
  let best = -1;
  for (let at = around.indexOf(words); at >= 0; at = around.indexOf(words, at + 1))
    if (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  return best < 0 ? [around, ''] : [around.slice(0, best), around.slice(best + words.length)];
}

/** How alike two surroundings of `words` are, from 0 to 1: the share of the shorter one that the other has too. */
function likeness(words: string, a: string, b: string): number {
  if (a === b) return 1;
  const [beforeA, behindA] = sidesOf(a, words).map(spoken) as [string, string];
  const [beforeB, behindB] = sidesOf(b, words).map(spoken) as [string, string];
  const shorter = Math.min(beforeA.length + behindA.length, beforeB.length + behindB.length);
  if (shorter === 0) return leastLikeness;
  const common = commonLength(beforeA, beforeB) + commonLength(behindA, behindB);
  return Math.min(common / shorter, mostLikeness);
}

/** Surroundings that are less alike are those of another sentence. */
const leastLikeness = 0.5;
/** Surroundings that are not the same are a little less than alike. */
const mostLikeness = 0.99;

/** Whether a line beside the words is still the one that was there; undefined where nobody has noted it. */
function isBeside({ above, below }: SuppressionAnchor, place: Place): boolean | undefined {
  if (above === undefined && below === undefined) return undefined;
  return above === place.above || below === place.below;
}

/** The section that an anchor names, without blanks and without what earlier versions wrote behind the title. */
function sectionOf({ section }: SuppressionAnchor): string {
  let title = section.replaceAll(/\s/g, '');
  while (title.endsWith('undefined')) title = title.slice(0, -'undefined'.length);
  return title;
}

/**
 * How surely `place` is the one that `anchor` was made of; 0 where it is another. Edits in the sentence change what
 * surrounds the words, edits beside it the lines above and below, and headings may be written anew: some of it must be
 * left. Surroundings that were there several times when the anchor was made tell nothing by themselves.
 */
function certainty(anchor: SuppressionAnchor, place: Place): number {
  if (place.words !== anchor.words || place.subject !== anchor.subject) return 0;
  const title = sectionOf(anchor);
  const sameSection = title === place.section || title === place.heading;
  const alike = likeness(anchor.words, anchor.around, place.around);
  const beside = isBeside(anchor, place);
  const isSure = alike === 1 && anchor.occurrence === undefined;
  if (!isSure && (alike < leastLikeness || !(beside ?? sameSection))) return 0;
  return 4 * alike + (sameSection ? 2 : 0) + (beside === true ? 3 : 0);
}

/** Whether `anchor` names words, and maybe a section, but no surroundings, as an author may write by hand. */
function isLoose({ words, around }: SuppressionAnchor): boolean {
  return around === '' && words !== '';
}

/** The places that a loose `anchor` speaks of: all with its words in its section, or anywhere where it names none. */
function looselyAt(anchor: SuppressionAnchor, places: readonly Place[]): readonly Place[] {
  const { words, subject } = anchor;
  return places.filter(
    (place) =>
      place.words === words &&
      (subject === '' || place.subject === subject) &&
      ['', place.section, place.heading].includes(sectionOf(anchor)),
  );
}

/** A suppression with a place that it may have been made of. */
interface Pair {
  readonly suppression: Suppression;
  readonly place: Place;
  readonly certainty: number;
  readonly isSameTwin: boolean;
}

/** The place of each of `suppressions`, the surest pair first: no two have one place, and none has two. */
function pairsOf(report: Report, suppressions: readonly Suppression[], places: readonly Place[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const suppression of suppressions) {
    const anchor = suppression.anchor!;
    for (const place of places) {
      const sure = certainty(anchor, place);
      if (sure === 0) continue;
      const { occurrence } = anchor;
      const isSameTwin =
        occurrence !== undefined && place.around === anchor.around && twinsOf(report, place).nth === occurrence;
      pairs.push({ suppression, place, certainty: sure, isSameTwin });
    }
  }
  pairs.sort((a, b) => b.certainty - a.certainty || Number(b.isSameTwin) - Number(a.isSameTwin));
  const suppressed = new Set<Suppression>();
  const taken = new Set<Place>();
  return pairs.filter(({ suppression, place }) => {
    if (suppressed.has(suppression) || taken.has(place)) return false;
    suppressed.add(suppression);
    taken.add(place);
    return true;
  });
}

/** Takes the findings that one of `suppressions` accepts out of `findings`. */
export function suppress(report: Report, findings: Findings, suppressions: readonly Suppression[]): SuppressionResult {
  if (suppressions.length === 0) return { findings, unused: [] };
  const accepted = new Set<Finding>();
  const used = new Set<Suppression>();
  const byRule = new Map<string, Suppression[]>();
  for (const suppression of suppressions)
    byRule.set(suppression.rule, [...(byRule.get(suppression.rule) ?? []), suppression]);
  const accept = (suppression: Suppression, taken: readonly Finding[]): void => {
    if (taken.length > 0) used.add(suppression);
    for (const finding of taken) accepted.add(finding);
  };
  for (const [rule, ofRule] of byRule) {
    const places = findings.ofRule(rule).map((finding) => placeOf(report, finding));
    const anchored = ofRule.filter(({ anchor }) => anchor && !isLoose(anchor));
    for (const { suppression, place } of pairsOf(report, anchored, places)) accept(suppression, [place.finding]);
    for (const suppression of ofRule) {
      const { anchor } = suppression;
      if (!anchor || isLoose(anchor))
        accept(
          suppression,
          (anchor ? looselyAt(anchor, places) : places).map(({ finding }) => finding),
        );
    }
  }
  return { findings: findings.without(accepted), unused: suppressions.filter((suppression) => !used.has(suppression)) };
}
