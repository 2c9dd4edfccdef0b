/** The folders that a configuration may hold for. */

/** Scheme and authority of a URI with a path: 「file://」, 「vscode-vfs://github」. */
const beforePath = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;

/** The innermost of `workspaceFolders` that holds `uri`, without a slash at its end; undefined where none does. */
export function workspaceFolderOf(uri: string, workspaceFolders: readonly string[]): string | undefined {
  const enclosing = workspaceFolders
    .map((folder) => folder.replace(/\/$/, ''))
    .filter((root) => uri.startsWith(`${root}/`));
  return enclosing.sort((a, b) => b.length - a.length)[0];
}

/**
 * URIs of the folders that may hold a document's configuration, nearest first: up to its workspace folder, or to the top
 * where it is in none; empty for a document that lies in no folder.
 */
export function foldersOf(documentUri: string, workspaceFolders: readonly string[]): readonly string[] {
  const top = beforePath.exec(documentUri)?.[0];
  if (top === undefined) return [];
  const last = workspaceFolderOf(documentUri, workspaceFolders) ?? top;
  const folders: string[] = [];
  let folder = documentUri;
  do {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    folders.push(folder);
  } while (folder.length > last.length);
  return folders;
}
