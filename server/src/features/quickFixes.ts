import { compareEdits } from '../text/edit';
import { messageOf } from '../rules/engine/message';
import type { Report } from '../report/model/report';
import { fixesOf } from '../rules/engine/fixes';
import type { Finding } from '../rules/engine/finding';
import type { FixSafety } from '../rules/engine/rule';
import type { Locale } from '../text/message';
import type { TextEdit } from '../text/edit';

/** A quick fix for a finding, ready to apply to the very text the report was parsed from. */
export interface QuickFix {
  readonly finding: Finding;
  readonly title: string;
  readonly safety: FixSafety;
  /** In the order of the text. */
  readonly edits: readonly TextEdit[];
}

/** The fixes of `finding` in `report`, the rule's own order kept: its first is the one it recommends. */
export function quickFixesOf(report: Report, finding: Finding, locale: Locale): QuickFix[] {
  return fixesOf(report, finding).map(({ title, params, safety, edits }) => ({
    finding,
    title: messageOf(finding.rule, title, params, locale),
    safety,
    edits: [...edits].sort(compareEdits),
  }));
}
