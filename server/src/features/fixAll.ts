import { compareEdits, overlap } from '../rules/edits';
import type { Finding, TextEdit } from '../rules/rule';

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
 * The first safe fix of each finding, in the order of the text. A fix is taken whole or not at all: one of which an
 * edit overlaps that of an earlier finding is left for the next round.
 */
export function safeEditsOf(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.rule.fix !== 'safe' ? undefined : finding.fixes?.().find(({ safety }) => safety === 'safe');
    if (!fix) continue;
    const free = fix.edits.every((edit) => {
      const place = placeOf(taken, edit);
      const before = taken[place - 1];
      const behind = taken[place];
      return !(before && overlap(before, edit)) && !(behind && overlap(behind, edit));
    });
    if (free) for (const edit of fix.edits) taken.splice(placeOf(taken, edit), 0, edit);
  }
  return taken;
}
