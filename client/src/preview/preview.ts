/** The finished pages of a report at the side of its text. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { previewRequest } from '../../../server/src/lsp/protocol';
import type { PreviewParams, ProtocolPreview, ProtocolPreviewPiece } from '../../../server/src/lsp/protocol';
import type { Reports } from '../reports';
import type { FromPage, ToPage } from './messages';

const viewType = 'missionReport.preview';

function isSame(a: ProtocolPreviewPiece, b: ProtocolPreviewPiece): boolean {
  return a.html === b.html && a.line === b.line && a.begins === b.begins;
}

/** The pieces in which `after` differs from `before`: one stretch. */
function changedPieces(
  before: readonly ProtocolPreviewPiece[],
  after: readonly ProtocolPreviewPiece[],
): { readonly from: number; readonly removed: number; readonly pieces: readonly ProtocolPreviewPiece[] } {
  let from = 0;
  while (from < before.length && from < after.length && isSame(before[from]!, after[from]!)) from++;
  let same = 0;
  while (
    same < Math.min(before.length, after.length) - from &&
    isSame(before[before.length - 1 - same]!, after[after.length - 1 - same]!)
  )
    same++;
  return { from, removed: before.length - from - same, pieces: after.slice(from, after.length - same) };
}

/** The one panel, which shows the report that was last in front. */
export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private uri: vscode.Uri | undefined;
  private shown: readonly ProtocolPreviewPiece[] = [];
  private asking = false;
  /** How often the pages were wanted anew. */
  private wanted = 0;
  private ready = false;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly reports: Reports,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.panel && document.uri.toString() === this.uri?.toString()) void this.update();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor.document.uri.toString() === this.uri?.toString() && selections[0])
          this.tell({ type: 'line', line: selections[0].active.line });
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.panel && editor && this.reports.statusOf(editor.document.uri)) this.turnTo(editor.document.uri);
      }),
      // A report that was just opened may have been asked for before the server knew it.
      reports.onDidChange(() => {
        if (this.panel && this.shown.length === 0) void this.update();
      }),
    );
  }

  /** The report that is shown, for the tests. */
  get shownUri(): vscode.Uri | undefined {
    return this.panel && this.uri;
  }

  /** How many pieces the page has been given, for the tests. */
  get pieceCount(): number {
    return this.shown.length;
  }

  dispose(): void {
    this.panel?.dispose();
    this.subscriptions.dispose();
  }

  /** Shows the pages of the report at `uri`. */
  async show(uri: vscode.Uri): Promise<void> {
    if (this.panel) this.panel.reveal(undefined, true);
    else this.open(uri);
    this.turnTo(uri);
    await this.update();
  }

  private open(uri: vscode.Uri): void {
    const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    const panel = vscode.window.createWebviewPanel(
      viewType,
      vscode.l10n.t('Preview'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        enableFindWidget: true,
        localResourceRoots: [
          vscode.Uri.joinPath(this.extensionUri, 'dist'),
          ...folders,
          vscode.Uri.joinPath(uri, '..'),
        ],
      },
    );
    this.panel = panel;
    this.ready = false;
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.type === 'line') void this.goTo(message.line);
      else {
        // A page that was hidden has forgotten everything.
        this.ready = true;
        this.shown = [];
        void this.update();
      }
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.shown = [];
      this.ready = false;
    });
    panel.webview.html = this.html(panel.webview);
  }

  private turnTo(uri: vscode.Uri): void {
    if (uri.toString() === this.uri?.toString() && this.panel?.title !== vscode.l10n.t('Preview')) return;
    this.uri = uri;
    if (this.panel) this.panel.title = vscode.l10n.t('Preview {0}', uri.path.split('/').at(-1) ?? '');
    void this.update();
  }

  private tell(message: ToPage): void {
    if (this.ready) void this.panel?.webview.postMessage(message);
  }

  /** Asks for the pages anew; while an answer is waited for, one more question stands for all. */
  private async update(): Promise<void> {
    this.wanted++;
    if (this.asking) return;
    this.asking = true;
    try {
      for (let answered = 0; answered !== this.wanted;) {
        answered = this.wanted;
        await this.ask();
      }
    } finally {
      this.asking = false;
    }
  }

  private async ask(): Promise<void> {
    const { uri } = this;
    if (!this.panel || !uri || !this.ready) return;
    const params: PreviewParams = { uri: this.client.code2ProtocolConverter.asUri(uri) };
    let preview: ProtocolPreview | null;
    try {
      preview = await this.client.sendRequest<ProtocolPreview | null>(previewRequest, params);
    } catch {
      // The text has changed meanwhile, or the server ends just now: the next change asks again.
      return;
    }
    const { panel } = this;
    if (!preview || uri !== this.uri) return;
    const folder = panel.webview.asWebviewUri(vscode.Uri.joinPath(uri, '..')).toString();
    const { title, style, page, pieces } = preview;
    this.tell({ type: 'show', title, style, page, ...changedPieces(this.shown, pieces), folder: `${folder}/` });
    this.shown = pieces;
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (editor) this.tell({ type: 'line', line: editor.selection.active.line });
  }

  private async goTo(line: number): Promise<void> {
    if (!this.uri) return;
    const column = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.uri?.toString(),
    )?.viewColumn;
    const position = new vscode.Position(line, 0);
    await vscode.window.showTextDocument(this.uri, {
      viewColumn: column ?? vscode.ViewColumn.One,
      selection: new vscode.Range(position, position),
    });
  }

  private html(webview: vscode.Webview): string {
    const script = webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, 'dist/preview.js')).toString();
    const nonce = crypto.randomUUID();
    const policy = `default-src 'none'; img-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
  }
}
