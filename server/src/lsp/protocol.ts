/**
 * What client and server say to each other beyond the Language Server Protocol: names and types, and how bytes are said, no
 * code that needs either side.
 */

import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver';

/** Language id that VS Code gives to reports. */
export const languageId = 'mission-report';

/** Languages whose documents are served once their content shows that they are reports. */
export const otherLanguageIds: readonly string[] = ['markdown', 'plaintext'];

/** Section of the settings: `missionReport.enable`, … */
export const settingsSection = 'missionReport';

/** Name of the folder's configuration file. */
export const configurationFileName = '.mission-report.json';

/** Scheme of the addresses of the rules' pages. They hold samples of reports, and are none. */
export const rulePageScheme = 'mission-report-rule';

/**
 * Schemes of documents that show what a text was at some time: the read-only sides of version control's diffs and of
 * reviews, local history. Nobody can write in them, and what they say is checked where it is written.
 */
const snapshotSchemes: ReadonlySet<string> = new Set([
  ...['git', 'gitfs', 'git-commit', 'gitlens', 'gitlens-git', 'git-graph', 'svn', 'hg'],
  ...['review', 'pr', 'ghpr', 'githubpr', 'gh-pr', 'gitlab-mr', 'gl-review', 'scm-history-item'],
  ...['vscode-local-history', 'conflictresolution', 'merge-conflict.conflict-diff', 'vscode-merge-base'],
  ...['chat-editing-text-model', 'chat-editing-snapshot-text-model', 'output', 'walkthroughsnippet', 'debug'],
]);

/** Whether the document at `uri` is a snapshot: it gets no findings, and no work is done for it. */
export function isSnapshot(uri: string): boolean {
  return snapshotSchemes.has(uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase());
}

/** The client's command that shows the page of a rule. Argument: the rule's id. */
export const openRulePageCommand = 'missionReport.openRulePage';

/** The client's command that writes who attended. Argument: the position of a list of the report in front. */
export const writeAttendanceCommand = 'missionReport.writeAttendance';

/** The client's command that shows a place of a report. Arguments: the report's URI, the range. */
export const goToPlaceCommand = 'missionReport.goToPlace';

/**
 * The client's command that saves a configuration file which a code action has just changed, and tells the author of it.
 * Arguments: the file's URI, what was changed (`AppliedAdjustment`).
 */
export const saveConfigurationCommand = 'missionReport.saveConfiguration';

/**
 * The server's command for clients without the one above: a code action has just changed a configuration file, which the
 * client may not have saved. Arguments: the file's URI, the change.
 */
export const configurationChangedCommand = 'missionReport.configurationChanged';

/** Whether `uri` is that of a configuration file: of those, code actions alone are served. */
export function isConfigurationFile(uri: string): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}

/** Kind of the code action that applies every safe fix. */
export const fixAllKind = 'source.fixAll.missionReport';

/** The settings below `missionReport`, as the editor sends them. The server takes nothing of this for granted. */
export interface EditorSettings {
  /** Whether reports are checked at all. */
  readonly enable?: boolean;
  /** Id of the profile, or `auto`. */
  readonly profile?: string;
  /** Severity by rule id: error, warning, information, hint or off. */
  readonly rules?: Readonly<Record<string, string>>;
  /** Language of messages: auto, zh-TW or en. */
  readonly locale?: string;
  /** Which notes stand between the words; all of them by default. */
  readonly inlayHints?: {
    /** Weekday and AD year behind a date. */
    readonly dates?: boolean;
    /** Han characters of 摘要 behind its heading. */
    readonly abstract?: boolean;
    /** Number of the members behind an attendance list. */
    readonly counts?: boolean;
  };
  /** Whether figures stand above headings; true by default. */
  readonly codeLens?: boolean;
  /** Anything but `off` logs the time and the number of findings of every check. */
  readonly trace?: string;
}

