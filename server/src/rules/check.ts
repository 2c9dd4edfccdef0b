import type { Profile } from '../knowledge/types';
import type { Report } from '../report/model';
import type { Glossary } from './glossary';
import { emptyGlossary, isGlossaryName } from './glossary';
import type { Discovery, Family, Finding, Rule, Severity } from './rule';

export interface CheckSettings {
  readonly profile: Profile;
  /** Severity by rule id: it replaces the rule's default and what a single finding says of itself. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The folder's own glossary; none by default. */
  readonly glossary?: Glossary;
}

/** Families whose rules judge how words are written: what stands in the glossary is right for them. */
const familiesOfWords: readonly Family[] = ['wording', 'economies', 'acronyms', 'typography'];

/** Order of the text, then rule id, then end: the same in the editor, on the command line and in the browser. */
function compareFindings(a: Finding, b: Finding): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.rule.id !== b.rule.id) return a.rule.id < b.rule.id ? -1 : 1;
  return a.end - b.end;
}

/**
 * The findings in their order. Numbers sort natively, many times as fast as through a comparison, and few findings
 * begin at the same place.
 */
function sorted(findings: readonly Finding[]): Finding[] {
  const { length } = findings;
  const keys = Float64Array.from(findings, ({ start }, index) => start * length + index).sort();
  const ordered = Array.from(keys, (key) => findings[key % length]!);
  for (let from = 0, to = 1; from < length; from = to++) {
    while (to < length && ordered[to]!.start === ordered[from]!.start) to++;
    if (to - from === 1) continue;
    const group = ordered.slice(from, to).sort(compareFindings);
    for (let i = from; i < to; i++) ordered[i] = group[i - from]!;
  }
  return ordered;
}

/** Every property by name: a spread of the discovery takes twenty times as long, and broken texts have many findings. */
function findingOf(rule: Rule, severity: Severity, discovery: Discovery): Finding {
  const { start, end, message, params, related, subject, fixes } = discovery;
  return { rule, severity, start, end, message, params, related, subject, fixes } satisfies Record<
    keyof Finding,
    unknown
  >;
}

/**
 * What `rules` find in `report`, in the order of the text. A rule that is off does not run. A rule that throws costs
 * its own findings and no other's.
 * @param onRuleFailure told the id of a rule that threw, and the error
 */
export function checkReport(
  report: Report,
  { profile, severities, glossary = emptyGlossary }: CheckSettings,
  rules: readonly Rule[],
  onRuleFailure: (ruleId: string, error: unknown) => void,
): Finding[] {
  const findings: Finding[] = [];
  const context = { profile, glossary };
  for (const rule of rules) {
    const override = Object.hasOwn(severities, rule.id) ? severities[rule.id] : undefined;
    const byDefault = override ?? rule.severity;
    if (byDefault === 'off') continue;
    const before = findings.length;
    const ofWords = glossary.names.length > 0 && familiesOfWords.some((family) => rule.id.startsWith(`${family}/`));
    const find = (discovery: Discovery): void => {
      if (ofWords && isGlossaryName(report.text, discovery, glossary)) return;
      findings.push(findingOf(rule, override === undefined ? (discovery.severity ?? byDefault) : byDefault, discovery));
    };
    try {
      rule.check(report, context, find);
    } catch (error) {
      findings.length = before;
      onRuleFailure(rule.id, error);
    }
  }
  return sorted(findings);
}
