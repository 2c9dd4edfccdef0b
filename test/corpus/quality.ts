/**
 * Precision and recall of every rule, and of all rules on every genre, over the corpus: `npm run quality`.
 *
 *   npm run quality                 prints both tables
 *   npm run quality -- --update     first writes what the rules find now beside each report; verdicts are kept, and a
 *                                   finding nobody has judged gets `null`, to be made true or false by hand
 *   npm run quality -- --open       also lists the findings that are false or not judged
 *   npm run quality -- --not-yet    prints the rows of notYet.tsv as they are now, and nothing else
 *
 * Below stand the figures of the spelling detector, by itself, on texts that it was not fitted to (`test/spelling`).
 *
 * Exit code 1: a rule that is on above hint, or what is above hint on a genre, has a precision under 95 %; a clean report
 * has an error or a warning; a finding is not judged; or what stands beside a report is not what the rules find.
 */
import { writeFileSync } from 'node:fs';
import { spellingQuality, spellingTable } from '../spelling/quality';
import { alarmsOf, deviationsOf, findingsFile, genres, outcomeOf, readCorpus, render, rowOf as rowOfDeviation, rules } from './corpus'; // prettier-ignore

const least = 0.95;

const options = process.argv.slice(2);
const unknown = options.filter((option) => !['--update', '--open', '--not-yet'].includes(option));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}`);
  process.exit(2);
}

if (options.includes('--not-yet')) {
  console.log('report\tkind\trule\twords');
  for (const report of readCorpus())
    for (const deviation of deviationsOf(report, outcomeOf(report))) console.log(rowOfDeviation(deviation));
  process.exit(0);
}

interface Row {
  findings: number;
  right: number;
  wrong: number;
  planted: number;
  found: number;
}

type Rows = Map<string, Row>;
const rowIn = (rows: Rows, key: string): Row => {
  let row = rows.get(key);
  if (!row) rows.set(key, (row = { findings: 0, right: 0, wrong: 0, planted: 0, found: 0 }));
  return row;
};
const byRule: Rows = new Map();
/** Findings above hint: what an author is told without asking. */
const byGenre: Rows = new Map();
for (const { id } of rules) rowIn(byRule, id);
for (const genre of genres) rowIn(byGenre, genre);

const failures: string[] = [];
const corpus = readCorpus();
for (const report of corpus) {
  const outcome = outcomeOf(report);
  if (options.includes('--update')) writeFileSync(findingsFile(report.name), render(outcome.findings));
  else if (render(report.kept) !== render(outcome.findings)) failures.push(`${report.name}: findings have changed`);
  for (const { rule, severity, at, words, verdict } of outcome.findings) {
    const counted = [rowIn(byRule, rule), ...(severity === 'hint' ? [] : [rowIn(byGenre, report.genre)])];
    for (const row of counted) {
      row.findings++;
      if (verdict === true) row.right++;
      else if (verdict === false) row.wrong++;
    }
    if (verdict !== true) {
      if (verdict === null) failures.push(`${report.name}:${at}: ${rule} is not judged`);
      if (options.includes('--open')) console.log(`${report.name}:${at} ${severity} ${rule} 「${words}」 ${verdict}`);
    }
  }
  for (const fault of report.faults) {
    for (const row of [rowIn(byRule, fault.rule), rowIn(byGenre, report.genre)]) {
      row.planted++;
      if (outcome.found.has(fault)) row.found++;
    }
    if (!outcome.found.has(fault) && options.includes('--open'))
      console.log(`${report.name} misses ${fault.rule} 「${fault.text}」 ${fault.note}`);
  }
  for (const { rule, severity, at, words } of alarmsOf(report, outcome))
    failures.push(`${report.name}:${at}: clean, but ${rule} says ${severity} of 「${words}」`);
}

const share = (part: number, whole: number): string => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(0)} %`);
const severities = new Map<string, string>(rules.map(({ id, severity }) => [id, severity]));
const counts = ['findings', 'true', 'false', 'planted', 'found', 'precision', 'recall'];
const cellsOf = (row: Row): readonly string[] => [
  ...[row.findings, row.right, row.wrong, row.planted, row.found].map(String),
  share(row.right, row.right + row.wrong),
  share(row.found, row.planted),
];
const isPrecise = ({ right, wrong }: Row): boolean => right >= least * (right + wrong);

/** Prints lines in columns of equal width; the first `names` of them hold names, the others figures. */
function print(lines: readonly (readonly string[])[], names: number): void {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  for (const line of lines)
    console.log(
      line.map((cell, i) => (i < names ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ').trimEnd(),
    ); // prettier-ignore
}

for (const [rule, row] of byRule) {
  const severity = severities.get(rule);
  if (severity !== undefined && severity !== 'off' && severity !== 'hint' && !isPrecise(row))
    failures.push(`${rule}: precision ${share(row.right, row.right + row.wrong)}`);
}
for (const [genre, row] of byGenre)
  if (!isPrecise(row)) failures.push(`${genre}: precision ${share(row.right, row.right + row.wrong)}`);
print(
  [
    ['rule', 'severity', ...counts],
    ...[...byRule].map(([rule, row]) => [rule, severities.get(rule) ?? 'to come', ...cellsOf(row)]),
  ],
  2,
);
console.log('\nFindings above hint by genre\n');
const reportsOf = (genre: string): string => String(corpus.filter((report) => report.genre === genre).length);
print(
  [['genre', 'reports', ...counts], ...[...byGenre].map(([genre, row]) => [genre, reportsOf(genre), ...cellsOf(row)])],
  1,
);
console.log(`\n${spellingTable(spellingQuality(), options.includes('--open'))}`);
const clean = corpus.filter(({ faults }) => faults.length === 0).length;
console.log(`\n${corpus.length} reports, ${clean} of them clean`);
for (const failure of failures) console.log(`✖ ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
