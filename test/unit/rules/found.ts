/** What one rule finds in a text, for tests that need more than the rule's examples can say. */
import { profileById } from '../../../server/src/knowledge/profiles';
import { parseReport } from '../../../server/src/report/parse/parse';
import { checkReport } from '../../../server/src/rules/engine/check';
import type { ReportCheck } from '../../../server/src/rules/engine/check';
import { applyEdits } from '../../../server/src/text/edit';
import { fixesOf } from '../../../server/src/rules/engine/fixes';
import { emptyGlossary } from '../../../server/src/rules/engine/glossary';
import type { Finding } from '../../../server/src/rules/engine/finding';
import type { Rule } from '../../../server/src/rules/engine/rule';

/** The findings of `rule` in `text` under the profile `conference`; a rule that throws fails the test. */
export function found(rule: Rule, text: string): readonly Finding[] {
  return check(rule, text).findings.all;
}

function check(rule: Rule, text: string): ReportCheck {
  const settings = { profile: profileById('conference'), glossary: emptyGlossary, severities: {} };
  return checkReport(parseReport(text), settings, [rule], (_id, error) => {
    throw error;
  });
}

/** `text` after the first fix of each finding of `rule`, one after the other, until there is none or `most` are done. */
export function fixedAll(rule: Rule, text: string, most = 20): string {
  let current = text;
  for (let round = 0; round < most; round++) {
    const { report, findings } = check(rule, current);
    const fix = findings.all.map((finding) => fixesOf(report, finding)[0]).find((candidate) => candidate !== undefined);
    if (!fix) return current;
    current = applyEdits(current, fix.edits);
  }
  return current;
}
