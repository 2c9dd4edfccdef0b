/** The findings of reports that are not open, in the Problems panel: of every report of a folder, when somebody asks. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkFileRequest, listReportsRequest } from '../../server/src/lsp/protocol';
import type { CheckFileResult, ListReportsResult } from '../../server/src/lsp/protocol';

/** Set while findings of a folder are shown: the command that clears them needs some. */
const checkedKey = 'missionReport.folderChecked';

/** What came of a run, for the message and the tests. */
export interface FolderCheckResult {
  readonly reports: number;
  readonly withFindings: number;
  /** As the Problems panel counts: hints are not in it. */
  readonly findings: number;
  /** False where the run was cancelled, or the folder has more files than are looked at. */
  readonly complete: boolean;
}

const isProblem = ({ severity }: vscode.Diagnostic): boolean => severity !== vscode.DiagnosticSeverity.Hint;

/**
 * Checks folders. What it shows of a file goes when the file is opened, as it is checked by itself then, and is made
 * anew when the file is closed or changed on the disk.
 */
export class FolderCheck implements vscode.Disposable {
  private readonly findings = vscode.languages.createDiagnosticCollection('mission-report');
  /** The files that were found to be reports, by their URIs. */
  private readonly reports = new Map<string, vscode.Uri>();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly client: BaseLanguageClient) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{mission,md,txt}', true);
    const again = (uri: vscode.Uri): void => {
      if (this.reports.has(uri.toString())) void this.check(uri);
    };
    this.subscriptions = vscode.Disposable.from(
      this.findings,
      watcher,
      watcher.onDidChange(again),
      watcher.onDidDelete((uri) => {
        this.forget(uri);
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        this.findings.delete(uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        again(uri);
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Takes away what is shown. */
  clear(): void {
    this.reports.clear();
    this.findings.clear();
    void vscode.commands.executeCommand('setContext', checkedKey, false);
  }

  /** Checks every report below `folder`, with progress, until it is done or the user has had enough. */
  async run(folder: vscode.Uri): Promise<FolderCheckResult> {
    const result = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking the reports of {0}', folder.path.split('/').at(-1) ?? ''),
        cancellable: true,
      },
      (progress, token) => this.checkAll(folder, progress, token),
    );
    void vscode.commands.executeCommand('setContext', checkedKey, this.reports.size > 0);
    void say(result);
    return result;
  }

  private async checkAll(
    folder: vscode.Uri,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<FolderCheckResult> {
    this.clear();
    const { uris, complete } = await this.client.sendRequest<ListReportsResult>(listReportsRequest, {
      folder: this.client.code2ProtocolConverter.asUri(folder),
    });
    let reports = 0;
    let withFindings = 0;
    let findings = 0;
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const file = this.client.protocol2CodeConverter.asUri(uri);
      const found = await this.check(file);
      progress.report({ message: vscode.workspace.asRelativePath(file), increment: 100 / uris.length });
      if (!found) continue;
      const count = found.filter(isProblem).length;
      reports += 1;
      findings += count;
      if (count > 0) withFindings += 1;
    }
    return { reports, withFindings, findings, complete: complete && !token.isCancellationRequested };
  }

  /** Checks one file, and shows what is found where the file is not open; undefined where it is no report. */
  private async check(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[] | undefined> {
    if (this.client.state !== State.Running) return undefined;
    const answer = await this.client.sendRequest<CheckFileResult>(checkFileRequest, {
      uri: this.client.code2ProtocolConverter.asUri(uri),
    });
    if (!answer) {
      this.forget(uri);
      return undefined;
    }
    const found = await this.client.protocol2CodeConverter.asDiagnostics([...answer]);
    this.reports.set(uri.toString(), uri);
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (!isOpen) this.findings.set(uri, found);
    return found;
  }

  private forget(uri: vscode.Uri): void {
    this.reports.delete(uri.toString());
    this.findings.delete(uri);
  }
}

async function say({ reports, withFindings, findings, complete }: FolderCheckResult): Promise<void> {
  const words =
    reports === 0
      ? vscode.l10n.t('No mission report was found in this folder.')
      : vscode.l10n.t('{0} reports were checked; {1} of them have {2} problems.', reports, withFindings, findings);
  const show = vscode.l10n.t('Show the Problems');
  const message = complete ? words : `${words} ${vscode.l10n.t('Not all files were looked at.')}`;
  const chosen = await vscode.window.showInformationMessage(message, ...(findings > 0 ? [show] : []));
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
