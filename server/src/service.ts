/**
 * The one door to the core: text in, plain data out. No Node, no VS Code, no clock, no network behind it.
 *
 * Offsets are UTF-16 code units from the start of the text; `positionAt` and `offsetAt` turn them into the lines and
 * characters of the outside at the edge, and nothing else does.
 */
import {
  adjust,
  adjustmentsOf,
  giveReason,
  profileAdjustment,
  replacedValue,
  revoke,
  unusedSuppressionProblem,
} from './configuration/edit';
import type { Adjustment, ConfigurationEdit, ProfileAdjustment } from './configuration/edit';
import { walkChain } from './configuration/chain';
import type { ChainFile } from './configuration/chain';
import { effectiveConfiguration } from './configuration/effective';
import { rulesNamed } from './configuration/families';
import type { EffectiveConfiguration } from './configuration/effective';
import { globMatcher } from './configuration/glob';
import { ignoredIn } from './configuration/ignored';
import { handedOver, renamedIn } from './configuration/move';
import type { IgnoredEntry } from './configuration/ignored';
import { emptyConfiguration } from './configuration/model';
import type {
  Configuration,
  ConfigurationFix,
  ConfigurationProblem,
  ConfigurationResult,
  Suppression,
} from './configuration/model';
import { parseConfiguration } from './configuration/parse';
import { suppress } from './configuration/suppress';
import type { SuppressionResult } from './configuration/suppress';
import { checklistOf } from './features/checklist';
import type { ChecklistItem } from './features/checklist';
import { attendanceEdits, attendanceRollAt } from './features/attendanceRoll';
import type { AttendanceRoll, TickedRoll } from './features/attendanceRoll';
import { codeLensesOf } from './features/codeLenses';
import type { CodeLensNote } from './features/codeLenses';
import { completionAt } from './features/completion';
import type { CompletionEntry } from './features/completion/entry';
import { definitionAt } from './features/definition';
import type { DefinitionPlace } from './features/definition';
import { documentLinksOf } from './features/documentLinks';
import type { DocumentLinkPlace } from './features/documentLinks';
import { fixedReport } from './features/fixAll/fixedReport';
import type { Change } from './features/fixAll/pieces';
import type { FixedReport } from './features/fixAll/fixedReport';
import { ruleFixesOf, safeEditsOf } from './features/fixAll/fixSet';
import type { FixSet } from './features/fixAll/fixSet';
import { foldingRangesOf } from './features/foldingRanges';
import type { FoldingLines } from './features/foldingRanges';
import { hoverAt } from './features/hover';
import type { HoverCard } from './features/hover';
import { inlayHintsOf } from './features/inlayHints';
import type { InlayHintKinds, InlayHintNote } from './features/inlayHints';
import { knownEvents } from './features/knownEvents';
import type { KnownEvent } from './features/knownEvents';
import { levelChangeAt } from './features/levelChange';
import { newReport } from './features/newReport';
import type { NewReport, NewReportOptions } from './features/newReport';
import { onTypeEditsOf, onTypeTriggers } from './features/onTypeFormatting';
import { outlineOf } from './features/outline';
import type { OutlineNode } from './features/outline';
import { offsetAt, positionAt } from './features/positions';
import type { Position } from './features/positions';
import { profileNotesOf } from './features/profileNotes';
import type { ProfileNotes } from './features/profileNotes';
import { quickFixesOf } from './features/quickFixes';
import type { QuickFix } from './features/quickFixes';
import { joinedText } from './features/refactorings/joinLines';
import { refactoringsOf } from './features/refactorings';
import type { Refactoring } from './features/refactorings/refactoring';
import { referencesAt } from './features/references';
import { prepareRenameAt, renameAt } from './features/rename';
import type { RenamePlace } from './features/rename';
import { selectionRangesAt } from './features/selectionRanges';
import { semanticTokenModifiers, semanticTokensOf, semanticTokenTypes } from './features/semanticTokens';
import type { SemanticToken } from './features/semanticTokens';
import { statisticsOf } from './features/statistics';
import type { ReportStatistics } from './features/statistics';
import { statusOf } from './features/status';
import type { ReportStatus } from './features/status';
import { matchesQuery, reportSymbolsOf } from './features/workspaceSymbols';
import type { ReportSymbol } from './features/workspaceSymbols';
import { profileById, profiles } from './knowledge/profiles';
import type { Profile, ProfileId } from './knowledge/types';
import { pageFile } from './rules/pageFile';
import { chooseProfile } from './report/queries/chooseProfile';
import type { Report } from './report/model/report';
import { parseReport } from './report/parse/parse';
import { evidenceOfName, markupOfFile, recognises } from './report/queries/recognise';
import { checkReport } from './rules/engine/check';
import type { ReportCheck } from './rules/engine/check';
import { applyEdits } from './text/edit';
import type { Counts, Findings } from './rules/engine/findings';
import { emptyGlossary } from './rules/engine/glossary';
import type { Glossary } from './rules/engine/glossary';
import { messageOf } from './rules/engine/message';
import { render } from './text/message';
import { placeholdersIn } from './report/queries/placeholders';
import { rules } from './rules/registry';
import type { Speller } from './spelling/speller';
import type { Finding } from './rules/engine/finding';
import type { Locale, Message, Parameters } from './text/message';
import type { Rule, RuleContext, Severity } from './rules/engine/rule';
import type { TextEdit } from './text/edit';
import { dateOfIso } from './text/calendar';
import type { CalendarDate } from './text/calendar';
import { nearest } from './text/nearest';
import type { Markup } from './text/markdown';
import type { Span } from './text/span';

