/** The pages of the rules as documents of their own kind: VS Code shows them rendered, whoever opens them. */
import * as vscode from 'vscode';
import { rulePageScheme } from '../../server/src/lsp/protocol';
import { pageFile } from '../../server/src/rules/pageFile';

/** The address of a rule's page, the same that findings link to. package.json has such addresses opened as a Markdown preview. */
export const rulePageUri = (ruleId: string): vscode.Uri =>
  vscode.Uri.from({ scheme: rulePageScheme, path: `/${pageFile(ruleId)}` });

/**
 * The text of a page, out of the file that holds all of them.
 * @param path of the page's address: `/structure/missingSection.md`
 * @throws {Error} for the page of no rule
 */
async function pageText(extension: vscode.Uri, path: string): Promise<string> {
  const file = vscode.Uri.joinPath(extension, 'dist/rulePages.json');
  const pages = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Record<
    string,
    string
  >;
  const page = pages[path.slice(1)];
  if (page === undefined) throw new Error(`no rule has the page ${path}`);
  return page;
}

/** Serves the pages to VS Code. */
export function provideRulePages(extension: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
    provideTextDocumentContent: ({ path }) => pageText(extension, path),
  });
}
