/**
 * URIs of documents and files. A client may escape one and the same URI in its own way, so those it has sent are kept as
 * they are and go back to it so; they are compared and read in the one form that vscode-uri gives them.
 */
import { URI, Utils } from 'vscode-uri';

function parsed(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined; // whatever a client sends, it costs no more than a strange name
  }
}

/** One form of a URI, by which it can be compared; what is no URI stays as it is. */
export function normalizedUri(uri: string): string {
  return parsed(uri)?.toString() ?? uri;
}

/** The name of the file at `uri`, as people read it. */
export function fileNameOf(uri: string): string {
  const known = parsed(uri);
  return known ? Utils.basename(known) : uri;
}

/** The path of `uri` relative to the folder at `folder`, which holds it, as people read it. */
export function relativePathOf(folder: string, uri: string): string {
  const [from, to] = [parsed(folder), parsed(uri)];
  return from && to ? to.path.slice(from.path.replace(/\/$/, '').length + 1) : uri.slice(folder.length + 1);
}