export interface CheckOptions {
  /** The profile to hold the report to; `auto` reads it off the report. */
  readonly profile: ProfileId | 'auto';
  /** Severity by rule id, where it is not the default. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The folder's own glossary; none by default. */
  readonly glossary?: Glossary;
  /** Findings of this report that the author has accepted. */
  readonly suppressions?: readonly Suppression[];
}

export interface FeatureOptions extends CheckOptions {
  readonly locale: Locale;
  /** The day it is where the author sits; completion of 報告日期 offers it. */
  readonly today?: CalendarDate | undefined;
}

/** What is found in a report and not accepted, with all that was found. */
export interface CheckResult extends SuppressionResult {
  readonly checked: ReportCheck;
}

export interface ReportService {
  readonly rules: readonly Rule[];
  readonly profiles: readonly Profile[];
  /** Where the page of a rule lies in `server/src/rules`, with `/`. */
  pageFile(ruleId: string): string;
  /**
   * Whether a text is a report at all; cheap, reads only its beginning.
   * @param name that of its file, without the folder: evidence beside the content, and all of it for `*.mission*`
   */
  recognises(text: string, name?: string): boolean;
  /**
   * Parses `text`; with the report of an earlier version, what did not change is taken from there. Same result either way.
   * @param markup what it is written in, where its file says so (`markupOf`); read off the text otherwise
   */
  parse(text: string, earlier?: Report, markup?: Markup): Report;
  /** What the text of a file (its name, path or URI) is written in; undefined for a name that does not say so. */
  markupOf(file: string): Markup | undefined;
  /**
   * Takes up the detector of slips: from then on checks find more. It is `speller` of `lexicon.js`, which is large and
   * apart from the library, so that nobody waits for it before the first check.
   */
  useSpeller(speller: Speller): void;
  /** The profile in force for `report`. */
  profileOf(report: Report, options: CheckOptions): Profile;
  /** Every finding that is not suppressed, ordered by start offset, then rule id, then end offset. */
  check(report: Report, options: CheckOptions): readonly Finding[];
  /**
   * What `check` gives, and the suppressions among `options` that no finding of `report` matches any more.
   * @param before what was judged in an earlier version: what can't have changed is taken from there. Same result
   * either way.
   */
  judge(report: Report, options: CheckOptions, before?: CheckResult): CheckResult;
  /** The finding's message in `locale`. */
  messageOf(finding: Finding, locale: Locale): string;
  /** The message of one of the finding's related places. */
  relatedMessageOf(finding: Finding, index: number, locale: Locale): string;
  /**
   * The fixes of one finding of `report`.
   * @param place of a finding that stands for several, the one to mend; its own where it is left out
   */
  fixesOf(report: Report, finding: Finding, options: Pick<FeatureOptions, 'locale'>, place?: Span): readonly QuickFix[];
  /**
   * Every safe fix that does not overlap one before it and after which no rule finds more, in the order of the text.
   * @param findings all that `check` gives under the same options
   */
  safeEdits(report: Report, findings: readonly Finding[], options: CheckOptions): readonly TextEdit[];
  /** `report` after all safe fixes, made until there are none; `findings` are what `check` finds in it. */
  fixedReport(report: Report, findings: readonly Finding[], options: CheckOptions): FixedReport;
  /** The recommended fix of each of `findings`, those of one rule, as far as they do not overlap. */
  ruleFixes(report: Report, findings: readonly Finding[]): FixSet;
  outline(report: Report): readonly OutlineNode[];
  foldingRanges(report: Report): readonly FoldingLines[];
  /**
   * What may be inserted at `offset`, in the order to show it.
   * @param asked whether the author asks for the list, by a key or a command; a list that opens by itself offers only what
   * its place asks for: in prose that is next to nothing
   */
  completion(report: Report, offset: number, options: FeatureOptions, asked: boolean): readonly CompletionEntry[];
  hover(report: Report, offset: number, options: FeatureOptions): HoverCard | undefined;
  /** Where the thing at `offset` is introduced. */
  definition(report: Report, offset: number): DefinitionPlace | undefined;
  /** Every place that speaks of the thing at `offset`. */
  references(report: Report, offset: number, declaration: boolean): readonly Span[];
  documentLinks(report: Report): readonly DocumentLinkPlace[];
  /** What to select around `offset`, each range inside the next. */
  selectionRanges(report: Report, offset: number): readonly Span[];
  /** What a person looks for over a folder of reports. */
  symbols(report: Report): readonly ReportSymbol[];
  /** The notes inside `span` that an editor shows between the words. */
  inlayHints(report: Report, span: Span, kinds: InlayHintKinds, options: FeatureOptions): readonly InlayHintNote[];
  /** The tokens of the lines that `span` touches, in the order of the text. */
  semanticTokens(report: Report, span: Span): readonly SemanticToken[];
  codeLenses(report: Report, options: FeatureOptions): readonly CodeLensNote[];
  /** The report at a glance; `counts` are those of the findings of `judge`. */
  status(report: Report, counts: Counts, options: FeatureOptions): ReportStatus;
  /** The items of 審核表 with the findings that speak against each. */
  checklist(report: Report, findings: readonly Finding[], options: FeatureOptions): readonly ChecklistItem[];
  /** What may be changed at `span` (selection or cursor) without any rule asking for it. */
  refactorings(report: Report, span: Span, locale: Locale): readonly Refactoring[];
  /** The roll of the forum's members at `offset`, those ticked whom a list there names as present. */
  attendanceRoll(report: Report, offset: number, options: CheckOptions): AttendanceRoll;
  /** The edits that say who attended, of the list at `offset` or as a new sentence there. */
  attendanceEdits(report: Report, offset: number, ticked: TickedRoll, options: CheckOptions): readonly TextEdit[];
  /** Words that were pasted, with lines joined that a page had broken, numbers and running heads of pages dropped, and the usual blanks. */
  joinedText(text: string): string;
  /** What renaming at `offset` would rename. */
  prepareRename(report: Report, offset: number): RenamePlace | undefined;
  /** The edits of a rename, the message why `name` can't be taken, or undefined where nothing has a name. */
  rename(report: Report, offset: number, name: string): readonly TextEdit[] | Message | undefined;
  /** What to change after `typed`, one of `onTypeTriggers`, was typed and the cursor stands at `offset`. */
  onTypeEdits(report: Report, offset: number, typed: string): readonly TextEdit[];
  /** The edits that move the item at `offset` one level in (1) or out (-1). */
  levelChange(report: Report, offset: number, by: 1 | -1): readonly TextEdit[];
  /** Where something is still to be written, in the order of the text. */
  placeholders(report: Report): readonly Span[];
  statistics(report: Report): ReportStatistics;
  /** The skeleton of a new report: it checks clean but for the places to fill in. */
  newReport(options: NewReportOptions): NewReport;
  /** What there is to know before one chooses a profile for a new report. */
  profileNotes(profile: Profile, locale: Locale): ProfileNotes;
  /** Events that a new report may be about, the newest first. */
  knownEvents(): readonly KnownEvent[];
  positionAt(report: Report, offset: number): Position;
  offsetAt(report: Report, position: Position): number;
  /** Reads the text of a `.mission-report.json` (no byte order mark); total, and strict: any error leaves no value. */
  parseConfiguration(text: string): ConfigurationResult;
  /**
   * What holds for one report.
   * @param chain the configurations its file builds on, then the file itself
   * @param path the report's path relative to that file's folder, with `/`; undefined for a report without a path
   */
  effectiveConfiguration(chain: readonly Configuration[], path: string | undefined): EffectiveConfiguration;
  /** The ids of the rules that a key of a configuration names: a rule, or a family (`wording/*`); none where it names none. */
  rulesNamed(key: string): readonly string[];
  /** A configuration when a report or folder that it may name has another name below its folder. */
  renamedIn(configurationText: string, from: string, to: string): string;
  /** Two configurations when a report or folder has gone from the first one's folder to the second one's. */
  handedOver(
    configurationText: string,
    from: string,
    targetText: string,
    to: string,
  ): { readonly text: string; readonly target: string };
  /** The problem of a configuration file that a suppression is no longer needed, with the fix that takes it out. */
  unusedSuppressionProblem(configurationText: string, suppression: Suppression): ConfigurationProblem;
  /**
   * What an author may do about a finding besides mending it; `path` is the report's, relative to the configuration.
   * Titles of rules are given in `locale`.
   */
  adjustmentsOf(report: Report, finding: Finding, path: string, locale: Locale): readonly Adjustment[];
  /** The edits that bring `adjustment` into the text of a configuration file, empty for a new one. */
  adjust(configurationText: string, adjustment: ProfileAdjustment): readonly ConfigurationEdit[];
  /** The change of a configuration file that holds a report (its path relative to the file's folder), or the folder, to a profile. */
  profileAdjustment(
    configurationText: string,
    profile: ProfileId | 'auto',
    path: string | undefined,
  ): ProfileAdjustment;
  /** The value that `adjustment` replaces in the text of a configuration file; undefined where it replaces none. */
  replacedValue(configurationText: string, adjustment: Adjustment): unknown;
  /** The edits that take `adjustment` back; `before` is the value that it replaced. */
  revoke(configurationText: string, adjustment: Adjustment, before?: unknown): readonly ConfigurationEdit[];
  /** The edits that write why `adjustment`, a suppression, was made. */
  giveReason(configurationText: string, adjustment: Adjustment, reason: string): readonly ConfigurationEdit[];
  /** The findings of one report that a configuration ignores, and the rules that are off for it; `path` as above. */
  ignoredIn(configuration: Configuration, path: string, locale: Locale): readonly IgnoredEntry[];
}

