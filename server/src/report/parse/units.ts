/** Cuts a report into its units, and takes those that are the same from an earlier version of it. */
import { commonOf, sameList } from '../../text/lists';
import { ownCopy } from '../../text/ownCopy';
import type { AcronymUsage } from '../model/acronyms';
import type { EconomyNames } from '../model/economies';
import { Line, longestQuotation } from '../model/line';
import type { Surroundings, Unit } from '../model/line';
import { lineStart } from '../model/lines';
import type { LineFacts, LineRange, LineTable, TextBlock } from '../model/lines';
import type { Cover, OutlineStyle, Section, TableOfContents } from '../model/parts';
import type {
  AbstractUnit,
  Block,
  Chapter,
  ChapterItinerary,
  ChapterMeeting,
  ContentsUnit,
  CoverUnit,
  Paragraph,
  Units,
} from '../model/units';
import { acronymUsageOf } from './acronyms';
import { codeBlocksOf } from './codeBlocks';
import { economyNamesOf } from './economies';
import { abstractOf, readContents } from './frontMatter';
import type { FrontMatter } from './frontMatter';
import { readItinerary } from './itinerary';
import { readMeetings } from './meetings';
import type { ChapterOutline, Outline, OutlineNode } from './outline';
import { chapterSection } from './sections';

/** Consecutive lines with the text that they are of, line ends included. */
class LineBlock implements Block {
  readonly units: readonly Line[];
  readonly text: string;
  readonly lines: LineTable;

  constructor({ units, text, starts }: TextLines) {
    this.units = units;
    this.text = text;
    this.lines = { count: units.length, starts, facts: units.map(({ facts }) => facts) };
  }

  get firstLine(): Line {
    return this.units[0]!;
  }

  /** Where `line` begins in the block; undefined where it is none of its lines. */
  startOf(line: Line): number | undefined {
    const index = this.units.indexOf(line);
    return index < 0 ? undefined : this.lines.starts[index]!;
  }
}

/** Lines as they stand in the text, for a block to be made of. */
interface TextLines {
  readonly units: readonly Line[];
  readonly text: string;
  /** Offsets of the lines in `text`. */
  readonly starts: Int32Array;
}

/** The lines before the body. Its offsets are those of the report, as it stands first. */
class CoverBlock extends LineBlock implements CoverUnit {
  readonly cover: Cover;

  constructor(lines: TextLines, cover: Cover) {
    super(lines);
    this.cover = cover;
  }
}

class AbstractBlock extends LineBlock implements AbstractUnit {
  readonly section: Section;

  constructor(lines: TextLines) {
    super(lines);
    this.section = abstractOf(this.lines, 0, this.lines.count);
  }
}

class ContentsBlock extends LineBlock implements ContentsUnit {
  readonly contents: TableOfContents;

  constructor(lines: TextLines) {
    super(lines);
    this.contents = readContents(this.text, this.lines, 0).contents;
  }
}

/** A paragraph: a heading or numbered line, or unnumbered text, with the lines that only wrap it. */
class ParagraphBlock extends LineBlock implements Paragraph {
  /** What its first line is told of the report around it; all its lines stand in the same zone and section. */
  get surroundings(): Surroundings {
    return this.firstLine.surroundings;
  }
}

/** A root of the section tree with everything inside it. */
class ChapterBlock extends LineBlock implements Chapter {
  readonly section: Section;
  readonly style: OutlineStyle;
  #meetings: readonly ChapterMeeting[] | undefined;
  #itinerary: ChapterItinerary | false | undefined;

  constructor(lines: TextLines, root: OutlineNode, style: OutlineStyle) {
    super(lines);
    this.section = chapterSection(this.lines, root, 0);
    this.style = style;
  }

