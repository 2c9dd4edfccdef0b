import { compareEdits } from '../text/edit';
import { messageOf } from '../rules/engine/message';
import type { Report } from '../report/model/report';
import { fixesOf } from '../rules/engine/fixes';
import type { Finding } from '../rules/engine/finding';
import type { FixSafety } from '../rules/engine/rule';
import type { Locale, Message } from '../text/message';
import type { TextEdit } from '../text/edit';
import { render } from '../text/message';
import type { Span } from '../text/span';

/** A quick fix for a finding, ready to apply to the very text the report was parsed from. */
export interface QuickFix {
  readonly finding: Finding;
  readonly title: string;
  readonly safety: FixSafety;
  /** In the order of the text. */
  readonly edits: readonly TextEdit[];
}

const scope = {
  one: { 'zh-TW': '{title}（只改這一處）', en: '{title} (only here)' },
  all: { 'zh-TW': '{title}（全文各處）', en: '{title} (everywhere)' },
} satisfies Record<string, Message>;

/**
 * The fixes of `finding` in `report`, the rule's own order kept: its first is the one it recommends. Of a finding that
 * stands for several places, they are those for all of them and those for the one at `place`, which go first where that
 * is not the finding's own. Nothing where `place` is neither the finding's own nor one that it stands for.
 */
export function quickFixesOf(report: Report, finding: Finding, locale: Locale, place: Span = finding): QuickFix[] {
  const fixes = fixesOf(report, finding);
  const here = fixes.filter(({ at }) => at && at.start <= place.end && at.end >= place.start);
  const all = fixes.filter(({ at }) => at === undefined);
  const isElsewhere = place.end < finding.start || place.start > finding.end;
  if (isElsewhere && here.length === 0) return [];
  const several = fixes.length > here.length + all.length || here.length > 1;
  return (isElsewhere ? [...here, ...all] : [...all, ...here]).map(({ title, params, safety, at, edits }) => {
    const words = messageOf(finding.rule, title, params, locale);
    return {
      finding,
      title: several ? render(at ? scope.one : scope.all, { title: words }, locale) : words,
      safety,
      edits: [...edits].sort(compareEdits),
    };
  });
}
