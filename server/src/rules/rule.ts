/**
 * What a rule is: one file of `rules/<family>/`, with its metadata, check and fixes. Its page, with the examples that run as
 * tests, is the Markdown file of the same name beside it.
 */
import type { Profile } from '../knowledge/types';
import type { LineQuery } from '../report/linesWith';
import type { Report } from '../report/model';
import type { LineRange } from '../report/outline';
import type { Touchable } from '../report/touched';
import type { Span } from '../text/span';
import type { LineReader } from './lines';
import type { Glossary } from './glossary';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Locale = 'zh-TW' | 'en';
export type Family =
  | 'structure' | 'cover' | 'abstract' | 'dates' | 'economies'
  | 'attendance' | 'acronyms' | 'wording' | 'typography' | 'numbers'; // prettier-ignore
export type RuleId = `${Family}/${string}`;

/** A text in both languages. `{name}` stands for the parameter of that name. */
export interface Message {
  readonly 'zh-TW': string;
  readonly en: string;
}
export type Parameters = Readonly<Record<string, string | number>>;

export interface Rule {
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
  /** Every text the rule can say, by key: messages, related places and fix titles. */
  readonly messages: Readonly<Record<string, Message>>;
  /**
   * The lines of prose that its findings hang on. Words that are typed on other lines leave them as they are, and it
   * does not run again. Undefined where any word may count; left out, `reads` says which do. What is no prose (cover, 摘要, 目次, 行程, headings, numbers,
   * lists, tables) always counts.
   */
  readonly prose?: ProseQuery | ((context: RuleContext) => ProseQuery | undefined);
  /**
   * What it reads of prose by itself, a line at a time: where that is the same after a change, but for its place, so are
   * its findings, as far as `prose` says nothing else.
   */
  readonly reads?: readonly LineReader<unknown>[];
  /**
   * Reads the report and hands each finding to `find`, in any order. Pure: the same input gives the same findings.
   * Work must stay linear in the report's length.
   * @param watch told words, on one line, of which it counts where they stand, whatever `prose` says
   */
  readonly check: (
    report: Report,
    context: RuleContext,
    find: (discovery: Discovery) => void,
    watch: (words: string) => void,
  ) => void;
}

export interface ProseQuery extends LineQuery {
  /**
   * Whether words in one paragraph with such a line count too (a list that goes on), or all those near it (a quotation
   * that was opened on another line).
   */
  readonly around?: 'paragraph' | 'near';
  /** Whether any words on these lines count, as the report is now. */
  readonly places?: (report: Report, lines: LineRange) => boolean;
  /** Whether words on these lines may count at all, as the report is now; wherever they stand where it is left out. */
  readonly within?: (report: Report, lines: LineRange) => boolean;
  /**
   * What counts only where it becomes other than it was, or words within `touchReach` of it do; elsewhere on its line
   * words may change.
   */
  readonly touching?: readonly Touchable[];
}

/** What a rule may know besides the report. */
export interface RuleContext {
  readonly profile: Profile;
  /** The folder's own glossary. */
  readonly glossary: Glossary;
}

/** What a rule finds; the runner adds the rule's id and severity. */
export interface Discovery extends Span {
  /** Key into the rule's `messages`. */
  readonly message: string;
  readonly params?: Parameters | undefined;
  /** A severity other than the rule's default for this finding: abstract/length is a hint near the limit. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[] | undefined;
  /**
   * What the finding is about where its words do not say so: the part or field that is missing. It tells two findings
   * at one place apart, in every language and for as long as the rule lives.
   */
  readonly subject?: string | undefined;
  /** Made only when somebody asks for them: most findings are shown far more often than they are fixed. */
  readonly fixes?: (() => readonly Fix[]) | undefined;
}

export interface RelatedPlace extends Span {
  readonly message: string;
  readonly params?: Parameters | undefined;
}

export type FixSafety = 'safe' | 'review';

export interface Fix {
  /** Key into the rule's `messages`: the title that the light bulb shows. */
  readonly title: string;
  readonly params?: Parameters;
  readonly safety: FixSafety;
  /** In the order of the text, never overlapping. */
  readonly edits: readonly TextEdit[];
}

/** Replaces `[start, end)`, which must hold `expected`, by `text`. */
export interface TextEdit extends Span {
  readonly expected: string;
  readonly text: string;
}

/** A discovery with the rule it is of, as the runner hands it out: plain data, whose fixes the rule makes when asked. */
export interface Finding extends Omit<Discovery, 'fixes'> {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Whether the rule may have fixes for it. */
  readonly fixable: boolean;
  /**
   * The finding as it was when its rule ran, where the text has moved since: the same words on the same line. Undefined
   * where it still stands there.
   */
  readonly origin: Finding | undefined;
}
