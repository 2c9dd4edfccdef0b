/**
 * The one door to the core: text in, plain data out. No Node, no VS Code, no clock, no network behind it.
 *
 * Offsets are UTF-16 code units from the start of the text; `positionAt` and `offsetAt` turn them into the lines and
 * characters of the outside at the edge, and nothing else does.
 */
import type { Profile, ProfileId } from './knowledge/types';
import type { Report } from './report/model';
import type { Finding, Locale, Rule, Severity, TextEdit } from './rules/rule';
import type { Span } from './text/span';

export interface CheckOptions {
  /** The profile to hold the report to; `auto` reads it off the report. */
  readonly profile: ProfileId | 'auto';
  /** Severity by rule id, where it is not the default. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

export interface FeatureOptions extends CheckOptions {
  readonly locale: Locale;
}

/** Lines and characters count from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface OutlineNode extends Span {
  readonly kind: 'cover' | 'abstract' | 'toc' | 'section' | 'subsection' | 'item';
  /** As written, 「壹」, 「（一）」; empty without one. */
  readonly number: string;
  readonly title: string;
  /** What to select on a jump: the heading's number and title. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** Lines that fold together, both ends included. */
export interface FoldingLines {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'region' | undefined;
}

export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'section' | 'field' | 'economy' | 'acronym' | 'numeral' | 'snippet' | 'value';
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What typed text is compared with: 「紐西蘭 New Zealand NZ」, so that Latin input finds Chinese names. */
  readonly filterText: string;
  /** Order among its neighbours. */
  readonly sortText: string;
  /** Replaces `replace`; with `${1:…}` tab stops where `snippet` is set. */
  readonly insertText: string;
  readonly snippet: boolean;
  readonly replace: Span;
}

export interface HoverCard {
  readonly span: Span;
  /** Markdown. */
  readonly markdown: string;
}

/** A quick fix for a finding, ready to apply to the very text the report was parsed from. */
export interface QuickFix {
  readonly finding: Finding;
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly edits: readonly TextEdit[];
}

export interface ReportStatistics {
  /** Han characters of the whole report. */
  readonly han: number;
  /** Han characters of 摘要; undefined without one. */
  readonly abstractHan: number | undefined;
  readonly sections: readonly { readonly title: string; readonly han: number }[];
  readonly economies: readonly { readonly code: string; readonly name: string; readonly count: number }[];
  readonly acronyms: readonly { readonly acronym: string; readonly count: number }[];
}

export interface ReportService {
  readonly rules: readonly Rule[];
  readonly profiles: readonly Profile[];
  /** Whether a text is a report at all; cheap, reads only its beginning. */
  recognises(text: string): boolean;
  /** Parses `text`; with the report of an earlier version, what did not change is taken from there. Same result either way. */
  parse(text: string, earlier?: Report): Report;
  /** The profile in force for `report`. */
  profileOf(report: Report, options: CheckOptions): Profile;
  /** Every finding, ordered by start offset, then rule id, then end offset. */
  check(report: Report, options: CheckOptions): readonly Finding[];
  /** The finding's message in `locale`. */
  messageOf(finding: Finding, locale: Locale): string;
  /** The message of one of the finding's related places. */
  relatedMessageOf(finding: Finding, index: number, locale: Locale): string;
  /** The fixes of one finding. */
  fixesOf(finding: Finding, locale: Locale): readonly QuickFix[];
  /** Every safe fix that does not overlap one before it, in the order of the text. */
  safeEdits(findings: readonly Finding[]): readonly TextEdit[];
  outline(report: Report): readonly OutlineNode[];
  foldingRanges(report: Report): readonly FoldingLines[];
  completion(report: Report, offset: number, options: FeatureOptions): readonly CompletionEntry[];
  hover(report: Report, offset: number, options: FeatureOptions): HoverCard | undefined;
  statistics(report: Report): ReportStatistics;
  positionAt(report: Report, offset: number): Position;
  offsetAt(report: Report, position: Position): number;
}

export interface ServiceOptions {
  /** Told when a rule throws: its id and the error, never the text. The other rules go on. */
  readonly onRuleFailure: (ruleId: string, error: unknown) => void;
}

export type { Finding, Locale, Profile, ProfileId, Report, Rule, Severity, Span, TextEdit };
