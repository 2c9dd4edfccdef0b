/** How deep a line stands in the outline, by itself and by the sections that are open before it. */
import type { PartId } from '../../knowledge/types';
import { isBlank } from '../model/lines';
import type { LineFacts, LineNumber, LineTable } from '../model/lines';
import type { OutlineStyle } from '../model/parts';
import type { OutlineNode } from './outlineNode';
import { rankOf, rankOfLine } from './outlineStyle';

/** A section whose end has not come yet. */
export interface OpenSection {
  readonly node: OutlineNode;
  /** Its heading line. */
  readonly facts: LineFacts;
  /** Index of that among all lines. */
  readonly line: number;
  /** Level in the outline. */
  readonly rank: number;
}

/** How much deeper than what it stands in a section is whose number does not tell its level. */
const looseStep = 0.1;
/** How much deeper than its chapter a title like 3.1 stands; those of 3.1.1 stand deeper by as much again. */
const decimalStep = 0.2;
/** How much deeper than its chapter an item 1. below 3.1 stands, where chapters are numbered 1. too. */
const digitStep = 3 * decimalStep;

function numberOf(section: OpenSection | undefined): LineNumber | undefined {
  return section?.facts.shape.number;
}

function isHan(number: LineNumber | undefined): boolean {
  return number?.system === 'han' || number?.system === 'han-bracketed';
}

/**
 * The level of a title or a paragraph that is numbered like 3.1, 0 where it is none: its first number is that of its
 * chapter, or of the section 3. of a chapter that is numbered otherwise, and no sentence goes on with it. A paragraph is
 * the first of its level, or goes on with the numbers of it.
 * @param before the line before it
 * @param open the sections that are open, the outermost first; the same below
 */
function rankOfDecimal({ shape }: LineFacts, before: LineFacts, open: readonly OpenSection[]): number {
  const { values, isTitle } = shape.decimal!;
  const [outer, ...inner] = values;
  const [chapter, section] = open;
  const isOuter = (one: OpenSection | undefined): boolean => numberOf(one)?.value === outer;
  const isOfSection =
    isOuter(section) &&
    section!.node.kind !== 'item' &&
    numberOf(section)!.system === 'digit' &&
    numberOf(chapter)?.system !== 'digit';
  const parent = isOfSection ? section! : chapter;
  if (!parent || !isOuter(parent)) return 0;
  const rank = parent.rank + decimalStep * inner.length;
  const last = inner.at(-1)!;
  const sibling = open.find((one) => one.rank === rank);
  const goesOn = sibling?.facts.shape.decimal?.values.at(-1) === last - 1;
  const { heading, endsSentence, number, decimal, marks } = before.shape;
  const isNumbered = number !== undefined || decimal !== undefined || marks > 0;
  const isBehindTitle = heading && (isTitle || isNumbered);
  const isNext = goesOn && isTitle && decimal !== undefined;
  if (!isBlank(before) && !endsSentence && !isBehindTitle && !isNext) return 0;
  return isTitle || last === 1 || goesOn ? rank : 0;
}

/**
 * The level of a line that is numbered A.: it stands in whatever is open before A., and beside that A. from there on. 0
 * outside chapters, but for one that names a part.
 */
function letterRank({ shape: { part, number } }: LineFacts, open: readonly OpenSection[]): number {
  const innermost = open.at(-1);
  if (!innermost) return part === undefined ? 0 : 1;
  const lettered = open.filter((one) => numberOf(one)?.system === 'letter');
  const sibling = lettered.filter((one) => numberOf(one)!.value === number!.value - 1).at(-1) ?? lettered.at(-1);
  return sibling && (number!.value > 1 || sibling === innermost) ? sibling.rank : innermost.rank + looseStep;
}

/** The level of a line by its own number, marks or title; 0 where it is no heading and no item. */
function ownRank(lines: LineTable, line: number, style: OutlineStyle, open: readonly OpenSection[]): number {
  const facts = lines.facts[line]!;
  const { decimal, marks, number } = facts.shape;
  const isByNumber = marks === 0 || !style.byMarks;
  if (decimal && isByNumber) return rankOfDecimal(facts, lines.facts[line - 1]!, open);
  if (number?.system === 'letter' && isByNumber) return letterRank(facts, open);
  return rankOfLine(facts, style);
}

/** Whether 1. is an item below 3.1 or （一）, and no chapter, though chapters are numbered 1. too. */
function isDigitInside({ shape: { number, heading, part } }: LineFacts, open: readonly OpenSection[]): boolean {
  const [chapter, section] = open;
  if (!section || !(section.facts.shape.decimal || isHan(numberOf(section)))) return false;
  const next = numberOf(chapter)!.value + 1;
  if ((!heading && part !== 'attachments') || number!.value !== next) return true;
  return numberOf(open.find(({ rank }) => rank === chapter!.rank + digitStep))?.value === next - 1;
}

/**
 * The level of 一、 or （一） inside a chapter that is numbered 3. and names a part, or inside its 3.1; undefined where it is
 * none of those.
 */
