import * as vscode from 'vscode';
import { rulePageUri } from '../rulePages';

const diagnosticSource = 'mission-report';

const ruleId = /^[a-z]+\/[a-z-]+$/;

/** A rule that something was found by: its id, and a finding's words. */
interface RuleItem extends vscode.QuickPickItem {
  readonly label: string;
}

/** The rules of the findings at the cursor, or, where there is none, of all findings of the document; each once. */
function rulesFor({ document, selection }: vscode.TextEditor): RuleItem[] {
  const all = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === diagnosticSource);
  const here = all.filter(({ range }) => range.intersection(selection) !== undefined);
  const found = new Map<string, RuleItem>();
  for (const { code, message } of here.length > 0 ? here : all) {
    const label = String(typeof code === 'object' ? code.value : code);
    if (!found.has(label)) found.set(label, { label, detail: message });
  }
  return [...found.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}

/**
 * Shows the page of a rule, or, where none is named, of the rule that the finding at the cursor comes from; of several
 * the user chooses one.
 *
 * @param asked id of a rule; any other value names none
 */
export async function openRulePage(asked: unknown): Promise<void> {
  const show = (rule: string): Thenable<unknown> => vscode.commands.executeCommand('vscode.open', rulePageUri(rule));
  if (typeof asked === 'string' && ruleId.test(asked)) {
    await show(asked);
    return;
  }
  const editor = vscode.window.activeTextEditor;
  const rules = editor ? rulesFor(editor) : [];
  if (rules.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('There is no finding in this report.'));
    return;
  }
  const chosen =
    rules.length === 1
      ? rules[0]
      : await vscode.window.showQuickPick(rules, { placeHolder: vscode.l10n.t('Which rule?'), matchOnDetail: true });
  if (chosen) await show(chosen.label);
}
