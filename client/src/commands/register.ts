/** Every command of the extension, by its name in package.json. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { goToPlaceCommand, saveConfigurationCommand } from '../../../server/src/lsp/protocol';
import type { AppliedAdjustment, NewReportParams, ProtocolPosition } from '../../../server/src/lsp/protocol';
import { copyDigest } from '../export/copyDigest';
import { exportReport } from '../export/exportReport';
import type { ExportAnswers, MakePdf } from '../export/exportReport';
import type { FolderCheck } from '../folderCheck';
import { importReport } from '../import/importReport';
import type { Preview } from '../preview/preview';
import type { Reports } from '../reports';
import type { ServerRuns } from '../runs';
import type { Server } from '../server';
import { changeLevel } from './changeLevel';
import type { ItemNumbers } from './changeLevel';
import { checkFolder } from './checkFolder';
import { chooseProfile } from './chooseProfile';
import { copyStatus } from './copyStatus';
import { applySafeFixes } from './fixAll';
import { goToPlace } from './goToPlace';
import { goToSection } from './goToSection';
import { adjusted, showIgnored } from './ignoring';
import { newReport } from './newReport';
import { openRulePage } from './openRulePage';
import { openSample } from './openSample';
import { openWalkthrough } from './openWalkthrough';
import type { Placeholders } from './placeholders';
import { writeAttendance } from './writeAttendance';

/** What the commands work with. */
export interface CommandParts {
  readonly client: BaseLanguageClient;
  readonly server: Server;
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly reports: Reports;
  readonly folderCheck: FolderCheck;
  readonly numbers: ItemNumbers;
  readonly placeholders: Placeholders;
  readonly preview: Preview;
  readonly runs: ServerRuns;
  /** What makes a PDF; undefined on the web. */
  readonly makePdf: MakePdf | undefined;
}

/** What a command is given is the caller's: a keybinding's `args`, a link's, or nothing. */
type Command<Given extends unknown[] = never> = (...given: Given) => unknown;

function reportCommands({
  client,
  server,
  context,
  folderCheck,
  preview,
  makePdf,
}: CommandParts): Record<string, Command> {
  /** A command that has the server started first; without it nothing happens. */
  const withServer =
    <Given extends unknown[]>(run: Command<Given>): Command<Given> =>
    async (...given) =>
      (await server.running()) ? run(...given) : undefined;
  return {
    'missionReport.newReport': withServer((given?: NewReportParams) => newReport(client, context.globalState, given)),
    'missionReport.import': withServer((uri?: vscode.Uri) => importReport(client, uri)),
    'missionReport.export': withServer((uri?: vscode.Uri, answers?: ExportAnswers) =>
      exportReport(client, uri, answers, makePdf),
    ),
    'missionReport.copyDigest': withServer(() => copyDigest(client)),
    // Which report is meant is settled first: another may be in front once the server has started.
    'missionReport.preview': async (uri?: vscode.Uri) => {
      const asked = uri ?? vscode.window.activeTextEditor?.document.uri;
      if (asked && (await server.running())) await preview.show(asked);
    },
    'missionReport.writeAttendance': withServer((place?: ProtocolPosition) => writeAttendance(client, place)),
    'missionReport.fixAll': withServer(() => applySafeFixes(client)),
    'missionReport.checkFolder': withServer((folder?: unknown) => checkFolder(folderCheck, folder)),
    'missionReport.showIgnored': withServer(() => showIgnored(client)),
  };
}

function navigationCommands({ client, numbers, placeholders }: CommandParts): Record<string, Command> {
  return {
    'missionReport.goToSection': goToSection,
    'missionReport.indentItem': () => changeLevel(client, numbers, 1),
    'missionReport.outdentItem': () => changeLevel(client, numbers, -1),
    'missionReport.nextPlaceholder': () => placeholders.select(1),
    'missionReport.previousPlaceholder': () => placeholders.select(-1),
    'missionReport.nextFinding': () => placeholders.goToFinding(1),
    'missionReport.previousFinding': () => placeholders.goToFinding(-1),
    [goToPlaceCommand]: goToPlace,
  };
}

function houseCommands({
  client,
  server,
  context,
  log,
  reports,
  folderCheck,
  runs,
}: CommandParts): Record<string, Command> {
  return {
    'missionReport.openSample': () => openSample(context.extensionUri),
    'missionReport.openWalkthrough': () => openWalkthrough(context.extension),
    'missionReport.openRulePage': openRulePage,
    'missionReport.clearFolderCheck': () => {
      folderCheck.clear();
    },
    'missionReport.chooseProfile': () => chooseProfile(client, reports),
    [saveConfigurationCommand]: (uri: string, done: AppliedAdjustment) => adjusted(client, uri, done),
    'missionReport.copyStatus': () => copyStatus(client, reports, context.extension, runs),
    'missionReport.restartServer': () => server.restart(),
    'missionReport.showLog': () => {
      log.show();
    },
  };
}

/** Registers every command; what comes back takes them away again. */
export function registerCommands(parts: CommandParts): readonly vscode.Disposable[] {
  const commands = { ...reportCommands(parts), ...navigationCommands(parts), ...houseCommands(parts) };
  return Object.entries(commands).map(([name, command]) => vscode.commands.registerCommand(name, command));
}
