/** 匯入 Word／ODF…: a report out of a document of a word processor, with its images beside it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { base64Of, bytesOf, importRequest } from '../../../server/src/lsp/protocol';
import type { ImportParams, ImportResult } from '../../../server/src/lsp/protocol';
import { exists } from '../exists';

/** A larger file is no report, and would have to be held several times over. */
const mostBytes = 150_000_000;

interface Place {
  readonly report: vscode.Uri;
  /** The folder of the images. */
  readonly images: vscode.Uri;
}

/** A name beside `file` that nothing has yet: an import never writes over anything. */
async function freeName(file: vscode.Uri): Promise<Place> {
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
 * @returns the report; undefined where nothing was imported, which has been said or asked for
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
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Importing {0}', name),
        cancellable: true,
      },
      (_, token) => imported(client, file, name, token),
    );
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be imported: {1}', name, error instanceof Error ? error.message : String(error)),
    );
    return undefined;
  }
}

async function imported(
  client: BaseLanguageClient,
  file: vscode.Uri,
  name: string,
  token: vscode.CancellationToken,
): Promise<vscode.Uri | undefined> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > mostBytes) throw new Error(vscode.l10n.t('the file is too large'));
  const place = await freeName(file);
  const params: ImportParams = {
    base64: base64Of(await vscode.workspace.fs.readFile(file)),
    imageFolder: place.images.path.split('/').at(-1)!,
  };
  if (token.isCancellationRequested) return undefined;
  const result = await unlessCancelled(client.sendRequest<ImportResult>(importRequest, params, token), token);
  if (!result) return undefined;
  if ('refused' in result) throw new Error(result.refused);
  if (!(await written(result, place, token))) return undefined;
  await vscode.window.showTextDocument(place.report);
  void tellOf(name, result.losses);
  return place.report;
}

/** What comes of `asked`; undefined as soon as the author gives up, while the server may still be reading. */
async function unlessCancelled<T>(asked: Promise<T>, token: vscode.CancellationToken): Promise<T | undefined> {
  const listeners: vscode.Disposable[] = [];
  const cancelled = new Promise<undefined>((resolve) => {
    listeners.push(
      token.onCancellationRequested(() => {
        resolve(undefined);
      }),
    );
  });
  try {
    return await Promise.race([asked, cancelled]);
  } catch (error) {
    // A server that has heard of it refuses to answer.
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    for (const listener of listeners) listener.dispose();
    asked.catch(() => undefined);
  }
}

/**
 * Writes the images and then the report, so that where it is, its images are.
 * @returns false where the author gave up: then nothing is left of it
 */
async function written(
  { text, images }: Exclude<ImportResult, { refused: string }>,
  place: Place,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const { fs } = vscode.workspace;
  let isWritten = false;
  try {
    for (const { name, base64 } of images) {
      if (token.isCancellationRequested) return false;
      await fs.writeFile(vscode.Uri.joinPath(place.images, name), bytesOf(base64));
    }
    if (token.isCancellationRequested) return false;
    await fs.writeFile(place.report, new TextEncoder().encode(text));
    isWritten = true;
    return true;
  } finally {
    if (!isWritten && (await exists(place.images))) await fs.delete(place.images, { recursive: true });
  }
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
