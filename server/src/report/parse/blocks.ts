/** The units of several lines. */
import { unsliced } from '../../text/unsliced';
import type { WrappedDefinition } from '../model/acronyms';
import type { Heading } from '../model/headings';
import type { Line, Surroundings } from '../model/line';
import { lineStart } from '../model/lines';
import type { LineTable } from '../model/lines';
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
} from '../model/units';
import { abstractOf } from './abstract';
import { readContents } from './contents';
import { itinerarySection, readItinerary } from './itinerary';
import { readMeetings } from './meetings';
import { abstractHeading } from './headings';
import type { OutlineNode } from './outlineNode';
import { chapterSection } from './sections';
import { wrappedDefinitionsOf } from './wrappedDefinitions';

/** Consecutive lines with the text that they are of, line ends included. */
class LineBlock implements Block {
  readonly units: readonly Line[];
  readonly text: string;
  readonly lines: LineTable;

  constructor({ units, text, starts }: TextLines) {
    this.units = units;
    this.text = text;
    this.lines = { count: units.length, length: text.length, starts, facts: units.map(({ facts }) => facts) };
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
export class CoverBlock extends LineBlock implements CoverUnit {
  readonly cover: Cover;

  constructor(lines: TextLines, cover: Cover) {
    super(lines);
    this.cover = cover;
  }
}

export class AbstractBlock extends LineBlock implements AbstractUnit {
  readonly section: Section;
  readonly heading: Heading;

  constructor(lines: TextLines, earlier: AbstractUnit | undefined) {
    super(lines);
    this.section = abstractOf(this.lines, 0, this.lines.count);
    this.heading = abstractHeading(this.units, this.section, earlier?.heading);
  }
}

export class ContentsBlock extends LineBlock implements ContentsUnit {
  readonly contents: TableOfContents;

  constructor(lines: TextLines) {
    super(lines);
    this.contents = readContents(this.text, this.lines, 0).contents;
  }
}

/** A paragraph: a heading or numbered line, or unnumbered text, with the lines that only wrap it. */
export class ParagraphBlock extends LineBlock implements Paragraph {
  #wrappedDefinitions: readonly WrappedDefinition[] | undefined;

  /** What its first line is told of the report around it; all its lines stand in the same zone and section. */
  get surroundings(): Surroundings {
    return this.firstLine.surroundings;
  }

  get wrappedDefinitions(): readonly WrappedDefinition[] {
    return (this.#wrappedDefinitions ??= wrappedDefinitionsOf(this));
  }
}

/** A root of the section tree with everything inside it. */
export class ChapterBlock extends LineBlock implements Chapter {
  readonly section: Section;
  readonly heading: Heading;
  readonly style: OutlineStyle;
  #meetings: readonly ChapterMeeting[] | undefined;
  #itinerary: ChapterItinerary | false | undefined;

  constructor(lines: TextLines, root: OutlineNode, heading: Heading, style: OutlineStyle) {
    super(lines);
    this.heading = heading;
    this.section = chapterSection(this.lines, root, 0);
    this.style = style;
  }

  get meetings(): readonly ChapterMeeting[] {
    return (this.#meetings ??= readMeetings(this.text, this.lines, [this.section]).map((meeting) => ({ unit: this, meeting }))); // prettier-ignore
  }

  /** 行程, which is the chapter or stands in it. */
  get itinerary(): ChapterItinerary | undefined {
    if (this.#itinerary === undefined) {
      const section = itinerarySection(this.text, this.lines, [this.section]);
      this.#itinerary = section ? { unit: this, ...readItinerary(this.text, this.lines, section) } : false;
    }
    return this.#itinerary || undefined;
  }
}

export type BlockMaker = <Made extends Block>(
  known: readonly [Made | undefined],
  from: number,
  to: number,
  make: (lines: TextLines) => Made,
) => Made;

/** Makes blocks of the lines `[from, to)`, or takes the one that is known where its lines are the same. */
export function blockMaker(text: string, table: LineTable, units: readonly Line[], own: boolean): BlockMaker {
  return ([known], from, to, make) => {
    if (known?.units.length === to - from && known.units.every((unit, index) => unit === units[from + index]))
      return known;
    const start = table.starts[from]!;
    const words = text.slice(start, lineStart(table, to));
    return make({
      units: units.slice(from, to),
      // A block outlives the version it was made in; a window on that text would keep it alive.
      text: own ? unsliced(words) : words,
      starts: table.starts.slice(from, to).map((each) => each - start),
    });
  };
}
