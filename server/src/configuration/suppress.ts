/** Accepted findings: how one is told from others of its rule, and which of a report's findings are accepted. */
import type { Report } from '../report/model/report';
import type { Section } from '../report/model/parts';
import { textOf } from '../report/queries/read';
import type { Findings } from '../rules/engine/findings';
import type { Finding } from '../rules/engine/finding';
import { CharClass, classAt } from '../text/characters';
import type { Suppression, SuppressionAnchor } from './model';

/** Longer words are cut: their beginning tells them apart well enough, and a report's text does not belong elsewhere. */
const longestWords = 40;
/** Characters before and behind the words that an anchor keeps, blanks not counted. */
const reach = 8;

function isGap(text: string, index: number): boolean {
  return classAt(text, index) === CharClass.Blank || text[index] === '\n' || text[index] === '\r';
}

/** `[start, end)` of `text` without blanks and line ends, at most `most` units. */
function squeezed(text: string, start: number, end: number, most: number): string {
  let words = '';
  for (let i = start; i < end && words.length < most; i++) if (!isGap(text, i)) words += text[i]!;
  return words;
}

/** The innermost of `sections` (a pre-order walk) that holds `offset`. */
function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0; i--) {
    const section = sections[i]!;
    if (section.end > offset && section.kind !== 'item') return section;
  }
  return undefined;
}

/** What tells `finding` from others of its rule. */
export function anchorOf(report: Report, finding: Finding): SuppressionAnchor {
  const { text } = report;
  const { start, end } = finding;
  let before = '';
  for (let i = start - 1; i >= 0 && before.length < reach && text[i] !== '\n' && text[i] !== '\r'; i--)
    if (!isGap(text, i)) before = text[i]! + before;
  let behind = '';
  for (let i = end; i < text.length && behind.length < reach && text[i] !== '\n' && text[i] !== '\r'; i++)
    if (!isGap(text, i)) behind += text[i]!;
  const words = squeezed(text, start, end, longestWords);
  const section = sectionAt(report.allSections, start);
  const title = section ? textOf(report, section.title) : '';
  return {
    words,
    around: before + words + behind,
    section: squeezed(title, 0, title.length, longestWords),
    subject: finding.subject ?? '',
  };
}

export interface SuppressionResult {
  /** The findings that stay. */
  readonly findings: Findings;
  /** The suppressions that nothing matches any more. */
  readonly unused: readonly Suppression[];
}

/** What accepts findings: those of the very surroundings, else those of the same words in the same section. */
function acceptedBy(
  anchor: SuppressionAnchor,
  candidates: readonly (readonly [Finding, SuppressionAnchor])[],
): readonly Finding[] {
  const same = candidates.filter(([, other]) => other.words === anchor.words && other.subject === anchor.subject);
  const exact = same.filter(([, other]) => other.around === anchor.around);
  return (exact.length > 0 ? exact : same.filter(([, other]) => other.section === anchor.section)).map(
    ([finding]) => finding,
  );
}

/** Takes the findings that one of `suppressions` accepts out of `findings`. */
export function suppress(report: Report, findings: Findings, suppressions: readonly Suppression[]): SuppressionResult {
  if (suppressions.length === 0) return { findings, unused: [] };
  const accepted = new Set<Finding>();
  const unused: Suppression[] = [];
  const anchors = new Map<string, (readonly [Finding, SuppressionAnchor])[]>();
  for (const suppression of suppressions) {
    let candidates = anchors.get(suppression.rule);
    if (!candidates) {
      candidates = findings.ofRule(suppression.rule).map((finding) => [finding, anchorOf(report, finding)] as const);
      anchors.set(suppression.rule, candidates);
    }
    const { anchor } = suppression;
    const taken = anchor ? acceptedBy(anchor, candidates) : candidates.map(([finding]) => finding);
    if (taken.length === 0) unused.push(suppression);
    for (const finding of taken) accepted.add(finding);
  }
  return { findings: findings.without(accepted), unused };
}
