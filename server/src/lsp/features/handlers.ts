/** The requests about reports that the server answers: each is a file of its own, wired here. */
import type {
  CancellationToken,
  Connection,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import { attendanceEditsOf, attendanceOf } from './attendance';
import { checklistOf } from './checklist';
import type { Client } from '../server/client';
import { codeActionHandler } from './codeActions/codeActionHandler';
import { codeLensesOf } from './codeLens';
import { completionsOf } from './completion';
import type { ConfigurationFiles } from '../configuration/configurationFiles';
import type { Core } from '../server/core';
import { definitionOf } from './definition';
import { documentHighlightsOf } from './documentHighlight';
import { documentLinksOf } from './documentLink';
import type { OpenDocument } from '../server/documents';
import { documentSymbolsOf } from './documentSymbol';
import type { FolderCheck } from './folderCheck';
import { digestFieldsOf, exportImagesOf, exportOf, previewOf } from './export';
import { fixAllOf } from './fixAll';
import { foldingRangesOf } from './foldingRange';
import { importOf, pasteOf } from './import';
import type { Exporter, Host } from '../server/host';
import { hoverOf } from './hover';
import { reasonEditsOf, ignoredOf, revocationOf } from './ignored';
import { inlayHintsOf } from './inlayHint';
import { levelChangeOf } from './levelChange';
import { knownEventsOf, newReportOf, profilesOf } from './newReport';
import { onTypeEditsOf } from './onTypeFormatting';
import { placeholdersOf } from './placeholders';
import {
  attendanceEditsParamsOf,
  attendanceParamsOf,
  exportParamsOf,
  giveReasonParamsOf,
  importParamsOf,
  levelChangeParamsOf,
  listReportsParamsOf,
  pasteParamsOf,
  profileChangeParamsOf,
  revokeParamsOf,
  uriParamsOf,
} from '../server/params';
import {
  attendanceEditsRequest,
  attendanceRequest,
  checkFileRequest,
  checklistRequest,
  digestRequest,
  giveReasonRequest,
  exportImagesRequest,
  exportRequest,
  fixAllRequest,
  ignoredRequest,
  importRequest,
  pasteRequest,
  knownEventsRequest,
  levelChangeRequest,
  listReportsRequest,
  placeholdersRequest,
  newReportRequest,
  previewRequest,
  profileChangeRequest,
  profilesRequest,
  revokeRequest,
} from '../protocol';
import type { DigestParams, DigestResult, ExportImagesParams, ExportImagesResult, ExportParams, ExportResult, PreviewParams, ProtocolPreview } from '../protocol'; // prettier-ignore
import { profileChangeOf } from './profileChange';
import { referencesOf } from './references';
import { fileRenamesOf } from './renameFiles';
import { prepareRenameOf, renameOf } from './rename';
import type { ReportSymbols } from './workspaceSymbols';
import { requestHandler } from '../server/requests';
import type { RequestParts } from '../server/requests';
import { selectionRangesOf } from './selectionRange';
import type { SemanticTokensStore } from './semanticTokens';
import type { Settings } from '../configuration/settings';
import type { WorkspaceFolders } from '../server/workspaceFolders';

export interface HandlerParts extends RequestParts {
  readonly connection: Connection;
  readonly client: Client;
  readonly files: ConfigurationFiles;
  readonly host: Host;
  readonly semanticTokens: SemanticTokensStore;
  readonly symbols: ReportSymbols;
  readonly folderCheck: FolderCheck;
  readonly workspaceFolders: WorkspaceFolders;
}

/** Answers `connection`'s requests about documents and about the workspace. */
export function registerHandlers(parts: HandlerParts): void {
  registerReading(parts);
  registerWriting(parts);
  registerCustomRequests(parts);
  registerExport(parts);
  registerImport(parts);
  registerFileOperations(parts);
  parts.connection.onWorkspaceSymbol(({ query }, token) => parts.symbols.find(query, token));
}

/** What is done to files as a whole. */
function registerFileOperations({ connection, client, core, files, log }: HandlerParts): void {
  connection.workspace.onWillRenameFiles(async ({ files: renames }) => {
    const { service } = await core.load();
    try {
      return await fileRenamesOf(renames, service, files, client);
    } catch (error) {
      // The author's files are renamed all the same.
      log.failure('a configuration file could not follow a rename', error);
      return null;
    }
  });
}

/** What shows an author something. */
function registerReading(parts: HandlerParts): void {
  const { connection, client, semanticTokens } = parts;
  connection.onDocumentSymbol(
    requestHandler(parts, 'documentSymbol', [], (document, core) => documentSymbolsOf(document, core, client)),
  );
  connection.onFoldingRanges(
    requestHandler(parts, 'foldingRange', [], (document, core) => foldingRangesOf(document, core, client)),
  );
  connection.onHover(
    requestHandler(parts, 'hover', null, (document, core, settings, { position }) =>
      hoverOf(document, core, settings, client, position),
    ),
  );
  connection.onDefinition(
    requestHandler(parts, 'definition', null, (document, core, _, { position }) =>
      definitionOf(document, core, client, position),
    ),
  );
  connection.onReferences(
    requestHandler(parts, 'references', [], (document, core, _, { position, context }) =>
      referencesOf(document, core, position, context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    requestHandler(parts, 'documentHighlight', [], (document, core, _, { position }) =>
      documentHighlightsOf(document, core, position),
    ),
  );
  connection.onDocumentLinks(requestHandler(parts, 'documentLink', [], documentLinksOf));
  connection.onSelectionRanges(
    requestHandler(parts, 'selectionRange', [], (document, core, _, { positions }) =>
      selectionRangesOf(document, core, positions),
    ),
  );
  connection.onCodeLens(
    requestHandler(parts, 'codeLens', [], (document, core, settings) => codeLensesOf(document, core, settings, client)),
  );
  connection.languages.inlayHint.on(
    requestHandler(parts, 'inlayHint', [], (document, core, settings, { range }) =>
      inlayHintsOf(document, core, settings, range),
    ),
  );
  const none: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    requestHandler(parts, 'semanticTokens', none, (document, core) => semanticTokens.full(document, core)),
  );
  connection.languages.semanticTokens.onDelta(
    requestHandler<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      parts,
      'semanticTokens',
      none,
      (document, core, _, { previousResultId }) => semanticTokens.delta(document, core, previousResultId),
    ),
  );
  connection.languages.semanticTokens.onRange(
    requestHandler(parts, 'semanticTokens', none, (document, core, _, { range }) =>
      semanticTokens.range(document, core, range),
    ),
  );
}

/** What changes the text. */
function registerWriting(parts: HandlerParts): void {
  const { connection, client, host } = parts;
  connection.onCompletion(
    requestHandler(parts, 'completion', [], (document, core, settings, { position, context }) =>
      completionsOf(document, core, { ...settings, today: host.today() }, client, position, context),
    ),
  );
  connection.onCodeAction(codeActionHandler(parts));
  connection.onPrepareRename(
    requestHandler(parts, 'prepareRename', null, (document, core, _, { position }) =>
      prepareRenameOf(document, core, position),
    ),
  );
  connection.onRenameRequest(
    requestHandler(parts, 'rename', null, (document, core, settings, request) =>
      renameOf(document, core, settings, client, request),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    requestHandler(parts, 'onTypeFormatting', [], (document, core, _, request) =>
      onTypeEditsOf(document, core, request),
    ),
  );
}

type OnDocument = <Params extends { readonly uri: string }, Result>(
  method: string,
  none: Result,
  read: (given: unknown) => Params,
  make: (document: OpenDocument, core: Core, settings: Settings, params: Params) => Result,
) => void;

/** As `requestHandler`, for requests with parameters that `read` has yet to understand. */
function documentRequests(parts: HandlerParts): OnDocument {
  return <Params extends { readonly uri: string }, Result>(
    method: string,
    none: Result,
    read: (given: unknown) => Params,
    make: (document: OpenDocument, core: Core, settings: Settings, params: Params) => Result,
  ) => {
    const handler = requestHandler<Params & { readonly textDocument: TextDocumentIdentifier }, Result>(
      parts,
      method,
      none,
      make,
    );
    parts.connection.onRequest(method, (given: unknown, token: CancellationToken) => {
      const params = read(given);
      return handler({ ...params, textDocument: { uri: params.uri } }, token);
    });
  };
}

/** The finished document; its writers are loaded with the first request. */
function registerExport(parts: HandlerParts): void {
  const { client, host } = parts;
  const onDocument = documentRequests(parts);
  const exporter = (): Promise<Exporter> => host.loadExporter(client.library);
  onDocument<ExportImagesParams, Promise<ExportImagesResult> | null>(
    exportImagesRequest,
    null,
    uriParamsOf,
    async (document, library, options) => exportImagesOf(document, library, options, await exporter()),
  );
  onDocument<ExportParams, Promise<ExportResult> | null>(
    exportRequest,
    null,
    exportParamsOf,
    async (document, library, options, params) =>
      exportOf(document, library, options, params, await exporter(), host.today()),
  );
  onDocument<PreviewParams, Promise<ProtocolPreview> | null>(
    previewRequest,
    null,
    uriParamsOf,
    async (document, library, options) => previewOf(document, library, options, await exporter()),
  );
  onDocument<DigestParams, Promise<DigestResult> | null>(
    digestRequest,
    null,
    uriParamsOf,
    async (document, library, options) => digestFieldsOf(document, library, options, await exporter()),
  );
}

/** The way in: files and what is pasted; the readers are loaded with the first request. */
function registerImport({ connection, client, core, documents, host, settings }: HandlerParts): void {
  connection.onRequest(importRequest, async (given: unknown) => {
    const params = importParamsOf(given);
    return importOf(params, await host.loadImporter(client.library), (await settings.of('')).locale);
  });
  connection.onRequest(pasteRequest, async (given: unknown) => {
    const params = pasteParamsOf(given);
    const report = documents.get(params.uri)?.text ?? '';
    return pasteOf(params, report, await core.load(), () => host.loadImporter(client.library));
  });
}

/** What else is not of the Language Server Protocol. */
function registerCustomRequests(parts: HandlerParts): void {
  const { connection, client, core, files, settings, workspaceFolders, folderCheck } = parts;
  const onDocument = documentRequests(parts);
  onDocument(checklistRequest, null, uriParamsOf, checklistOf);
  onDocument(levelChangeRequest, [], levelChangeParamsOf, (document, library, _, params) =>
    levelChangeOf(document, library, params),
  );
  connection.onRequest(listReportsRequest, (given: unknown) => folderCheck.list(listReportsParamsOf(given).folder));
  connection.onRequest(checkFileRequest, (given: unknown) => folderCheck.check(uriParamsOf(given).uri));
  connection.onRequest(profileChangeRequest, async (given: unknown) => {
    const params = profileChangeParamsOf(given);
    return profileChangeOf(await core.load(), client, await files.targetOf(params.uri), params);
  });
  onDocument(placeholdersRequest, [], uriParamsOf, placeholdersOf);
  onDocument(attendanceRequest, null, attendanceParamsOf, attendanceOf);
  onDocument(attendanceEditsRequest, [], attendanceEditsParamsOf, attendanceEditsOf);
  onDocument(fixAllRequest, null, uriParamsOf, fixAllOf);
  connection.onRequest(ignoredRequest, async (given: unknown) => {
    const { uri } = uriParamsOf(given);
    const [library, { locale }] = await Promise.all([core.load(), settings.of(uri)]);
    return ignoredOf(uri, library, locale, files);
  });
  connection.onRequest(revokeRequest, async (given: unknown) =>
    revocationOf(revokeParamsOf(given), await core.load(), files),
  );
  connection.onRequest(giveReasonRequest, async (given: unknown) =>
    reasonEditsOf(giveReasonParamsOf(given), await core.load(), files),
  );
  connection.onRequest(newReportRequest, async (given: unknown) => newReportOf(await core.load(), given));
  connection.onRequest(knownEventsRequest, async () => knownEventsOf(await core.load()));
  connection.onRequest(profilesRequest, async () => {
    // What holds for the files of the first folder: it is where a new report goes.
    const folder = workspaceFolders.uris[0];
    const [library, { locale }] = await Promise.all([
      core.load(),
      settings.of(folder === undefined ? '' : `${folder.replace(/\/$/, '')}/`),
    ]);
    return profilesOf(library, locale);
  });
}