/** `initializationOptions` of the initialize request; every one may be left out. */
export interface InitializationOptions {
  /** URI of the rules' folder, which holds their pages: a finding of dates/period-order links to `<rulePages>dates/periodOrder.md`. */
  readonly rulePages?: string;
  /** Address of `core.js`. A web worker needs it, as VS Code hides a worker's own address from it; others don't read it. */
  readonly library?: string;
  /** Language of messages where the settings say `auto`, instead of the `locale` of the initialize request. */
  readonly locale?: 'zh-TW' | 'en';
  /** Settings for a client that can't be asked by `workspace/configuration`. */
  readonly settings?: EditorSettings;
  /** The client answers `missionReport/readFile`. */
  readonly readFile?: boolean;
  /** The client answers `missionReport/findFiles`. */
  readonly findFiles?: boolean;
  /** The client has the command `missionReport.openRulePage`, which takes the id of a rule. */
  readonly openRulePage?: boolean;
  /** The client has the command `missionReport.saveConfiguration`, which takes the URI of a file that an edit has changed. */
  readonly saveConfiguration?: boolean;
  /** The client has the command `missionReport.goToPlace`, which takes a URI and a range. */
  readonly goToPlace?: boolean;
  /** The client has the command `missionReport.writeAttendance`, which takes a position. */
  readonly writeAttendance?: boolean;
  /** The client wants `missionReport/status`. */
  readonly status?: boolean;
}

/** Lines and characters count from 0, characters in UTF-16 code units, as everywhere in LSP. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}
export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}
/** A day of the calendar: the year is an AD year, months and days count from 1. */
export interface ProtocolDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Request to the client, for a server that can't reach the file itself: the text of a file. */
export const readFileRequest = 'missionReport/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
/** The file's text; null where there is no such file. Anything else that goes wrong is an error. */
export type ReadFileResult = string | null;

/** Ends of the names of files that may be reports: of those not named as reports, the text decides. */
export const textExtensions: readonly string[] = ['.mission', '.md', '.txt'];

/** Such files as globs: what `findFiles` looks for and the server asks to be told changes of. */
export const textGlobs: readonly string[] = textExtensions.map((extension) => `**/*${extension}`);

/** Request to the client, for a server that can't reach a folder itself: the files below it that may be reports. */
export const findFilesRequest = 'missionReport/findFiles';
export interface FindFilesParams {
  /** URI of a workspace folder. */
  readonly folder: string;
  /** Globs that a file's path has to match one of. */
  readonly globs: readonly string[];
  /** More URIs than this are not wanted. */
  readonly limit: number;
}
/** URIs of the files, in any order. */
export type FindFilesResult = readonly string[];

/**
 * The edit of the folder's configuration file that holds a report, or all reports of the folder, to a profile; null for
 * a report that lies in no folder, and where no profile is of that id.
 */
export const profileChangeRequest = 'missionReport/profileChange';
export interface ProfileChangeParams {
  /** URI of the report. */
  readonly uri: string;
  /** Id of a profile, or `auto`. */
  readonly profile: string;
  readonly scope: 'report' | 'folder';
}
export type ProfileChangeResult = {
  /** URI of the configuration file, which the edit makes where it is not there. */
  readonly file: string;
  readonly edit: WorkspaceEdit;
} | null;

/** The files below a folder that may be reports, the nearest first. */
export const listReportsRequest = 'missionReport/listReports';
export interface ListReportsParams {
  /** URI of a folder. */
  readonly folder: string;
}
export interface ListReportsResult {
  readonly uris: readonly string[];
  /** False where there may be more. */
  readonly complete: boolean;
}

/** The findings of a file, open or not. */
export const checkFileRequest = 'missionReport/checkFile';
export interface CheckFileParams {
  readonly uri: string;
}
/** Diagnostics as LSP has them; null where the file is no report, checking is off for it, or it can't be read. */
export type CheckFileResult = readonly Diagnostic[] | null;

