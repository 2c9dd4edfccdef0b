import { compareEdits, overlap } from '../../rules/edits';
import type { Report } from '../../report/model';
import { fixesOf } from '../../rules/fixes';
import type { Finding, Fix, FixSafety, RuleContext, TextEdit } from '../../rules/rule';

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
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareEdits(ordered[middle]!, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The fix that `choose` takes of each finding. A fix is taken whole or not at all: one of which an edit overlaps that of
 * an earlier finding is left for the next round.
 */
function fixSetOf(
  report: Report,
  findings: readonly Finding[],
  context: RuleContext,
  choose: (fixes: readonly Fix[]) => Fix | undefined,
): FixSet {
  const taken: TextEdit[] = [];
  let count = 0;
  let safety: FixSafety = 'safe';
  for (const finding of findings) {
    const fix = finding.rule.fix === undefined ? undefined : choose(fixesOf(report, finding, context));
    if (!fix) continue;
    const free = fix.edits.every((edit) => {
      const place = placeOf(taken, edit);
      const before = taken[place - 1];
      const behind = taken[place];
      return !(before && overlap(before, edit)) && !(behind && overlap(behind, edit));
    });
    if (!free) continue;
    for (const edit of fix.edits) taken.splice(placeOf(taken, edit), 0, edit);
    count++;
    if (fix.safety !== 'safe') safety = 'review';
  }
  return { count, safety, edits: taken };
}

/** The first safe fix of each finding, in the order of the text. Only rules of safe fixes are asked to make any. */
export function safeEditsOf(report: Report, findings: readonly Finding[], context: RuleContext): readonly TextEdit[] {
  return fixSetOf(
    report,
    findings.filter(({ rule }) => rule.fix === 'safe'),
    context,
    (fixes) => fixes.find(({ safety }) => safety === 'safe'),
  ).edits;
}

/** The first fix of each of `findings`, those of one rule, which is the one that the rule recommends. */
export function ruleFixesOf(report: Report, findings: readonly Finding[], context: RuleContext): FixSet {
  return fixSetOf(report, findings, context, ([first]) => first);
}
