/**
 * What was found in a report, kept by rule. A change of words moves all that stands behind it, thousands of findings in a
 * long report: the move is written down once for a rule, and a finding is moved when somebody asks for it.
 */
import TinyQueue from 'tinyqueue';
import type { ProseChange } from '../report/change';
import type { Span } from '../text/span';
import type { Finding, RelatedPlace, Rule, Severity } from './rule';
import { mostRelated } from './slips';

export type Counts = Readonly<Record<Severity, number>>;

const gravestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Moves that are written down before the findings themselves are written anew. */
const mostMoves = 16;

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
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const { length } = findings;
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = findings[i]!.start * length + i;
  keys.sort();
  const ordered: Finding[] = [];
  for (let i = 0; i < length; i++) ordered.push(findings[keys[i]! % length]!);
  for (let from = 0, to = 1; from < length; from = to++) {
    while (to < length && ordered[to]!.start === ordered[from]!.start) to++;
    if (to - from === 1) continue;
    const group = ordered.slice(from, to).sort(compareFindings);
    for (let i = from; i < to; i++) ordered[i] = group[i - from]!;
  }
  return ordered;
}

/** Spans in the order of their starts. */
interface Places {
  readonly spans: readonly Span[];
  /** Length of the longest. */
  readonly longest: number;
}

function placesOf(spans: readonly Span[]): Places {
  let longest = 0;
  for (const { start, end } of spans) if (end - start > longest) longest = end - start;
  return { spans, longest };
}

/** A change that a rule's findings have come through; its offsets are those of the text before it. */
interface Move {
  /** What begins here or behind is `delta` code units further on. */
  readonly from: number;
  readonly delta: number;
  /** The lines that changed. */
  readonly lines: Span;
}

function moveOf({ words, lines, delta }: ProseChange): Move {
  return { from: Math.min(words.start + 1, lines.end), delta, lines };
}

/** `moves` and one more, which most often goes on where the last one ended: the next key. */
function withMove(moves: readonly Move[], next: Move): readonly Move[] {
  const last = moves[moves.length - 1];
  const goesOn =
    last?.lines.start === next.lines.start && last.from <= next.from && next.from <= last.from + last.delta;
  return goesOn ? [...moves.slice(0, -1), { ...last, delta: last.delta + next.delta }] : [...moves, next];
}

/** How far what began at `start` has moved. Asked of every finding at every key. */
function shiftOf(start: number, moves: readonly Move[]): number {
  let now = start;
  for (let i = 0; i < moves.length; i++) {
    const move = moves[i]!;
    if (now >= move.from) now += move.delta;
  }
  return now - start;
}