/** Notification to the client, whenever what it says of a document changes. */
export const statusNotification = 'missionReport/status';
export interface StatusParams {
  readonly uri: string;
  /** Whether the document is checked: it is a report, and checking is on. */
  readonly served: boolean;
  /** The profile in force: its id, and its name in the language of messages. Only for a document that is served. */
  readonly profile?: { readonly id: string; readonly name: string };
  /**
   * What speaks for the profile: the agency, the category or the title on the cover, the headings, chapters that no form
   * knows, nothing (the default), the editor's setting, or the folder's configuration file. As `profile`.
   */
  readonly because?: 'agency' | 'category' | 'title' | 'headings' | 'unknown' | 'default' | 'setting' | 'configuration';
  /** The words of the report that speak for the profile, where some do. */
  readonly evidence?: string;
  /** The required parts in their order, each with the range of its heading; without one the part is missing. As `profile`. */
  readonly parts?: readonly { readonly title: string; readonly range?: ProtocolRange }[];
  /** Han characters of 摘要, and the bounds of the profile; only where there is 摘要 and the profile has bounds for it. */
  readonly abstract?: { readonly count: number; readonly min: number; readonly max: number };
  /** How many findings are ignored, and rules off, that would be shown otherwise. As `profile`. */
  readonly ignored?: number;
  /** Number of findings by severity. As `profile`. */
  readonly problems?: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
}

// Requests from the client. Parameters that are not of the type below are answered with the error InvalidParams.
// `uri` is that of an open document; one that is closed or not served gets the empty answer.

/** The items of 審核表 with what speaks against each; null for a document that is not served. */
export const checklistRequest = 'missionReport/checklist';
export interface ChecklistParams {
  readonly uri: string;
}
export type ChecklistResult = readonly ProtocolChecklistItem[] | null;
export interface ProtocolChecklistItem {
  /** Stable: what is folded may be remembered by it. */
  readonly id: string;
  readonly title: string;
  /** `unwritten`: what it asks for has yet to be written; `manual`: only a person can judge it. */
  readonly state: 'passed' | 'attention' | 'failed' | 'unwritten' | 'manual';
  /** What was seen, or what a person has to see to. */
  readonly detail: string;
  /** In the order of the text; the first ones where there are very many, `detail` counts all. */
  readonly places: readonly ProtocolChecklistPlace[];
}
export interface ProtocolChecklistPlace {
  readonly range: ProtocolRange;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
}

/** A change of a configuration file, as a code action has made it. To be handed back as it is. */
export interface AppliedAdjustment {
  /** What was done, in the language of messages. */
  readonly title: string;
  readonly adjustment: ProtocolAdjustment;
  /** The value that was replaced, if there was one. */
  readonly before?: unknown;
}
export interface ProtocolAdjustment {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** The value was added to a list. */
  readonly append: boolean;
}

/** What keeps findings of a document from being shown; null where it has no configuration file. */
export const ignoredRequest = 'missionReport/ignored';
export interface IgnoredParams {
  readonly uri: string;
}
export type IgnoredResult = {
  /** URI of the configuration file. */
  readonly uri: string;
  readonly entries: readonly ProtocolIgnored[];
} | null;
export interface ProtocolIgnored {
  /** The words that are ignored, or the title of a rule that is off. */
  readonly title: string;
  /** How far that reaches. */
  readonly scope: string;
  /** Where the words stand, and why they are ignored. */
  readonly detail: string;
  readonly adjustment: ProtocolAdjustment;
}

/** The edits of a configuration file that take an adjustment back; none where it is not there any more. */
export const revokeRequest = 'missionReport/revoke';
export interface RevokeParams {
  /** URI of the configuration file. */
  readonly uri: string;
  readonly adjustment: ProtocolAdjustment;
  readonly before?: unknown;
}
/** The edits of a configuration file that write why a finding is ignored; an empty reason takes one away. */
export const giveReasonRequest = 'missionReport/giveReason';
export interface GiveReasonParams {
  readonly uri: string;
  readonly adjustment: ProtocolAdjustment;
  readonly reason: string;
}
export type ConfigurationEditsResult = readonly { readonly range: ProtocolRange; readonly newText: string }[];

