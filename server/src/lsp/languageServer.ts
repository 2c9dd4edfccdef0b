/** The language server: which message is answered by what. Each feature is a file of its own beside this one. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  FileChangeType,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from './server/library';
import type { Connection, DocumentDiagnosticReport, InitializeParams, ShowMessageParams } from 'vscode-languageserver';
import { capabilitiesFor } from './features/capabilities';
import { clientOf } from './server/client';
import type { Adjustment } from '../service';
import type { Client } from './server/client';
import { typingPause } from './server/typingFilter';
import { createConfigurationFiles } from './configuration/configurationFiles';
import { createCoreLoader } from './server/core';
import { createDelay } from './server/delay';
import { createDiagnose } from './features/diagnostics/diagnose';
import { createDocuments } from './server/documents';
import { registerHandlers } from './features/handlers';
import type { Host } from './server/host';
import { createLog } from './server/log';
import type { Log } from './server/log';
import { createFolderCheck } from './features/folderCheck';
import {
  configurationChangedCommand,
  configurationFileName,
  isConfigurationFile,
  textGlobs,
  settingsSection,
} from './protocol';
import { createPushDiagnostics } from './features/diagnostics/pushDiagnostics';
import { createPullDiagnostics } from './features/diagnostics/pullDiagnostics';
import { createReadFile } from './server/readFile';
import { createRefresh } from './server/refresh';
import { createReportFiles } from './server/reportFiles';
import { createReportSymbols } from './features/workspaceSymbols';
import { createSemanticTokens } from './features/semanticTokens';
import { createSettings } from './configuration/settings';
import { createStatus } from './features/status';
import { workspaceFoldersOf } from './server/workspaceFolders';

/** Makes a server of `connection`, which has yet to listen. */
export function createServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const client = clientOf(params);
    const parts = createParts(connection, host, client, params);
    startOnInitialized(parts);
    followConfiguration(parts);
    followDocuments(parts);
    answerPulls(parts);
    registerHandlers(parts);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'mission-report' } };
  });
}

/** Asks the client to tell of changes that it tells of only when asked. */
async function register(connection: Connection, client: Client): Promise<void> {
  if (client.registersConfigurationChanges)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  if (client.registersWatchedFiles)
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [`**/*${configurationFileName}`, ...textGlobs].map((globPattern) => ({ globPattern })),
    });
}

/** What stands here instead of among the rules' messages, which are what could not be loaded. */
const nothingIsChecked: Readonly<Record<Client['locale'], string>> = {
  'zh-TW': '無法載入出國報告的規則，報告不會檢查；原因在記錄中。',
  en: 'The rules of Mission Report could not be loaded, so reports are not checked; the log says why.',
};

function sayNothingIsChecked(connection: Connection, { locale }: Client): void {
  const message: ShowMessageParams = { type: MessageType.Error, message: nothingIsChecked[locale] };
  void connection.sendNotification(ShowMessageNotification.type, message);
}

/** A configuration file that is being edited is read when nobody has typed for so many milliseconds. */
const configurationPause = 300;

/** So many milliseconds after the first check the spelling detector is made ready: its findings come when the others are read. */
const lexiconDelay = 200;

/** `act`, which is done at the first call only. */
function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}

/** What the server is made of. */
type ServerParts = ReturnType<typeof createParts>;

