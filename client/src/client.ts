/** What the desktop's extension and the web's have in common: all but the way a server is started. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector, LanguageClientOptions } from 'vscode-languageclient';
import {
  configurationFileName,
  findFilesRequest,
  languageId,
  otherLanguageIds,
  readFileRequest,
  rulePageScheme,
} from '../../server/src/lsp/protocol';
import type {
  FindFilesParams,
  FindFilesResult,
  InitializationOptions,
  ReadFileParams,
  ReadFileResult,
} from '../../server/src/lsp/protocol';
import { Checklist } from './checklist';
import { ItemNumbers } from './commands/changeLevel';
import { followRenames } from './renames';
import { withoutSnapshots } from './snapshots';
import { Placeholders } from './commands/placeholders';
import { registerCommands } from './commands/register';
import { completeEarly } from './earlyCompletion';
import { numberAtEnter } from './enterNumbers';
import { watchEmptyFolders } from './firstMinute';
import { FolderCheck } from './folderCheck';
import { LanguageOffer } from './offerLanguage';
import type { MakePdf } from './export/exportReport';
import { PasteProvider, offerPaste } from './import/pasteAsReport';
import { Preview } from './preview/preview';
import { Reports } from './reports';
import { provideRulePages } from './rulePages';
import { restarting } from './restarts';
import { watchRuns } from './runs';
import { sayItStopped, Server } from './server';
import { showStatus } from './status';
import { Suggestions } from './suggestions';

/** Makes a client that starts the server in the way of the platform. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Reports, and the configuration file for its quick fixes; the file alone starts no server (activation.ts). */
const documentSelector: DocumentSelector = [
  ...[languageId, ...otherLanguageIds].map((language) => ({ language })),
  ...['json', 'jsonc'].map((language) => ({ language, pattern: `**/${configurationFileName}` })),
];

/** @param platform what the platform's server has to be told besides */
function optionsFor(
  log: vscode.LogOutputChannel,
  suggestions: Suggestions,
  platform: InitializationOptions,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    rulePages: `${rulePageScheme}:/`,
    readFile: true,
    findFiles: true,
    status: true,
    openRulePage: true,
    goToPlace: true,
    writeAttendance: true,
    saveConfiguration: true,
    ...platform,
  };
  return {
    documentSelector,
    outputChannel: log,
    initializationOptions,
    errorHandler: restarting(() => {
      void sayItStopped();
    }),
    middleware: {
      ...withoutSnapshots,
      provideCompletionItem: async (document, position, completion, token, next) => {
        const told = suggestions.contextOf(document, position, completion);
        return suggestions.shown(document, position, told, await next(document, position, told, token));
      },
    },
  };
}

/** Files that the server can't reach, such as those of a virtual workspace, are read here. */
async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** Folders that the server can't reach are searched here. */
async function findFiles({ folder, globs, limit }: FindFilesParams): Promise<FindFilesResult> {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder, true), `{${globs.join(',')}}`);
  const files = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**', limit);
  return files.map((file) => file.toString());
}

/** What the extension consists of, for its entries and its tests. */
export interface Parts {
  readonly checklist: Checklist;
  readonly reports: Reports;
  readonly folderCheck: FolderCheck;
  readonly preview: Preview;
  readonly paste: PasteProvider;
}

/**
 * Gets the extension going: its commands and views at once, the server with the first report, or with the first command
 * that needs it.
 *
 * @param makeClient called once
 * @param platform what the server has to be told besides
 * @param makePdf on a machine, what makes a PDF
 */
export function activateWith(
  context: vscode.ExtensionContext,
  makeClient: MakeClient,
  platform: InitializationOptions = {},
  makePdf?: MakePdf,
): Parts {
  const log = vscode.window.createOutputChannel('Mission Report', { log: true });
  const suggestions = new Suggestions(({ uri }) => reports.statusOf(uri) !== undefined);
  const client = makeClient('missionReport', 'Mission Report', optionsFor(log, suggestions, platform));
  const server = new Server(client, log);
  const reports = new Reports(client);
  const checklist = new Checklist(client, reports, context.workspaceState);
  const folderCheck = new FolderCheck(client);
  const numbers = new ItemNumbers(reports);
  const placeholders = new Placeholders(client, reports);
  const runs = watchRuns(client);
  const paste = new PasteProvider(client, reports);
  const preview = new Preview(client, reports, context.extensionUri);
  context.subscriptions.push(
    log,
    server,
    suggestions,
    reports,
    checklist,
    folderCheck,
    watchEmptyFolders(),
    runs,
    placeholders,
    preview,
    offerPaste(paste),
    new LanguageOffer(reports),
    client.onRequest(readFileRequest, readFile),
    client.onRequest(findFilesRequest, findFiles),
    showStatus(client, reports),
    numbers,
    numberAtEnter(client, reports),
    completeEarly(client),
    followRenames(client, () => server.running()),
    provideRulePages(context.extensionUri),
    ...registerCommands({
      client,
      server,
      context,
      log,
      reports,
      folderCheck,
      numbers,
      placeholders,
      preview,
      runs,
      makePdf,
    }),
  );
  return { checklist, reports, folderCheck, preview, paste };
}