export interface ServiceOptions {
  /** Told when a rule throws: its id and the error, never the text. The other rules go on. */
  readonly onRuleFailure: (ruleId: string, error: unknown) => void;
}

/** The service over all rules. It holds nothing of the reports it is handed, so one serves any number of them. */
export function createReportService({ onRuleFailure }: ServiceOptions): ReportService {
  const profileOf = (report: Report, options: CheckOptions): Profile => {
    return options.profile === 'auto' ? chooseProfile(report) : profileById(options.profile);
  };
  let speller: Speller | undefined;
  const contextOf = (report: Report, options: CheckOptions): RuleContext => ({
    profile: profileOf(report, options),
    glossary: options.glossary ?? emptyGlossary,
    speller,
  });
  const judge = (report: Report, options: CheckOptions, before?: CheckResult): CheckResult => {
    const { severities, suppressions = [] } = options;
    const settings = { ...contextOf(report, options), severities };
    const checked = checkReport(report, settings, rules, onRuleFailure, before?.checked);
    return { ...suppress(report, checked.findings, suppressions), checked };
  };
  return {
    rules,
    profiles,
    pageFile,
    recognises,
    parse: parseReport,
    useSpeller: (given) => {
      speller = given;
    },
    markupOf: markupOfFile,
    profileOf,
    check: (report, options) => judge(report, options).findings.all,
    judge,
    messageOf: ({ rule, message, params }, locale) => messageOf(rule, message, params, locale),
    relatedMessageOf: ({ rule, related }, index, locale) => {
      const place = related?.[index];
      if (!place) throw new RangeError(`the finding of ${rule.id} has no related place ${index}`);
      return messageOf(rule, place.message, place.params, locale);
    },
    fixesOf: (report, finding, { locale }, place) => quickFixesOf(report, finding, locale, place),
    safeEdits: (report, findings, options) =>
      safeEditsOf(report, findings, (fixed) => judge(fixed, options).findings.all),
    fixedReport: (report, findings, options) =>
      fixedReport(report, findings, (fixed) => judge(fixed, options).findings.all),
    ruleFixes: ruleFixesOf,
    outline: outlineOf,
    foldingRanges: foldingRangesOf,
    completion: (report, offset, options, asked) =>
      completionAt(report, offset, profileOf(report, options), options.locale, options.today, asked),
    hover: (report, offset, options) => hoverAt(report, offset, profileOf(report, options), options.locale),
    definition: definitionAt,
    references: referencesAt,
    documentLinks: documentLinksOf,
    selectionRanges: selectionRangesAt,
    symbols: reportSymbolsOf,
    inlayHints: (report, span, kinds, options) =>
      inlayHintsOf(report, span, profileOf(report, options), kinds, options.locale),
    semanticTokens: semanticTokensOf,
    codeLenses: (report, { locale }) => codeLensesOf(report, locale),
    status: (report, counts, options) =>
      statusOf(
        report,
        profileOf(report, options),
        options.profile === 'auto' ? 'auto' : 'setting',
        counts,
        options.locale,
      ),
    checklist: (report, findings, options) => checklistOf(report, profileOf(report, options), findings, options.locale),
    attendanceRoll: (report, offset, { glossary }) => attendanceRollAt(report, offset, glossary),
    attendanceEdits: (report, offset, ticked, { glossary }) => attendanceEdits(report, offset, ticked, glossary),
    refactorings: refactoringsOf,
    joinedText: (text) => joinedText(parseReport(text)),
    prepareRename: prepareRenameAt,
    rename: renameAt,
    onTypeEdits: onTypeEditsOf,
    levelChange: levelChangeAt,
    placeholders: placeholdersIn,
    statistics: statisticsOf,
    newReport,
    profileNotes: profileNotesOf,
    knownEvents,
    positionAt,
    offsetAt,
    parseConfiguration: (text) =>
      parseConfiguration(text, {
        rules: rules.map(({ id }) => id),
        profiles: profiles.map(({ id }) => id),
      }),
    effectiveConfiguration: (chain, path) =>
      effectiveConfiguration(
        chain,
        path,
        rules.map(({ id }) => id),
      ),
    rulesNamed: (key) =>
      rulesNamed(
        key,
        rules.map(({ id }) => id),
      ),
    renamedIn,
    handedOver,
    unusedSuppressionProblem,
    adjustmentsOf,
    adjust,
    profileAdjustment,
    replacedValue,
    revoke,
    giveReason,
    ignoredIn: (configuration, path, locale) => ignoredIn(configuration, path, rules, locale),
  };
}

