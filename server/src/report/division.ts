/** How the lines of a report are divided into zones and sections, and whether a change of words leaves that as it is. */
import type { ZoneRange } from './acronymIndex';
import type { LineTable } from './lines';
import { changedLines } from './lines';
import type { Report } from './model';
import { beginsAlike } from './outline';
import type { LineRange, Outline } from './outline';

export interface Division extends Outline {
  /** The lines of the body, 摘要 and 目次 left out. */
  readonly body: readonly LineRange[];
  /** Line behind those whose words say where cover and 目次 end. */
  readonly readTo: number;
  /** Cover, 摘要 and body in the order of the text; lines of 目次 are in none. */
  readonly zones: readonly ZoneRange[];
}

/**
 * Whether `lines` are divided as those of `earlier` are: no line came or went, and none that changed begins anything
 * else than before. Only changes behind cover, 摘要 and 目次 are looked at; those stand where they stood then.
 */
export function isDividedAlike(earlier: Report, lines: LineTable): boolean {
  const { body, readTo } = earlier.division;
  const last = body.at(-1);
  if (!last || lines.count !== earlier.lines.count) return false;
  const { from, to } = changedLines(earlier.lines, lines);
  if (from <= last.from || from < readTo) return false;
  for (let line = from; line < to; line++)
    if (!beginsAlike(earlier.lines.facts[line]!, lines.facts[line]!)) return false;
  return true;
}
