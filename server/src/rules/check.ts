import type { Profile } from '../knowledge/types';
import { proseChange } from '../report/change';
import type { ProseChange } from '../report/change';
import { answers } from '../report/linesWith';
import type { LinesSummary } from '../report/linesWith';
import type { Report } from '../report/model';
import type { Touchable } from '../report/touched';
import { Findings, RuleFindings } from './findings';
import type { Glossary } from './glossary';
import { isGlossaryName } from './glossary';
import type { LineReader } from './lines';
import { readsOther } from './reread';
import type { Discovery, Family, Finding, ProseQuery, Rule, RuleContext, Severity } from './rule';

export interface CheckSettings extends RuleContext {
  readonly profile: Profile;
  /** The folder's own glossary. */
  readonly glossary: Glossary;
  /** Severity by rule id: it replaces the rule's default and what a single finding says of itself. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/** A report with what was found in it: a check of the next version of its text goes on from here. */
export interface Checked {
  readonly report: Report;
  readonly settings: CheckSettings;
  readonly findings: Findings;
  /** Rules that threw. */
  readonly failed: ReadonlySet<Rule>;
  /** The words that rules watch. */
  readonly watched: ReadonlyMap<Rule, string[]>;
}

/** What is known of rules that need not run. */
interface Kept {
  readonly groups: Map<Rule, RuleFindings>;
  readonly watched: Map<Rule, string[]>;
}

/** Families whose rules judge how words are written: what stands in the glossary is right for them. */
const familiesOfWords: readonly Family[] = ['wording', 'economies', 'acronyms', 'typography'];

const nothing: readonly Touchable[] = [];
const noReaders: readonly LineReader<unknown>[] = [];

/** Every property by name: a spread of the discovery takes twenty times as long, and broken texts have many findings. */
function findingOf(rule: Rule, severity: Severity, discovery: Discovery): Finding {
  const { start, end, message, params, related, subject, fixes } = discovery;
  const fixable = fixes !== undefined;
  const origin = undefined;
  return { rule, severity, start, end, message, params, related, subject, fixable, origin } satisfies Record<
    keyof Finding,
    unknown
  >;
}

/** What `rules` find in `report`, together with what is `kept` of others. */
function run(
  report: Report,
  settings: CheckSettings,
  rules: readonly Rule[],
  onRuleFailure: (ruleId: string, error: unknown) => void,
  { groups, watched }: Kept,
): Checked {
  const { severities, glossary } = settings;
  const failed = new Set<Rule>();
  for (const rule of rules) {
    const findings: Finding[] = [];
    const override = Object.hasOwn(severities, rule.id) ? severities[rule.id] : undefined;
    const byDefault = override ?? rule.severity;
    if (byDefault === 'off') continue;
    const ofWords = glossary.names.length > 0 && familiesOfWords.some((family) => rule.id.startsWith(`${family}/`));
    const find = (discovery: Discovery): void => {
      if (ofWords && isGlossaryName(report.text, discovery, glossary)) return;
      findings.push(findingOf(rule, override === undefined ? (discovery.severity ?? byDefault) : byDefault, discovery));
    };
    const watch = (words: string): void => {
      const known = watched.get(rule);
      if (known) known.push(words);
      else watched.set(rule, [words]);
    };
    try {
      rule.check(report, settings, find, watch);
    } catch (error) {
      findings.length = 0;
      failed.add(rule);
      onRuleFailure(rule.id, error);
    }
    if (findings.length > 0) groups.set(rule, RuleFindings.of(findings));
  }
  return { report, settings, findings: new Findings(groups), failed, watched };
}

/** What the lines hold that count. */
function heldAround({ held, heldInParagraphs, heldNear }: ProseChange, around: ProseQuery['around']): LinesSummary {
  if (around === 'near') return heldNear;
  return around === 'paragraph' ? heldInParagraphs : held;
}

function concerns(report: Report, change: ProseChange, query: ProseQuery): boolean {
  const { around, touching = nothing, places, within, ...asked } = query;
  if (places?.(report, change)) return true;
  if (within && !within(report, change)) return false;
  return answers(heldAround(change, around), asked) || touching.some((each) => change.touched.has(each));
}

/** Whether the change concerns one of the `words` that are watched: they stood or stand where it is. */
function concernsWords(
  before: string,
  after: string,
  { words: { start, end }, delta }: ProseChange,
  words: readonly string[],
): boolean {
  return words.some((each) => {
    const reach = each.length - 1;
    return (
      before.slice(Math.max(0, start - reach), end + reach).includes(each) ||
      after.slice(Math.max(0, start - reach), end + delta + reach).includes(each)
    );
  });
}

/** What is found after a change of prose: most rules need not run again. */
function recheck(
  before: Checked,
  change: ProseChange,
  report: Report,
  settings: CheckSettings,
  rules: readonly Rule[],
  onRuleFailure: (ruleId: string, error: unknown) => void,
): Checked {
  const again: Rule[] = [];
  const kept: Kept = { groups: new Map(), watched: new Map() };
  /** What a reader reads is asked for by several rules. */
  const others = new Map<LineReader<unknown>, boolean>();
  const isOther = (reader: LineReader<unknown>): boolean => {
    let other = others.get(reader);
    if (other === undefined) others.set(reader, (other = readsOther(reader, before.report, report, change)));
    return other;
  };
  const isConcerned = (rule: Rule, query: ProseQuery | undefined, reads: readonly LineReader<unknown>[]): boolean => {
    const watched = before.watched.get(rule);
    if (!query && (reads.length === 0 || rule.prose !== undefined)) return true;
    if (query && concerns(report, change, query)) return true;
    if (watched && concernsWords(before.report.text, report.text, change, watched)) return true;
    return reads.some(isOther);
  };
  for (const rule of rules) {
    const query = typeof rule.prose === 'function' ? rule.prose(settings) : rule.prose;
    const { reads = noReaders } = rule;
    if (before.failed.has(rule) || isConcerned(rule, query, reads)) {
      again.push(rule);
      continue;
    }
    const found = before.findings.of(rule);
    if (found) {
      // A rule that says which words on a line it looks at has nothing against others on it.
      const isPrecise = query?.touching !== undefined || reads.length > 0;
      const moved = found.moved(change, isPrecise);
      if (!moved) {
        again.push(rule);
        continue;
      }
      kept.groups.set(rule, moved);
    }
    const watched = before.watched.get(rule);
    if (watched) kept.watched.set(rule, watched);
  }
  return run(report, settings, again, onRuleFailure, kept);
}

function isSame(a: CheckSettings, b: CheckSettings): boolean {
  return a.profile === b.profile && a.glossary === b.glossary && a.severities === b.severities;
}

/**
 * What `rules` find in `report`. A rule that is off does not run. A rule that throws costs its own findings and no
 * other's.
 * @param onRuleFailure told the id of a rule that threw, and the error
 * @param before what the same rules found in an earlier version; what can't have changed is taken from there. The
 * result is the same as without.
 */
export function checkReport(
  report: Report,
  settings: CheckSettings,
  rules: readonly Rule[],
  onRuleFailure: (ruleId: string, error: unknown) => void,
  before?: Checked,
): Checked {
  if (before && isSame(before.settings, settings)) {
    if (before.report === report) return before;
    const change = proseChange(before.report, report);
    if (change) return recheck(before, change, report, settings, rules, onRuleFailure);
  }
  return run(report, settings, rules, onRuleFailure, { groups: new Map(), watched: new Map() });
}