export {
  applyEdits,
  dateOfIso,
  emptyConfiguration,
  evidenceOfName,
  globMatcher,
  matchesQuery,
  nearest,
  onTypeTriggers,
  render,
  semanticTokenModifiers,
  semanticTokenTypes,
  walkChain,
};
export type {
  Adjustment,
  CalendarDate,
  ChainFile,
  Change,
  ChecklistItem,
  CodeLensNote,
  CompletionEntry,
  Configuration,
  ConfigurationEdit,
  ConfigurationFix,
  ConfigurationProblem,
  ConfigurationResult,
  EffectiveConfiguration,
  DefinitionPlace,
  DocumentLinkPlace,
  Finding,
  Findings,
  FoldingLines,
  HoverCard,
  IgnoredEntry,
  InlayHintKinds,
  InlayHintNote,
  KnownEvent,
  Locale,
  Markup,
  Message,
  NewReport,
  NewReportOptions,
  OutlineNode,
  Parameters,
  Position,
  Profile,
  ProfileId,
  QuickFix,
  Refactoring,
  RenamePlace,
  Report,
  ReportStatistics,
  ReportStatus,
  ReportSymbol,
  Rule,
  SemanticToken,
  Severity,
  Span,
  SuppressionResult,
  Suppression,
  TextEdit,
};
