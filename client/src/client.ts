/** What the desktop's extension and the web's have in common: all but the way a server is started. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient, DocumentSelector, LanguageClientOptions } from 'vscode-languageclient';
import {
  configurationFileName,
  findFilesRequest,
  goToPlaceCommand,
  languageId,
  otherLanguageIds,
  readFileRequest,
  rulePageScheme,
  saveConfigurationCommand,
} from '../../server/src/lsp/protocol';
import type {
  AppliedAdjustment,
  FindFilesParams,
  FindFilesResult,
  InitializationOptions,
  NewReportParams,
  ProtocolPosition,
  ReadFileParams,
  ReadFileResult,
} from '../../server/src/lsp/protocol';
import { whenReportOpens } from './activation';
import { Checklist } from './checklist';
import { changeLevel, ItemNumbers } from './commands/changeLevel';
import { checkFolder } from './commands/checkFolder';
import { chooseProfile } from './commands/chooseProfile';
import { copyStatus } from './commands/copyStatus';
import { applySafeFixes } from './commands/fixAll';
import { goToPlace } from './commands/goToPlace';
import { goToSection } from './commands/goToSection';
import { adjusted, showIgnored } from './commands/ignoring';
import { newReport } from './commands/newReport';
import { followRenames } from './renames';
import { withoutSnapshots } from './snapshots';
import { Placeholders } from './commands/placeholders';
import { openRulePage } from './commands/openRulePage';
import { openSample } from './commands/openSample';
import { openWalkthrough } from './commands/openWalkthrough';
import { completeEarly } from './earlyCompletion';
import { numberAtEnter } from './enterNumbers';
import { watchEmptyFolders } from './firstMinute';
import { FolderCheck } from './folderCheck';
import { LanguageOffer } from './offerLanguage';
import { writeAttendance } from './commands/writeAttendance';
import { copyDigest } from './export/copyDigest';
import { exportReport } from './export/exportReport';
import type { ExportAnswers, MakePdf } from './export/exportReport';
import { importReport } from './import/importReport';
import { PasteProvider, offerPaste } from './import/pasteAsReport';
import { Preview } from './preview/preview';
import { Reports } from './reports';
import { provideRulePages } from './rulePages';
import { restarting } from './restarts';
import { watchRuns } from './runs';
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

async function sayItStopped(): Promise<void> {
  const restart = vscode.l10n.t('Start It Again');
  const showLog = vscode.l10n.t('Show the Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('The language server of Mission Report ended too often; reports are not checked any more.'),
    restart,
    showLog,
  );
  if (chosen === restart) await vscode.commands.executeCommand('missionReport.restartServer');
  else if (chosen === showLog) await vscode.commands.executeCommand('missionReport.showLog');
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
  const start = async (): Promise<void> => {
    try {
      if (client.needsStop()) await client.stop();
      await client.start();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void sayItDoesNotStart();
    }
  };
  const waiting = whenReportOpens(() => {
    void start();
  });
  /** Whether the server runs, once it has been started where it did not. */
  const running = async (): Promise<boolean> => {
    waiting.dispose();
    if (client.state === State.Starting) await client.start();
    else if (client.state !== State.Running) await start();
    return client.state === State.Running;
  };
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
    waiting,
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
    followRenames(client, running),
    vscode.commands.registerCommand('missionReport.newReport', async (given?: NewReportParams) => {
      if (await running()) await newReport(client, context.globalState, given);
    }),
    vscode.commands.registerCommand('missionReport.openSample', () => openSample(context.extensionUri)),
    vscode.commands.registerCommand('missionReport.openWalkthrough', () => openWalkthrough(context.extension)),
    vscode.commands.registerCommand('missionReport.checkFolder', async (folder?: unknown) =>
      (await running()) ? checkFolder(folderCheck, folder) : undefined,
    ),
    vscode.commands.registerCommand('missionReport.clearFolderCheck', () => {
      folderCheck.clear();
    }),
    vscode.commands.registerCommand('missionReport.chooseProfile', () => chooseProfile(client, reports)),
    vscode.commands.registerCommand('missionReport.goToSection', goToSection),
    vscode.commands.registerCommand('missionReport.indentItem', () => changeLevel(client, numbers, 1)),
    vscode.commands.registerCommand('missionReport.outdentItem', () => changeLevel(client, numbers, -1)),
    vscode.commands.registerCommand('missionReport.nextPlaceholder', () => placeholders.select(1)),
    vscode.commands.registerCommand('missionReport.previousPlaceholder', () => placeholders.select(-1)),
    vscode.commands.registerCommand('missionReport.nextFinding', () => placeholders.goToFinding(1)),
    vscode.commands.registerCommand('missionReport.previousFinding', () => placeholders.goToFinding(-1)),
    vscode.commands.registerCommand('missionReport.fixAll', async () => {
      if (await running()) await applySafeFixes(client);
    }),
    vscode.commands.registerCommand('missionReport.openRulePage', openRulePage),
    provideRulePages(context.extensionUri),
    vscode.commands.registerCommand(saveConfigurationCommand, (uri: string, done: AppliedAdjustment) =>
      adjusted(client, uri, done),
    ),
    vscode.commands.registerCommand(goToPlaceCommand, goToPlace),
    vscode.commands.registerCommand('missionReport.writeAttendance', async (place?: ProtocolPosition) => {
      if (await running()) await writeAttendance(client, place);
    }),
    vscode.commands.registerCommand('missionReport.showIgnored', async () => {
      if (await running()) await showIgnored(client);
    }),
    vscode.commands.registerCommand('missionReport.export', async (uri?: vscode.Uri, answers?: ExportAnswers) => {
      if (await running()) await exportReport(client, uri, answers, makePdf);
    }),
    vscode.commands.registerCommand('missionReport.import', async (uri?: vscode.Uri) =>
      (await running()) ? importReport(client, uri) : undefined,
    ),
    vscode.commands.registerCommand('missionReport.preview', async (uri?: vscode.Uri) => {
      const asked = uri ?? vscode.window.activeTextEditor?.document.uri;
      if (asked && (await running())) await preview.show(asked);
    }),
    vscode.commands.registerCommand('missionReport.copyDigest', async () => {
      if (await running()) await copyDigest(client);
    }),
    vscode.commands.registerCommand('missionReport.copyStatus', () =>
      copyStatus(client, reports, context.extension, runs),
    ),
    vscode.commands.registerCommand('missionReport.restartServer', async () => {
      waiting.dispose();
      await start();
    }),
    vscode.commands.registerCommand('missionReport.showLog', () => {
      log.show();
    }),
  );
  return { checklist, reports, folderCheck, preview, paste };
}

async function sayItDoesNotStart(): Promise<void> {
  const showLog = vscode.l10n.t('Show the Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('The language server of Mission Report does not start.'),
    showLog,
  );
  if (chosen === showLog) await vscode.commands.executeCommand('missionReport.showLog');
}
