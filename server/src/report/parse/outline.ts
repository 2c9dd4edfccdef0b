/** Which lines are headings, and the tree they make. */
import type { PartId } from '../../knowledge/types';
import { linesWith } from '../model/lineQuery';
import { isBlank } from '../model/lines';
import { isRomanCharacter } from '../../text/numerals';
import type { LineFacts, LineNumber, LineRange, LineTable, NumberSystem } from '../model/lines';
import type { OutlineStyle, Section, SectionNumber } from '../model/parts';

/** Outline levels from the outermost to the innermost. */
const rankOf: Readonly<Record<NumberSystem, number>> = {
  formal: 1,
  chapter: 1,
  roman: 1,
  section: 1.5,
  han: 2,
  'han-bracketed': 3,
  digit: 4,
  'digit-bracketed': 5,
  letter: 5.5,
  stem: 6,
  'stem-bracketed': 7,
};

/** The level of 壹、 inside 第一章 or 第一節. */
const formalInChapter = 1.7;

/** The level of I. where chapters are numbered otherwise: that of a list inside all others. */
const romanInLists = 8;

/** A heading of Markdown has no more `#` marks. */
const mostMarks = 6;

const bodyParts: ReadonlySet<PartId> = new Set([
  'purpose',
  'process',
  'itinerary',
  'proceedings',
  'reflections',
  'recommendations',
  'reflections-and-recommendations',
]);

/** Whether the line, by itself, is a heading that names a part of a report. */
export function namesPart(facts: LineFacts): boolean {
  const { part, number, marks, bullet, lead, title } = facts.shape;
  if (part === undefined) return false;
  // 「目的：考察…」 runs on behind its title, as a short report's headings may; but such a bullet is no heading.
  return number !== undefined || marks > 0 || !bullet || lead.end === title.end;
}

function romanWritingOf({ text }: LineFacts, { numeral }: LineNumber): 'letters' | 'characters' {
  return isRomanCharacter(text.charCodeAt(numeral.start)) ? 'characters' : 'letters';
}

function outlineStyleOf(lines: LineTable, beginnings: readonly number[]): OutlineStyle {
  let marked = false;
  let partMarks = 0;
  let least = 7;
  let chaptered = false;
  let hasFormal = false;
  let romanChapters: OutlineStyle['romanChapters'];
  let formalInside: boolean | undefined;
  for (const line of beginnings) {
    const { part, number, marks } = lines.facts[line]!.shape;
    if (marks > 0 && marks < least) least = marks;
    if (number?.system === 'chapter') chaptered = true;
    if (number?.system === 'chapter' || number?.system === 'formal') formalInside ??= chaptered;
    if (part === undefined || !bodyParts.has(part)) continue;
    if (number?.system === 'roman') romanChapters ??= romanWritingOf(lines.facts[line]!, number);
    else if (number && rankOf[number.system] === rankOf.formal) hasFormal = true;
    if (marks > 0 && partMarks === 0) partMarks = marks;
    if (marks > 0 || (number && rankOf[number.system] <= rankOf.han)) marked = true;
  }
  return {
    marked,
    marks: partMarks > 0 ? partMarks : least,
    byMarks: partMarks > 0,
    chaptered,
    romanChapters: hasFormal ? undefined : romanChapters,
    formalInside: formalInside === true,
  };
}

/** The level of a line in the outline, 0 where it is no heading and no item. */
function rankOfLine(facts: LineFacts, style: OutlineStyle): number {
  const { number, marks, part, bullet, lead, title, endsSentence } = facts.shape;
  const rankByMarks = Math.max(1, 1 + marks - style.marks);
  if (marks > 0 && style.byMarks) return rankByMarks;
  // 「第二節 觀課」 may be a lesson; a heading of Markdown is one whatever it says.
  if (number?.system === 'section' && !style.chaptered && marks === 0) return 0;
  if (number?.system === 'formal' && style.formalInside) return formalInChapter;
  if (number?.system === 'roman' && romanWritingOf(facts, number) !== style.romanChapters) return romanInLists;
  if (number && (number.system !== 'section' || style.chaptered))
    return rankOf[number.system] + (style.byMarks && rankOf[number.system] >= rankOf.han ? mostMarks : 0);
  if (marks > 0) return rankByMarks;
  if (part === undefined) return 0;
  if (!style.marked && namesPart(facts)) return 1;
  return part === 'attachments' && !bullet && (lead.end === title.end || !endsSentence) ? 1 : 0;
}

/** How much deeper than its chapter a title like 3.1 stands; those of 3.1.1 stand deeper by as much again. */
const decimalStep = 0.2;

