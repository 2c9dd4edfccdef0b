/** What the client at the other end can do, read once from its initialize request. */
import { MarkupKind, ResourceOperationKind } from './library';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { Locale } from '../../service';
import type { EditorSettings, InitializationOptions } from '../protocol';

export interface Client {
  /** It asks for diagnostics; none are published for its documents. */
  readonly pullsDiagnostics: boolean;
  /** It can be told to ask again. */
  readonly refreshesDiagnostics: boolean;
  /** Findings that are held back for a while get to it later. */
  readonly takesLateFindings: boolean;
  readonly codeDescriptions: boolean;
  readonly relatedInformation: boolean;
  /** Diagnostics may be marked as being of something that is not needed. */
  readonly diagnosticTags: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  /** Edits may name the version of the document that they are for. */
  readonly versionedEdits: boolean;
  /** Edits may make a new file. */
  readonly createsFiles: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly snippets: boolean;
  readonly markdownHovers: boolean;
  readonly markdownCompletions: boolean;
  /** Definitions may name the words they were asked from. */
  readonly definitionLinks: boolean;
  /** It asks what a rename would rename before it asks for the new name. */
  readonly preparesRename: boolean;
  /** Edits may say why they are made, and ask for the author's consent. */
  readonly changeAnnotations: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly refreshesCodeLenses: boolean;
  /** How many folding ranges it wants at most. */
  readonly foldingLimit: number;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly registersWatchedFiles: boolean;
  readonly workspaceFolders: boolean;
  /** It answers `missionReport/readFile`. */
  readonly readsFiles: boolean;
  /** It answers `missionReport/findFiles`. */
  readonly findsFiles: boolean;
  /** It has the command `missionReport.openRulePage`. */
  readonly opensRulePages: boolean;
  /** It has the command `missionReport.goToPlace`. */
  readonly goesToPlaces: boolean;
  /** It has the command `missionReport.writeAttendance`. */
  readonly writesAttendance: boolean;
  /** It has the command `missionReport.saveConfiguration`. */
  readonly savesConfiguration: boolean;
  /** It wants `missionReport/status`. */
  readonly wantsStatus: boolean;
  /** Language of messages where the settings say `auto`. */
  readonly locale: Locale;
  readonly rulePages: string | undefined;
  /** Address of core.js, for a server that can't find it itself. */
  readonly library: string | undefined;
  /** Settings sent with the initialize request. */
  readonly settings: EditorSettings | undefined;
}

/** As on the command line: English for those who use English, and the language of the reports for everybody else. */
function localeOf(asked: unknown): Locale {
  return typeof asked === 'string' && /^en(?:[_.-]|$)/i.test(asked) ? 'en' : 'zh-TW';
}

function optionsOf(given: unknown): InitializationOptions {
  return typeof given === 'object' && given !== null ? given : {};
}

function speaksMarkdown(formats: readonly string[] | undefined): boolean {
  return formats?.includes(MarkupKind.Markdown) ?? false;
}

function textDocumentOf({ textDocument }: ClientCapabilities) {
  const codeAction = textDocument?.codeAction;
  const completion = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    codeDescriptions: textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? false,
    diagnosticTags: textDocument?.publishDiagnostics?.tagSupport !== undefined,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: codeAction?.isPreferredSupport ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    preparesRename: textDocument?.rename?.prepareSupport ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    snippets: completion?.snippetSupport ?? false,
    markdownHovers: speaksMarkdown(textDocument?.hover?.contentFormat),
    markdownCompletions: speaksMarkdown(completion?.documentationFormat),
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Infinity,
  };
}

function workspaceOf({ workspace }: ClientCapabilities) {
  return {
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    changeAnnotations:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport ?? false,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      (workspace.workspaceEdit.resourceOperations?.includes(ResourceOperationKind.Create) ?? false),
    configuration: workspace?.configuration ?? false,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
  };
}

export function clientOf({ capabilities, initializationOptions, locale }: InitializeParams): Client {
  const options = optionsOf(initializationOptions);
  return {
    ...textDocumentOf(capabilities),
    ...workspaceOf(capabilities),
    takesLateFindings:
      capabilities.textDocument?.diagnostic === undefined ||
      (capabilities.workspace?.diagnostics?.refreshSupport ?? false),
    readsFiles: options.readFile === true,
    findsFiles: options.findFiles === true,
    opensRulePages: options.openRulePage === true,
    goesToPlaces: options.goToPlace === true,
    writesAttendance: options.writeAttendance === true,
    savesConfiguration: options.saveConfiguration === true,
    wantsStatus: options.status === true,
    locale: localeOf(options.locale ?? locale),
    rulePages: typeof options.rulePages === 'string' ? options.rulePages : undefined,
    library: typeof options.library === 'string' ? options.library : undefined,
    settings: options.settings,
  };
}
