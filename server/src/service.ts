/**
 * The one door to the core: text in, plain data out. No Node, no VS Code, no clock, no network behind it.
 *
 * Offsets are UTF-16 code units from the start of the text; `positionAt` and `offsetAt` turn them into the lines and
 * characters of the outside at the edge, and nothing else does.
 */
import { completionAt } from './features/completion';
import type { CompletionEntry } from './features/completion/entry';
import { safeEditsOf } from './features/fixAll';
import { foldingRangesOf } from './features/foldingRanges';
import type { FoldingLines } from './features/foldingRanges';
import { hoverAt } from './features/hover';
import type { HoverCard } from './features/hover';
import { outlineOf } from './features/outline';
import type { OutlineNode } from './features/outline';
import { offsetAt, positionAt } from './features/positions';
import type { Position } from './features/positions';
import { quickFixesOf } from './features/quickFixes';
import type { QuickFix } from './features/quickFixes';
import { statisticsOf } from './features/statistics';
import type { ReportStatistics } from './features/statistics';
import { profiles } from './knowledge/profiles';
import type { Profile, ProfileId } from './knowledge/types';
import { chooseProfile } from './report/chooseProfile';
import type { Report } from './report/model';
import { parseReport } from './report/parse';
import { recognises } from './report/recognise';
import { checkReport } from './rules/check';
import { parseConfiguration } from './rules/configuration';
import type { Configuration, ConfigurationProblem, ConfigurationResult } from './rules/configuration';
import { applyEdits } from './rules/edits';
import { messageOf, render } from './rules/messages';
import { rules } from './rules/registry';
import type { Finding, Locale, Message, Rule, Severity, TextEdit } from './rules/rule';
import { nearest } from './text/nearest';
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
  /** Reads the text of a `.mission-report.json` (no byte order mark); total, and strict: any problem leaves no value. */
  parseConfiguration(text: string): ConfigurationResult;
}

export interface ServiceOptions {
  /** Told when a rule throws: its id and the error, never the text. The other rules go on. */
  readonly onRuleFailure: (ruleId: string, error: unknown) => void;
}

/** The service over all rules. It holds nothing of the reports it is handed, so one serves any number of them. */
export function createReportService({ onRuleFailure }: ServiceOptions): ReportService {
  const profileOf = (report: Report, options: CheckOptions): Profile => {
    const id = options.profile === 'auto' ? chooseProfile(report) : options.profile;
    const profile = profiles.find((candidate) => candidate.id === id);
    if (!profile) throw new RangeError(`there is no profile ${id}`);
    return profile;
  };
  return {
    rules,
    profiles,
    recognises,
    parse: parseReport,
    profileOf,
    check: (report, options) =>
      checkReport(
        report,
        { profile: profileOf(report, options), severities: options.severities },
        rules,
        onRuleFailure,
      ),
    messageOf: ({ rule, message, params }, locale) => messageOf(rule, message, params, locale),
    relatedMessageOf: ({ rule, related }, index, locale) => {
      const place = related?.[index];
      if (!place) throw new RangeError(`the finding of ${rule.id} has no related place ${index}`);
      return messageOf(rule, place.message, place.params, locale);
    },
    fixesOf: quickFixesOf,
    safeEdits: safeEditsOf,
    outline: outlineOf,
    foldingRanges: foldingRangesOf,
    completion: (report, offset, options) => completionAt(report, offset, profileOf(report, options), options.locale),
    hover: (report, offset, options) => hoverAt(report, offset, profileOf(report, options), options.locale),
    statistics: statisticsOf,
    positionAt,
    offsetAt,
    parseConfiguration: (text) =>
      parseConfiguration(
        text,
        rules.map(({ id }) => id),
        profiles.map(({ id }) => id),
      ),
  };
}

export { applyEdits, nearest, render };
export type {
  CompletionEntry,
  Configuration,
  ConfigurationProblem,
  ConfigurationResult,
  Finding,
  FoldingLines,
  HoverCard,
  Locale,
  Message,
  OutlineNode,
  Position,
  Profile,
  ProfileId,
  QuickFix,
  Report,
  ReportStatistics,
  Rule,
  Severity,
  Span,
  TextEdit,
};
