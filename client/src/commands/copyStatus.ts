import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checklistRequest, settingsSection } from '../../../server/src/lsp/protocol';
import type { StatusParams } from '../../../server/src/lsp/protocol';
import type { Reports } from '../reports';
import type { ServerRuns } from '../runs';

const stateName: Readonly<Record<State, string>> = {
  [State.Stopped]: 'stopped',
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.StartFailed]: 'start failed',
};

/** Settings by name that differ from their defaults. */
function settingsOf(extension: vscode.Extension<unknown>): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration(settingsSection);
  const { contributes } = extension.packageJSON as {
    contributes: { configuration: { properties: Record<string, { default?: unknown }> } };
  };
  const changed: Record<string, unknown> = {};
  for (const [name, { default: usual }] of Object.entries(contributes.configuration.properties)) {
    const value = configuration.get(name.slice(settingsSection.length + 1));
    if (JSON.stringify(value) !== JSON.stringify(usual)) changed[name] = value;
  }
  return changed;
}

/** The figures of a report, without its name and its words. Milliseconds are those of a request and its answer. */
async function figuresOf(
  client: BaseLanguageClient,
  { uri, profile, because, parts, problems }: StatusParams,
): Promise<object> {
  const document = vscode.workspace.textDocuments.find((one) => client.code2ProtocolConverter.asUri(one.uri) === uri);
  const start = performance.now();
  if (client.state === State.Running) await client.sendRequest(checklistRequest, { uri });
  return {
    language: document?.languageId,
    scheme: document?.uri.scheme,
    lines: document?.lineCount,
    characters: document?.getText().length,
    profile: profile?.id,
    because,
    partsPresent: parts?.filter(({ range }) => range !== undefined).length,
    partsRequired: parts?.length,
    problems,
    checklistMilliseconds: Math.round(performance.now() - start),
  };
}

/** Puts on the clipboard what somebody who helps needs to know: versions, settings, times and counts, never text. */
export async function copyStatus(
  client: BaseLanguageClient,
  reports: Reports,
  extension: vscode.Extension<unknown>,
  runs: ServerRuns,
): Promise<void> {
  const { version } = extension.packageJSON as { version: string };
  const dump = {
    extension: version,
    vscode: vscode.version,
    host: {
      app: vscode.env.appHost,
      ui: vscode.UIKind[vscode.env.uiKind],
      remote: vscode.env.remoteName !== undefined,
    },
    displayLanguage: vscode.env.language,
    workspace: {
      folders: vscode.workspace.workspaceFolders?.length ?? 0,
      schemes: [...new Set(vscode.workspace.workspaceFolders?.map(({ uri }) => uri.scheme))],
      trusted: vscode.workspace.isTrusted,
    },
    server: {
      state: stateName[client.state],
      name: client.initializeResult?.serverInfo?.name,
      version: client.initializeResult?.serverInfo?.version,
      starts: runs.starts,
      lastStartMilliseconds: runs.lastStart,
    },
    settings: settingsOf(extension),
    reports: await Promise.all(reports.all.map((report) => figuresOf(client, report))),
  };
  await vscode.env.clipboard.writeText(JSON.stringify(dump, null, 2));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Mission Report: the status is on the clipboard.'), 5000);
}
