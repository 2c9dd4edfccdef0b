/** What rules found, as it is kept from one version of a report to the next, and where it stands in one version. */
import type { Report } from '../../report/model/report';
import type { Place } from '../../report/model/line';
import type { Span } from '../../text/span';
import type { Parameters } from '../../text/message';
import type { Rule, RuleFix, Severity } from './rule';
import type { ReportView } from './view';

export interface RelatedUnitPlace extends Place {
  readonly message: string;
  readonly params: Parameters | undefined;
}

/** Something found, at a place that is right for as long as its unit stands. */
export interface UnitFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Key into the rule's `messages`. */
  readonly message: string;
  readonly params: Parameters | undefined;
  readonly subject: string | undefined;
  readonly at: Place;
  readonly related: readonly RelatedUnitPlace[] | undefined;
  readonly fixes: ((report: ReportView) => readonly RuleFix<Place>[]) | undefined;
}

/** A related place, in offsets of the text. */
export interface RelatedPlace extends Span {
  readonly message: string;
  readonly params: Parameters | undefined;
}

/** Something found, in offsets of the text of one version of the report. */
export class Finding implements Span {
  /** What is kept of it: the same object in every version in which the rule had no reason to look again. */
  readonly found: UnitFinding;
  readonly start: number;
  readonly end: number;
  readonly #report: Report;
  #related: readonly RelatedPlace[] | undefined;

  constructor(found: UnitFinding, report: Report) {
    this.found = found;
    this.#report = report;
    const offset = report.units.startOf(found.at.unit);
    this.start = offset + found.at.start;
    this.end = offset + found.at.end;
  }

  get rule(): Rule {
    return this.found.rule;
  }

  get severity(): Severity {
    return this.found.severity;
  }

  get message(): string {
    return this.found.message;
  }

  get params(): Parameters | undefined {
    return this.found.params;
  }

  get subject(): string | undefined {
    return this.found.subject;
  }

  /**
   * The lines with which the units of its places begin; as long as they are the same, so are its places as an editor
   * counts them.
   */
  get lines(): readonly (number | undefined)[] {
    const { at, related } = this.found;
    const lineOf = ({ unit }: Place): number | undefined => this.#report.units.indexOf(unit.firstLine);
    return related ? [lineOf(at), ...related.map(lineOf)] : [lineOf(at)];
  }

  /** Whether the rule may have fixes for it. */
  get fixable(): boolean {
    return this.found.fixes !== undefined;
  }

  get related(): readonly RelatedPlace[] | undefined {
    return (this.#related ??= this.found.related?.map(({ unit, start, end, message, params }) => {
      const offset = this.#report.units.startOf(unit);
      return { message, params, start: offset + start, end: offset + end };
    }));
  }
}
