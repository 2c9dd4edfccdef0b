import { lineAt } from '../report/model/lines';
import type { LineFacts, NumberSystem } from '../report/model/lines';
import type { Report } from '../report/model/report';
import type { TextEdit } from '../text/edit';
import { numberIn, numberLike } from '../report/queries/headingStyle';
import { sparesMarkup } from '../report/queries/spared';
import { placedNumber } from '../report/parse/sections';

/** The levels that an item moves through, from the outermost; 壹 is a chapter and stays one. */
const levels: readonly NumberSystem[] = ['han', 'han-bracketed', 'digit', 'digit-bracketed', 'stem', 'stem-bracketed'];

/** The value that an item at `line` has on its new level: one more than its nearest sibling before it, or 1. */
function valueAt(report: Report, line: number, system: NumberSystem): number {
  const level = levels.indexOf(system);
  for (let above = line - 1; above >= 0; above--) {
    const number = report.lines.facts[above]!.shape.number;
    if (!number) continue;
    if (number.system === system) return number.value + 1;
    // An outer level, a chapter above all, ends the list that could be continued.
    if (levels.indexOf(number.system) < level) return 1;
  }
  return 1;
}

/** What stands between number and words: one blank, or none. */
function gapOf(report: Report, line: number, { shape: { number, title } }: LineFacts): string {
  const start = report.lines.starts[line]!;
  return report.text.slice(start + (number?.end ?? title.start), start + title.start).replaceAll('*', '');
}

/** The nearest line, above before below, whose number is of `system` and has words behind it. */
function neighbourOf(report: Report, line: number, system: NumberSystem): number | undefined {
  const { facts, count } = report.lines;
  const fits = (other: number): boolean => {
    const { number, title } = facts[other]!.shape;
    return number?.system === system && title.end > title.start;
  };
  for (let above = line - 1; above >= 0; above--) if (fits(above)) return above;
  for (let below = line + 1; below < count; below++) if (fits(below)) return below;
  return undefined;
}

/**
 * The number `value` with the blank behind it, as the neighbours of its new level are written; where it has none there,
 * in the usual way, with the blank that the item has so far.
 */
function numberWritten(report: Report, line: number, system: NumberSystem, value: number): string | undefined {
  const neighbour = neighbourOf(report, line, system);
  if (neighbour !== undefined) {
    const facts = report.lines.facts[neighbour]!;
    const number = numberLike(report, placedNumber(facts.shape.number!, report.lines.starts[neighbour]!), value);
    return number === undefined ? undefined : number + gapOf(report, neighbour, facts);
  }
  const usual = numberIn(system, value);
  if (usual === undefined || usual.endsWith(' ')) return usual;
  const facts = report.lines.facts[line]!;
  // The blank behind 1. and (1) belongs to those.
  const own = facts.shape.number?.system.startsWith('digit') ? '' : gapOf(report, line, facts);
  return usual + own;
}

/**
 * The edits that move the item at `offset` one level in (`by` 1) or out (`by` -1): 二、 becomes （一） or the next
 * （…） of the list before it. None where the line is no item, there is no further level, or markup stands
 * between number and words.
 */
export function levelChangeAt(report: Report, offset: number, by: 1 | -1): readonly TextEdit[] {
  const line = lineAt(report.lines, offset);
  const number = report.lines.facts[line]!.shape.number;
  const level = number ? levels.indexOf(number.system) : -1;
  const system = level < 0 ? undefined : levels[level + by];
  if (!number || system === undefined) return [];
  const text = numberWritten(report, line, system, valueAt(report, line, system));
  if (text === undefined) return [];
  const start = report.lines.starts[line]! + number.start;
  const end = report.lines.starts[line]! + report.lines.facts[line]!.shape.title.start;
  const written = report.text.slice(start, end);
  const markup = written.includes('**') ? '**' : '';
  const edits = [{ start, end, expected: written, text: text + markup }];
  return sparesMarkup(report, edits) ? edits : [];
}
