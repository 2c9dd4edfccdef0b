/**
 * What a rule is: one file of `rules/<family>/`, with its metadata, check and fixes. Its page, with the examples that run as
 * tests, is the Markdown file of the same name beside it.
 */
import type { Profile } from '../../knowledge/types';
import type { LineQuery } from '../../report/model/lineQuery';
import type { Line, Place } from '../../report/model/line';
import type { Heading } from '../../report/model/headings';
import type { Chapter, Paragraph } from '../../report/model/units';
import type { Speller } from '../../spelling/speller';
import type { TextEdit } from '../../text/edit';
import type { Message, Parameters } from '../../text/message';
import type { Span } from '../../text/span';
import type { Glossary } from './glossary';
import type { ReportView } from './view';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Family =
  | 'structure' | 'cover' | 'abstract' | 'dates' | 'economies'
  | 'attendance' | 'acronyms' | 'wording' | 'typography' | 'numbers'; // prettier-ignore
export type RuleId = `${Family}/${string}`;

/** What is said of a rule, whatever it judges. */
export interface RuleInfo {
  /** For ever: settings, suppressions and scripts name it. */
  readonly id: RuleId;
  /** What a person calls it: 缺少必要章節 / Missing section. */
  readonly title: Message;
  /** Default severity; `off` where precision on real reports is too low to be on. */
  readonly severity: Severity | 'off';
  /** The article or table it comes from. */
  readonly source: string;
  /** The day the source was last checked, ISO 8601. */
  readonly checked: string;
  /** `safe` fixes may be applied unseen, `review` ones want an eye; undefined where the rule has none. */
  readonly fix: FixSafety | undefined;
  /**
   * Rules that say better what is wrong with the same words: this one is silent where one of them finds something. None of
   * them may have a safe fix, or this one would speak of something new behind it.
   */
  readonly yieldsTo?: readonly RuleId[];
  /** Every text the rule can say, by key: messages, related places and fix titles. */
  readonly messages: Readonly<Record<string, Message>>;
}

/** What a rule may know besides the report. */
export interface RuleContext {
  readonly profile: Profile;
  /** The folder's own glossary. */
  readonly glossary: Glossary;
  /** The detector of slips; undefined until its words are loaded. */
  readonly speller?: Speller | undefined;
}

/** The units that a rule may judge one by one. */
export interface Units {
  readonly line: Line;
  readonly paragraph: Paragraph;
  readonly chapter: Chapter;
  /** The headings of a chapter, from its own down: the same while somebody writes below them. */
  readonly headings: Heading;
}

/**
 * A rule that judges a line, a paragraph or a chapter by its own words. It sees nothing else of the report but what it
 * says is `given`, so it runs again only for units that are new.
 */
export interface UnitRule<Per extends keyof Units, Given = undefined> extends RuleInfo {
  readonly per: Per;
  /** What else it must know: 出國期間, the forum. Plain data, which is compared by value. */
  given?(report: ReportView, context: RuleContext): Given;
  /** For speed alone: lines (or units with lines) that it can have nothing to say of are left out. */
  readonly only?: LineQuery | undefined;
  /**
   * Hands what is wrong in `unit` to `find`, in any order; offsets count from the unit's start. Pure, and linear in the
   * unit's length.
   */
  check(unit: Units[Per], given: Given, find: (discovery: UnitDiscovery) => void): void;
}

export type LineRule<Given = undefined> = UnitRule<'line', Given>;
export type ParagraphRule<Given = undefined> = UnitRule<'paragraph', Given>;
export type ChapterRule<Given = undefined> = UnitRule<'chapter', Given>;

/** What a rule about the whole report reads of each unit; kept for as long as the unit stays. */
export interface NoteReader<Per extends keyof Units, Note> {
  readonly per: Per;
  /** For speed alone, as in `UnitRule`. */
  readonly only?: LineQuery | undefined;
  /** What the unit has for the rule, in its order. Pure; offsets count from the unit's start. */
  read(unit: Units[Per], context: RuleContext): readonly Note[];
}

/** Something read of a unit. */
export interface UnitNote<Per extends keyof Units, Note> {
  readonly unit: Units[Per];
  readonly note: Note;
}

/**
 * A rule that compares places all over the report. It runs again as soon as one of its notes, or anything that it has
 * read of `report`, is another; what it has read writes itself down.
 */
export interface ReportRule<Note = never, Per extends keyof Units = 'line'> extends RuleInfo {
  readonly per: 'report';
  readonly notes?: NoteReader<Per, Note>;
  /**
   * Hands what is wrong to `find`, in any order. Pure, and linear in the number of notes or the length of what it reads.
   * @param report may be read only while the check runs
   * @param notes in the order of the text
   */
  check(
    report: ReportView,
    notes: readonly UnitNote<Per, Note>[],
    context: RuleContext,
    find: (discovery: ReportDiscovery) => void,
  ): void;
}

/** Any rule, for those who run rules and know nothing of their notes. */
export type Rule = LineRule<unknown> | ParagraphRule<unknown> | ChapterRule<unknown> | ReportRule<unknown, keyof Units>;

/** What is said of something found, but for where it is. */
interface Saying {
  /** Key into the rule's `messages`. */
  readonly message: string;
  readonly params?: Parameters | undefined;
  /** A severity other than the rule's default for this finding: abstract/length is a hint near the limit. */
  readonly severity?: Severity;
  /**
   * What the finding is about where its words do not say so: the part or field that is missing. It tells two findings
   * at one place apart, in every language and for as long as the rule lives.
   */
  readonly subject?: string | undefined;
}

interface RelatedMessage {
  readonly message: string;
  readonly params?: Parameters | undefined;
}

/** What a rule finds in a unit; its places count from the unit's start. */
export interface UnitDiscovery extends Saying, Span {
  readonly related?: readonly (Span & RelatedMessage)[] | undefined;
  /** Made only when somebody asks for them, in the report as it is then. */
  readonly fixes?: ((report: ReportView) => readonly RuleFix<Span>[]) | undefined;
}

/** What a rule finds in a report, at a place in one of its units. */
export interface ReportDiscovery extends Saying, Place {
  readonly related?: readonly (Place & RelatedMessage)[] | undefined;
  /** As in `UnitDiscovery`. */
  readonly fixes?: ((report: ReportView) => readonly RuleFix<Place>[]) | undefined;
}

/** A fix as a rule makes it: what stands at each of its places gives way to `text`. */
export interface RuleFix<At> {
  /** Key into the rule's `messages`: the title that the light bulb shows. */
  readonly title: string;
  readonly params?: Parameters;
  readonly safety: FixSafety;
  /** The only place that it mends, of a finding that stands for several; undefined where it mends them all. */
  readonly at?: At | undefined;
  /** In any order, never overlapping. */
  readonly edits: readonly (At & { readonly text: string })[];
}

export type FixSafety = 'safe' | 'review';

export interface Fix {
  /** Key into the rule's `messages`: the title that the light bulb shows. */
  readonly title: string;
  readonly params?: Parameters;
  readonly safety: FixSafety;
  /** The only place that it mends, of a finding that stands for several; undefined where it mends them all. */
  readonly at?: Span | undefined;
  /** In the order of the text, never overlapping. */
  readonly edits: readonly TextEdit[];
}
