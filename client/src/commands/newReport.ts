import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { knownEventsRequest, languageId, newReportRequest, profilesRequest } from '../../../server/src/lsp/protocol';
import type {
  KnownEventsResult,
  NewReportParams,
  NewReportResult,
  ProfilesResult,
} from '../../../server/src/lsp/protocol';
import { proposeFileName } from '../newReport/fileName';
import { askForNewReport } from '../newReport/questions';
import type { NewReportAnswers } from '../newReport/questions';

/** Where the agency of the last new report is kept: one's next journey is mostly for the same. */
const agencyKey = 'newReport.agency';

/** The folder that a new report goes to: that of the text in front, else the first of the workspace. */
function folderInFront(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const folder = document && vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder && document.uri.scheme === folder.uri.scheme) return vscode.Uri.joinPath(document.uri, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** Names of the files in `folder`, and of those that are open there and have yet to be saved. */
async function fileNamesIn(folder: vscode.Uri | undefined): Promise<string[]> {
  const unsaved = vscode.workspace.textDocuments
    .filter(({ isUntitled }) => isUntitled)
    .map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
  if (!folder) return unsaved;
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (all) => all,
    () => [], // a folder that can't be read has no name to keep clear of
  );
  return [...entries.map(([name]) => name), ...unsaved];
}

/** The file that the user chooses in a window without a folder, made empty; undefined when none is chosen. */
async function chosenFile(name: string): Promise<vscode.Uri | undefined> {
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(name),
    filters: { Markdown: ['md'], Text: ['txt'] },
    title: vscode.l10n.t('New Mission Report'),
  });
  if (uri) await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  return uri;
}

/**
 * A new document called `name`: with a folder it is written there when it is saved. A folder that is on no disk takes no
 * file that is not saved; there, as in a window without a folder, the user is asked for a place when saving.
 */
async function openNew(folder: vscode.Uri | undefined, name: string, asked: boolean): Promise<vscode.TextDocument> {
  const chosen = !folder && asked ? await chosenFile(name) : undefined;
  if (chosen) {
    const document = await vscode.workspace.openTextDocument(chosen);
    return vscode.languages.setTextDocumentLanguage(document, languageId);
  }
  if (folder?.scheme !== 'file') return vscode.workspace.openTextDocument({ language: languageId, content: '' });
  const uri = vscode.Uri.joinPath(folder, name).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.languages.setTextDocumentLanguage(document, languageId);
}

/**
 * Opens a new report: an untitled document with the skeleton, its places to fill in as tab stops.
 *
 * @param client with a server that runs
 * @param given the answers, for a key binding or another extension; without them they are asked for
 */
export async function newReport(
  client: BaseLanguageClient,
  memory: vscode.Memento,
  given: NewReportParams | undefined,
): Promise<void> {
  const folder = folderInFront();
  const fileNames = await fileNamesIn(folder);
  const answers = given
    ? { params: given, fileName: proposeFileName(given.title ?? '', given.markdown ? '.md' : '.txt', fileNames) }
    : await answered(client, memory, fileNames);
  if (!answers) return;
  const { snippet } = await client.sendRequest<NewReportResult>(newReportRequest, answers.params);
  const document = await openNew(folder, answers.fileName, given === undefined);
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
}

async function answered(
  client: BaseLanguageClient,
  memory: vscode.Memento,
  fileNames: readonly string[],
): Promise<NewReportAnswers | undefined> {
  const [profiles, events] = await Promise.all([
    client.sendRequest<ProfilesResult>(profilesRequest),
    client.sendRequest<KnownEventsResult>(knownEventsRequest),
  ]);
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  const answers = await askForNewReport({ profiles, events, agency: memory.get(agencyKey, ''), today, fileNames });
  if (answers?.params.agency) await memory.update(agencyKey, answers.params.agency);
  return answers;
}
