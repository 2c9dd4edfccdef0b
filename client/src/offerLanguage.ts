import * as vscode from 'vscode';
import { languageId, otherLanguageIds, settingsSection } from '../../server/src/lsp/protocol';
import type { Reports } from './reports';

/** What a report that VS Code has as a text file is to be opened as. */
const setting = 'textFiles';
type Choice = 'ask' | 'report' | 'text';

/**
 * Offers to write a report in the language of reports, where VS Code has it as a text file (`.txt`, `.md` or untitled):
 * only there parts have their colours, and lists open while acronyms are typed. It is asked once a document, when somebody
 * begins to write in it; whoever reads is not asked.
 */
export class LanguageOffer implements vscode.Disposable {
  private readonly asked = new WeakSet<vscode.TextDocument>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly reports: Reports) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.look(document);
      }),
      // A text becomes a report while it is written.
      reports.onDidChange(() => {
        const document = vscode.window.activeTextEditor?.document;
        if (document?.isDirty) this.look(document);
      }),
    );
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private look(document: vscode.TextDocument): void {
    if (!otherLanguageIds.includes(document.languageId) || this.asked.has(document)) return;
    if (vscode.window.activeTextEditor?.document !== document || !this.reports.statusOf(document.uri)) return;
    const choice = vscode.workspace.getConfiguration(settingsSection, document).get<Choice>(setting);
    if (choice === 'text') return;
    this.asked.add(document);
    if (choice === 'report') void vscode.languages.setTextDocumentLanguage(document, languageId);
    else void this.ask(document);
  }

  private async ask(document: vscode.TextDocument): Promise<void> {
    const once = vscode.l10n.t('For This File');
    const always = vscode.l10n.t('Always');
    const never = vscode.l10n.t('Never');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('This text is a mission report. Write it as one, with its colours and with suggestions while you type?'), // prettier-ignore
      once,
      always,
      never,
    );
    if (chosen === once || chosen === always) await vscode.languages.setTextDocumentLanguage(document, languageId);
    if (chosen !== always && chosen !== never) return;
    const choice: Choice = chosen === always ? 'report' : 'text';
    await vscode.workspace.getConfiguration(settingsSection).update(setting, choice, vscode.ConfigurationTarget.Global);
  }
}
