/** The outline numbers of a report as a word processor counts them. */
import type { NumberSystem } from '../report/model/lines';
import type { SectionNumber } from '../report/model/parts';
import type { Report } from '../report/model/report';
import { numeralOf } from '../report/queries/headingStyle';
import type { NumberingLevel, OutlineNumber } from './document';
import type { HiddenLines } from './hiddenLines';

/** From the outermost to the innermost. */
const systems: readonly NumberSystem[] = ['formal', 'chapter', 'roman', 'section', 'han', 'han-bracketed', 'digit', 'digit-bracketed', 'letter', 'stem', 'stem-bracketed']; // prettier-ignore

/** The numbers that word processors count by themselves: 壹 to 拾, beyond which they differ, and two digits of the rest. */
const mostFormal = 10;

/** What stands before and behind the numeral of `number`, blanks left out. */
function marksOf(text: string, number: SectionNumber): readonly [before: string, behind: string] {
  const { numeral } = number;
  return [text.slice(number.start, numeral.start).trim(), text.slice(numeral.end, number.end).trim()];
}

function keyOf(text: string, number: SectionNumber): string {
  return marksOf(text, number).join('\u0000');
}

/** The levels of the numbers that `report` uses, each in the look that most of its numbers have. */
export function numberingOf({ allSections, text }: Report, { kinds }: HiddenLines): readonly NumberingLevel[] {
  const looks = new Map<NumberSystem, Map<string, { count: number; spaced: number }>>();
  for (const { number, line } of allSections) {
    if (!number || kinds[line] !== 'text') continue;
    const ofSystem = looks.get(number.system) ?? new Map<string, { count: number; spaced: number }>();
    looks.set(number.system, ofSystem);
    const key = keyOf(text, number);
    const look = ofSystem.get(key) ?? { count: 0, spaced: 0 };
    ofSystem.set(key, look);
    look.count++;
    if (
      /[ \t\u3000]/.test(text.slice(number.end, number.end + 1)) ||
      number.end > number.start + marksLength(text, number)
    )
      look.spaced++;
  }
  return systems.flatMap((system): NumberingLevel[] => {
    const ofSystem = looks.get(system);
    if (!ofSystem) return [];
    const [key, { count, spaced }] = [...ofSystem].reduce((most, one) => (one[1].count > most[1].count ? one : most));
    const [before, behind] = key.split('\u0000') as [string, string];
    return [{ system, before, behind, spaced: spaced * 2 > count || behind === '' }];
  });
}

function marksLength(text: string, number: SectionNumber): number {
  const [before, behind] = marksOf(text, number);
  return before.length + behind.length + number.numeral.end - number.numeral.start;
}

/** Counts as Word and LibreOffice do, and says of each number whether counting gives what is written. */
export class NumberCount {
  readonly levels: readonly NumberingLevel[];
  readonly #counted: number[];
  /** Levels that a deeper number has passed over: programs count them as if one of theirs stood there. */
  readonly #passed: boolean[];

  constructor(levels: readonly NumberingLevel[]) {
    this.levels = levels;
    this.#counted = levels.map(() => 0);
    this.#passed = levels.map(() => false);
  }

  /** The next number of the document. */
  next(number: SectionNumber, text: string): OutlineNumber {
    const level = this.levels.findIndex(({ system }) => system === number.system);
    const { before, behind } = this.levels[level]!;
    const written = text.slice(number.start, number.end).replace(/\s/g, '');
    const { value } = number;
    const restarts = value === 1 && (this.#counted[level]! > 0 || this.#passed[level]!);
    const counted = restarts ? 1 : this.#counted[level]! + 1;
    const numeral = numeralOf(number.system, counted);
    const countable = number.system !== 'formal' || counted <= mostFormal;
    const automatic = countable && numeral !== undefined && `${before}${numeral}${behind}` === written;
    if (automatic) {
      this.#counted[level] = counted;
      this.#counted.fill(0, level + 1);
      this.#passed.fill(false, level);
      for (let outer = 0; outer < level; outer++) if (this.#counted[outer] === 0) this.#passed[outer] = true;
    }
    return { level, value, written, automatic, restarts: automatic && restarts };
  }
}
