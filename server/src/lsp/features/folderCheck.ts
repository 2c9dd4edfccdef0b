/** Checking the reports of a folder that nobody has opened: the client asks for the files, then for each of them. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Client } from '../server/client';
import type { CoreLoader } from '../server/core';
import { diagnosticsOf } from './diagnostics/diagnostics';
import { OpenDocument } from '../server/documents';
import type { OpenDocuments } from '../server/documents';
import type { ListReportsResult } from '../protocol';
import type { ReportFiles } from '../server/reportFiles';
import { isServed } from '../server/requests';
import type { SettingsStore } from '../configuration/settings';

export interface FolderCheck {
  /** The files below `folder` that may be reports. */
  list(folder: string): Promise<ListReportsResult>;
  /** The findings of the file at `uri`, as it stands in the editor or else on the disk; null where it is not to be checked. */
  check(uri: string): Promise<readonly Diagnostic[] | null>;
}

export interface FolderCheckParts {
  readonly files: ReportFiles;
  readonly documents: Pick<OpenDocuments, 'get'>;
  readonly core: CoreLoader;
  readonly settings: SettingsStore;
  readonly client: Client;
}

export function createFolderCheck({ files, documents, core, settings, client }: FolderCheckParts): FolderCheck {
  // A file in no editor has no language: its name and its content decide.
  const read = async (uri: string): Promise<OpenDocument | undefined> => {
    const text = await files.read({ uri });
    return text === undefined ? undefined : new OpenDocument(uri, 'plaintext', 0, text);
  };
  return {
    list: async (folder) => {
      const { files: found, complete } = await files.list([folder]);
      return { uris: found.map(({ uri }) => uri), complete };
    },
    check: async (uri) => {
      // Whoever checks a folder wants everything at once.
      await core.loadLexicon().catch(() => undefined);
      const library = await core.load();
      const open = documents.get(uri);
      const document = open ?? (await read(uri));
      if (!document) return null;
      const options = await settings.of(uri);
      // The settings of a file that is not open are not kept: there may be thousands.
      if (!open) settings.close(uri);
      return isServed(document, library, options) ? diagnosticsOf(document, library, options, client) : null;
    },
  };
}
