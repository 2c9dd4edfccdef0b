/** 匯入 Word／ODF…: a report out of a document of a word processor, with its images beside it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { base64Of, bytesOf, importRequest } from '../../../server/src/lsp/protocol';
import type { ImportParams, ImportResult } from '../../../server/src/lsp/protocol';
import { exists } from '../exists';

/** A larger file is no report, and would have to be held several times over. */
const mostBytes = 150_000_000;

/** A name beside `file` that nothing has yet: an import never writes over anything. */
async function freeName(file: vscode.Uri): Promise<{ readonly report: vscode.Uri; readonly images: vscode.Uri }> {
  const stem = (file.path.split('/').at(-1) ?? 'report').replace(/\.\w+$/, '');
  for (let count = 1; ; count++) {
    const name = count === 1 ? stem : `${stem} (${count})`;
    const report = vscode.Uri.joinPath(file, '..', `${name}.mission.md`);
    const images = vscode.Uri.joinPath(file, '..', `${name}.圖片`);
    if (!(await exists(report)) && !(await exists(images))) return { report, images };
  }
}

/**
 * Imports the document at `uri`, or the one that the author chooses, and shows the report.
 * @param client with a server that runs
 * @returns the report; undefined where nothing was imported, which has been said
 */
export async function importReport(
  client: BaseLanguageClient,
  uri: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const [file] = uri
    ? [uri]
    : ((await vscode.window.showOpenDialog({
        filters: { [vscode.l10n.t('Word and ODF documents')]: ['docx', 'docm', 'odt', 'ott'] },
        openLabel: vscode.l10n.t('Import'),
      })) ?? []);
  if (!file) return undefined;
  const name = file.path.split('/').at(-1) ?? '';
  try {
    return await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Importing {0}', name) },
      () => imported(client, file, name),
    );
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be imported: {1}', name, error instanceof Error ? error.message : String(error)),
    );
    return undefined;
  }
}

async function imported(client: BaseLanguageClient, file: vscode.Uri, name: string): Promise<vscode.Uri | undefined> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > mostBytes) throw new Error(vscode.l10n.t('the file is too large'));
  const place = await freeName(file);
  const params: ImportParams = {
    base64: base64Of(await vscode.workspace.fs.readFile(file)),
    imageFolder: place.images.path.split('/').at(-1)!,
  };
  const result = await client.sendRequest<ImportResult>(importRequest, params);
  if ('refused' in result) throw new Error(result.refused);
  for (const { name: image, base64 } of result.images)
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(place.images, image), bytesOf(base64));
  await vscode.workspace.fs.writeFile(place.report, new TextEncoder().encode(result.text));
  await vscode.window.showTextDocument(place.report);
  void tellOf(name, result.losses);
  return place.report;
}

/** Says that it is done, and what could not be carried over. */
async function tellOf(name: string, losses: readonly string[]): Promise<void> {
  if (losses.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} is imported.', name));
    return;
  }
  const show = vscode.l10n.t('Show the List');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} is imported. Not carried over as it was: {1} places.', name, losses.length),
    show,
  );
  if (chosen !== show) return;
  const content = [vscode.l10n.t('Not carried over as it was from {0}', name), '', ...losses, ''].join('\n');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
}
