/** The folders' configuration files: finding and reading them, and saying what is wrong with them. */
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import type {
  Configuration,
  ConfigurationProblem,
  EffectiveConfiguration,
  Locale,
  Message,
  ReportService,
} from '../service';
import { rangesIn, source } from './conversion';
import type { Core, CoreLoader } from './core';
import type { Log } from './log';
import { configurationFileName } from './protocol';
import type { ReadFile } from './readFile';

export interface ConfigurationFiles {
  /**
   * What the nearest configuration file says of a document, from its folder up to the workspace folder it is in (or to
   * the top, where it is in none); undefined without one. What is wrong with the file is published in `locale`.
   */
  of(documentUri: string, locale: Locale): Promise<EffectiveConfiguration | undefined>;
  /** All files are read again when next asked for. */
  forget(): void;
}

export interface ConfigurationFilesParts {
  readonly readFile: ReadFile;
  readonly connection: Pick<Connection, 'sendDiagnostics'>;
  readonly core: CoreLoader;
  readonly log: Log;
  /** URIs of the workspace's folders. */
  readonly workspaceFolders: () => readonly string[];
}

const messages = {
  missing: { 'zh-TW': '找不到「{path}」', en: 'There is no "{path}"' },
  outside: {
    'zh-TW': '「{path}」不在這個工作區資料夾內',
    en: '"{path}" is outside of this workspace folder',
  },
  circle: { 'zh-TW': '「{path}」又以這個檔案為基礎', en: '"{path}" builds on this file in turn' },
} satisfies Record<string, Message>;

/** Scheme and authority of a URI with a path: 「file://」, 「vscode-vfs://github」. */
const beforePath = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;

/** The innermost of `workspaceFolders` that holds `uri`, without a slash at its end. */
function workspaceFolderOf(uri: string, workspaceFolders: readonly string[]): string | undefined {
  const holding = workspaceFolders
    .map((folder) => folder.replace(/\/$/, ''))
    .filter((root) => uri.startsWith(`${root}/`));
  return holding.sort((a, b) => b.length - a.length)[0];
}

/** URIs of the folders that may hold a document's configuration, nearest first. */
export function foldersOf(documentUri: string, workspaceFolders: readonly string[]): string[] {
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

/** A file as it was read. */
interface ReadConfiguration {
  readonly uri: string;
  readonly text: string;
  /** What is in force: of a broken file what it said when it was last right, if it ever was. */
  readonly configuration: Configuration | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** The path of `uri` relative to `folder`, which holds it. */
function relativePath(folder: string, uri: string): string {
  const path = uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function createConfigurationFiles(parts: ConfigurationFilesParts): ConfigurationFiles {
  const { readFile, connection, core, log, workspaceFolders } = parts;
  /** By URI; undefined where there is no such file. */
  const files = new Map<string, Promise<ReadConfiguration | undefined>>();
  const lastGood = new Map<string, Configuration>();
  /** The diagnostics that the client has, as JSON. */
  const published = new Map<string, string>();

  const publish = (uri: string, diagnostics: Parameters<Connection['sendDiagnostics']>[0]['diagnostics']): void => {
    const words = JSON.stringify(diagnostics);
    if (words === (published.get(uri) ?? '[]')) return;
    published.set(uri, words);
    connection.sendDiagnostics({ uri, diagnostics }).catch((error: unknown) => {
      log.failure('publishing the problems of a configuration file failed', error);
    });
  };

  const read = async (uri: string, service: ReportService): Promise<ReadConfiguration | undefined> => {
    let text: string | undefined;
    try {
      text = await readFile(uri);
    } catch (error) {
      log.failure('a configuration file could not be read', error);
      return { uri, text: '', configuration: lastGood.get(uri), problems: [] };
    }
    if (text === undefined) {
      lastGood.delete(uri);
      publish(uri, []);
      return undefined;
    }
    const { value, problems } = service.parseConfiguration(text);
    if (value) lastGood.set(uri, value);
    return { uri, text, configuration: lastGood.get(uri), problems };
  };

  const fileAt = (uri: string, service: ReportService): Promise<ReadConfiguration | undefined> => {
    let file = files.get(uri);
    if (!file) files.set(uri, (file = read(uri, service)));
    return file;
  };

  /**
   * The configurations that `file` builds on, then its own. Publishes the problems of each.
   * @param trail URIs of the files that build on this one
   */
  const chainOf = async (
    file: ReadConfiguration,
    library: Core,
    locale: Locale,
    trail: readonly string[],
  ): Promise<Configuration[]> => {
    const { service, render } = library;
    const { uri, text, configuration } = file;
    const problems = [...file.problems];
    const chain: Configuration[] = [];
    const inside = workspaceFolderOf(uri, workspaceFolders()) ?? uri.slice(0, uri.lastIndexOf('/'));
    for (const { start, end, path } of configuration?.extends ?? []) {
      const complain = (message: Message): void => {
        problems.push({ severity: 'error', start, end, message, params: { path }, fix: undefined });
      };
      const target = new URL(path, uri).href;
      const base = target.startsWith(`${inside}/`) ? await fileAt(target, service) : undefined;
      if (!target.startsWith(`${inside}/`)) complain(messages.outside);
      else if (target === uri || trail.includes(target)) complain(messages.circle);
      else if (!base) complain(messages.missing);
      else chain.push(...(await chainOf(base, library, locale, [...trail, uri])));
    }
    if (configuration) chain.push(configuration);
    const ranges = rangesIn(text, problems);
    publish(
      uri,
      problems.map(({ severity, message, params }, index) => ({
        range: ranges[index]!,
        severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        source,
        message: render(message, params, locale),
      })),
    );
    return chain;
  };

  return {
    of: async (documentUri, locale) => {
      const library = await core.load();
      for (const folder of foldersOf(documentUri, workspaceFolders())) {
        const file = await fileAt(`${folder}/${configurationFileName}`, library.service);
        if (!file) continue;
        const chain = await chainOf(file, library, locale, []);
        return library.service.effectiveConfiguration(chain, relativePath(folder, documentUri));
      }
      return undefined;
    },
    forget: () => {
      files.clear();
    },
  };
}
