/** Tells the lines of a report what surrounds them. */
import { commonOf } from '../../text/lists';
import { Line, longestQuotation, quotationMarks } from '../model/line';
import type { Continuation, Surroundings } from '../model/line';
import { lineStart } from '../model/lines';
import type { LineFacts, LineRange, LineTable, TextBlock } from '../model/lines';
import { continuationOf, cutWordsOf } from './cutWords';
import type { FrontMatter } from './frontMatter';
import { meetingsIn } from './meetings';
import type { ChapterOutline, Outline } from './outline';
import type { OutlineNode } from './outlineNode';

/** A version of a report, cut into its parts. */
export interface DividedText extends TextBlock {
  readonly frontMatter: FrontMatter;
  readonly outline: Outline;
}

/** What the zones and the section tree tell of the lines of a section, which all share one of these. */
type Around = Pick<Surroundings, 'zone' | 'part' | 'inside'>;

interface Sections {
  readonly around: readonly Around[];
  /** What each line begins. */
  readonly begins: readonly Surroundings['begins'][];
}

const outside = { part: undefined, inside: undefined } as const;

function sectionsOf({ lines, frontMatter, outline }: DividedText): Sections {
  const { coverTo, abstract, abstractTo, contents } = frontMatter;
  const around = new Array<Around>(lines.count).fill({ zone: 'body', ...outside });
  const begins = new Array<Surroundings['begins']>(lines.count).fill(undefined);
  around.fill({ zone: 'cover', ...outside }, 0, coverTo);
  for (const chapter of outline.chapters) {
    for (const { from, to, inside } of scenesOf(chapter, lines.facts))
      around.fill({ zone: 'body', part: chapter.root.part, inside }, from, to);
    markBeginnings(chapter.root, chapter.line, begins);
  }
  if (contents) around.fill({ zone: 'contents', ...outside }, contents.line, contents.toLine);
  if (abstract) around.fill({ zone: 'abstract', ...outside }, abstract.line, abstractTo);
  return { around, begins };
}

/** The lines of a chapter, and behind it those of meetings and of the itinerary inside it. */
function scenesOf(
  { line, root }: ChapterOutline,
  facts: readonly LineFacts[],
): readonly (LineRange & Pick<Surroundings, 'inside'>)[] {
  const sceneOf = (node: OutlineNode, inside: Surroundings['inside']): LineRange & Pick<Surroundings, 'inside'> => ({
    from: line + node.line,
    to: line + node.toLine,
    inside,
  });
  const whole = sceneOf(root, root.part === 'itinerary' ? 'itinerary' : undefined);
  if (root.part !== 'proceedings' && root.part !== 'process') return [whole];
  const meetings = meetingsIn(root, (at) => facts[line + at]!).map((node) => sceneOf(node, 'meeting'));
  const itinerary = root.children.filter(({ part }) => part === 'itinerary').map((node) => sceneOf(node, 'itinerary'));
  return [whole, ...meetings, ...itinerary];
}

function markBeginnings(node: OutlineNode, first: number, begins: Surroundings['begins'][]): void {
  begins[first + node.line] = node.kind;
  for (const child of node.children) markBeginnings(child, first, begins);
}

/** How far behind a line's start a quotation is open, where `before` is that of the line before, which is `length` long with its line end. */
function openQuotationBehind(before: number, { lastQuotationMark: last }: LineFacts, length: number): number {
  if (last) return last.opens ? length - last.at : 0;
  return before > 0 ? before + length : 0;
}

/**
 * Whether the quotation that was opened `open` code units before the line `from` is closed: the next mark is no opening one
 * like it, and stands near enough.
 */
function isClosed(lines: LineTable, from: number, open: number, opening: string): boolean {
  let before = open;
  for (let line = from; line < lines.count && before < longestQuotation; line++) {
    const { text } = lines.facts[line]!;
    for (let i = 0; i < text.length && before + i < longestQuotation; i++)
      if (quotationMarks.includes(text[i]!)) return text[i] !== opening;
    before += lineStart(lines, line + 1) - lines.starts[line]!;
  }
  return false;
}

/** The lines of a version; those whose words and surroundings are the same are those of `earlier`. */
export function lineUnitsOf(divided: DividedText, earlier: readonly Line[] = []): readonly Line[] {
  const { lines } = divided;
  const { facts, starts, count } = lines;
  const sections = sectionsOf(divided);
  const { head, tail } = commonOf(
    earlier.map((line) => line.facts),
    facts,
  );
  const moved = earlier.length - count;
  const units: Line[] = [];
  let openQuotation = 0;
  /** Where in the text the last name or word ends that a line end cuts. */
  let cutTo = 0;
  for (let line = 0; line < count; line++) {
    const around = sections.around[line]!;
    const begins = sections.begins[line];
    const before = line < head ? earlier[line] : line >= count - tail ? earlier[line + moved] : undefined;
    // An object is made only where the line is another: there are thousands of lines, and a key changes one.
    const { text, lastQuotationMark: last } = facts[line]!;
    let behind = openQuotationBehind(openQuotation, facts[line]!, lineStart(lines, line + 1) - starts[line]!);
    if (last?.opens && !isClosed(lines, line + 1, behind, text[last.at]!)) behind = 0;
    const quotationGoesOn = behind > 0;
    const isText = around.zone === 'body' || around.zone === 'abstract';
    const cutBefore = Math.max(0, cutTo - starts[line]!);
    const goesOn = isText ? continuationOf(lines, line, sections.begins) : undefined;
    if (
      before &&
      before.surroundings.cutBefore === cutBefore &&
      isSame(before.surroundings, around, begins, openQuotation, quotationGoesOn) &&
      isSameContinuation(before.surroundings.goesOn, goesOn)
    )
      units.push(before);
    else {
      const { zone, part, inside } = around;
      const surroundings = { zone, part, inside, begins, openQuotation, quotationGoesOn, goesOn, cutBefore };
      units.push(new Line(facts[line]!, surroundings, cutWordsOf(facts[line]!, surroundings)));
    }
    openQuotation = behind;
    const { names, words } = units[line]!.cut;
    for (const { end } of [...names, ...words]) cutTo = Math.max(cutTo, starts[line]! + end);
  }
  return units;
}

function isSameContinuation(a: Continuation | undefined, b: Continuation | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.gap === b.gap && a.words === b.words);
}

function isSame(
  before: Surroundings,
  { zone, part, inside }: Around,
  begins: Surroundings['begins'],
  openQuotation: number,
  goesOn: boolean,
): boolean {
  return (
    before.zone === zone &&
    before.part === part &&
    before.inside === inside &&
    before.begins === begins &&
    before.openQuotation === openQuotation &&
    before.quotationGoesOn === goesOn
  );
}
