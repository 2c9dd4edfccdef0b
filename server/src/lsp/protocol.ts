/**
 * What client and server say to each other beyond the Language Server Protocol. The only file of the server that the
 * client may import: it holds names and types, no code that needs either side.
 */

/** Language id that VS Code gives to reports. */
export const languageId = 'mission-report';

/** Languages whose documents are served once their content shows that they are reports. */
export const otherLanguageIds: readonly string[] = ['markdown', 'plaintext'];

/** Section of the settings: `missionReport.enable`, … */
export const settingsSection = 'missionReport';

/** Name of the folder's configuration file. */
export const configurationFileName = '.mission-report.json';

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
  /** Anything but `off` logs the time and the number of findings of every check. */
  readonly trace?: string;
}

/** `initializationOptions` of the initialize request; every one may be left out. */
export interface InitializationOptions {
  /** Base URI of the rules' pages: a finding links to `<rulePages><rule id>.md`. */
  readonly rulePages?: string;
  /** Language of messages where the settings say `auto`, instead of the `locale` of the initialize request. */
  readonly locale?: 'zh-TW' | 'en';
  /** Settings for a client that can't be asked by `workspace/configuration`. */
  readonly settings?: EditorSettings;
  /** The client answers `missionReport/readFile`. */
  readonly readFile?: boolean;
  /** The client wants `missionReport/status`. */
  readonly status?: boolean;
}

/** Request to the client, for a server that can't reach the file itself: the text of a file. */
export const readFileRequest = 'missionReport/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
/** The file's text; null where there is no such file. Anything else that goes wrong is an error. */
export type ReadFileResult = string | null;

/** Notification to the client, whenever what it says of a document changes. */
export const statusNotification = 'missionReport/status';
export interface StatusParams {
  readonly uri: string;
  /** Whether the document is checked: it is a report, and checking is on. */
  readonly served: boolean;
  /** The profile in force: its id, and its name in the language of messages. Only for a document that is served. */
  readonly profile?: { readonly id: string; readonly name: string };
}
