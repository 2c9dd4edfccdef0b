/** The fixes of findings. A finding holds none: its rule is asked for them again, so that findings outlive the text they were made in. */
import type { Report } from '../report/model';
import type { Discovery, Finding, Fix, Rule, RuleContext } from './rule';

/** What a rule discovers in a report and can mend, by `keyOf`. */
type Discoveries = ReadonlyMap<string, Discovery>;

interface Asked {
  readonly context: RuleContext;
  readonly discoveries: Discoveries;
}

const askedOf = new WeakMap<Report, Map<Rule, Asked>>();
const none: readonly Fix[] = [];

/** Tells the discoveries of one rule apart. */
function keyOf({ start, end, message, subject = '' }: Omit<Discovery, 'fixes'>): string {
  return `${start} ${end} ${message} ${subject}`;
}

function discoveriesOf(report: Report, rule: Rule, context: RuleContext): Discoveries {
  let asked = askedOf.get(report);
  if (!asked) askedOf.set(report, (asked = new Map<Rule, Asked>()));
  const before = asked.get(rule);
  if (before?.context.profile === context.profile && before.context.glossary === context.glossary)
    return before.discoveries;
  const discoveries = new Map<string, Discovery>();
  rule.check(
    report,
    context,
    (discovery) => {
      if (!discovery.fixes) return;
      const key = keyOf(discovery);
      if (!discoveries.has(key)) discoveries.set(key, discovery);
    },
    () => undefined,
  );
  asked.set(rule, { context, discoveries });
  return discoveries;
}

/**
 * The fixes of `finding`, which the check of `report` gave under `context`; the rule's own order, so that the first is
 * the one it recommends.
 */
export function fixesOf(report: Report, finding: Finding, context: RuleContext): readonly Fix[] {
  if (!finding.fixable) return none;
  return discoveriesOf(report, finding.rule, context).get(keyOf(finding))?.fixes?.() ?? none;
}
