/**
 * The labelled corpus: reports written for the project in `reports/`, with what was planted in them and what the rules
 * find, each finding judged by hand. `NAME.mission.txt|md` is the report, `NAME.faults.json` what was planted,
 * `NAME.findings.json` the judged findings. `genres.tsv` says what kind of report each is, `notYet.tsv` where the rules
 * and the judgement part: false findings and planted faults that nothing finds. `unseen1` to `unseen4` are of four lots by
 * people who had seen neither code nor pages of rules; docs/ARCHITECTURE.md has what was found in them at the first count.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../server/src/service';
import { createReportService } from '../../server/src/service';
import { spellerForTests } from '../spelling/lexicon';
import { readTsv } from '../tsv';

const folder = path.join(import.meta.dirname, 'reports');

/** Who writes, or what the mission was, where that shapes the report more. */
export const genres = [
  'conference', 'ministry', 'city', 'council', 'school', 'university', 'state-firm', 'police-fire', 'hospital', 'library',
  'fisheries', 'aviation', 'standards', 'several-agencies', 'mainland', 'online',
] as const; // prettier-ignore
export type Genre = (typeof genres)[number];

/** Where the text comes from, as its blanks, line ends and marks show. */
export const forms = ['plain', 'markdown', 'word', 'pdf', 'old-cover'] as const;
export type Form = (typeof forms)[number];

/** Rules that faults were planted for before they were written. One that is there now must not stand here. */
export const rulesToCome: readonly string[] = [];

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
  readonly genre: Genre;
  readonly form: Form;
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

function valueOf<const Value extends string>(values: readonly Value[], value: string | undefined): Value {
  const known = values.find((each) => each === value);
  if (known === undefined) throw new Error(`genres.tsv: ${value ?? 'nothing'} is none of ${values.join(', ')}`);
  return known;
}

/** Every report of the corpus, in the order of their names. */
export function readCorpus(): readonly CorpusReport[] {
  const kinds = new Map(
    readTsv(path.join(import.meta.dirname, 'genres.tsv'), ['report', 'genre', 'form']).map((row) => [row.report, row]),
  );
  return readdirSync(folder)
    .filter((file) => /\.mission\.(?:txt|md)$/.test(file))
    .sort()
    .map((file) => {
      const name = file.replace(/\.mission\.\w+$/, '');
      return {
        name,
        genre: valueOf(genres, kinds.get(name)?.genre),
        form: valueOf(forms, kinds.get(name)?.form),
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
service.useSpeller(spellerForTests());

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

/** One place where what the rules say is not yet what a reader says. */
export interface Deviation {
  readonly report: string;
  /** `false`: a finding that is wrong; `missed`: a planted fault that nothing finds. */
  readonly kind: 'false' | 'missed';
  readonly rule: string;
  readonly words: string;
}

/** Where the rules and the judgement part in a report: false findings in the order of the text, then what is missed. */
export function deviationsOf({ name, faults }: CorpusReport, { findings, found }: Outcome): readonly Deviation[] {
  return [
    ...findings
      .filter(({ verdict }) => verdict === false)
      .map(({ rule, words }): Deviation => ({ report: name, kind: 'false', rule, words })),
    ...faults
      .filter((fault) => !found.has(fault))
      .map(({ rule, text }): Deviation => ({ report: name, kind: 'missed', rule, words: text })),
  ];
}

/** A deviation as `notYet.tsv` has it. */
export function rowOf({ report, kind, rule, words }: Deviation): string {
  return [report, kind, rule, words.replace(/\s+/g, ' ').trim()].join('\t');
}

/** The deviations that are known, a row each. It may only shrink: what no longer happens has to be taken out. */
export function readNotYet(): readonly string[] {
  const rows = readTsv(path.join(import.meta.dirname, 'notYet.tsv'), ['report', 'kind', 'rule', 'words']);
  return rows.map((row) => [row.report, row.kind, row.rule, row.words].join('\t'));
}
