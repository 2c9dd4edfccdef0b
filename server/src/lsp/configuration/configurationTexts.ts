/** What configuration files hold: an editor may have another text of one than the disk, or have yet to save what a client wrote. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigurationEdit } from '../../service';
import type { ReadFile } from '../server/readFile';

export interface ConfigurationText {
  /** What the file held when `text` was read; undefined where it was not there. */
  readonly saved: string | undefined;
  /** The text to go by; undefined where there is none. */
  readonly text: string | undefined;
}

export interface ConfigurationTexts {
  /** Rejects where the file can't be read. */
  of(uri: string): Promise<ConfigurationText>;
  /** The file at `uri` was deleted: an editor's text of it counts again when somebody writes on in it. */
  remove(uri: string): void;
  /** An editor holds another text of the file at `uri` than before. */
  edit(uri: string): void;
  /**
   * A client has made edits in the file at `uri`, and may not have saved it.
   * @param before what the file was known to hold; undefined for a new one
   * @param editsOf the edits that the client made in a text
   */
  adopt(
    uri: string,
    before: ConfigurationText | undefined,
    editsOf: (text: string) => readonly ConfigurationEdit[],
  ): Promise<void>;
}

/** A text that a client has and may not have saved, as long as the file still holds `saved`. */
interface UnsavedText {
  readonly saved: string | undefined;
  readonly text: string;
}

function applied(uri: string, text: string, edits: readonly ConfigurationEdit[]): string {
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  return TextDocument.applyEdits(
    document,
    edits.map((edit) => ({
      range: { start: document.positionAt(edit.start), end: document.positionAt(edit.end) },
      newText: edit.text,
    })),
  );
}

/** @param openText the text of a document that the editor has open: it goes before what the file holds */
export function createConfigurationTexts(
  readFile: ReadFile,
  openText: (uri: string) => string | undefined,
): ConfigurationTexts {
  const unsavedTexts = new Map<string, UnsavedText>();
  /** Files that are gone. VS Code keeps the document of a deleted file open for minutes where an extension asked for it. */
  const removed = new Set<string>();
  return {
    of: async (uri) => {
      const saved = await readFile(uri);
      if (saved === undefined && removed.has(uri)) return { saved, text: undefined };
      const pending = unsavedTexts.get(uri);
      if (pending && pending.saved !== saved) unsavedTexts.delete(uri);
      return { saved, text: openText(uri) ?? (pending?.saved === saved ? pending?.text : undefined) ?? saved };
    },
    remove: (uri) => {
      removed.add(uri);
      unsavedTexts.delete(uri);
    },
    edit: (uri) => {
      removed.delete(uri);
    },
    adopt: async (uri, before, editsOf) => {
      const saved = await readFile(uri);
      removed.delete(uri);
      if (openText(uri) !== undefined || saved !== before?.saved) return;
      const text = before?.text ?? '';
      unsavedTexts.set(uri, { saved, text: applied(uri, text, editsOf(text)) });
    },
  };
}
