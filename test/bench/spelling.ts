/**
 * Measures what the spelling detector adds, and prints it as JSON: memory, full checks of a text that it has not met,
 * and keys. Needs `--expose-gc`, and a process of its own: memory is read before anything else has taken any.
 */
import lexicon from '../../server/lexicon/lexicon.cjs';
import { createReportService } from '../../server/src/service';
import type { CheckOptions, CheckResult, Report, ReportService } from '../../server/src/service';
import { createSpeller } from '../../server/src/spelling/speller';
import { inProse } from './driver.mjs';
import { reports } from './inputs.mjs';
import { median } from './statistics.mjs';

const options: CheckOptions = { profile: 'auto', severities: {} };
const text = reports(1);
const typed = [...'會議討論區域合作情形並交換意見'.repeat(12)];
/** The first of each kind teach the compiler, and are not counted. */
const warm = 20;
const rounds = 40;

function newService(): ReportService {
  return createReportService({
    onRuleFailure: (rule, error) => {
      throw new Error(`the rule ${rule} failed`, { cause: error });
    },
  });
}

/** Megabytes in use. */
function memory(): number {
  globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function timeOf(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

const before = memory();
const speller = createSpeller(lexicon);
const megabytes = memory() - before;

const without = newService();
const withSpeller = newService();
withSpeller.useSpeller(speller);

/** Medians in milliseconds; one after the other, so that a busy machine slows both alike. */
const checks: Record<'without' | 'with', number[]> = { without: [], with: [] };
for (let round = 0; round < warm + rounds; round += 1) {
  // With another glossary the detector forgets what it has answered.
  const anew = { ...options, glossary: { acronyms: new Map(), names: [], variants: new Map(), forums: new Map() } };
  checks.without.push(timeOf(() => without.check(without.parse(text), anew)));
  checks.with.push(timeOf(() => withSpeller.check(withSpeller.parse(text), anew)));
}

/** A report in which somebody writes. */
class Writing {
  readonly times: number[] = [];
  #report: Report;
  #judged: CheckResult;

  constructor(readonly service: ReportService) {
    this.#report = service.parse(text);
    this.#judged = service.judge(this.#report, options);
  }

  key(written: string): void {
    const time = timeOf(() => {
      this.#report = this.service.parse(written, this.#report);
      this.#judged = this.service.judge(this.#report, options, this.#judged);
    });
    this.times.push(time);
  }
}

const lines = text.split('\n');
const { line, character } = inProse(lines);
let at = lines.slice(0, line).join('\n').length + 1 + character;
let written = text;
const writings = { without: new Writing(without), with: new Writing(withSpeller) };
for (const key of typed) {
  written = written.slice(0, at) + key + written.slice(at);
  at += key.length;
  writings.without.key(written);
  writings.with.key(written);
}

const middle = (times: readonly number[]): number => median(times.slice(warm));
console.log(
  JSON.stringify({
    megabytes,
    check: { without: middle(checks.without), with: middle(checks.with) },
    key: { without: middle(writings.without.times), with: middle(writings.with.times) },
  }),
);