/** All safe fixes of a document with what they change and leave; null for a document that is not served. */
export const fixAllRequest = 'missionReport/fixAll';
export interface FixAllParams {
  readonly uri: string;
}
export type FixAllResult = {
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
  /** By rule, the most frequent first. */
  readonly changed: readonly ProtocolCount[];
  /** What is still found afterwards, as `changed`. */
  readonly left: readonly ProtocolCount[];
} | null;
export interface ProtocolCount {
  /** Title of the rule, in the language of messages. */
  readonly rule: string;
  /** Places for what is changed, findings for what is left. */
  readonly count: number;
}

/** The members of the report's forum, those ticked whom a list at the position names; null for a document that is not served. */
export const attendanceRequest = 'missionReport/attendance';
export interface AttendanceParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
}
export type AttendanceResult = {
  readonly entries: readonly { readonly economy: string; readonly name: string; readonly present: boolean }[];
  /** Whether lists of this report name those absent. */
  readonly namesAbsent: boolean;
} | null;

/** The edits that say who attended, of the list at the position or as a new sentence there. */
export const attendanceEditsRequest = 'missionReport/attendanceEdits';
export interface AttendanceEditsParams extends AttendanceParams {
  /** Codes of the members that were there. */
  readonly present: readonly string[];
  /** All others are written down as absent. */
  readonly restAbsent: boolean;
}
export type AttendanceEditsResult = readonly { readonly range: ProtocolRange; readonly newText: string }[];

/** The edits that move the item at a position one level in (1, for Tab) or out (-1); none where there is no such level. */
export const levelChangeRequest = 'missionReport/levelChange';
export interface LevelChangeParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
  readonly by: 1 | -1;
}
export type LevelChangeResult = readonly { readonly range: ProtocolRange; readonly newText: string }[];

/** The places of a report where something is still to be written (○○), in the order of the text. */
export const placeholdersRequest = 'missionReport/placeholders';
export interface PlaceholdersParams {
  readonly uri: string;
}
export type PlaceholdersResult = readonly ProtocolRange[];

/** The skeleton of a new report. */
export const newReportRequest = 'missionReport/newReport';
export interface NewReportParams {
  /** Id of one of the profiles that `missionReport/profiles` lists. */
  readonly profile: string;
  readonly title?: string;
  readonly category?: string;
  readonly agency?: string;
  /** Each with title: 林若涵科長. */
  readonly persons?: readonly string[];
  readonly destination?: string;
  /** Whom a visit was paid to, or where somebody learned. */
  readonly host?: string;
  readonly from?: ProtocolDate;
  readonly to?: ProtocolDate;
  readonly reportDate?: ProtocolDate;
  /** Markdown headings instead of plain text. */
  readonly markdown?: boolean;
}
export interface NewReportResult {
  /** Plain text; what is to be written stands as ○○. */
  readonly text: string;
  /** The same with a tab stop at each place, in the syntax of LSP snippets, which is VS Code's. */
  readonly snippet: string;
}

/** Events that a new report may be about, the newest first. No parameters. */
export const knownEventsRequest = 'missionReport/knownEvents';
export type KnownEventsResult = readonly ProtocolEvent[];
export interface ProtocolEvent {
  /** 2024 SOM3. */
  readonly id: string;
  readonly name: string;
  readonly destination: string;
  /** First and last day, where they are known to the day. */
  readonly from?: ProtocolDate;
  readonly to?: ProtocolDate;
}

/** What a journey was for, as far as it changes what a new report asks: a meeting, a visit to a host, a study. */
export type ProtocolJourney = 'meeting' | 'visit' | 'study';