/**
 * The level of a title or a paragraph that is numbered like 3.1, 0 where it is none: its first number is that of its
 * chapter, or of the section 3. of a chapter that is numbered otherwise, and no sentence goes on with it. A paragraph is
 * the first of its level, or goes on with the numbers of it.
 * @param open the sections that are open, the outermost first
 */
function rankOfDecimal(
  lines: LineTable,
  line: number,
  open: readonly OpenNode[],
  factsOf: (node: OpenNode) => LineFacts,
): number {
  const { values, isTitle } = lines.facts[line]!.shape.decimal!;
  const [outer, ...inner] = values;
  const [chapter, section] = open;
  const numberOf = (node: OpenNode | undefined): LineNumber | undefined => node && factsOf(node).shape.number;
  const isOuter = (node: OpenNode | undefined): boolean => numberOf(node)?.value === outer;
  const isOfSection =
    isOuter(section) &&
    section!.kind !== 'item' &&
    numberOf(section)!.system === 'digit' &&
    numberOf(chapter)?.system !== 'digit';
  const parent = isOfSection ? section! : chapter;
  if (!parent || !isOuter(parent)) return 0;
  const rank = parent.rank + decimalStep * inner.length;
  const last = inner.at(-1)!;
  const sibling = open.find((node) => node.rank === rank);
  const goesOn = sibling !== undefined && factsOf(sibling).shape.decimal?.values.at(-1) === last - 1;
  const before = lines.facts[line - 1]!;
  const { heading, endsSentence, number, decimal, marks } = before.shape;
  const isNumbered = number !== undefined || decimal !== undefined || marks > 0;
  const isBehindTitle = heading && (isTitle || isNumbered);
  const isNext = goesOn && isTitle && decimal !== undefined;
  if (!isBlank(before) && !endsSentence && !isBehindTitle && !isNext) return 0;
  return isTitle || last === 1 || goesOn ? rank : 0;
}

/** An outline number at its place in the text. */
export function placedNumber(number: LineNumber, offset: number): SectionNumber {
  const { system, value, numeral } = number;
  return {
    system,
    value,
    start: offset + number.start,
    end: offset + number.end,
    numeral: { start: offset + numeral.start, end: offset + numeral.end },
  };
}

/** A numbered line of one clause, however it ends, may be a chapter's title: 「一、前言。」. */
const longestEndedTitle = 10;

/** Whether a numbered line is a sentence of its own, which begins no chapter: 「一、年會於五月在帛琉召開，通過預算。」 */
function isNumberedSentence({ shape }: LineFacts): boolean {
  const { number, marks, part, heading, lead, title, endsSentence } = shape;
  if (number === undefined || rankOf[number.system] < rankOf.han || marks > 0 || part !== undefined) return false;
  if (heading || lead.end < title.end) return false;
  return endsSentence ? title.end - title.start > longestEndedTitle : shape.caption.end < title.end;
}

/** So many lines on, the number that a stray one stands for is looked for again. */
const strayReach = 300;

/**
 * The level of a heading that is numbered like another level than its own: 「四、提問」 behind 「3. 照護品質」 between 二、 and
 * 三、, or 「3. 經費」 between （二） and （四）. Its number goes on there, and the numbers of the level that it looks like go on
 * without it. `rank` where it is none.
 * @param open the sections that are open, the innermost last
 * @param numberOf the number of one of them
 * @param behind the numbered lines behind it
 */
function strayRank(
  { shape: { number, marks, heading, part } }: LineFacts,
  rank: number,
  open: readonly OpenNode[],
  numberOf: (node: OpenNode) => LineNumber | undefined,
  behind: () => Iterable<LineNumber>,
): number {
  if (!number || marks > 0 || !heading || part !== undefined || number.value < 3) return rank;
  const goesOn = (system: NumberSystem, value: number): boolean => {
    for (const next of behind()) if (next.system === system) return next.value === value;
    return false;
  };
  const before = open.findIndex((node) => node.rank >= rank);
  const sibling = before < 0 || open[before]!.rank !== rank ? undefined : numberOf(open[before]!);
  if (sibling && sibling.system === number.system && sibling.value + 1 < number.value) {
    const inner = open.slice(before + 1).find((node) => {
      const own = numberOf(node);
      return own !== undefined && own.system !== number.system && own.value === number.value - 1;
    });
    return inner && goesOn(number.system, sibling.value + 1) ? inner.rank : rank;
  }
  const parent = open.at(-1);
  const outer = parent && before < 0 && open.length > 1 ? numberOf(parent) : undefined;
  const isOuter = outer && outer.system !== number.system && outer.value === number.value - 1;
  return isOuter && goesOn(outer.system, number.value + 1) ? parent!.rank : rank;
}

/** A section by its lines alone, which are counted from the first line of its chapter, wherever that stands. */
export interface OutlineNode {
  readonly kind: Section['kind'];
  readonly depth: number;
  /** Its heading line. */
  readonly line: number;
  /** Line behind it. */
  readonly toLine: number;
  readonly part: PartId | undefined;
  readonly children: readonly OutlineNode[];
}

