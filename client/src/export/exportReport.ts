/** 匯出…: a report as Word, ODF, web page or PDF, its review form, and its digest record. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { exists } from '../exists';
import { base64Of, bytesOf, exportImagesRequest, exportRequest } from '../../../server/src/lsp/protocol';
import type { ExportImagesResult, ExportParams, ExportResult } from '../../../server/src/lsp/protocol';

/** Makes a PDF of the two files; only where the extension runs on a machine. */
export type MakePdf = (
  odt: Uint8Array,
  html: Uint8Array,
  hanFonts: readonly string[],
  signal: AbortSignal,
) => Promise<Uint8Array>;

/** What came of it where no PDF could be made. */
export interface PdfFailure {
  readonly why: 'no-printer' | 'failed' | 'cancelled';
  readonly message: string;
}

/** What may be exported: the content, the kind of file, and the end of its name. */
interface Choice extends vscode.QuickPickItem {
  readonly id: string;
  readonly content: ExportParams['content'];
  readonly format: ExportParams['format'] | 'pdf';
  readonly ending: string;
}

/** What another extension or a key binding may say instead of being asked. */
export interface ExportAnswers {
  /** One of docx, odt, html, pdf, review-docx, review-odt, digest-docx, digest-odt. */
  readonly format: string;
  readonly target: vscode.Uri;
}

function choices(hasPdf: boolean): Choice[] {
  const choice = (id: string, content: Choice['content'], format: Choice['format'], ending: string, label: string, description: string): Choice => ({ id, content, format, ending, label, description }); // prettier-ignore
  return [
    choice('docx', 'report', 'docx', '.docx', 'Word', '.docx'),
    choice('odt', 'report', 'odt', '.odt', 'ODF', '.odt'),
    ...(hasPdf
      ? [choice('pdf', 'report', 'pdf', '.pdf', 'PDF', vscode.l10n.t('made by LibreOffice, Edge or Chrome'))]
      : []),
    choice(
      'html',
      'report',
      'html',
      '.html',
      vscode.l10n.t('Web page'),
      vscode.l10n.t('.html, one file, for a browser to print'),
    ),
    choice('review-docx', 'review', 'docx', '.審核表.docx', vscode.l10n.t('Review form (出國報告審核表)'), 'Word'),
    choice('review-odt', 'review', 'odt', '.審核表.odt', vscode.l10n.t('Review form (出國報告審核表)'), 'ODF'),
    choice('digest-docx', 'digest', 'docx', '.提要表.docx', vscode.l10n.t('Digest record (提要表)'), 'Word'),
    choice('digest-odt', 'digest', 'odt', '.提要表.odt', vscode.l10n.t('Digest record (提要表)'), 'ODF'),
  ];
}

/** The name of a report without `.mission.md` and the like. */
function stem(name: string): string {
  return name.replace(/\.(?:md|txt|mission)$/i, '').replace(/\.mission$/i, '');
}

function besideReport(uri: vscode.Uri, ending: string): vscode.Uri | undefined {
  const name = `${stem(uri.path.split('/').at(-1) ?? 'report')}${ending}`;
  if (uri.scheme !== 'untitled') return vscode.Uri.joinPath(uri, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, name);
}

/** Where to write; undefined where the user gave up. The dialog asks before it gives a file that is there. */
async function targetFor(
  uri: vscode.Uri,
  { format, ending, label }: Choice,
  given: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  if (!given) {
    const defaultUri = besideReport(uri, ending);
    return vscode.window.showSaveDialog({
      ...(defaultUri && { defaultUri }),
      filters: { [label]: [format] },
      saveLabel: vscode.l10n.t('Export'),
    });
  }
  if (!(await exists(given))) return given;
  const replace = vscode.l10n.t('Replace');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} exists already. Replace it?', given.path.split('/').at(-1) ?? ''),
    { modal: true },
    replace,
  );
  return chosen === replace ? given : undefined;
}