  get meetings(): readonly ChapterMeeting[] {
    return (this.#meetings ??= readMeetings(this.text, this.lines, [this.section]).map((meeting) => ({ unit: this, meeting }))); // prettier-ignore
  }

  /** 行程, which is the chapter or stands in it. */
  get itinerary(): ChapterItinerary | undefined {
    if (this.#itinerary === undefined) {
      const section = itinerarySection([this.section]);
      this.#itinerary = section ? { unit: this, ...readItinerary(this.text, this.lines, section) } : false;
    }
    return this.#itinerary || undefined;
  }
}

/** The itinerary is a section of its own, or one inside 過程. */
export function itinerarySection(roots: readonly Section[]): Section | undefined {
  const own = roots.find((root) => root.part === 'itinerary');
  if (own) return own;
  for (const root of roots) {
    const inside = root.part === 'process' ? root.children.find((child) => child.part === 'itinerary') : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** How far behind a line's start a quotation is open, where `before` is that of the line before, which is `length` long with its line end. */
export function openQuotationBehind(before: number, { lastQuotationMark: last }: LineFacts, length: number): number {
  let open = 0;
  if (last) open = last.opens ? length - last.at : 0;
  else if (before > 0) open = before + length;
  return open < longestQuotation ? open : 0;
}

/** What a version of a report gives to make its units of. */
export interface Parsed extends TextBlock {
  readonly frontMatter: FrontMatter;
  readonly outline: Outline;
}

export class ReportUnits implements Units {
  readonly lines: readonly Line[];
  readonly cover: CoverUnit | undefined;
  readonly abstract: AbstractUnit | undefined;
  readonly contents: ContentsUnit | undefined;
  readonly chapters: readonly Chapter[];
  /** The meetings of all chapters. */
  readonly meetings: readonly ChapterMeeting[];
  readonly itinerary: ChapterItinerary | undefined;
  readonly #starts: Int32Array;
  readonly #blockOf: BlockMaker;
  #indexes: ReadonlyMap<Line, number> | undefined;
  #paragraphs: readonly Paragraph[] | undefined;
  #acronyms: AcronymUsage | undefined;
  #economies: EconomyNames | undefined;

  /** @param earlier the units of an earlier version: what is the same now is taken from there */
  constructor(parsed: Parsed, earlier?: ReportUnits) {
    const { text, lines, frontMatter, outline } = parsed;
    const { cover, coverTo, abstract, abstractTo, contents } = frontMatter;
    this.#starts = lines.starts;
    this.lines = linesOf(parsed, earlier?.lines);
    const make = blockMaker(text, lines, this.lines, earlier !== undefined);
    this.#blockOf = make;
    this.cover =
      coverTo === 0 ? undefined : make<CoverUnit>([earlier?.cover], 0, coverTo, (of) => new CoverBlock(of, cover));
    this.abstract =
      abstract && make<AbstractUnit>([earlier?.abstract], abstract.line, abstractTo, (of) => new AbstractBlock(of));
    this.contents =
      contents &&
      make<ContentsUnit>([earlier?.contents], contents.line, contents.toLine, (of) => new ContentsBlock(of));
    const known = new Map(earlier?.chapters.map((chapter) => [chapter.firstLine, chapter]));
    this.chapters = sameList(
      outline.chapters.map(({ line, root }) => {
        const before = known.get(this.lines[line]!);
        const { style } = outline;
        const same = before?.style.marked === style.marked && before.style.marks === style.marks;
        return make([same ? before : undefined], line, line + root.toLine, (of) => new ChapterBlock(of, root, style));
      }),
      earlier?.chapters,
    );
    this.meetings = sameList(
      this.chapters.flatMap((chapter) => chapter.meetings),
      earlier?.meetings,
    );
    this.itinerary =
      this.chapters.find(({ section }) => section.part === 'itinerary')?.itinerary ??
      this.chapters.find((chapter) => chapter.itinerary)?.itinerary;
    if (earlier) this.#takeFrom(earlier);
  }

  /** Takes what is not made before somebody asks for it from an earlier version, where it is the same now. */
  #takeFrom(earlier: ReportUnits): void {
    const { head, tail } = commonOf(earlier.lines, this.lines);
    const isSame = (speaks: (facts: LineFacts) => boolean): boolean =>
      [earlier.lines, this.lines].every(
        (lines) => !lines.slice(head, lines.length - tail).some(({ facts }) => speaks(facts)),
      );
    if (isSame(({ acronyms }) => acronyms.length > 0)) this.#acronyms = earlier.#acronyms;
    if (isSame(({ names }) => names.length > 0)) this.#economies = earlier.#economies;
    if (earlier.#paragraphs) {
      const known = new Map(earlier.#paragraphs.map((paragraph) => [paragraph.firstLine, paragraph]));
      this.#paragraphs = sameList(this.#readParagraphs(known), earlier.#paragraphs);
    }
  }

  #readParagraphs(known: ReadonlyMap<Line, Paragraph>): readonly Paragraph[] {
    return paragraphRanges(this.lines).map(({ from, to }) =>
      this.#blockOf<Paragraph>([known.get(this.lines[from]!)], from, to, (of) => new ParagraphBlock(of)),
    );
  }

  get paragraphs(): readonly Paragraph[] {
    return (this.#paragraphs ??= this.#readParagraphs(new Map()));
  }

  get acronyms(): AcronymUsage {
    return (this.#acronyms ??= acronymUsageOf(this.lines));
  }

  get economies(): EconomyNames {
    return (this.#economies ??= economyNamesOf(this.lines));
  }

  /** Index of `line` among the lines; undefined where this version has it no more. */
  indexOf(line: Line): number | undefined {
    this.#indexes ??= new Map(this.lines.map((each, index) => [each, index]));
    return this.#indexes.get(line);
  }

  /**
   * Offset in the text of the first code unit of `unit`.
   * @throws RangeError where the unit is none of this version's
   */
  startOf({ firstLine }: Unit): number {
    const index = this.indexOf(firstLine);
    if (index === undefined) throw new RangeError('the unit belongs to another version of the report');
    return this.#starts[index]!;
  }
}

const plain = { part: undefined, inside: undefined, begins: undefined } as const;

/** What the section tree and the zones tell of a line. */
type Around = Pick<Surroundings, 'zone' | 'part' | 'inside' | 'begins'>;

/** What each line is told of the section tree and the zones. */
function sectionsAround({ lines, frontMatter, outline }: Parsed): readonly Around[] {
  const { coverTo, abstract, abstractTo, contents } = frontMatter;
  const around = new Array<Around>(lines.count).fill({ zone: 'body', ...plain });
  const set = ({ from, to }: LineRange, what: Around): void => {
    around.fill(what, from, to);
  };
  set({ from: 0, to: coverTo }, { zone: 'cover', ...plain });
  for (const chapter of outline.chapters) markChapter(chapter, set, around);
  if (contents) set({ from: contents.line, to: contents.toLine }, { zone: 'contents', ...plain });
  if (abstract) set({ from: abstract.line, to: abstractTo }, { zone: 'abstract', ...plain });
  return around;
}

function markChapter(
  { line: first, root }: ChapterOutline,
  set: (range: LineRange, what: Around) => void,
  around: Around[],
): void {
  const { part } = root;
  const mark = ({ line, toLine }: OutlineNode, inside: Around['inside']): void => {
    set({ from: first + line, to: first + toLine }, { zone: 'body', begins: undefined, part, inside });
  };
  mark(root, part === 'itinerary' ? part : undefined);
  if (part === 'proceedings' || part === 'process')
    for (const child of root.children) {
      if (child.part === 'itinerary') mark(child, child.part);
      else if (child.kind === 'subsection') mark(child, 'meeting');
    }
  const begin = ({ kind, line, children }: OutlineNode): void => {
    around[first + line] = { ...around[first + line]!, begins: kind };
    children.forEach(begin);
  };
  begin(root);
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  return (
    a.zone === b.zone &&
    a.part === b.part &&
    a.inside === b.inside &&
    a.begins === b.begins &&
    a.inCode === b.inCode &&
    a.openQuotation === b.openQuotation
  );
}

/** The lines of a version; those whose words and surroundings are the same are those of `earlier`. */
function linesOf(parsed: Parsed, earlier: readonly Line[] = []): readonly Line[] {
  const { text, lines } = parsed;
  const { facts, starts, count } = lines;
  const around = sectionsAround(parsed);
  const blocks = codeBlocksOf(parsed);
  const { head, tail } = commonOf(
    earlier.map((line) => line.facts),
    facts,
  );
  const moved = earlier.length - count;
  const found: Line[] = [];
  let block = 0;
  let openQuotation = 0;
  for (let line = 0; line < count; line++) {
    while (block < blocks.length && blocks[block]!.to <= line) block++;
    const inCode = block < blocks.length && blocks[block]!.from <= line;
    const { zone, part, inside, begins } = around[line]!;
    const surroundings = { zone, part, inside, begins, inCode, openQuotation };
    const before = line < head ? earlier[line] : line >= count - tail ? earlier[line + moved] : undefined;
    found.push(before && isSame(before.surroundings, surroundings) ? before : new Line(facts[line]!, surroundings));
    const end = line + 1 < count ? starts[line + 1]! : text.length;
    openQuotation = openQuotationBehind(openQuotation, facts[line]!, end - starts[line]!);
  }
  return found;
}

type BlockMaker = <Made extends Block>(
  known: readonly [Made | undefined],
  from: number,
  to: number,
  make: (lines: TextLines) => Made,
) => Made;

/** Makes blocks of the lines `[from, to)`, or takes the one that is known where its lines are the same. */
function blockMaker(text: string, table: LineTable, units: readonly Line[], own: boolean): BlockMaker {
  return ([known], from, to, make) => {
    if (known?.units.length === to - from && known.units.every((unit, index) => unit === units[from + index]))
      return known;
    const start = table.starts[from]!;
    const words = text.slice(start, lineStart(table, to));
    return make({
      units: units.slice(from, to),
      // A block outlives the version it was made in; a window on that text would keep it alive.
      text: own ? ownCopy(words) : words,
      starts: table.starts.slice(from, to).map((each) => each - start),
    });
  };
}

function isBlank({ content }: LineFacts): boolean {
  return content.end === content.start;
}

/** Where the paragraphs stand, blank lines between them left out. */
function paragraphRanges(lines: readonly Line[]): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let from = -1;
  let last = -1;
  lines.forEach((line, index) => {
    if (isBlank(line.facts)) return;
    if (from >= 0 && parts(lines[last]!, line)) {
      ranges.push({ from, to: last + 1 });
      from = -1;
    }
    if (from < 0) from = index;
    last = index;
  });
  if (from >= 0) ranges.push({ from, to: last + 1 });
  return ranges;
}

/** Whether `line` begins a paragraph where `before` is the line before it that is not blank. */
function parts(before: Line, line: Line): boolean {
  const { shape } = line.facts;
  const begins =
    shape.number !== undefined ||
    shape.marks > 0 ||
    shape.bullet ||
    shape.cells.length > 0 ||
    shape.label !== undefined;
  return (
    begins ||
    before.facts.shape.endsSentence ||
    before.facts.shape.cells.length > 0 ||
    line.surroundings.begins !== undefined ||
    line.zone !== before.zone ||
    line.surroundings.part !== before.surroundings.part ||
    line.surroundings.inCode !== before.surroundings.inCode
  );
}
