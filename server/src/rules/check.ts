import type { Profile } from '../knowledge/types';
import { proseChange } from '../report/change';
import type { ProseChange } from '../report/change';
import { answers } from '../report/linesWith';
import type { LinesSummary } from '../report/linesWith';
import type { Report } from '../report/model';
import type { Touchable } from '../report/touched';
import type { Span } from '../text/span';
import type { Glossary } from './glossary';
import { isGlossaryName } from './glossary';
import type { LineReader } from './lines';
import { readsOther } from './reread';
import type { Discovery, Family, Finding, ProseQuery, RelatedPlace, Rule, RuleContext, Severity } from './rule';

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
  /** In the order of the text, then of rule ids, then of ends. */
  readonly findings: readonly Finding[];
  /** Rules that threw. */
  readonly failed: ReadonlySet<Rule>;
  /** The words that rules watch. */
  readonly watched: ReadonlyMap<Rule, string[]>;
}

/** What runs of rules say besides their findings. */
interface Remarks {
  readonly failed: Set<Rule>;
  readonly watched: Map<Rule, string[]>;
}

/** Families whose rules judge how words are written: what stands in the glossary is right for them. */
const familiesOfWords: readonly Family[] = ['wording', 'economies', 'acronyms', 'typography'];

const nothing: readonly Touchable[] = [];
const noReaders: readonly LineReader<unknown>[] = [];

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

/** Two lists that are each in order, as one. */
function merged(a: readonly Finding[], b: readonly Finding[]): readonly Finding[] {
  if (b.length === 0) return a;
  const all: Finding[] = [];
  let next = 0;
  for (const finding of a) {
    while (next < b.length && compareFindings(b[next]!, finding) < 0) all.push(b[next++]!);
    all.push(finding);
  }
  while (next < b.length) all.push(b[next++]!);
  return all;
}

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

/** Runs `rules` over `report`. */
function run(
  report: Report,
  settings: CheckSettings,
  rules: readonly Rule[],
  onRuleFailure: (ruleId: string, error: unknown) => void,
  { failed, watched }: Remarks,
): readonly Finding[] {
  const { severities, glossary } = settings;
  const findings: Finding[] = [];
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
    const watch = (words: string): void => {
      const known = watched.get(rule);
      if (known) known.push(words);
      else watched.set(rule, [words]);
    };
    try {
      rule.check(report, settings, find, watch);
    } catch (error) {
      findings.length = before;
      failed.add(rule);
      onRuleFailure(rule.id, error);
    }
  }
  return sorted(findings);
}

/**
 * How far `span` moves by the change; undefined where it may not be what it was.
 * @param nearby whether words beside those that changed are as they were
 */
function deltaOf({ start, end }: Span, { words, lines, delta }: ProseChange, nearby: boolean): number | undefined {
  if (end <= lines.start) return 0;
  if (start >= lines.end) return delta;
  if (!nearby) return undefined;
  if (end < words.start) return 0;
  return start > words.end ? delta : undefined;
}

/** Whether both ends of `span` are on lines that moved as a whole, or not at all. */
function isOutside({ start, end }: Span, { lines }: ProseChange): boolean {
  return end <= lines.start || start >= lines.end;
}

/** `related` where they stand after the change; undefined where one may not be what it was. */
function keptPlaces(
  related: readonly RelatedPlace[],
  change: ProseChange,
  nearby: boolean,
): readonly RelatedPlace[] | undefined {
  let same = true;
  const places: RelatedPlace[] = [];
  for (const place of related) {
    const by = deltaOf(place, change, nearby);
    if (by === undefined) return undefined;
    if (by !== 0) same = false;
    const { message, params, start, end } = place;
    places.push(by === 0 ? place : { message, params, start: start + by, end: end + by });
  }
  return same ? related : places;
}

/**
 * `finding` where it stands after a change that does not touch it; undefined where it may.
 * @param nearby whether words on its line may change that do not touch it
 */
function kept(finding: Finding, change: ProseChange, nearby: boolean): Finding | undefined {
  const { rule, severity, start, end, message, params, related, subject, fixable } = finding;
  const delta = deltaOf(finding, change, nearby);
  if (delta === undefined) return undefined;
  const places = related && keptPlaces(related, change, nearby);
  if (related && !places) return undefined;
  if (delta === 0 && places === related) return finding;
  const onSameWords = isOutside(finding, change) && (!related || related.every((place) => isOutside(place, change)));
  return {
    rule,
    severity,
    start: start + delta,
    end: end + delta,
    message,
    params,
    related: places,
    subject,
    fixable,
    origin: onSameWords ? (finding.origin ?? finding) : undefined,
  };
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
  const again = new Set(before.failed);
  /** What a reader reads is asked for by several rules. */
  const others = new Map<LineReader<unknown>, boolean>();
  const isOther = (reader: LineReader<unknown>): boolean => {
    let other = others.get(reader);
    if (other === undefined) others.set(reader, (other = readsOther(reader, before.report, report, change)));
    return other;
  };
  /** Rules that say which words on a line they look at. */
  const precise = new Set<Rule>();
  for (const rule of rules) {
    const query = typeof rule.prose === 'function' ? rule.prose(settings) : rule.prose;
    const { reads = noReaders } = rule;
    const watched = before.watched.get(rule);
    const isAnything = !query && (reads.length === 0 || rule.prose !== undefined);
    if (isAnything || (query && concerns(report, change, query))) again.add(rule);
    else if (watched && concernsWords(before.report.text, report.text, change, watched)) again.add(rule);
    else if (reads.some(isOther)) again.add(rule);
    else if (query?.touching || reads.length > 0) precise.add(rule);
  }
  let stay: Finding[] = [];
  const { size } = again;
  for (const finding of before.findings) {
    if (again.has(finding.rule)) continue;
    const moved = kept(finding, change, precise.has(finding.rule));
    if (moved) stay.push(moved);
    else again.add(finding.rule);
  }
  // What a rule found before the place that it must judge anew was kept too early.
  if (again.size > size) stay = stay.filter(({ rule }) => !again.has(rule));
  const remarks: Remarks = { failed: new Set(), watched: new Map() };
  for (const [rule, words] of before.watched) if (!again.has(rule)) remarks.watched.set(rule, words);
  const fresh = run(
    report,
    settings,
    rules.filter((rule) => again.has(rule)),
    onRuleFailure,
    remarks,
  );
  return { report, settings, findings: merged(stay, fresh), ...remarks };
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
  const remarks: Remarks = { failed: new Set(), watched: new Map() };
  return { report, settings, findings: run(report, settings, rules, onRuleFailure, remarks), ...remarks };
}
