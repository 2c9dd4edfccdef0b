/** The digest record of the portal, field by field onto the clipboard. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { digestRequest } from '../../../server/src/lsp/protocol';
import type { DigestResult } from '../../../server/src/lsp/protocol';

interface Field extends vscode.QuickPickItem {
  readonly value: string;
}

/** Shows the fields; a chosen one goes onto the clipboard, and the list stays for the next. */
export async function copyDigest(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const uri = document && client.code2ProtocolConverter.asUri(document.uri);
  const fields = uri === undefined ? null : await client.sendRequest<DigestResult>(digestRequest, { uri });
  if (!fields) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the report whose record you want to copy.'));
    return;
  }
  const json = JSON.stringify(Object.fromEntries(fields.map(({ id, value }) => [id, value])), undefined, 2);
  const items: Field[] = [
    ...fields.map(({ label, value }) => ({
      label,
      description: value === '' ? vscode.l10n.t('not in the report') : value,
      value,
    })),
    { label: vscode.l10n.t('The whole record as JSON'), value: json },
  ];
  const list = vscode.window.createQuickPick<Field>();
  list.title = vscode.l10n.t('Digest record (提要表)');
  list.placeholder = vscode.l10n.t('Choose a field to copy it; the list stays open for the next');
  list.items = items;
  list.ignoreFocusOut = true;
  list.onDidAccept(() => {
    const [chosen] = list.selectedItems;
    if (!chosen || chosen.value === '') return;
    void vscode.env.clipboard.writeText(chosen.value).then(() => {
      list.title = vscode.l10n.t('Copied: {0}', chosen.label);
      // The next field stands ready.
      const next = items[items.indexOf(chosen) + 1];
      if (next) list.activeItems = [next];
    });
  });
  list.onDidHide(() => {
    list.dispose();
  });
  list.show();
}
