/** What was read of the units of a report, each unit once. */
import type { LineQuery, LineTest } from '../../report/model/lineQuery';
import { lineTest } from '../../report/model/lineQuery';
import { Line } from '../../report/model/line';
import type { Report } from '../../report/model/report';
import { commonOf } from '../../text/lists';
import type { Common } from '../../text/lists';
import type { Units } from './rule';

/** What was read of one unit, which had something to read. */
export interface Reading<Unit, Value> {
  readonly unit: Unit;
  /** Index of the unit among its kind. */
  readonly index: number;
  readonly value: Value;
}

/** The units of each kind in one version of a report, and how they came from those of an earlier one. */
export class UnitLists {
  readonly #report: Report;
  readonly #before: Report | undefined;
  readonly #common = new Map<keyof Units, Common>();

  constructor(report: Report, before: Report | undefined) {
    this.#report = report;
    this.#before = before;
  }

  /**
   * Reads every unit that answers `query` and has not been read before.
   * @param before what was read in the earlier version; the same array comes back where no unit of interest came or went
   * @param read what a unit has to read; undefined where it has nothing
   */
  read<Per extends keyof Units, Value>(
    per: Per,
    query: LineQuery | undefined,
    before: readonly Reading<Units[Per], Value>[] | undefined,
    read: (unit: Units[Per]) => Value | undefined,
  ): readonly Reading<Units[Per], Value>[] {
    const units = unitsOf(this.#report, per);
    const test = testOf(query);
    const { head, tail } = before ? this.#commonOf(per) : { head: 0, tail: 0 };
    const fresh: Reading<Units[Per], Value>[] = [];
    for (let index = head; index < units.length - tail; index++) {
      const unit = units[index]!;
      if (!isAsked(unit, test)) continue;
      const value = read(unit);
      if (value !== undefined) fresh.push({ unit, index, value });
    }
    if (!before) return fresh;
    const oldLength = unitsOf(this.#before!, per).length;
    return spliced(before, fresh, head, oldLength - tail, units.length - oldLength);
  }

  #commonOf(per: keyof Units): Common {
    let common = this.#common.get(per);
    if (!common) {
      common = commonOf<unknown>(unitsOf(this.#before!, per), unitsOf(this.#report, per));
      this.#common.set(per, common);
    }
    return common;
  }
}

const lists: { readonly [Per in keyof Units]: (report: Report) => readonly Units[Per][] } = {
  line: ({ units }) => units.lines,
  paragraph: ({ units }) => units.paragraphs,
  chapter: ({ units }) => units.chapters,
  headings: ({ units }) => units.headings.chapters,
};

function unitsOf<Per extends keyof Units>(report: Report, per: Per): readonly Units[Per][] {
  return lists[per](report);
}

const tests = new WeakMap<LineQuery, LineTest>();

function testOf(query: LineQuery | undefined): LineTest | undefined {
  if (!query) return undefined;
  let test = tests.get(query);
  if (!test) tests.set(query, (test = lineTest(query)));
  return test;
}

/** Whether `line` answers a query, or may by a word that its end cuts. */
function isLineAsked({ facts, cut }: Line, test: LineTest): boolean {
  return test(facts) || cut.names.length + cut.words.length > 0;
}

function isAsked(unit: Units[keyof Units], test: LineTest | undefined): boolean {
  if (!test || !('facts' in unit || 'units' in unit)) return true;
  return unit instanceof Line ? isLineAsked(unit, test) : unit.units.some((line) => isLineAsked(line, test));
}

/** `before` with `fresh` in the place of what was read of the units `[from, to)`; those behind have moved by `moved`. */
function spliced<Unit, Value>(
  before: readonly Reading<Unit, Value>[],
  fresh: readonly Reading<Unit, Value>[],
  from: number,
  to: number,
  moved: number,
): readonly Reading<Unit, Value>[] {
  const head = before.findIndex(({ index }) => index >= from);
  const isAtEnd = head < 0;
  const tail = before.findIndex(({ index }) => index >= to);
  if (fresh.length === 0 && moved === 0 && (isAtEnd || head === tail)) return before;
  const behind = tail < 0 ? [] : before.slice(tail);
  return [
    ...(isAtEnd ? before : before.slice(0, head)),
    ...fresh,
    ...(moved === 0 ? behind : behind.map(({ unit, index, value }) => ({ unit, index: index + moved, value }))),
  ];
}
