import { readThrough, thing } from '../../text/prose';
import type { Span } from '../../text/span';
import { lineAt, LineKind } from '../model/lines';
import type { Report } from '../model/report';

/** A change of the words in `[start, end)`. */
interface Change extends Span {
  readonly text: string;
}

/** Whether `offset` lies inside of something that is no prose: code, an address, a tag, a comment, front matter. */
export function isOutsideProse(report: Report, offset: number): boolean {
  const { lines } = report;
  const line = lineAt(lines, offset);
  const facts = lines.facts[line]!;
  const at = offset - lines.starts[line]!;
  if (facts.kind === LineKind.Apart) return at > 0 || lines.facts[line - 1]?.kind === LineKind.Apart;
  return facts.stretches.some(({ start, end }) => start < at && at < end);
}

/** What of `[start, end)` of the text is no prose. */
function* outsideProseIn(report: Report, { start, end }: Span): Generator<Span> {
  const { lines } = report;
  for (let line = lineAt(lines, start); line < lines.count && lines.starts[line]! < end; line++) {
    const offset = lines.starts[line]!;
    for (const stretch of lines.facts[line]!.stretches)
      if (offset + stretch.start < end && offset + stretch.end > start)
        yield { start: offset + stretch.start, end: offset + stretch.end };
  }
}

/**
 * Whether `changes`, made together, leave all that is no prose as it is: they touch none of it, or bring again, whole, what
 * they take from one place to another.
 */
export function sparesMarkup(report: Report, changes: readonly Change[]): boolean {
  return changes.every((change) => {
    // What is read as nothing, or as a thing, is never to be written.
    if (change.text.includes(thing) || change.text.includes(readThrough)) return false;
    if (change.start === change.end) return !isOutsideProse(report, change.start);
    for (const { start, end } of outsideProseIn(report, change)) {
      const words = report.text.slice(start, end);
      if (start < change.start || end > change.end || !changes.some(({ text }) => text.includes(words))) return false;
    }
    return true;
  });
}
