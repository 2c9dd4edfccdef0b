/** Completions that are asked for before the server is up: an empty report is open sooner than the server runs. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { languageId } from '../../server/src/lsp/protocol';

/** Somebody who has asked for a list waits no longer, in milliseconds. */
const patience = 10_000;

/** Resolves when `client` runs and has told the server of what is open; rejects where that does not come about. */
async function started(client: BaseLanguageClient): Promise<void> {
  if (client.state === State.Stopped)
    await new Promise<void>((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        subscription.dispose();
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error('the server does not start'));
      }, patience);
      const subscription = client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) return;
        end();
        resolve();
      });
    });
  await client.start();
}

/** Answers in reports until the client's own provider is there, and is silent from then on. */
export function completeEarly(client: BaseLanguageClient): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: languageId },
    {
      provideCompletionItems: async (document, position, token, context) => {
        if (client.state === State.Running || context.triggerKind !== vscode.CompletionTriggerKind.Invoke)
          return undefined;
        await started(client);
        if (token.isCancellationRequested) return undefined;
        const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = client;
        const answer = await client.sendRequest<CompletionItem[] | CompletionList | null>(
          'textDocument/completion',
          code.asCompletionParams(document, position, context),
          token,
        );
        return protocol.asCompletionResult(answer, undefined, token);
      },
    },
  );
}
