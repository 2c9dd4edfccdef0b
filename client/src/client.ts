/** What the desktop's extension and the web's have in common: all but the way a server is started. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { languageId, otherLanguageIds, readFileRequest } from '../../server/src/lsp/protocol';
import type { InitializationOptions, ReadFileParams, ReadFileResult } from '../../server/src/lsp/protocol';
import { whenReportOpens } from './activation';
import { applySafeFixes } from './commands/fixAll';
import { openRulePage } from './commands/openRulePage';
import { restarting } from './restarts';
import { showStatus } from './status';

/** Makes a client that starts the server in the way of the platform. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** VS Code's snippets are contributed for reports; the server's are for other editors, and for text files. */
function withoutSnippets(
  items: vscode.CompletionItem[] | vscode.CompletionList | null | undefined,
): vscode.CompletionItem[] | vscode.CompletionList | null | undefined {
  const isNone = ({ kind }: vscode.CompletionItem): boolean => kind !== vscode.CompletionItemKind.Snippet;
  if (!items) return items;
  if (Array.isArray(items)) return items.filter(isNone);
  return new vscode.CompletionList(items.items.filter(isNone), items.isIncomplete);
}

function optionsFor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    rulePages: `${rulePages(context).toString()}/`,
    readFile: true,
    status: true,
  };
  return {
    documentSelector: [languageId, ...otherLanguageIds].map((language) => ({ language })),
    outputChannel: log,
    initializationOptions,
    errorHandler: restarting(() => {
      void sayItStopped();
    }),
    middleware: {
      provideCompletionItem: async (document, position, completion, token, next) => {
        const items = await next(document, position, completion, token);
        return document.languageId === languageId ? withoutSnippets(items) : items;
      },
    },
  };
}

const rulePages = (context: vscode.ExtensionContext): vscode.Uri =>
  vscode.Uri.joinPath(context.extensionUri, 'docs/rules');

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

/**
 * Gets the extension going: its commands at once, the server with the first report.
 *
 * @returns the client, whether its server runs or not
 */
export function activateWith(context: vscode.ExtensionContext, makeClient: MakeClient): BaseLanguageClient {
  const log = vscode.window.createOutputChannel('Mission Report', { log: true });
  const client = makeClient('missionReport', 'Mission Report', optionsFor(context, log));
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
  context.subscriptions.push(
    log,
    waiting,
    client.onRequest(readFileRequest, readFile),
    showStatus(client),
    vscode.commands.registerCommand('missionReport.fixAll', applySafeFixes),
    vscode.commands.registerCommand('missionReport.openRulePage', () => openRulePage(rulePages(context))),
    vscode.commands.registerCommand('missionReport.restartServer', async () => {
      waiting.dispose();
      await start();
    }),
    vscode.commands.registerCommand('missionReport.showLog', () => {
      log.show();
    }),
  );
  return client;
}

async function sayItDoesNotStart(): Promise<void> {
  const showLog = vscode.l10n.t('Show the Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('The language server of Mission Report does not start.'),
    showLog,
  );
  if (chosen === showLog) await vscode.commands.executeCommand('missionReport.showLog');
}