function createParts(connection: Connection, host: Host, client: Client, params: InitializeParams) {
  const log: Log = createLog(connection.console);
  const core = createCoreLoader(
    () => host.loadLibrary(client.library),
    () => host.loadLexicon(client.library),
    (ruleId, error) => {
      log.failure(`the rule ${ruleId}`, error);
    },
  );
  const documents = createDocuments();
  const workspaceFolders = workspaceFoldersOf(params);
  const readFile = createReadFile(host, connection, client);
  const files = createConfigurationFiles({
    readFile,
    openText: (uri) => documents.get(uri)?.text,
    connection,
    client,
    core,
    log,
    workspaceFolders: () => workspaceFolders.uris,
  });
  const settings = createSettings({ connection, client, core, files, log });
  const status = createStatus(connection, client);
  // Nobody waits for the words of the spelling detector: the first findings are told without it.
  const loadLexicon = once(() => {
    setTimeout(() => {
      core
        .loadLexicon()
        .then(() => {
          recheck();
        })
        .catch((error: unknown) => {
          log.failure('the words of the spelling detector could not be loaded', error);
        });
    }, lexiconDelay);
  });
  const diagnose = createDiagnose({
    client,
    core,
    settings,
    status,
    log,
    files,
    release: (uri) => {
      releases.schedule(uri);
    },
    checked: loadLexicon,
  });
  const pushDiagnostics = createPushDiagnostics({ connection, documents, host, log, diagnose });
  const pullDiagnostics = createPullDiagnostics(Date.now().toString(36));
  const semanticTokens = createSemanticTokens();
  const refresh = createRefresh(connection, client, log);
  const reportFiles = createReportFiles({ host, connection, client, readFile, log });
  const folderCheck = createFolderCheck({ files: reportFiles, documents, core, settings, client });
  const symbols = createReportSymbols({
    files: reportFiles,
    documents,
    core,
    settings,
    client,
    host,
    log,
    workspaceFolders,
  });

  /** Settings or configuration files may have changed: everything is asked for and checked again. */
  const recheck = (): void => {
    settings.forget();
    symbols.forget();
    if (!client.pullsDiagnostics) for (const uri of documents.keys()) pushDiagnostics.schedule(uri);
    refresh();
  };

  const releases = createDelay(typingPause, (uri) => {
    if (!client.pullsDiagnostics) pushDiagnostics.schedule(uri);
    else
      connection.languages.diagnostics.refresh().catch((error: unknown) => {
        log.failure('the client did not ask again', error);
      });
  });
  const configurationEdits = createDelay(configurationPause, () => {
    files.forget();
    recheck();
  });

  return {
    connection,
    host,
    client,
    log,
    core,
    documents,
    workspaceFolders,
    files,
    settings,
    status,
    diagnose,
    pushDiagnostics,
    pullDiagnostics,
    semanticTokens,
    folderCheck,
    symbols,
    recheck,
    releases,
    configurationEdits,
  };
}

function startOnInitialized({ connection, client, core, log, workspaceFolders, recheck }: ServerParts): void {
  connection.onInitialized(() => {
    core.warmUp().catch((error: unknown) => {
      const isMissing = error instanceof ResponseError;
      log.failure(isMissing ? error.message : 'the rules could not be warmed up', error);
      if (isMissing) sayNothingIsChecked(connection, client);
    });
    register(connection, client).catch((error: unknown) => {
      log.failure('the client does not tell of changes', error);
    });
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders((change) => {
        workspaceFolders.change(change);
        recheck();
      });
  });
}

function followConfiguration({ connection, files, settings, symbols, log, recheck }: ServerParts): void {
  connection.onDidChangeConfiguration((change) => {
    settings.receive(change.settings);
    recheck();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) symbols.changed(uri);
    // A report says nothing of how others are checked.
    if (changes.every(({ uri }) => !uri.endsWith('.json'))) return;
    for (const { uri, type } of changes) if (type === FileChangeType.Deleted) files.remove(uri);
    files.forget();
    recheck();
  });
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    const [uri, adjustment] = (given ?? []) as readonly unknown[];
    if (command !== configurationChangedCommand || typeof uri !== 'string' || !isConfigurationFile(uri)) return;
    await files.adopt(uri, adjustment as Adjustment).catch((error: unknown) => {
      log.failure('a change of a configuration file could not be followed', error);
    });
    recheck();
  });
}

function followDocuments(parts: ServerParts): void {
  const { connection, client, documents, files, settings, symbols, pushDiagnostics, configurationEdits } = parts;
  documents.onDidOpen(({ document }) => {
    // Where no file is watched, a change of the folder's configuration is seen with the next document.
    if (!client.registersWatchedFiles) files.forget();
    settings.close(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    if (isConfigurationFile(document.uri)) {
      files.edit(document.uri);
      configurationEdits.schedule(document.uri);
    } else if (!client.pullsDiagnostics) pushDiagnostics.schedule(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    const { status, pullDiagnostics, semanticTokens, releases } = parts;
    for (const part of [settings, status, pushDiagnostics, pullDiagnostics, semanticTokens, releases]) part.close(uri);
    symbols.changed(uri);
    files.reportUnused(uri, []);
    if (isConfigurationFile(uri)) configurationEdits.schedule(uri);
  });
  documents.listen(connection);
}

function answerPulls({ connection, documents, diagnose, pullDiagnostics, log }: ServerParts): void {
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const document = documents.get(uri);
    if (!document) return none;
    const diagnostics = await diagnose(document).catch((error: unknown) => {
      log.failure('checking a document failed', error);
      throw new ResponseError(ErrorCodes.InternalError, 'checking the document failed');
    });
    return diagnostics ? pullDiagnostics.answer(uri, diagnostics, previousResultId) : none;
  });
}
