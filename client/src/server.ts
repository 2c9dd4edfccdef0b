import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { whenReportOpens } from './activation';

/** The language server: it starts with the first report, or with the first command that needs it. */
export class Server implements vscode.Disposable {
  private readonly waiting: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.waiting = whenReportOpens(() => {
      void this.start();
    });
  }

  /** Whether the server runs, once it has been started where it did not. */
  async running(): Promise<boolean> {
    this.waiting.dispose();
    if (this.client.state === State.Starting) await this.client.start();
    else if (this.client.state !== State.Running) await this.start();
    return this.client.state === State.Running;
  }

  /** Starts the server, be it anew. */
  async restart(): Promise<void> {
    this.waiting.dispose();
    await this.start();
  }

  dispose(): void {
    this.waiting.dispose();
  }

  private async start(): Promise<void> {
    try {
      if (this.client.needsStop()) await this.client.stop();
      await this.client.start();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      void sayItDoesNotStart();
    }
  }
}

/** Tells that the server ended too often, and offers what can be done about it. */
export async function sayItStopped(): Promise<void> {
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

async function sayItDoesNotStart(): Promise<void> {
  const showLog = vscode.l10n.t('Show the Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('The language server of Mission Report does not start.'),
    showLog,
  );
  if (chosen === showLog) await vscode.commands.executeCommand('missionReport.showLog');
}