function rankInDigits({ shape: { number, marks, part } }: LineFacts, open: readonly OpenSection[]): number | undefined {
  const [chapter] = open;
  const outer = chapter?.node.part;
  if (marks > 0 || !isHan(number) || outer === undefined || numberOf(chapter)?.system !== 'digit') return undefined;
  if (part !== undefined && partsInside[outer]?.includes(part) !== true) return undefined;
  const sibling = open.find((one) => numberOf(one)?.system === number!.system);
  if (sibling || number!.value !== 1) return sibling?.rank;
  const parent = open.filter((one) => numberOf(one)?.system !== 'digit' || one === chapter).at(-1)!;
  return parent.rank + looseStep;
}

/** The parts that are told in a chapter of another part. */
const partsInside: Partial<Readonly<Record<PartId, readonly PartId[]>>> = {
  process: ['itinerary', 'proceedings'],
  'reflections-and-recommendations': ['reflections', 'recommendations'],
};

/**
 * Whether the part that a line names stands inside the chapter that is open, where nothing numbers either of them and
 * nothing stands between the two but another such part: 行程 right below 過程, 心得 and then 建議 below 心得及建議.
 */
function isPartInside(lines: LineTable, line: number, { facts, node, line: first }: OpenSection): boolean {
  const { shape } = lines.facts[line]!;
  const outer = facts.shape;
  if (shape.part === undefined || outer.part === undefined) return false;
  if ([shape, outer].some(({ number, marks }) => number !== undefined || marks > 0)) return false;
  if (!partsInside[outer.part]?.includes(shape.part)) return false;
  return node.children.length > 0
    ? node.children.every(({ part }) => part !== undefined)
    : lines.facts.slice(first + 1, line).every(isBlank);
}

/** Whether an item that is numbered like the chapters belongs to the part that is open: 一、 below 三、心得及建議. */
function goesOnInside({ shape: { number, part, marks } }: LineFacts, open: readonly OpenSection[]): boolean {
  const [chapter, ...inner] = open as readonly [OpenSection, ...OpenSection[]];
  const outer = numberOf(chapter);
  if (marks > 0 || !outer || number?.system !== outer.system) return false;
  const before = numberOf(inner.find((one) => one.rank === chapter.rank + decimalStep && numberOf(one)?.system === outer.system)); // prettier-ignore
  if (number.value !== (before?.value ?? 0) + 1) return false;
  if (before) return part === undefined || number.value !== outer.value + 1;
  const of = chapter.node.part;
  return of !== undefined && (part === undefined || of === 'reflections-and-recommendations');
}

/** The level of a line whose own is `rank`, where it stands inside the chapter that is open though its level is the chapter's. */
function rankInside(lines: LineTable, line: number, rank: number, open: readonly OpenSection[]): number {
  const [chapter] = open;
  if (!chapter) return rank;
  const facts = lines.facts[line]!;
  if (rank === rankOf.digit && chapter.rank === rank && isDigitInside(facts, open)) return rank + digitStep;
  const inDigits = rankInDigits(facts, open);
  if (inDigits !== undefined) return inDigits;
  if (rank === 0 || rank !== chapter.rank) return rank;
  return isPartInside(lines, line, chapter) || goesOnInside(facts, open) ? rank + decimalStep : rank;
}

/**
 * The level of a heading that is numbered like another level than its own: 「四、提問」 behind 「3. 照護品質」 between 二、 and
 * 三、, or 「3. 經費」 between （二） and （四）. Its number goes on there, and the numbers of the level that it looks like go on
 * without it. `rank` where it is none.
 * @param behind the numbers of the lines behind it
 */
function strayRank(
  { shape: { number, marks, heading, part } }: LineFacts,
  rank: number,
  open: readonly OpenSection[],
  behind: () => Iterable<LineNumber>,
): number {
  if (!number || marks > 0 || !heading || part !== undefined || number.value < 3) return rank;
  const goesOn = (system: LineNumber['system'], value: number): boolean => {
    for (const next of behind()) if (next.system === system) return next.value === value;
    return false;
  };
  const before = open.findIndex((one) => one.rank >= rank);
  const sibling = before < 0 || open[before]!.rank !== rank ? undefined : numberOf(open[before]);
  if (sibling && sibling.system === number.system && sibling.value + 1 < number.value) {
    const inner = open.slice(before + 1).find((one) => {
      const own = numberOf(one);
      return own !== undefined && own.system !== number.system && own.value === number.value - 1;
    });
    return inner && goesOn(number.system, sibling.value + 1) ? inner.rank : rank;
  }
  const parent = open.at(-1);
  const outer = before < 0 && open.length > 1 ? numberOf(parent) : undefined;
  const isOuter = outer && outer.system !== number.system && outer.value === number.value - 1;
  return isOuter && goesOn(outer.system, number.value + 1) ? parent!.rank : rank;
}

/**
 * The level of a line in the outline, 0 where it is no heading and no item.
 * @param open the sections that are open before it, the outermost first
 * @param behind the numbers of the lines behind it
 */
export function levelOf(
  lines: LineTable,
  line: number,
  style: OutlineStyle,
  open: readonly OpenSection[],
  behind: () => Iterable<LineNumber>,
): number {
  const rank = rankInside(lines, line, ownRank(lines, line, style, open), open);
  return rank === 0 ? 0 : strayRank(lines.facts[line]!, rank, open, behind);
}
