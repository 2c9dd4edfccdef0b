/** What a person looks for over all reports of the workspace: 「which reports speak of FTAAP?」. */
import { ErrorCodes, LSPErrorCodes, ResponseError, SymbolKind } from '../server/library';
import type { CancellationToken, Range, SymbolInformation } from 'vscode-languageserver';
import type { Report, ReportService, ReportSymbol } from '../../service';
import type { Client } from '../server/client';
import { rangeOf } from '../server/conversion';
import type { Core, CoreLoader } from '../server/core';
import type { OpenDocuments } from '../server/documents';
import type { Host, ListedFile } from '../server/host';
import type { Log } from '../server/log';
import type { ReportFiles } from '../server/reportFiles';
import { isServed } from '../server/requests';
import type { SettingsStore } from '../configuration/settings';
import { fileNameOf, normalizedUri } from '../server/uris';
import type { WorkspaceFolders } from '../server/workspaceFolders';
import { headingKind, itemKind } from './symbolKinds';

export interface ReportSymbols {
  /** The symbols that match `query`, of open documents as they stand and of the workspace's files. */
  find(query: string, token: CancellationToken): Promise<SymbolInformation[]>;
  /** The file at `uri` may have changed, come or gone. */
  changed(uri: string): void;
  /** The folders or the settings have changed: the files are listed again when next asked for. */
  forget(): void;
}

export interface ReportSymbolsParts {
  readonly files: ReportFiles;
  readonly documents: Pick<OpenDocuments, 'all'>;
  readonly core: CoreLoader;
  readonly settings: SettingsStore;
  readonly client: Client;
  readonly host: Host;
  readonly log: Log;
  readonly workspaceFolders: WorkspaceFolders;
}

const kinds: Readonly<Record<ReportSymbol['kind'], SymbolKind>> = {
  title: SymbolKind.File,
  section: headingKind,
  meeting: SymbolKind.Event,
  statement: itemKind,
  recommendation: itemKind,
  acronym: SymbolKind.Constant,
};

/** More symbols no list shows. */
const mostSymbols = 1_000;
/** More of a name no list shows. In UTF-16 code units. */
const longestName = 100;
/** So many files are read at a time. */
const readsAtOnce = 8;

/** What is kept of a report. */
interface IndexEntry {
  readonly container: string;
  readonly symbols: readonly {
    readonly name: string;
    readonly kind: SymbolKind;
    readonly range: Range;
    readonly container: string | undefined;
  }[];
}

/** A file with what was read of it. */
interface IndexedFile extends IndexEntry {
  readonly stamp: string | undefined;
}

const nothing: IndexEntry = { container: '', symbols: [] };

/** Words as a list shows them: on one line, and no longer than it shows. */
function inOneLine(words: string): string {
  return words
    .slice(0, 4 * longestName)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName);
}

function indexedOf(service: ReportService, uri: string, report: Report): IndexEntry {
  const { title } = report.cover;
  return {
    container: (title && inOneLine(report.text.slice(title.start, title.end))) || fileNameOf(uri),
    symbols: service
      .symbols(report)
      .map((symbol) => ({
        name: inOneLine(symbol.name),
        kind: kinds[symbol.kind],
        range: rangeOf(service, report, symbol),
        container: symbol.container === undefined ? undefined : inOneLine(symbol.container),
      }))
      .filter(({ name }) => name !== ''),
  };
}

/** How well `name`, which matches, fits `query`: 0 for the very word. */
function rankOf(name: string, query: string): number {
  const words = name.toLowerCase();
  const asked = query.trim().toLowerCase();
  if (words === asked) return 0;
  const at = words.indexOf(asked);
  return at === 0 ? 1 : at > 0 ? 2 : 3;
}

