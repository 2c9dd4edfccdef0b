/**
 * The kinds of faults that no text and no edit may bring about, for whoever checks: the library in a property test, or
 * the built server in a long run. Offsets are UTF-16 code units.
 *
 *   stale      what is said of an edited text differs from what is said of the same text opened anew
 *   symbols    so does the outline
 *   range      a range lies outside the text, is reversed, or splits a character or a line end
 *   overlap    edits that go together overlap
 *   unsettled  the safe fixes still change the text after three rounds
 *   added      after the safe fixes a rule says more than before
 *   fact       the safe fixes took away a figure
 *   error      a request is answered with an error, or a rule throws
 *   import     a damaged Word or ODF file is not read or refused in words, or not soon
 */
export const kinds = ['stale', 'symbols', 'range', 'overlap', 'unsettled', 'added', 'fact', 'error', 'import'] as const;
export type Kind = (typeof kinds)[number];

/** `[start, end)` in a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A finding as it is said. */
export interface Statement extends Place {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string })[];
}

/** An edit of a fix: the words at the place are replaced by `text`. */
export interface Replacement extends Place {
  readonly text: string;
}

/** Something that checks reports. */
export interface Checker {
  /** What is said of `text`, opened for the first time. */
  statements(text: string): Promise<readonly Statement[]>;
  /** The edits of all safe fixes of `text` together. */
  safeEdits(text: string): Promise<readonly Replacement[]>;
}

export interface Fault {
  readonly kind: Kind;
  /** What is wrong, for a person. */
  readonly detail: string;
  /** The text that shows it. */
  readonly text: string;
}

/** Why `place` is no range of `text`; undefined where it is one. */
export function faultOfRange(text: string, { start, end }: Place): string | undefined {
  if (!(start >= 0 && start <= end && end <= text.length)) return `${start}–${end} of ${text.length} units`;
  for (const offset of [start, end]) {
    const [before, behind] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
    if (before === 0x0d && behind === 0x0a) return `${offset} stands between CR and LF`;
    if ((before & 0xfc00) === 0xd800 && (behind & 0xfc00) === 0xdc00) return `${offset} stands inside a character`;
  }
  return undefined;
}

/** Two of `edits` that claim the same words or insert at the same place; undefined where none do. */
export function overlapIn<Edit extends Place>(edits: readonly Edit[]): readonly [Edit, Edit] | undefined {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (let i = 1; i < ordered.length; i++) {
    const [a, b] = [ordered[i - 1]!, ordered[i]!];
    if (b.start < a.end || (a.start === b.start && a.end === b.end)) return [a, b];
  }
  return undefined;
}

/** `text` after `edits`, which do not overlap. */
export function afterEdits(text: string, edits: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function countOf<T>(all: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** What occurs in `after` more often than in `before`. */
function risen(before: readonly string[], after: readonly string[]): readonly string[] {
  const earlier = countOf(before);
  return [...countOf(after)].filter(([one, count]) => count > (earlier.get(one) ?? 0)).map(([one]) => one);
}

/** The rules that say more `after` the fixes than `before`. */
export function addedRules(before: readonly Statement[], after: readonly Statement[]): readonly string[] {
  const ruleOf = ({ rule }: Statement): string => rule;
  return risen(before.map(ruleOf), after.map(ruleOf));
}

/** The figures of `text` that `fixed` has lost; full width counts as half, and 星期3 is a day, no figure. */
export function lostFigures(text: string, fixed: string): readonly string[] {
  const figuresOf = (words: string): readonly string[] =>
    words.normalize('NFKC').replace(/(?<=星期|週)[1-6]/g, '').match(/\d+/g) ?? []; // prettier-ignore
  return risen(figuresOf(fixed), figuresOf(text));
}

/** A statement with all that an editor shows of it, in one line. */
function lineOf({ rule, severity, start, end, message, related }: Statement): string {
  const places = related.map((place) => `${place.start}–${place.end} ${place.message}`);
  return [`${rule} ${severity} ${start}–${end} ${message}`, ...places].join(' | ');
}

/** What `seen` says other than `fresh`, each with a sign in front; empty where they say the same in the same order. */
export function differences(seen: readonly Statement[], fresh: readonly Statement[]): readonly string[] {
  const [a, b] = [seen.map(lineOf), fresh.map(lineOf)];
  const differs = [...risen(b, a).map((line) => `wrong: ${line}`), ...risen(a, b).map((line) => `missing: ${line}`)];
  return differs.length === 0 && a.join('\n') !== b.join('\n') ? ['the order'] : differs;
}

/** The ranges of `statements` that are none of `text`. */
export function faultsOfRanges(text: string, statements: readonly Statement[]): readonly Fault[] {
  return statements.flatMap((statement) =>
    [statement, ...statement.related]
      .map((place) => faultOfRange(text, place))
      .filter((fault) => fault !== undefined)
      .map((fault) => ({ kind: 'range' as const, detail: `${fault}: ${lineOf(statement)}`, text })),
  );
}

/** Rounds after which safe fixes must have come to an end. */
const mostRounds = 3;

/** What is wrong with the safe fixes of `text`, round after round. */
export async function faultsOfFixes(
  text: string,
  statements: readonly Statement[],
  checker: Checker,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  let [now, before] = [text, statements];
  for (let round = 0; ; round++) {
    const edits = await checker.safeEdits(now);
    for (const edit of edits) {
      const fault = faultOfRange(now, edit);
      if (fault) faults.push({ kind: 'range', detail: `${fault}: an edit of the safe fixes`, text: now });
    }
    const overlap = overlapIn(edits);
    if (overlap) return [...faults, { kind: 'overlap', detail: JSON.stringify(overlap), text: now }];
    const fixed = afterEdits(now, edits);
    if (fixed === now) return faults;
    if (round === mostRounds) return [...faults, { kind: 'unsettled', detail: JSON.stringify(edits), text: now }];
    const lost = lostFigures(now, fixed);
    if (lost.length > 0)
      faults.push({ kind: 'fact', detail: `${lost.join(' ')} after ${JSON.stringify(edits)}`, text: now });
    const after = await checker.statements(fixed);
    for (const rule of addedRules(before, after)) {
      const said = after.filter((one) => one.rule === rule).map(lineOf);
      faults.push({ kind: 'added', detail: `${said.join('\n')} after ${JSON.stringify(edits)}`, text: now });
    }
    [now, before] = [fixed, after];
  }
}