/** The images that are there, read from below the report's folder. */
async function imagesOf(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  uri: string,
): Promise<ExportParams['images']> {
  const wanted = (await client.sendRequest<ExportImagesResult>(exportImagesRequest, { uri })) ?? [];
  if (document.uri.scheme === 'untitled') return [];
  const images: { source: string; base64: string }[] = [];
  for (const { source, path } of wanted) {
    if (path === undefined) continue;
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(document.uri, '..', path));
      images.push({ source, base64: base64Of(bytes) });
    } catch {
      // The server says which images are missing.
    }
  }
  return images;
}

/**
 * Exports the report at `uri`.
 * @param client with a server that runs
 * @param makePdf undefined on the web
 */
export async function exportReport(
  client: BaseLanguageClient,
  uri: vscode.Uri | undefined,
  answers: ExportAnswers | undefined,
  makePdf: MakePdf | undefined,
): Promise<void> {
  const asked = uri ?? vscode.window.activeTextEditor?.document.uri;
  if (!asked) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the report that you want to export.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument(asked);
  const all = choices(makePdf !== undefined);
  const choice = answers
    ? all.find(({ id }) => id === answers.format)
    : await vscode.window.showQuickPick(all, {
        title: vscode.l10n.t('Export the report as'),
        matchOnDescription: true,
      });
  if (!choice) return;
  const target = await targetFor(document.uri, choice, answers?.target);
  if (!target) return;
  const name = target.path.split('/').at(-1) ?? '';
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting {0}', name), cancellable: true },
    (_, token) => written(client, document, choice, target, makePdf, token),
  );
  if (result) await tellOf(target, name, result);
}

/** Writes the file. @returns undefined where it was cancelled or failed, which has been said */
async function written(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  { content, format }: Choice,
  target: vscode.Uri,
  makePdf: MakePdf | undefined,
  token: vscode.CancellationToken,
): Promise<ExportResult | undefined> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  try {
    const images = content === 'report' ? await imagesOf(client, document, uri) : [];
    const ask = (wanted: ExportParams['format']): Promise<ExportResult | null> =>
      client.sendRequest<ExportResult | null>(exportRequest, { uri, content, format: wanted, images }, token);
    const result = await ask(format === 'pdf' ? 'odt' : format);
    if (!result) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('This document is no mission report, so there is nothing to export.'),
      );
      return undefined;
    }
    let bytes = bytesOf(result.base64);
    if (format === 'pdf' && makePdf) {
      const html = await ask('html');
      const control = new AbortController();
      token.onCancellationRequested(() => {
        control.abort();
      });
      bytes = await makePdf(bytes, bytesOf(html?.base64 ?? ''), result.hanFonts, control.signal);
    }
    if (token.isCancellationRequested) return undefined;
    await vscode.workspace.fs.writeFile(target, bytes);
    return result;
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    await tellFailure(error);
    return undefined;
  }
}

async function tellFailure(error: unknown): Promise<void> {
  const failure = error as Partial<PdfFailure>;
  if (failure.why === 'no-printer')
    await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'Nothing here can make a PDF. Install LibreOffice, Microsoft Edge or Google Chrome, or export Word, ODF or a web page and print that.',
      ),
    );
  else
    await vscode.window.showErrorMessage(
      vscode.l10n.t('The report could not be exported: {0}', error instanceof Error ? error.message : String(error)),
    );
}

/** Says what was written and what stands against it, and offers to open it. */
async function tellOf(target: vscode.Uri, name: string, { errors, missingImages }: ExportResult): Promise<void> {
  const isFile = target.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
  const open = vscode.l10n.t('Open');
  const reveal = vscode.l10n.t('Show in Folder');
  const problems = vscode.l10n.t('See the Errors');
  const words = [
    vscode.l10n.t('{0} is written.', name),
    ...(errors > 0 ? [vscode.l10n.t('The report still has {0} errors.', errors)] : []),
    ...(missingImages.length > 0 ? [vscode.l10n.t('These images were not found: {0}', missingImages.join(', '))] : []),
  ].join(' ');
  const buttons = [...(isFile ? [open, reveal] : [reveal]), ...(errors > 0 ? [problems] : [])];
  const say =
    errors > 0 || missingImages.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await say(words, ...buttons);
  if (chosen === open) await vscode.env.openExternal(target);
  else if (chosen === reveal)
    await vscode.commands.executeCommand(isFile ? 'revealFileInOS' : 'revealInExplorer', target);
  else if (chosen === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
