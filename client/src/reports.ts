import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { statusNotification } from '../../server/src/lsp/protocol';
import type { StatusParams } from '../../server/src/lsp/protocol';

/** What the server has said of each open document that it serves. */
export class Reports implements vscode.Disposable {
  private readonly statuses = new Map<string, StatusParams>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;

  /** Fired when something is said of a document, or a document is closed. */
  readonly onDidChange = this.changed.event;

  constructor(client: BaseLanguageClient) {
    this.subscription = vscode.Disposable.from(
      client.onNotification(statusNotification, (status: StatusParams) => {
        const key = client.protocol2CodeConverter.asUri(status.uri).toString();
        if (status.served) this.statuses.set(key, status);
        else this.statuses.delete(key);
        this.changed.fire();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.statuses.delete(uri.toString())) this.changed.fire();
      }),
    );
  }

  /** What is known of the document; undefined where it is not served. */
  statusOf(uri: vscode.Uri): StatusParams | undefined {
    return this.statuses.get(uri.toString());
  }

  /** The reports that are open and served. */
  get all(): readonly StatusParams[] {
    return [...this.statuses.values()];
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
