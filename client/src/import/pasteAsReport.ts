/** Pasting from Word, LibreOffice and PDF viewers into a report: numbers, tables and whole paragraphs, as text. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageId, otherLanguageIds, pasteRequest } from '../../../server/src/lsp/protocol';
import type { PasteParams, PasteResult } from '../../../server/src/lsp/protocol';
import type { Reports } from '../reports';

const html = 'text/html';
const plain = 'text/plain';
const kind = vscode.DocumentDropOrPasteEditKind.Text.append('missionReport');

/** Words without a line end are pasted as they are: nobody waits for a word. */
const fewestLines = 2;

/** Reads what is pasted into a report. */
export class PasteProvider implements vscode.DocumentPasteEditProvider {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly reports: Reports,
  ) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    _: readonly vscode.Range[],
    data: vscode.DataTransfer,
    __: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    if (document.languageId !== languageId && !this.reports.statusOf(document.uri)) return undefined;
    if (this.client.state !== State.Running) return undefined;
    const [asHtml, asPlain] = await Promise.all([data.get(html)?.asString(), data.get(plain)?.asString()]);
    const text = asPlain ?? '';
    if (asHtml === undefined && text.split('\n').length < fewestLines) return undefined;
    const params: PasteParams = {
      uri: this.client.code2ProtocolConverter.asUri(document.uri),
      html: asHtml ?? '',
      text,
    };
    const read = await this.client.sendRequest<PasteResult>(pasteRequest, params, token);
    if (read === null) return undefined;
    return [new vscode.DocumentPasteEdit(read, vscode.l10n.t('Paste as Report Text'), kind)];
  }
}

/** Offers to paste as text of a report; the button beside what was pasted leads back to the plain words. */
export function offerPaste(provider: PasteProvider): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(
    [languageId, ...otherLanguageIds].map((language) => ({ language })),
    provider,
    { providedPasteEditKinds: [kind], pasteMimeTypes: [html, plain] },
  );
}
