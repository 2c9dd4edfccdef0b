import { applyEdits, compareEdits, overlap } from '../../text/edit';
import type { Report } from '../../report/model/report';
import { parseReport } from '../../report/parse/parse';
import { fixesOf } from '../../rules/engine/fixes';
import type { Finding } from '../../rules/engine/finding';
import type { Fix, FixSafety } from '../../rules/engine/rule';
import type { TextEdit } from '../../text/edit';
import { partitionPoint } from '../../text/lists';

/**
 * What a whole check finds in a report, as the author sees it. Safe fixes are tried before they are handed out, since
 * what a mended word brings about hangs on the rest of the report: a number of a heading that is written right may
 * break the row of its neighbours.
 */
export type Trial = (report: Report) => readonly Finding[];

/** Fixes that go together. */
export interface FixSet {
  /** How many findings they mend. */
  readonly count: number;
  /** `review` as soon as one of them wants an eye. */
  readonly safety: FixSafety;
  /** In the order of the text, never overlapping. */
  readonly edits: readonly TextEdit[];
}

/** Index of the first edit in `ordered` that does not stand before `edit`. */
function placeOf(ordered: readonly TextEdit[], edit: TextEdit): number {
  return partitionPoint(ordered, (each) => compareEdits(each, edit) < 0);
}

/**
 * The fixes that `choose` takes of the findings, in the order of these. A fix is taken whole or not at all: one of which
 * an edit overlaps that of an earlier finding is left for the next round.
 */
function compatibleFixes(
  report: Report,
  findings: readonly Finding[],
  choose: (fixes: readonly Fix[]) => Fix | undefined,
): readonly Fix[] {
  const taken: TextEdit[] = [];
  const fixes: Fix[] = [];
  /** What mends several findings at once, as a row of numbers is written anew, is asked for once. */
  const asked = new Set<unknown>();
  for (const finding of findings) {
    if (asked.has(finding.found.fixes)) continue;
    asked.add(finding.found.fixes);
    const fix = finding.rule.fix === undefined ? undefined : choose(fixesOf(report, finding));
    if (!fix) continue;
    const free = fix.edits.every((edit) => {
      const place = placeOf(taken, edit);
      const before = taken[place - 1];
      const behind = taken[place];
      return !(before && overlap(before, edit)) && !(behind && overlap(behind, edit));
    });
    if (!free) continue;
    for (const edit of fix.edits) taken.splice(placeOf(taken, edit), 0, edit);
    fixes.push(fix);
  }
  return fixes;
}

/** The edits of all `fixes`, in the order of the text. */
function editsOf(fixes: readonly Fix[]): readonly TextEdit[] {
  return fixes.flatMap(({ edits }) => edits).sort(compareEdits);
}

function countsByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return counts;
}

/** Checks of the whole text that the search for harmful fixes may take: as many as short texts need, few in long ones. */
const mostTrials = 80;
/** The same in UTF-16 code units over all checks. */
const mostTrialUnits = 5_000_000;

/**
 * The `fixes` after which no rule finds more than before. Where all of them together do harm, halves are tried, down to
 * the fixes that do it, which are left out; so is what is not tried yet when the trials are used up.
 * @param findings all that a check of the report finds
 */
function harmless(
  { text, markup }: Report,
  findings: readonly Finding[],
  fixes: readonly Fix[],
  trial: Trial,
): readonly Fix[] {
  const before = countsByRule(findings);
  let trials = Math.min(mostTrials, Math.max(4, Math.floor(mostTrialUnits / text.length)));
  const doNoHarm = (some: readonly Fix[]): boolean => {
    trials--;
    const after = countsByRule(trial(parseReport(applyEdits(text, editsOf(some)), undefined, markup)));
    return [...after].every(([rule, count]) => count <= (before.get(rule) ?? 0));
  };
  const grown = (kept: readonly Fix[], others: readonly Fix[]): readonly Fix[] => {
    if (others.length === 0 || trials === 0) return kept;
    const all = [...kept, ...others];
    if (doNoHarm(all)) return all;
    if (others.length === 1) return kept;
    const middle = others.length >> 1;
    return grown(grown(kept, others.slice(0, middle)), others.slice(middle));
  };
  return grown([], fixes);
}

/**
 * The first safe fix of each finding, as far as they go together and nothing new is found after them; in the order of
 * the text. Only rules of safe fixes are asked to make any.
 * @param findings all that `trial` finds in the report
 */
export function safeEditsOf(report: Report, findings: readonly Finding[], trial: Trial): readonly TextEdit[] {
  const fixes = compatibleFixes(
    report,
    findings.filter(({ rule }) => rule.fix === 'safe'),
    (some) => some.find(({ safety }) => safety === 'safe'),
  );
  return fixes.length === 0 ? [] : editsOf(harmless(report, findings, fixes, trial));
}

/** The first fix of each of `findings`, those of one rule, which is the one that the rule recommends. */
export function ruleFixesOf(report: Report, findings: readonly Finding[]): FixSet {
  const fixes = compatibleFixes(report, findings, ([first]) => first);
  return {
    count: fixes.length,
    safety: fixes.every(({ safety }) => safety === 'safe') ? 'safe' : 'review',
    edits: editsOf(fixes),
  };
}
