/** The requests about reports that the server answers: each is a file of its own, wired here. */
import type {
  CancellationToken,
  Connection,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import { checklistOf } from './checklist';
import type { Client } from './client';
import { codeActionHandler } from './codeActionHandler';
import { codeLensesOf } from './codeLens';
import { completionsOf } from './completion';
import type { ConfigurationFiles } from './configurationFiles';
import type { Core } from './core';
import { definitionOf } from './definition';
import { documentHighlightsOf } from './documentHighlight';
import { documentLinksOf } from './documentLink';
import type { OpenDocument } from './documents';
import { documentSymbolsOf } from './documentSymbol';
import { digestFieldsOf, exportImagesOf, exportOf, previewOf } from './export';
import { foldingRangesOf } from './foldingRange';
import type { Exporter, Host } from './host';
import { hoverOf } from './hover';
import { inlayHintsOf } from './inlayHint';
import { levelChangeOf } from './levelChange';
import { knownEventsOf, newReportOf, profilesOf } from './newReport';
import { onTypeEditsOf } from './onTypeFormatting';
import { checklistParamsOf, exportParamsOf, levelChangeParamsOf } from './params';
import {
  checklistRequest,
  digestRequest,
  exportImagesRequest,
  exportRequest,
  knownEventsRequest,
  levelChangeRequest,
  newReportRequest,
  previewRequest,
  profilesRequest,
} from './protocol';
import type { DigestParams, DigestResult, ExportImagesParams, ExportImagesResult, ExportParams, ExportResult, PreviewParams, ProtocolPreview } from './protocol'; // prettier-ignore
import { referencesOf } from './references';
import { prepareRenameOf, renameOf } from './rename';
import type { ReportSymbols } from './reportSymbols';
import { requestHandler } from './requests';
import type { RequestParts } from './requests';
import { selectionRangesOf } from './selectionRange';
import type { SemanticTokensStore } from './semanticTokens';
import type { Settings } from './settings';
import type { WorkspaceFolders } from './workspaceFolders';

export interface FeatureParts extends RequestParts {
  readonly connection: Connection;
  readonly client: Client;
  readonly files: ConfigurationFiles;
  readonly host: Host;
  readonly semanticTokens: SemanticTokensStore;
  readonly symbols: ReportSymbols;
  readonly workspaceFolders: WorkspaceFolders;
}

/** Answers `connection`'s requests about documents and about the workspace. */
export function offerFeatures(parts: FeatureParts): void {
  offerReading(parts);
  offerWriting(parts);
  offerDesk(parts);
  parts.connection.onWorkspaceSymbol(({ query }, token) => parts.symbols.find(query, token));
}

/** What shows an author something. */
function offerReading(parts: FeatureParts): void {
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
  connection.onCodeLens(requestHandler(parts, 'codeLens', [], codeLensesOf));
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
function offerWriting(parts: FeatureParts): void {
  const { connection, client, host } = parts;
  connection.onCompletion(
    requestHandler(parts, 'completion', [], (document, core, settings, { position }) =>
      completionsOf(document, core, { ...settings, today: host.today() }, client, position),
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

/** What is not of the Language Server Protocol. */
function offerDesk(parts: FeatureParts): void {
  const { connection, client, core, host, settings, workspaceFolders } = parts;
  /** As `requestHandler`, for a request with parameters that `read` has yet to understand. */
  const onDocument = <Params extends { readonly uri: string }, Result>(
    method: string,
    none: Result,
    read: (given: unknown) => Params,
    make: (document: OpenDocument, core: Core, settings: Settings, params: Params) => Result,
  ): void => {
    const handler = requestHandler<Params & { readonly textDocument: TextDocumentIdentifier }, Result>(
      parts,
      method,
      none,
      make,
    );
    connection.onRequest(method, (given: unknown, token: CancellationToken) => {
      const params = read(given);
      return handler({ ...params, textDocument: { uri: params.uri } }, token);
    });
  };
  const exporter = (): Promise<Exporter> => host.loadExporter(client.library);
  onDocument<ExportImagesParams, Promise<ExportImagesResult> | null>(exportImagesRequest, null, checklistParamsOf, async (document, library, options) => exportImagesOf(document, library, options, await exporter())); // prettier-ignore
  onDocument<ExportParams, Promise<ExportResult> | null>(exportRequest, null, exportParamsOf, async (document, library, options, params) => exportOf(document, library, options, params, await exporter(), host.today())); // prettier-ignore
  onDocument<PreviewParams, Promise<ProtocolPreview> | null>(previewRequest, null, checklistParamsOf, async (document, library, options) => previewOf(document, library, options, await exporter())); // prettier-ignore
  onDocument<DigestParams, Promise<DigestResult> | null>(digestRequest, null, checklistParamsOf, async (document, library, options) => digestFieldsOf(document, library, options, await exporter())); // prettier-ignore
  onDocument(checklistRequest, null, checklistParamsOf, checklistOf);
  onDocument(levelChangeRequest, [], levelChangeParamsOf, (document, library, _, params) =>
    levelChangeOf(document, library, params),
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
