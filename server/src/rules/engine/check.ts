/** Runs rules over a report, and over the next version of it only where there is something new. */
import type { Report } from '../../report/model/report';
import { glossaryNameTest } from './glossary';
import { Findings } from './findings';
import type { UnitFinding } from './finding';
import { placedIn } from './placedIn';
import { withoutYielding } from './precedence';
import { UnitLists } from './readings';
import type { Reading } from './readings';
import type {
  Family,
  ReportDiscovery,
  ReportRule,
  Rule,
  RuleContext,
  Severity,
  UnitNote,
  UnitRule,
  Units,
} from './rule';
import { sameValue } from './sameValue';
import { isUnchanged, tracked, viewOf } from './view';
import type { Reads, ReportView } from './view';

export interface CheckSettings extends RuleContext {
  /** Severity by rule id: it replaces the rule's default and what a single finding says of itself. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/** A report with what was found in it: a check of the next version of its text goes on from here. */
export interface ReportCheck {
  readonly report: Report;
  readonly settings: CheckSettings;
  readonly findings: Findings;
  readonly memories: ReadonlyMap<Rule, Memory>;
}

/** What a rule keeps from one version to the next. A rule that threw keeps nothing. */
interface Memory {
  readonly reads: Reads;
  /** What a rule that judges units was given. */
  readonly given?: unknown;
  /** What it found in each unit, or what it noted there as a rule about the whole report. */
  readonly readings: readonly Reading<Units[keyof Units], readonly unknown[]>[];
  readonly found: readonly UnitFinding[];
}

/** Families whose rules judge how words are written: what stands in the glossary is right for them. */
const familiesOfWords: readonly Family[] = ['wording', 'economies', 'acronyms', 'typography'];

const noReadings: readonly [] = [];

/** What one run of the rules over one version goes by. */
interface Run {
  readonly report: Report;
  readonly settings: CheckSettings;
  readonly view: ReportView;
  readonly lists: UnitLists;
}

/** Makes what `rule` discovers into what is kept; undefined for what is none of its business. */
function foundBy(rule: Rule, { settings }: Run): (discovery: ReportDiscovery) => UnitFinding | undefined {
  const { severities, glossary } = settings;
  const override = Object.hasOwn(severities, rule.id) ? severities[rule.id] : undefined;
  const byDefault = (override ?? rule.severity) as Severity;
  const isName = familiesOfWords.some((family) => rule.id.startsWith(`${family}/`))
    ? glossaryNameTest(glossary)
    : undefined;
  return (discovery) => {
    const { message, params, subject, unit, start, end, related, fixes } = discovery;
    if (isName?.(unit.text, { start, end })) return undefined;
    return {
      rule,
      severity: override === undefined ? (discovery.severity ?? byDefault) : byDefault,
      message,
      params,
      subject,
      at: { unit, start, end },
      related: related?.map((place) => ({
        unit: place.unit,
        start: place.start,
        end: place.end,
        message: place.message,
        params: place.params,
      })),
      fixes,
    };
  };
}

function checkUnits<Per extends keyof Units>(
  rule: UnitRule<Per, unknown>,
  run: Run,
  before: Memory | undefined,
): Memory {
  let reads = before?.reads;
  let given = before?.given;
  let known = before?.readings as readonly Reading<Units[Per], readonly UnitFinding[]>[] | undefined;
  if (!reads || !isUnchanged(reads, run.view)) {
    const reading = tracked(run.view);
    const now = rule.given?.(reading.view, run.settings);
    reads = reading.end();
    if (!sameValue(now, given)) known = undefined;
    given = now;
  }
  let make: ReturnType<typeof foundBy> | undefined;
  const readings = run.lists.read(rule.per, rule.only, known, (unit) => {
    let all: UnitFinding[] | undefined;
    rule.check(unit, given, (discovery) => {
      make ??= foundBy(rule as unknown as Rule, run);
      const found = make(placedIn(unit, discovery));
      if (found) (all ??= []).push(found);
    });
    return all;
  });
  return {
    reads,
    given,
    readings,
    found: before && readings === known ? before.found : readings.flatMap(({ value }) => value),
  };
}

/** Whether the same units had something to read: what was read of a unit depends on nothing but the unit and the settings. */
function hasSameUnits(a: readonly Reading<unknown, unknown>[], b: readonly Reading<unknown, unknown>[]): boolean {
  return a === b || (a.length === b.length && a.every(({ unit }, index) => unit === b[index]!.unit));
}

function checkReportRule<Per extends keyof Units>(
  rule: ReportRule<unknown, Per>,
  run: Run,
  before: Memory | undefined,
): Memory {
  const { notes } = rule;
  const readings = notes
    ? run.lists.read(
        notes.per,
        notes.only,
        before?.readings as readonly Reading<Units[Per], readonly unknown[]>[] | undefined,
        (unit) => {
          const read = notes.read(unit, run.settings);
          return read.length > 0 ? read : undefined;
        },
      )
    : noReadings;
  if (before && hasSameUnits(before.readings, readings) && isUnchanged(before.reads, run.view))
    return { ...before, readings };
  const all: UnitNote<Per, unknown>[] = [];
  for (const { unit, value } of readings) for (const note of value) all.push({ unit, note });
  const found: UnitFinding[] = [];
  const make = foundBy(rule, run);
  const reading = tracked(run.view);
  rule.check(reading.view, all, run.settings, (discovery) => {
    const one = make(discovery);
    if (one) found.push(one);
  });
  return { reads: reading.end(), readings, found };
}

function checkRule(rule: Rule, run: Run, before: Memory | undefined): Memory {
  return rule.per === 'report'
    ? checkReportRule(rule, run, before)
    : checkUnits(rule as UnitRule<keyof Units, unknown>, run, before);
}

function isSameSettings(a: CheckSettings, b: CheckSettings): boolean {
  return (
    a.profile === b.profile && a.glossary === b.glossary && a.severities === b.severities && a.speller === b.speller
  );
}

/** How grave what `rule` finds is: what the settings say, else off for a profile that is not judged by its family. */
function severityOf({ id, severity }: Rule, { severities, profile: { families } }: CheckSettings): Severity | 'off' {
  if (Object.hasOwn(severities, id)) return severities[id]!;
  return families.length === 0 || families.some((family) => id.startsWith(`${family}/`)) ? severity : 'off';
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
  before?: ReportCheck,
): ReportCheck {
  const known = before && isSameSettings(before.settings, settings) ? before : undefined;
  if (known?.report === report) return known;
  const run = { report, settings, view: viewOf(report), lists: new UnitLists(report, known?.report) };
  const memories = new Map<Rule, Memory>();
  const found = new Map<Rule, readonly UnitFinding[]>();
  for (const rule of rules) {
    if (severityOf(rule, settings) === 'off') continue;
    try {
      const memory = checkRule(rule, run, known?.memories.get(rule));
      memories.set(rule, memory);
      found.set(rule, memory.found);
    } catch (error) {
      onRuleFailure(rule.id, error);
    }
  }
  return { report, settings, findings: new Findings(report, withoutYielding(found, report)), memories };
}
