/**
 * The labelled corpus: reports written for the project in `reports/`, with what was planted in them and what the rules
 * find, each finding judged by hand. `NAME.mission.txt|md` is the report, `NAME.faults.json` what was planted,
 * `NAME.findings.json` the judged findings.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../server/src/service';
import { createReportService } from '../../server/src/service';

const folder = path.join(import.meta.dirname, 'reports');

/** A fault planted in a report. */
export interface Fault {
  readonly rule: string;
  /** The words the finding must touch; empty where the fault is that something is missing: anywhere will do. */
  readonly text: string;
  /** Which occurrence of `text` is meant, from 1. */
  readonly nth?: number;
  readonly note: string;
}

/** A finding as it is kept beside the report. */
export interface JudgedFinding {
  readonly rule: string;
  readonly severity: string;
  /** Line and character of its start, both from 1. */
  readonly at: string;
  /** The words it covers, cut where they are long. */
  readonly words: string;
  /** Whether a reviewer agrees; null as long as nobody has judged it. */
  readonly verdict: boolean | null;
}

export interface CorpusReport {
  readonly name: string;
  readonly text: string;
  readonly faults: readonly Fault[];
  /** What stands beside the report; empty before the first update. */
  readonly kept: readonly JudgedFinding[];
}

/** The file that keeps the judged findings of a report. */
export function findingsFile(name: string): string {
  return path.join(folder, `${name}.findings.json`);
}

function readJson<T>(file: string, absent: T): T {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : absent;
}

/** Every report of the corpus, in the order of their names. */
export function readCorpus(): readonly CorpusReport[] {
  return readdirSync(folder)
    .filter((file) => /\.mission\.(?:txt|md)$/.test(file))
    .sort()
    .map((file) => {
      const name = file.replace(/\.mission\.\w+$/, '');
      return {
        name,
        text: readFileSync(path.join(folder, file), 'utf8'),
        faults: readJson<Fault[]>(path.join(folder, `${name}.faults.json`), []),
        kept: readJson<JudgedFinding[]>(findingsFile(name), []),
      };
    });
}

const service = createReportService({
  onRuleFailure: (id, error) => {
    throw new Error(`${id} failed`, { cause: error });
  },
});

/** The rules and the severity each has by default. */
export const rules = service.rules;

/** Offsets of the words of `fault`, or undefined where any place will do. */
export function placeOf(text: string, { text: words, nth = 1 }: Fault): readonly [number, number] | undefined {
  if (words === '') return undefined;
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`「${words}」 (${nth}) is not in the report`);
  return [at, at + words.length];
}

/** Whether `finding` is the one that `fault` was planted for. */
function finds(text: string, finding: Finding, fault: Fault): boolean {
  if (finding.rule.id !== fault.rule) return false;
  const place = placeOf(text, fault);
  return place === undefined || (finding.start <= place[1] && place[0] <= finding.end);
}

const longestWords = 40;

/** What the rules find in a report now, with the verdicts that stand beside it, and the planted faults among it. */
export interface Outcome {
  readonly findings: readonly JudgedFinding[];
  readonly found: ReadonlySet<Fault>;
}

/** Checks a report as the command line does by default. A finding of a planted fault is true without being judged. */
export function outcomeOf({ text, faults, kept }: CorpusReport): Outcome {
  const report = service.parse(text);
  const verdicts = new Map<string, (boolean | null)[]>();
  const keyOf = (rule: string, words: string): string => `${rule} ${words}`;
  for (const { rule, words, verdict } of kept) {
    const known = verdicts.get(keyOf(rule, words));
    if (known) known.push(verdict);
    else verdicts.set(keyOf(rule, words), [verdict]);
  }
  const found = new Set<Fault>();
  const findings = service.check(report, { profile: 'auto', severities: {} }).map((finding): JudgedFinding => {
    const { line, character } = service.positionAt(report, finding.start);
    const all = text.slice(finding.start, finding.end);
    const words = all.length > longestWords ? `${all.slice(0, longestWords)}…` : all;
    let planted = false;
    for (const fault of faults) {
      if (!finds(text, finding, fault)) continue;
      found.add(fault);
      planted = true;
    }
    const judged = verdicts.get(keyOf(finding.rule.id, words))?.shift();
    return {
      rule: finding.rule.id,
      severity: finding.severity,
      at: `${line + 1}:${character + 1}`,
      words,
      verdict: judged ?? (planted ? true : null),
    };
  });
  return { findings, found };
}

/** The text of a findings file: one finding a line. */
export function render(findings: readonly JudgedFinding[]): string {
  if (findings.length === 0) return '[]\n';
  return `[\n${findings.map((finding) => `  ${JSON.stringify(finding)}`).join(',\n')}\n]\n`;
}

/** Findings of a clean report that a reader would take for a fault of the report. */
export function alarmsOf(report: CorpusReport, { findings }: Outcome): readonly JudgedFinding[] {
  if (report.faults.length > 0) return [];
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}
