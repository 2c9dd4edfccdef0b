/** What VS Code does not say of a list of completions, and does not leave out of it. */
import * as vscode from 'vscode';
import { languageId } from '../../server/src/lsp/protocol';

type Completions = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

/** No text holds this character of Unicode's private area, so an entry that is found by it is never shown. */
const findsNothing = '\uE000';

/** What lists are opened by: （ and ： for ours, and for those of other extensions . / # < and the like, as links in Markdown. */
const opener = /[-./\\#<>"'()[\]{}:@!$%&*+,;=?^`|~（：]/;
/** How many characters may be typed on a slow machine before the list that one of them opens has come. */
const charactersAhead = 8;

/** A list that VS Code asks for by itself comes within so many milliseconds of what was typed; later ones are asked for. */
const byItself = 400;

/** Where somebody typed last, and whether a list was asked for there since. */
interface TypedPlace {
  readonly version: number;
  readonly end: vscode.Position;
  /** When, in milliseconds. */
  readonly at: number;
  listed: boolean;
}

/** Whether VS Code opens lists while one types in the document. */
function opensByItself(document: vscode.TextDocument): boolean {
  const setting = vscode.workspace
    .getConfiguration('editor', document)
    .get<boolean | Readonly<Record<string, boolean | string>>>('quickSuggestions');
  const other = typeof setting === 'object' ? setting['other'] : setting;
  return other !== false && other !== 'off';
}

/** Whether VS Code takes what stands before `position` for the word that is being typed. */
function isTypingWord(document: vscode.TextDocument, position: vscode.Position): boolean {
  const word = document.getWordRangeAtPosition(position);
  return word !== undefined && (word.end.isEqual(position) || word.start.character + 1 === position.character);
}

/**
 * Tells the lists that open by themselves from those that an author asks for. VS Code says of both that they are
 * invoked; but the first request after something was typed is its own, and one that follows at the same place is not.
 * Where lists do not open while one types, it is so only behind a character that another extension's list opens at:
 * VS Code asks for all lists again when the next word begins.
 */
export class Suggestions implements vscode.Disposable {
  private readonly typed = new WeakMap<vscode.TextDocument, TypedPlace>();
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const [change, ...others] = contentChanges;
    this.typed.delete(document);
    if (!change || others.length > 0 || change.text === '') return;
    const end = document.positionAt(change.rangeOffset + change.text.length);
    this.typed.set(document, { version: document.version, end, at: Date.now(), listed: false });
  });

  /** @param isReport whether the server has found the document to be a report */
  constructor(private readonly isReport: (document: vscode.TextDocument) => boolean) {}

  /**
   * What the server is told has set a request off: a list that opened by itself, the character before it.
   * @param context as VS Code gives it
   */
  contextOf(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.CompletionContext,
  ): vscode.CompletionContext {
    const typed = this.typed.get(document);
    const isFirst =
      typed !== undefined && !typed.listed && typed.version === document.version && typed.end.isEqual(position);
    if (isFirst) typed.listed = true;
    if (context.triggerKind !== vscode.CompletionTriggerKind.Invoke) return context;
    if (!isFirst || !isTypingWord(document, position)) return context;
    const from = Math.max(0, position.character - charactersAhead);
    const before = document.lineAt(position.line).text.slice(from, position.character);
    if (!opensByItself(document) && (!opener.test(before) || Date.now() - typed.at > byItself)) return context;
    const character = document.getText(new vscode.Range(position.translate(0, -1), position));
    return { triggerKind: vscode.CompletionTriggerKind.TriggerCharacter, triggerCharacter: character };
  }

  /**
   * What is shown of the server's entries. Where it has none for a report in a text file, VS Code would go on to
   * words of the text (in Chinese, whole sentences) and take one at the next Enter; it does not where there is an entry,
   * be it one that nothing finds.
   */
  shown(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.CompletionContext,
    entries: Completions,
  ): Completions {
    const count = Array.isArray(entries) ? entries.length : (entries?.items.length ?? 0);
    if (count > 0 || document.languageId === languageId || !this.isReport(document)) return entries;
    if (context.triggerKind === vscode.CompletionTriggerKind.Invoke) return entries;
    const word = document.getWordRangeAtPosition(position);
    if (!word || !word.start.isBefore(position)) return entries;
    const nothing = new vscode.CompletionItem(findsNothing, vscode.CompletionItemKind.Text);
    nothing.filterText = findsNothing;
    nothing.insertText = '';
    nothing.range = new vscode.Range(word.start, position);
    return [nothing];
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
