import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { settingsSection, statusNotification } from '../../server/src/lsp/protocol';
import type { StatusParams } from '../../server/src/lsp/protocol';

/** Shows, while a report is in front, which profile it is held to, and whether the server is there. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('missionReport.status', vscode.StatusBarAlignment.Right, 100);
  item.name = client.name;
  const profiles = new Map<string, string>();

  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const profile = document && profiles.get(document.uri.toString());
    if (profile === undefined) {
      item.hide();
      return;
    }
    const stopped = client.state === State.Stopped;
    item.text = stopped ? `$(error) ${client.name}` : `$(checklist) ${profile}`;
    item.tooltip = stopped
      ? vscode.l10n.t('The language server has stopped. Select to start it again.')
      : vscode.l10n.t('This mission report is held to the profile {0}. Select to choose another.', profile);
    item.accessibilityInformation = { label: `${stopped ? client.name : profile}. ${item.tooltip}` };
    item.command = stopped
      ? { title: item.tooltip, command: 'missionReport.restartServer' }
      : {
          title: item.tooltip,
          command: 'workbench.action.openSettings',
          arguments: [`${settingsSection}.profile`],
        };
    item.show();
  };

  return vscode.Disposable.from(
    item,
    client.onNotification(statusNotification, ({ uri, profile }: StatusParams) => {
      const key = client.protocol2CodeConverter.asUri(uri).toString();
      if (profile) profiles.set(key, profile.name);
      else profiles.delete(key);
      show();
    }),
    client.onDidChangeState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => profiles.delete(uri.toString())),
  );
}