export function createReportSymbols(parts: ReportSymbolsParts): ReportSymbols {
  const { files, documents, core, settings, client, host, log, workspaceFolders } = parts;
  /** What was read of the files, by key. */
  const read = new Map<string, IndexedFile>();
  /** Keys of files that may have changed since they were read. */
  const stale = new Set<string>();
  const ofOpen = new WeakMap<Report, IndexEntry>();
  let listing: Promise<readonly ListedFile[]> | undefined;
  let reading: Promise<readonly ListedFile[]> | undefined;

  const list = async (): Promise<readonly ListedFile[]> => {
    const folders: string[] = [];
    for (const uri of workspaceFolders.uris)
      if ((await settings.of(`${uri.replace(/\/$/, '')}/`)).enable) folders.push(uri);
    return (await files.list(folders)).files;
  };

  const readOne = async (file: ListedFile, { service }: Core): Promise<void> => {
    const key = normalizedUri(file.uri);
    // Whatever changes from here on makes it stale again.
    stale.delete(key);
    const text = await files.read(file);
    const isReport = text !== undefined && service.recognises(text, fileNameOf(file.uri));
    const indexed = isReport
      ? indexedOf(service, file.uri, service.parse(text, undefined, service.markupOf(file.uri)))
      : nothing;
    read.set(key, { ...indexed, stamp: file.stamp });
    await host.turn();
  };

  /** Reads what has not been read yet of the workspace's files. */
  const readAll = async (library: Core): Promise<readonly ListedFile[]> => {
    // Where nobody tells of changes, they are looked for.
    if (!client.registersWatchedFiles) listing = undefined;
    const listed = await (listing ??= list());
    const missing = listed.filter(({ uri, stamp }) => {
      const known = read.get(normalizedUri(uri));
      return !known || known.stamp !== stamp || stale.has(normalizedUri(uri));
    });
    for (let from = 0; from < missing.length; from += readsAtOnce)
      await Promise.all(missing.slice(from, from + readsAtOnce).map((file) => readOne(file, library)));
    const keys = new Set(listed.map(({ uri }) => normalizedUri(uri)));
    for (const key of read.keys()) if (!keys.has(key)) read.delete(key);
    for (const key of stale) if (!keys.has(key)) stale.delete(key);
    return listed;
  };

  /** Everything to look through: the open documents, and the files that are not open. */
  const everything = async (library: Core): Promise<{ readonly uri: string; readonly indexed: IndexEntry }[]> => {
    reading ??= readAll(library).finally(() => {
      reading = undefined;
    });
    const listed = await reading;
    const found: { uri: string; indexed: IndexEntry }[] = [];
    const open = new Set<string>();
    for (const document of documents.all()) {
      const options = await settings.of(document.uri);
      open.add(normalizedUri(document.uri));
      if (!isServed(document, library, options)) continue;
      const report = document.report(library.service);
      let indexed = ofOpen.get(report);
      if (!indexed) ofOpen.set(report, (indexed = indexedOf(library.service, document.uri, report)));
      found.push({ uri: document.uri, indexed });
    }
    for (const { uri } of listed) {
      const indexed = read.get(normalizedUri(uri));
      if (indexed && !open.has(normalizedUri(uri))) found.push({ uri, indexed });
    }
    return found;
  };

  const search = async (query: string): Promise<SymbolInformation[]> => {
    const library = await core.load();
    const matches: { readonly rank: number; readonly symbol: SymbolInformation }[] = [];
    for (const { uri, indexed } of await everything(library))
      for (const { name, kind, range, container } of indexed.symbols)
        if (library.matchesQuery(name, query))
          matches.push({
            rank: rankOf(name, query),
            symbol: {
              name,
              kind,
              location: { uri, range },
              containerName: container === undefined ? indexed.container : `${container} · ${indexed.container}`,
            },
          });
    if (matches.length > mostSymbols)
      log.warnOnce(`symbols: a search had more than ${mostSymbols} answers; the best were given`);
    matches.sort((a, b) => a.rank - b.rank);
    return matches.slice(0, mostSymbols).map(({ symbol }) => symbol);
  };

  return {
    find: async (query, token) => {
      const symbols = await search(query).catch((error: unknown) => {
        log.failure('workspace/symbol failed', error);
        throw new ResponseError(ErrorCodes.InternalError, 'workspace/symbol failed');
      });
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      return symbols;
    },
    changed: (uri) => {
      const key = normalizedUri(uri);
      stale.add(key);
      // A file that is not known has come.
      if (!read.has(key)) listing = undefined;
    },
    forget: () => {
      listing = undefined;
    },
  };
}
