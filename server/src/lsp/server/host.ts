/** What the server needs of the place it runs in. */
import type * as exporting from '../../export/library';
import type * as importing from '../../import/library';
import type * as lexicon from '../../lexicon';
import type * as library from '../../service';

/** What core.js exports. */
export type Library = typeof library;

/** The spelling detector, which lexicon.js exports. */
export type Speller = typeof lexicon.speller;

/** What export.js exports. */
export type Exporter = typeof exporting;

/** What import.js exports. */
export type Importer = typeof importing;

export interface Host {
  /**
   * The library, asked for once. Rejects with an error whose message says what is wrong, for the log.
   * @param address of core.js as the client gave it, for a host that can't find it itself
   */
  loadLibrary(address: string | undefined): Promise<Library>;
  /**
   * The spelling detector: what lexicon.js, beside core.js, exports. Rejects as `loadLibrary` does.
   * @param address of core.js, as there
   */
  loadLexicon(address: string | undefined): Promise<Speller>;
  /** The writers of finished documents, loaded at the first call. @param address of core.js, beside which they are */
  loadExporter(address: string | undefined): Promise<Exporter>;
  /** The readers of documents, as above. */
  loadImporter(address: string | undefined): Promise<Importer>;
  /** Whether this host can reach the file or folder at `uri` itself; those it can't are asked of the client. */
  reaches(uri: string): boolean;
  /** The text of the file at `uri` without byte order mark; undefined where there is no such file. */
  readFile(uri: string): Promise<string | undefined>;
  /**
   * The files below the folder at `uri` whose name is `wanted`, the nearest first; hidden folders, those of tools and
   * links to folders left out.
   */
  listFiles(uri: string, wanted: (name: string) => boolean, limit: number): Promise<FileList>;
  /** Resolves when the next of the messages that have arrived by now has had its turn. */
  turn(): Promise<void>;
  /** The day it is where the author sits. */
  today(): { readonly year: number; readonly month: number; readonly day: number };
}

export interface FileList {
  readonly files: readonly ListedFile[];
  /** False where there may be more than `files`. */
  readonly complete: boolean;
}

export interface ListedFile {
  readonly uri: string;
  /** In bytes; undefined where it is not known. */
  readonly size?: number;
  /** Another one means that the file may have changed. */
  readonly stamp?: string;
}
