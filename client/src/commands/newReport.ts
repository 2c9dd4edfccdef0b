import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { knownEventsRequest, languageId, newReportRequest, profilesRequest } from '../../../server/src/lsp/protocol';
import type {
  KnownEventsResult,
  NewReportParams,
  NewReportResult,
  ProfilesResult,
} from '../../../server/src/lsp/protocol';
import { askForNewReport } from '../newReport/questions';

/** Where the agency of the last new report is kept: one's next journey is mostly for the same. */
const agencyKey = 'newReport.agency';

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
  const params = given ?? (await answered(client, memory));
  if (!params) return;
  const { snippet } = await client.sendRequest<NewReportResult>(newReportRequest, params);
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
}

async function answered(client: BaseLanguageClient, memory: vscode.Memento): Promise<NewReportParams | undefined> {
  const [profiles, events] = await Promise.all([
    client.sendRequest<ProfilesResult>(profilesRequest),
    client.sendRequest<KnownEventsResult>(knownEventsRequest),
  ]);
  const params = await askForNewReport(profiles, events, memory.get(agencyKey, ''));
  if (params?.agency) await memory.update(agencyKey, params.agency);
  return params;
}