/** Whether `span` moved within its line by one of `moves`: then it is not where it was, as an editor counts. */
function hasLeftPlace({ start, end }: Span, moves: readonly Move[]): boolean {
  let by = 0;
  for (const { from, delta, lines } of moves) {
    if (start + by < from) continue;
    if (start + by < lines.end && end + by > lines.start) return true;
    by += delta;
  }
  return false;
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

/** Index of the first of `places`, which have come through `moves`, that may end at or behind `offset`. */
function firstNear({ spans, longest }: Places, moves: readonly Move[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start } = spans[middle]!;
    if (start + shiftOf(start, moves) + longest < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether `isThat` of one of the `places`, where they stand after `moves`, that overlap `[start, end)` or touch it. */
function someNear(
  places: Places,
  moves: readonly Move[],
  { start, end }: Span,
  isThat: (place: Span) => boolean,
): boolean {
  const { spans } = places;
  for (let i = firstNear(places, moves, start); i < spans.length; i++) {
    const place = spans[i]!;
    const by = shiftOf(place.start, moves);
    if (place.start + by > end) return false;
    if (place.end + by >= start && isThat({ start: place.start + by, end: place.end + by })) return true;
  }
  return false;
}

/** `related` where they stand after `moves`. */
function movedPlaces(related: readonly RelatedPlace[], moves: readonly Move[]): readonly RelatedPlace[] {
  let same = true;
  const places: RelatedPlace[] = [];
  for (const place of related) {
    const { message, params, start, end } = place;
    const by = shiftOf(start, moves);
    if (by !== 0) same = false;
    places.push(by === 0 ? place : { message, params, start: start + by, end: end + by });
  }
  return same ? related : places;
}

/** `finding` where it stands after `moves`; every property by name, because a spread takes twenty times as long. */
function movedFinding(finding: Finding, moves: readonly Move[]): Finding {
  const { rule, severity, start, end, message, params, related, subject, fixable } = finding;
  const by = shiftOf(start, moves);
  const places = related && movedPlaces(related, moves);
  if (by === 0 && places === related) return finding;
  const leaves = hasLeftPlace(finding, moves) || (related?.some((place) => hasLeftPlace(place, moves)) ?? false);
  return {
    rule,
    severity,
    start: start + by,
    end: end + by,
    message,
    params,
    related: places,
    subject,
    fixable,
    origin: leaves ? undefined : (finding.origin ?? finding),
  };
}

/** The findings of a rule as they were written down, and what can be read off them. */
class Written {
  readonly findings: readonly Finding[];
  #counts: Counts | undefined;
  #own: Places | undefined;
  #related: Places | undefined;

  /** @param findings in the order of the text */
  constructor(findings: readonly Finding[]) {
    this.findings = findings;
  }

  get counts(): Counts {
    if (this.#counts) return this.#counts;
    const counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const { severity } of this.findings) counts[severity]++;
    return (this.#counts = counts);
  }

  get own(): Places {
    return (this.#own ??= placesOf(this.findings));
  }

  get related(): Places {
    if (this.#related) return this.#related;
    const places: Span[] = [];
    for (const { related } of this.findings) if (related) places.push(...related);
    return (this.#related = placesOf(places.sort((a, b) => a.start - b.start)));
  }
}

/** The findings of one rule, in the order of the text. */
export class RuleFindings {
  readonly #written: Written;
  readonly #moves: readonly Move[];
  #all: readonly Finding[] | undefined;

  private constructor(written: Written, moves: readonly Move[]) {
    this.#written = written;
    this.#moves = moves;
  }

  /** @param findings in any order */
  static of(findings: readonly Finding[]): RuleFindings {
    const inOrder = findings.every(
      (finding, index) => index === 0 || compareFindings(findings[index - 1]!, finding) <= 0,
    );
    return new RuleFindings(new Written(inOrder ? findings : sorted(findings)), []);
  }

  get length(): number {
    return this.#written.findings.length;
  }

  get counts(): Counts {
    return this.#written.counts;
  }

  get all(): readonly Finding[] {
    return (this.#all ??=
      this.#moves.length === 0
        ? this.#written.findings
        : this.#written.findings.map((finding) => movedFinding(finding, this.#moves)));
  }

  at(index: number): Finding {
    return movedFinding(this.#written.findings[index]!, this.#moves);
  }

  /**
   * The findings where they stand after `change`; undefined where one of them may not be what it was.
   * @param nearby whether words beside those that changed are as they were
   */
  moved(change: ProseChange, nearby: boolean): RuleFindings | undefined {
    if (this.length === 0) return this;
    const { own, related } = this.#written;
    const isConcerned = (place: Span): boolean => deltaOf(place, change, nearby) === undefined;
    for (const places of [own, related]) if (someNear(places, this.#moves, change.lines, isConcerned)) return undefined;
    if (change.delta === 0) return this;
    const moves = withMove(this.#moves, moveOf(change));
    return moves.length <= mostMoves
      ? new RuleFindings(this.#written, moves)
      : new RuleFindings(new Written(this.all), [moveOf(change)]);
  }

  /** Whether one of them overlaps `span` or touches it. */
  isNear(span: Span): boolean {
    return someNear(this.#written.own, this.#moves, span, () => true);
  }

  /** Whether a related place of one of them overlaps `span` or touches it, or one of them has more than it tells of. */
  isRelatedTo(span: Span): boolean {
    const { related, findings } = this.#written;
    return (
      someNear(related, this.#moves, span, () => true) ||
      findings.some((finding) => (finding.related?.length ?? 0) >= mostRelated)
    );
  }
}

/** All findings of a report. */
export class Findings {
  readonly #groups: ReadonlyMap<Rule, RuleFindings>;
  #all: readonly Finding[] | undefined;

  /** @param groups by rule; those of a rule that found nothing may be left out */
  constructor(groups: ReadonlyMap<Rule, RuleFindings>) {
    this.#groups = groups;
  }

  /** In the order of the text, then of rule ids, then of ends. */
  get all(): readonly Finding[] {
    if (this.#all) return this.#all;
    const all: Finding[] = [];
    for (const group of this.#groups.values()) for (const finding of group.all) all.push(finding);
    return (this.#all = sorted(all));
  }

  get length(): number {
    let length = 0;
    for (const group of this.#groups.values()) length += group.length;
    return length;
  }

  /** How many there are of each severity. */
  get counts(): Counts {
    const counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const group of this.#groups.values())
      for (const severity of gravestFirst) counts[severity] += group.counts[severity];
    return counts;
  }

  /** The findings of `rule`, in the order of the text. */
  of(rule: Rule): RuleFindings | undefined {
    return this.#groups.get(rule);
  }

  /** The findings of the rule with this id, in the order of the text. */
  ofRule(id: string): readonly Finding[] {
    for (const [rule, { all }] of this.#groups) if (rule.id === id) return all;
    return [];
  }

  /** The findings that overlap `span` or touch it, in the order of `all`. */
  near(span: Span): readonly Finding[] {
    const near: Finding[] = [];
    for (const group of this.#groups.values()) {
      if (!group.isNear(span)) continue;
      for (const finding of group.all) if (finding.start <= span.end && finding.end >= span.start) near.push(finding);
    }
    return sorted(near);
  }

  /**
   * The findings elsewhere that may stand for `span` as well: one of their related places overlaps or touches it, or they
   * have more places than they tell of.
   */
  standingFor(span: Span): readonly Finding[] {
    const touches = ({ start, end }: Span): boolean => start <= span.end && end >= span.start;
    const standing: Finding[] = [];
    for (const group of this.#groups.values()) {
      if (!group.isRelatedTo(span)) continue;
      for (const finding of group.all) {
        const { related } = finding;
        if (related && !touches(finding) && (related.length >= mostRelated || related.some(touches)))
          standing.push(finding);
      }
    }
    return sorted(standing);
  }

  /** The findings but for those of `others`, which are some of them. */
  without(others: ReadonlySet<Finding>): Findings {
    const rules = new Set([...others].map(({ rule }) => rule));
    const groups = new Map(this.#groups);
    for (const rule of rules)
      groups.set(rule, RuleFindings.of(groups.get(rule)?.all.filter((finding) => !others.has(finding)) ?? []));
    return new Findings(groups);
  }

  /** The `limit` gravest in the order of the text; of equally grave ones the first. */
  gravest(limit: number): readonly Finding[] {
    if (this.length <= limit) return this.all;
    const { counts } = this;
    const places: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
    let free = limit;
    for (const severity of gravestFirst) {
      places[severity] = Math.min(counts[severity], free);
      free -= places[severity];
    }
    const isWanted = (group: RuleFindings): boolean =>
      gravestFirst.some((severity) => places[severity] > 0 && group.counts[severity] > 0);
    const queue = new TinyQueue<Next>(
      [...this.#groups.values()].filter(isWanted).map((of) => ({ of, index: 0, finding: of.at(0) })),
      (a, b) => compareFindings(a.finding, b.finding),
    );
    const gravest: Finding[] = [];
    while (gravest.length < limit) {
      const { of, index, finding } = queue.pop()!;
      if (places[finding.severity]-- > 0) gravest.push(finding);
      if (index + 1 < of.length && isWanted(of)) queue.push({ of, index: index + 1, finding: of.at(index + 1) });
    }
    return gravest;
  }
}

/** The next finding of a rule. */
interface Next {
  readonly of: RuleFindings;
  readonly index: number;
  readonly finding: Finding;
}
