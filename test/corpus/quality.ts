/**
 * Precision and recall of every rule over the corpus: `npm run quality`.
 *
 *   npm run quality                 prints the table
 *   npm run quality -- --update     first writes what the rules find now beside each report; verdicts are kept, and a
 *                                   finding nobody has judged gets `null`, to be made true or false by hand
 *   npm run quality -- --open       also lists the findings that are false or not judged
 *
 * Below stand the figures of the spelling detector, by itself, on texts that it was not fitted to (`test/spelling`).
 *
 * Exit code 1: a rule that is on above hint has a precision under 95 %, a clean report has an error or a warning, a
 * finding is not judged, or what stands beside a report is not what the rules find.
 */
import { writeFileSync } from 'node:fs';
import { spellingQuality, spellingTable } from '../spelling/quality';
import { alarmsOf, findingsFile, outcomeOf, readCorpus, render, rules } from './corpus';

const least = 0.95;

const options = process.argv.slice(2);
const unknown = options.filter((option) => !['--update', '--open'].includes(option));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}`);
  process.exit(2);
}

interface Row {
  findings: number;
  right: number;
  wrong: number;
  planted: number;
  found: number;
}

const rows = new Map<string, Row>();
const rowOf = (rule: string): Row => {
  let row = rows.get(rule);
  if (!row) rows.set(rule, (row = { findings: 0, right: 0, wrong: 0, planted: 0, found: 0 }));
  return row;
};
for (const { id } of rules) rowOf(id);

const failures: string[] = [];
const corpus = readCorpus();
for (const report of corpus) {
  const outcome = outcomeOf(report);
  if (options.includes('--update')) writeFileSync(findingsFile(report.name), render(outcome.findings));
  else if (render(report.kept) !== render(outcome.findings)) failures.push(`${report.name}: findings have changed`);
  for (const { rule, severity, at, words, verdict } of outcome.findings) {
    const row = rowOf(rule);
    row.findings++;
    if (verdict === true) row.right++;
    else {
      if (verdict === false) row.wrong++;
      else failures.push(`${report.name}:${at}: ${rule} is not judged`);
      if (options.includes('--open')) console.log(`${report.name}:${at} ${severity} ${rule} 「${words}」 ${verdict}`);
    }
  }
  for (const fault of report.faults) {
    const row = rowOf(fault.rule);
    row.planted++;
    if (outcome.found.has(fault)) row.found++;
    else if (options.includes('--open'))
      console.log(`${report.name} misses ${fault.rule} 「${fault.text}」 ${fault.note}`);
  }
  for (const { rule, severity, at, words } of alarmsOf(report, outcome))
    failures.push(`${report.name}:${at}: clean, but ${rule} says ${severity} of 「${words}」`);
}

const share = (part: number, whole: number): string => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(0)} %`);
const severities = new Map<string, string>(rules.map(({ id, severity }) => [id, severity]));
const head = ['rule', 'severity', 'findings', 'true', 'false', 'planted', 'found', 'precision', 'recall'];
const lines = [...rows].map(([rule, row]) => {
  const severity = severities.get(rule) ?? 'no such rule';
  if (severity !== 'off' && severity !== 'hint' && row.right < least * (row.right + row.wrong))
    failures.push(`${rule}: precision ${share(row.right, row.right + row.wrong)}`);
  return [
    rule,
    severity,
    ...[row.findings, row.right, row.wrong, row.planted, row.found].map(String),
    share(row.right, row.right + row.wrong),
    share(row.found, row.planted),
  ];
});
const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]!.length)));
for (const line of [head, ...lines])
  console.log(
    line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  '),
  );
console.log(`\n${spellingTable(spellingQuality(), options.includes('--open'))}`);
const clean = corpus.filter(({ faults }) => faults.length === 0).length;
console.log(`\n${corpus.length} reports, ${clean} of them clean`);
for (const failure of failures) console.log(`✖ ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