const noChildren: readonly OutlineNode[] = [];

class OpenNode implements OutlineNode {
  readonly kind: Section['kind'];
  readonly depth: number;
  readonly line: number;
  readonly part: PartId | undefined;
  /** Level in the outline. */
  readonly rank: number;
  toLine = 0;
  #children: OutlineNode[] | undefined;

  constructor(facts: LineFacts, line: number, rank: number, parent: OpenNode | undefined) {
    const { number, decimal, marks, heading, caption, title, part, chapterPart } = facts.shape;
    const isItem = marks === 0 && (decimal ? !decimal.isTitle : number !== undefined && !heading);
    this.kind = isItem ? 'item' : parent === undefined ? 'section' : 'subsection';
    this.depth = parent === undefined ? 1 : parent.depth + 1;
    this.line = line;
    const named = part ?? (parent === undefined ? chapterPart : undefined);
    this.part = isItem && caption.end === title.end ? undefined : named;
    this.rank = rank;
  }

  get children(): readonly OutlineNode[] {
    return this.#children ?? noChildren;
  }

  add(child: OutlineNode): void {
    (this.#children ??= []).push(child);
  }
}

/**
 * Whether an item that is numbered like the chapters belongs to the part that is open: 一、 below 三、心得及建議.
 * @param inner value of the last such item; 0 before the first
 */
function goesOnInside(
  { shape: { number, part } }: LineFacts,
  chapter: OpenNode,
  outer: LineNumber | undefined,
  inner: number,
): boolean {
  if (!outer || number?.system !== outer.system || number.value !== inner + 1) return false;
  if (inner > 0) return part === undefined || number.value !== outer.value + 1;
  return chapter.part !== undefined && (part === undefined || chapter.part === 'reflections-and-recommendations');
}

/** How much deeper than what it stands in a section is whose number does not tell its level. */
const looseStep = 0.1;

/**
 * The level of a line that is numbered A.: it stands in whatever is open before A., and beside that A. from there on. 0
 * outside chapters, but for one that names a part.
 */
function letterRank(
  { shape: { part, number } }: LineFacts,
  open: readonly OpenNode[],
  numberOf: (node: OpenNode) => LineNumber | undefined,
): number {
  const innermost = open.at(-1);
  if (!innermost) return part === undefined ? 0 : 1;
  const lettered = open.filter((node) => numberOf(node)?.system === 'letter');
  const sibling = lettered.filter((node) => numberOf(node)!.value === number!.value - 1).at(-1) ?? lettered.at(-1);
  return sibling && (number!.value > 1 || sibling === innermost) ? sibling.rank : innermost.rank + looseStep;
}

function isHan(number: LineNumber | undefined): boolean {
  return number?.system === 'han' || number?.system === 'han-bracketed';
}

/** The parts that are told in a chapter of another part. */
const partsInside: Partial<Readonly<Record<PartId, readonly PartId[]>>> = {
  process: ['itinerary', 'proceedings'],
  'reflections-and-recommendations': ['reflections', 'recommendations'],
};

/**
 * Whether a part stands inside the chapter that is open, where nothing numbers either of them: 行程 right below 過程, 心得 and
 * then 建議 below 心得及建議.
 * @param chapter the facts of its heading
 * @param isNext whether nothing stands between the two but another such part
 */
function isPartInside({ shape }: LineFacts, chapter: LineFacts, isNext: () => boolean): boolean {
  const outer = chapter.shape;
  if (shape.part === undefined || outer.part === undefined) return false;
  if ([shape, outer].some(({ number, marks }) => number !== undefined || marks > 0)) return false;
  return partsInside[outer.part]?.includes(shape.part) === true && isNext();
}

/**
 * The level of 一、 or （一） inside a chapter that is numbered 3. and names a part, or inside its 3.1; undefined where it is
 * none of those.
 */
function rankInDigits(
  { shape: { number, marks, part } }: LineFacts,
  open: readonly OpenNode[],
  numberOf: (node: OpenNode) => LineNumber | undefined,
): number | undefined {
  const [chapter] = open;
  if (marks > 0 || !number || chapter?.part === undefined || numberOf(chapter)?.system !== 'digit') return undefined;
  if (!isHan(number)) return undefined;
  if (part !== undefined && partsInside[chapter.part]?.includes(part) !== true) return undefined;
  const sibling = open.find((node) => numberOf(node)?.system === number.system);
  if (sibling || number.value !== 1) return sibling?.rank;
  const parent = open.filter((node) => numberOf(node)?.system !== 'digit' || node === chapter).at(-1)!;
  return parent.rank + looseStep;
}

/** A chapter: a root of the section tree, and where it stands. */
export interface ChapterOutline {
  /** Index of its heading line among all lines. */
  readonly line: number;
  readonly root: OutlineNode;
}

export interface Outline {
  readonly chapters: readonly ChapterOutline[];
  readonly style: OutlineStyle;
}

/**
 * The section tree of the lines in `ranges` (the body without 摘要 and 目次). A heading's parent is the nearest one
 * before it of an outer level, so that a skipped level or a stray number never loses a section. The tree of a chapter
 * hangs on nothing but its own lines and the style.
 */
export function buildOutline(lines: LineTable, ranges: readonly LineRange[]): Outline {
  // Which lines may begin a section at all, by the range they stand in.
  const beginnings: number[][] = ranges.map(() => []);
  let next = 0;
  for (const line of linesWith(lines, { contains: ['beginning'] })) {
    while (next < ranges.length && ranges[next]!.to <= line) next++;
    if (next < ranges.length && ranges[next]!.from <= line) beginnings[next]!.push(line);
  }
  const style = outlineStyleOf(lines, beginnings.flat());
  const chapters: ChapterOutline[] = [];
  const stack: OpenNode[] = [];
  /** First line of the chapter that is open. */
  let first = 0;
  /** Rank of the numbered sentence outside chapters that is open, with what stands below it; 0 without one. */
  let sentence = 0;
  /** Value of the last item 1. below a title like 3.1, where chapters are numbered 1. too. */
  let item = 0;
  /** Value of the last item 一、 below a part, where parts are numbered 一、 too; 0 without one. */
  let inner = 0;
  const close = (rank: number, line: number): void => {
    while (stack.length > 0 && stack[stack.length - 1]!.rank >= rank) stack.pop()!.toLine = line - first;
  };

  const factsOf = ({ line }: OpenNode): LineFacts => lines.facts[first + line]!;
  const numberOf = (node: OpenNode): LineNumber | undefined => factsOf(node).shape.number;

  beginnings.forEach((candidates, index) => {
    for (const [place, line] of candidates.entries()) {
      const facts = lines.facts[line]!;
      const { decimal, marks, number, heading, part } = facts.shape;
      const chapter = stack[0];
      let rank =
        decimal && (marks === 0 || !style.byMarks)
          ? rankOfDecimal(lines, line, stack, factsOf)
          : number?.system === 'letter' && (marks === 0 || !style.byMarks)
            ? letterRank(facts, stack, numberOf)
            : rankOfLine(facts, style);
      if (decimal || (rank > 0 && rank < rankOf.digit)) item = 0;
      if (
        rank === rankOf.digit &&
        chapter?.rank === rank &&
        stack[1] &&
        (lines.facts[first + stack[1].line]!.shape.decimal || isHan(numberOf(stack[1])))
      ) {
        const next = lines.facts[first + chapter.line]!.shape.number!.value + 1;
        if ((!heading && part !== 'attachments') || number!.value !== next || item === next - 1) {
          item = number!.value;
          rank += 3 * decimalStep;
        }
      }
      const isInner =
        rank > 0 && rank === chapter?.rank && marks === 0 && goesOnInside(facts, chapter, numberOf(chapter), inner);
      const inDigits = rankInDigits(facts, stack, numberOf);
      const isInside =
        chapter !== undefined &&
        rank === chapter.rank &&
        isPartInside(facts, lines.facts[first]!, () =>
          chapter.children.length > 0
            ? chapter.children.every(({ part: known }) => known !== undefined)
            : lines.facts.slice(first + 1, line).every(isBlank),
        );
      if (inDigits !== undefined) rank = inDigits;
      else if (isInside) rank += decimalStep;
      else if (isInner) {
        inner++;
        rank += decimalStep;
      } else if (rank > 0 && chapter && rank <= chapter.rank) inner = 0;
      if (rank === 0) continue;
      rank = strayRank(facts, rank, stack, numberOf, function* () {
        for (const later of candidates.slice(place + 1, place + 1 + strayReach)) {
          const own = lines.facts[later]!.shape.number;
          if (own) yield own;
        }
      });
      close(rank, line);
      const parent = stack[stack.length - 1];
      if (!parent) {
        if (sentence > 0 && rank > sentence) continue;
        // Beside such sentences a short one is another.
        const isBeside = rank === sentence && facts.shape.endsSentence && facts.shape.part === undefined;
        sentence = isBeside || isNumberedSentence(facts) ? rank : 0;
        if (sentence > 0) continue;
        first = line;
      }
      const node = new OpenNode(facts, line - first, rank, parent);
      if (parent) parent.add(node);
      else chapters.push({ line, root: node });
      stack.push(node);
    }
    close(0, ranges[index]!.to);
    sentence = 0;
  });
  return { chapters, style };
}
