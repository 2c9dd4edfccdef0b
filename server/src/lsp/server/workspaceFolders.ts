import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';

export interface WorkspaceFolders {
  /** URIs of the folders that are open. */
  readonly uris: readonly string[];
  change(event: WorkspaceFoldersChangeEvent): void;
}

/** The workspace's folders, from the initialize request on. */
export function workspaceFoldersOf(params: InitializeParams): WorkspaceFolders {
  const root = params.rootUri; // eslint-disable-line @typescript-eslint/no-deprecated -- all that older clients send
  const uris = new Set(params.workspaceFolders?.map(({ uri }) => uri) ?? (root === null ? [] : [root]));
  return {
    get uris() {
      return [...uris];
    },
    change: ({ added, removed }) => {
      for (const { uri } of removed) uris.delete(uri);
      for (const { uri } of added) uris.add(uri);
    },
  };
}
