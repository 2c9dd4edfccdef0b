/** All findings of one version of a report. */
import type { Report } from '../../report/model/report';
import type { Span } from '../../text/span';
import { Finding } from './finding';
import type { UnitFinding } from './finding';
import { mostRelated } from './occurrences';
import type { Rule, Severity } from './rule';

export type Counts = Readonly<Record<Severity, number>>;

const gravestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Order of the text, then rule id, then end: the same in the editor, on the command line and in the browser. */
function compareFindings(a: Finding, b: Finding): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.rule.id !== b.rule.id) return a.rule.id < b.rule.id ? -1 : 1;
  return a.end - b.end;
}

/** Findings are put into the text and in order when somebody asks for them. */
export class Findings {
  readonly #report: Report;
  readonly #found: ReadonlyMap<Rule, readonly UnitFinding[]>;
  #counts: Counts | undefined;
  #all: readonly Finding[] | undefined;

  /** @param found by rule; a rule that found nothing may be left out */
  constructor(report: Report, found: ReadonlyMap<Rule, readonly UnitFinding[]>) {
    this.#report = report;
    this.#found = found;
  }

  /** In the order of the text, then of rule ids, then of ends. */
  get all(): readonly Finding[] {
    if (this.#all) return this.#all;
    const all: Finding[] = [];
    for (const found of this.#found.values()) for (const one of found) all.push(new Finding(one, this.#report));
    return (this.#all = all.sort(compareFindings));
  }

  get length(): number {
    return gravestFirst.reduce((sum, severity) => sum + this.counts[severity], 0);
  }

  /** How many there are of each severity. */
  get counts(): Counts {
    if (this.#counts) return this.#counts;
    const counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const found of this.#found.values()) for (const { severity } of found) counts[severity]++;
    return (this.#counts = counts);
  }

  /** The findings of the rule with this id, in the order of the text. */
  ofRule(id: string): readonly Finding[] {
    return this.all.filter(({ rule }) => rule.id === id);
  }

  /** The findings that overlap `span` or touch it, in the order of `all`. */
  near(span: Span): readonly Finding[] {
    return this.all.filter(({ start, end }) => start <= span.end && end >= span.start);
  }

  /**
   * The findings elsewhere that may stand for `span` as well, in the order of `all`: one of their related places overlaps
   * or touches it, or they have more places than they tell of.
   */
  standingFor(span: Span): readonly Finding[] {
    const touches = ({ start, end }: Span): boolean => start <= span.end && end >= span.start;
    return this.all.filter((finding) => {
      const { related } = finding;
      return related !== undefined && !touches(finding) && (related.length >= mostRelated || related.some(touches));
    });
  }

  /** The findings but for `others`, which are some of them. */
  without(others: ReadonlySet<Finding>): Findings {
    const gone = new Set([...others].map(({ found }) => found));
    const rules = new Set([...gone].map(({ rule }) => rule));
    const found = new Map(this.#found);
    for (const rule of rules) found.set(rule, found.get(rule)?.filter((one) => !gone.has(one)) ?? []);
    return new Findings(this.#report, found);
  }

  /** The `limit` gravest in the order of the text; of equally grave ones the first. */
  gravest(limit: number): readonly Finding[] {
    if (this.length <= limit) return this.all;
    const free: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
    let left = limit;
    for (const severity of gravestFirst) {
      free[severity] = Math.min(this.counts[severity], left);
      left -= free[severity];
    }
    return this.all.filter(({ severity }) => free[severity]-- > 0);
  }
}
