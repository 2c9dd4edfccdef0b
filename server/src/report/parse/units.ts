/** Cuts a report into its units, and takes those that are the same from an earlier version of it. */
import { commonOf, sameList } from '../../text/lists';
import type { AcronymUsage } from '../model/acronyms';
import type { EconomyNames } from '../model/economies';
import type { Headings } from '../model/headings';
import type { Line, Unit } from '../model/line';

import type {
  AbstractUnit,
  Chapter,
  ChapterItinerary,
  ChapterMeeting,
  ContentsUnit,
  CoverUnit,
  Paragraph,
  Units,
} from '../model/units';
import { acronymUsageOf } from './acronyms';
import { AbstractBlock, blockMaker, ChapterBlock, ContentsBlock, CoverBlock, ParagraphBlock } from './blocks';
import type { BlockMaker } from './blocks';
import { economyNamesOf } from './economies';
import { headingOf, headingsOf, isWrapped } from './headings';
import { lineUnitsOf } from './lineUnits';
import type { DividedText } from './lineUnits';
import { paragraphRangesOf } from './paragraphs';

/** The index of every line. */
function indexesOf(lines: readonly Line[]): Map<Line, number> {
  const indexes = new Map<Line, number>();
  for (let index = 0; index < lines.length; index++) indexes.set(lines[index]!, index);
  return indexes;
}

/** So many lines that are gone may stay in indexes that versions share. */
const mostGone = 200;

/** Whether no paragraph that came or went has a definition that goes over its line ends. */
function hasSameDefinitions(now: readonly Paragraph[], before: readonly Paragraph[]): boolean {
  const { head, tail } = commonOf(before, now);
  return [before, now].every((paragraphs) =>
    paragraphs.slice(head, paragraphs.length - tail).every(({ wrappedDefinitions }) => wrappedDefinitions.length === 0),
  );
}

/** The units of one version of a report. */
export class ReportUnits implements Units {
  readonly lines: readonly Line[];
  readonly cover: CoverUnit | undefined;
  readonly abstract: AbstractUnit | undefined;
  readonly contents: ContentsUnit | undefined;
  readonly headings: Headings;
  readonly chapters: readonly Chapter[];
  /** The meetings of all chapters. */
  readonly meetings: readonly ChapterMeeting[];
  readonly itinerary: ChapterItinerary | undefined;
  readonly #starts: Int32Array;
  readonly #blockOf: BlockMaker;
  /** Indexes of the lines, and of lines of other versions that have as many: a key changes one line and moves none. */
  #indexes: Map<Line, number> | undefined;
  #paragraphs: readonly Paragraph[] | undefined;
  #acronyms: AcronymUsage | undefined;
  #economies: EconomyNames | undefined;

  /** @param earlier the units of an earlier version: what is the same now is taken from there */
  constructor(divided: DividedText, earlier?: ReportUnits) {
    const { text, lines, frontMatter, outline } = divided;
    const { cover, coverTo, abstract, abstractTo, contents } = frontMatter;
    this.#starts = lines.starts;
    this.lines = lineUnitsOf(divided, earlier?.lines);
    const make = blockMaker(text, lines, this.lines, earlier !== undefined);
    this.#blockOf = make;
    this.cover =
      coverTo === 0 ? undefined : make<CoverUnit>([earlier?.cover], 0, coverTo, (of) => new CoverBlock(of, cover));
    this.abstract =
      abstract &&
      make<AbstractUnit>(
        [earlier?.abstract],
        abstract.line,
        abstractTo,
        (of) => new AbstractBlock(of, earlier?.abstract),
      );
    this.contents =
      contents &&
      make<ContentsUnit>([earlier?.contents], contents.line, contents.toLine, (of) => new ContentsBlock(of));
    const known = new Map(earlier?.chapters.map((chapter) => [chapter.firstLine, chapter]));
    this.chapters = sameList(
      outline.chapters.map(({ line, root }) => {
        const before = known.get(this.lines[line]!);
        const { style } = outline;
        const isSame =
          before?.style.marked === style.marked &&
          before.style.marks === style.marks &&
          before.style.byMarks === style.byMarks &&
          before.style.chaptered === style.chaptered &&
          before.style.romanChapters === style.romanChapters &&
          before.style.formalInside === style.formalInside &&
          before.heading.isWrapped === isWrapped(root, this.lines, line);
        return make([isSame ? before : undefined], line, line + root.toLine, (of) => {
          const heading = headingOf(root, this.lines, line, before?.heading);
          return new ChapterBlock(of, root, heading, style);
        });
      }),
      earlier?.chapters,
    );
    this.headings = headingsOf(
      this.abstract?.heading,
      this.chapters.map(({ heading }) => heading),
      abstract ? outline.chapters.filter(({ line }) => line < abstract.line).length : 0,
      earlier?.headings,
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
    const isSame = (speaks: (line: Line) => boolean): boolean =>
      [earlier.lines, this.lines].every((lines) => !lines.slice(head, lines.length - tail).some(speaks));
    const indexes = earlier.#indexes;
    if (indexes && earlier.lines.length === this.lines.length && indexes.size < this.lines.length + mostGone) {
      for (let index = head; index < this.lines.length - tail; index++) indexes.set(this.lines[index]!, index);
      this.#indexes = indexes;
    }
    if (isSame(({ names }) => names.length > 0)) this.#economies = earlier.#economies;
    if (earlier.#paragraphs) {
      this.#paragraphs = sameList(this.#readParagraphs(earlier.#paragraphs), earlier.#paragraphs);
      if (isSame(({ facts }) => facts.acronyms.length > 0) && hasSameDefinitions(this.#paragraphs, earlier.#paragraphs))
        this.#acronyms = earlier.#acronyms;
    }
  }

  /** @param earlier those of an earlier version, which has the same before and behind a change */
  #readParagraphs(earlier: readonly Paragraph[]): readonly Paragraph[] {
    const ranges = paragraphRangesOf(this.lines);
    const moved = earlier.length - ranges.length;
    return ranges.map(({ from, to }, index) => {
      const first = this.lines[from]!;
      const known = earlier[index]?.firstLine === first ? earlier[index] : earlier[index + moved];
      return this.#blockOf<Paragraph>([known], from, to, (of) => new ParagraphBlock(of));
    });
  }

  get paragraphs(): readonly Paragraph[] {
    return (this.#paragraphs ??= this.#readParagraphs([]));
  }

  get acronyms(): AcronymUsage {
    return (this.#acronyms ??= acronymUsageOf(this.lines, this.paragraphs));
  }

  get economies(): EconomyNames {
    return (this.#economies ??= economyNamesOf(this.lines));
  }

  /** Index of `line` among the lines; undefined where this version has it no more. */
  indexOf(line: Line): number | undefined {
    const index = (this.#indexes ??= indexesOf(this.lines)).get(line);
    return index !== undefined && this.lines[index] === line ? index : undefined;
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
