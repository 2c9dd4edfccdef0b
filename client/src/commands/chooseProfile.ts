import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { profileChangeRequest, profilesRequest, settingsSection } from '../../../server/src/lsp/protocol';
import type {
  ProfileChangeParams,
  ProfileChangeResult,
  ProfilesResult,
  StatusParams,
} from '../../../server/src/lsp/protocol';
import type { Reports } from '../reports';

const setting = 'profile';

interface ProfileItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** The level at which VS Code's setting names a profile: it goes before every configuration file. */
function settingTarget(uri: vscode.Uri): vscode.ConfigurationTarget | undefined {
  const found = vscode.workspace.getConfiguration(settingsSection, uri).inspect<string>(setting);
  const isSet = (value: string | undefined): boolean => value !== undefined && value !== 'auto';
  if (isSet(found?.workspaceFolderValue)) return vscode.ConfigurationTarget.WorkspaceFolder;
  if (isSet(found?.workspaceValue)) return vscode.ConfigurationTarget.Workspace;
  return isSet(found?.globalValue) ? vscode.ConfigurationTarget.Global : undefined;
}

function itemsOf(profiles: ProfilesResult, status: StatusParams): readonly ProfileItem[] {
  const isChosen = status.because === 'setting' || status.because === 'configuration';
  const mark = (label: string, isCurrent: boolean): string => (isCurrent ? `$(check) ${label}` : label);
  return [
    {
      label: mark(vscode.l10n.t('Read it off the report'), !isChosen),
      detail: vscode.l10n.t('By the agency and the category on the cover, and by the headings'),
      id: 'auto',
    },
    ...profiles.map(({ id, name, explanation }) => ({
      label: mark(name, isChosen && id === status.profile?.id),
      description: id,
      detail: explanation,
      id,
    })),
  ];
}

async function chosenScope(): Promise<ProfileChangeParams['scope'] | undefined> {
  const items = [
    { label: vscode.l10n.t('For this report'), scope: 'report' as const },
    { label: vscode.l10n.t('For all reports of this folder'), scope: 'folder' as const },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Written to .mission-report.json, which the folder shares'),
  });
  return chosen?.scope;
}

/** Makes the change and saves it: it is in force at once. */
async function apply(client: BaseLanguageClient, { file, edit }: NonNullable<ProfileChangeResult>): Promise<void> {
  const change = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!(await vscode.workspace.applyEdit(change))) return;
  const document = await vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(file));
  await document.save();
}

/** Has a format chosen for the report in front, or for all reports of its folder. */
export async function chooseProfile(client: BaseLanguageClient, reports: Reports): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const status = uri && reports.statusOf(uri);
  if (!status) return;
  const profiles = await client.sendRequest<ProfilesResult>(profilesRequest);
  const chosen = await vscode.window.showQuickPick(itemsOf(profiles, status), {
    placeHolder: vscode.l10n.t('Which form does the report follow?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  const setBy = settingTarget(uri);
  if (setBy !== undefined) {
    const value = chosen.id === 'auto' ? undefined : chosen.id;
    await vscode.workspace.getConfiguration(settingsSection, uri).update(setting, value, setBy);
    return;
  }
  const ask = (scope: ProfileChangeParams['scope']): Promise<ProfileChangeResult> => {
    const params: ProfileChangeParams = { uri: status.uri, profile: chosen.id, scope };
    return client.sendRequest<ProfileChangeResult>(profileChangeRequest, params);
  };
  // A report that lies in no folder, such as one that has yet to be saved, has VS Code's setting alone.
  if ((await ask('folder')) === null) {
    const target = vscode.workspace.workspaceFolders
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration(settingsSection, uri).update(setting, chosen.id, target);
    return;
  }
  const scope = await chosenScope();
  const change = scope && (await ask(scope));
  if (change) await apply(client, change);
}