/** The profiles, in the language of messages. No parameters. */
export const profilesRequest = 'missionReport/profiles';
export type ProfilesResult = readonly ProtocolProfile[];
export interface ProtocolProfile {
  readonly id: string;
  readonly name: string;
  /** What the profile asks for, in a line. */
  readonly explanation: string;
  /** Values of 出國類別, in the order of the form. */
  readonly categories: readonly string[];
  /** The one of `categories` that its reports mostly have. */
  readonly usualCategory: string;
  /** The journey that each of `categories` stands for, by the category. */
  readonly journeys: Readonly<Record<string, ProtocolJourney>>;
}

/** The images that the finished document shows, as far as they lie below the report's folder; null as for the checklist. */
export const exportImagesRequest = 'missionReport/exportImages';
export interface ExportImagesParams {
  readonly uri: string;
}
export type ExportImagesResult = readonly ExportImage[] | null;
export interface ExportImage {
  /** The address as the report has it. */
  readonly source: string;
  /** Its path below the report's folder, with `/`; undefined where it leads anywhere else: it is not read. */
  readonly path?: string;
}

/** The bytes of a finished file. The client reads the images, writes the file and knows where. */
export const exportRequest = 'missionReport/export';
export interface ExportParams {
  readonly uri: string;
  /** The report, 出國報告審核表 or 出國報告提要表. */
  readonly content: 'report' | 'review' | 'digest';
  readonly format: 'docx' | 'odt' | 'html';
  /** The bytes of the images that were found, in Base64. */
  readonly images: readonly { readonly source: string; readonly base64: string }[];
}
export interface ExportResult {
  readonly base64: string;
  /** How many findings at level error the report has. */
  readonly errors: number;
  /** The images that could not be shown. */
  readonly missingImages: readonly string[];
  /** The font of Han characters, and what stands in for it. */
  readonly hanFonts: readonly string[];
}

/** The document as it will print, in pieces; null as for the checklist. */
export const previewRequest = 'missionReport/preview';
export interface PreviewParams {
  readonly uri: string;
}
export interface ProtocolPreview {
  readonly title: string;
  /** CSS of the pieces. */
  readonly style: string;
  /** In millimetres. */
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly margins: readonly [top: number, right: number, bottom: number, left: number];
  };
  readonly pieces: readonly ProtocolPreviewPiece[];
}
export interface ProtocolPreviewPiece {
  /** The line of the report that it comes from. */
  readonly line: number;
  readonly html: string;
  /** Set where it begins a page. */
  readonly begins?: 'cover' | 'front' | 'body';
}

/** The fields of 出國報告提要表, in the order of the portal; null as for the checklist. */
export const digestRequest = 'missionReport/digest';
export interface DigestParams {
  readonly uri: string;
}
export type DigestResult = readonly { readonly id: string; readonly label: string; readonly value: string }[] | null;

/** The report in a Word or ODF file that the client has read. */
export const importRequest = 'missionReport/import';
export interface ImportParams {
  /** The bytes of the file, in Base64. */
  readonly base64: string;
  /** The folder for its images, below the report's, without a slash at the end. */
  readonly imageFolder: string;
}
export type ImportResult =
  | {
      readonly text: string;
      readonly images: readonly { readonly name: string; readonly base64: string }[];
      /** What could not be carried over as it was, a line each. */
      readonly losses: readonly string[];
    }
  /** Why the file can't be read. */
  | { readonly refused: string };

/** What is pasted into a report, as text of one; null where it is best pasted as it is. */
export const pasteRequest = 'missionReport/paste';
export interface PasteParams {
  readonly uri: string;
  /** As the clipboard has it, empty where it has none. */
  readonly html: string;
  readonly text: string;
}
export type PasteResult = string | null;

/** So many bytes become text at a time: more arguments than that a call does not take. */
const bytesAtOnce = 0x2000;

/** Bytes as text, for messages: in Node, in a worker and in a browser alike. */
export function base64Of(bytes: Uint8Array): string {
  let units = '';
  for (let start = 0; start < bytes.length; start += bytesAtOnce)
    units += String.fromCharCode(...bytes.subarray(start, start + bytesAtOnce));
  return btoa(units);
}

/** The bytes that `base64` stands for; none where it is no Base64. */
export function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
