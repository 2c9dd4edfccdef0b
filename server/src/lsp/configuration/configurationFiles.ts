/** The folders' configuration files: finding and reading them, and saying what is wrong with them. */
import { DiagnosticSeverity, DiagnosticTag } from '../server/library';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  Adjustment,
  Configuration,
  ConfigurationProblem,
  EffectiveConfiguration,
  Locale,
  ReportService,
  Suppression,
} from '../../service';
import type { Client } from '../server/client';
import { rangesIn, source } from '../server/conversion';
import type { Core, CoreLoader } from '../server/core';
import type { Log } from '../server/log';
import { configurationFileName } from '../protocol';
import type { ReadFile } from '../server/readFile';
import { relativePathOf } from '../server/uris';

/** The file that an adjustment of a document belongs into. */
export interface ConfigurationTarget {
  readonly uri: string;
  /** The document's path relative to the file's folder. */
  readonly path: string;
  /** What the file holds; undefined where it has yet to be made. */
  readonly text: string | undefined;
}

/** A problem of a configuration file as the client has it, with what it was made of. */
export interface ShownProblem {
  readonly problem: ConfigurationProblem;
  readonly diagnostic: Diagnostic;
}

export interface ConfigurationFiles {
  /**
   * What the nearest configuration file says of a document, from its folder up to the workspace folder it is in (or to
   * the top, where it is in none); undefined without one. What is wrong with the file is published in `locale`.
   */
  of(documentUri: string, locale: Locale): Promise<EffectiveConfiguration | undefined>;
  /**
   * Where to write what an author decides about a document; undefined for one that lies in no folder, and where the file
   * can't be read.
   */
  targetOf(documentUri: string): Promise<ConfigurationTarget | undefined>;
  /** Takes note of the suppressions that a document's findings do not need any more; none when it is closed. */
  reportUnused(documentUri: string, unused: readonly Suppression[]): void;
  /** What is shown of the file at `uri` while it holds `text`. */
  problemsOf(uri: string, text: string): readonly ShownProblem[];
  /** What the file at `uri` holds, an editor's text before that on the disk; undefined where there is none. */
  textOf(uri: string): Promise<string | undefined>;
  /** The file at `uri` was deleted: an editor's text of it counts again when somebody writes on in it. */
  remove(uri: string): void;
  /** An editor holds another text of the file at `uri` than before. */
  edit(uri: string): void;
  /** A client has made `adjustment` in the file at `uri`, and may not have saved it. */
  adopt(uri: string, adjustment: Adjustment): Promise<void>;
  /** All files are read again when next asked for. */
  forget(): void;
}

export interface ConfigurationFilesParts {
  readonly readFile: ReadFile;
  /** The text of a document that the editor has open: it goes before what the file holds. */
  readonly openText: (uri: string) => string | undefined;
  readonly connection: Pick<Connection, 'sendDiagnostics'>;
  readonly client: Pick<Client, 'diagnosticTags'>;
  readonly core: CoreLoader;
  readonly log: Log;
  /** URIs of the workspace's folders. */
  readonly workspaceFolders: () => readonly string[];
}

/** Scheme and authority of a URI with a path: 「file://」, 「vscode-vfs://github」. */
const beforePath = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;

/** The innermost of `workspaceFolders` that holds `uri`, without a slash at its end. */
function workspaceFolderOf(uri: string, workspaceFolders: readonly string[]): string | undefined {
  const enclosing = workspaceFolders
    .map((folder) => folder.replace(/\/$/, ''))
    .filter((root) => uri.startsWith(`${root}/`));
  return enclosing.sort((a, b) => b.length - a.length)[0];
}

/** URIs of the folders that may hold a document's configuration, nearest first. */
function foldersOf(documentUri: string, workspaceFolders: readonly string[]): string[] {
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
  /** Its URI. */
  readonly id: string;
  readonly text: string;
  /** What the file held when `text` was read, which may be an editor's; undefined where it was not there. */
  readonly saved: string | undefined;
  /** What is in force: of a broken file what it said when it was last right, if it ever was. */
  readonly configuration: Configuration | undefined;
  /** Whether `configuration` is that of `text`. */
  readonly sound: boolean;
  readonly problems: readonly ConfigurationProblem[];
}

/** A text that a client has and may not have saved, as long as the file still holds `saved`. */
interface UnsavedText {
  readonly saved: string | undefined;
  readonly text: string;
}

/** What there is to say of a file but for its suppressions. */
interface KnownProblems {
  readonly file: ReadConfiguration;
  readonly problems: readonly ConfigurationProblem[];
  readonly locale: Locale;
  readonly core: Core;
}

export function createConfigurationFiles(parts: ConfigurationFilesParts): ConfigurationFiles {
  const { readFile, openText, connection, client, core, log, workspaceFolders } = parts;
  /** By URI; undefined where there is no such file. */
  const files = new Map<string, Promise<ReadConfiguration | undefined>>();
  const lastGood = new Map<string, Configuration>();
  const unsavedTexts = new Map<string, UnsavedText>();
  /** Files that are gone. VS Code keeps the document of a deleted file open for minutes where an extension asked for it. */
  const removed = new Set<string>();
  const knownProblems = new Map<string, KnownProblems>();
  /** By the document whose findings were to be accepted. */
  const unused = new Map<string, readonly Suppression[]>();
  const shown = new Map<string, { readonly text: string; readonly problems: readonly ShownProblem[] }>();
  /** The diagnostics that the client has, as JSON. */
  const published = new Map<string, string>();

  const publish = (uri: string): void => {
    const diagnostics = (shown.get(uri)?.problems ?? []).map(({ diagnostic }) => diagnostic);
    const words = JSON.stringify(diagnostics);
    if (words === (published.get(uri) ?? '[]')) return;
    published.set(uri, words);
    connection.sendDiagnostics({ uri, diagnostics }).catch((error: unknown) => {
      log.failure('publishing the problems of a configuration file failed', error);
    });
  };

  /** Says what is wrong with the file at `uri`, unused suppressions included. */
  const say = (uri: string): void => {
    const known = knownProblems.get(uri);
    if (!known) return;
    const { file, locale } = known;
    const { service, render } = known.core;
    const own = new Set(file.sound ? file.configuration?.suppressions : []);
    const needless = [...unused.values()].flat().filter((suppression) => own.has(suppression));
    const problems = [
      ...known.problems.map((problem) => ({ problem, tags: false })),
      ...needless.map((suppression) => ({
        problem: service.unusedSuppressionProblem(file.text, suppression),
        tags: client.diagnosticTags,
      })),
    ];
    const ranges = rangesIn(
      file.text,
      problems.map(({ problem }) => problem),
    );
    shown.set(uri, {
      text: file.text,
      problems: problems.map(({ problem, tags }, index) => ({
        problem,
        diagnostic: {
          range: ranges[index]!,
          severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
          source,
          message: render(problem.message, problem.params, locale),
          ...(tags && { tags: [DiagnosticTag.Unnecessary] }),
        },
      })),
    });
    publish(uri);
  };

  /** What the file at `uri` holds, and the text to go by: an editor may have another. */
  const textsOf = async (uri: string): Promise<Pick<ReadConfiguration, 'saved'> & { text: string | undefined }> => {
    const saved = await readFile(uri);
    if (saved === undefined && removed.has(uri)) return { saved, text: undefined };
    const pending = unsavedTexts.get(uri);
    if (pending && pending.saved !== saved) unsavedTexts.delete(uri);
    return { saved, text: openText(uri) ?? (pending?.saved === saved ? pending?.text : undefined) ?? saved };
  };

  const read = async (uri: string, service: ReportService): Promise<ReadConfiguration | undefined> => {
    let texts: Awaited<ReturnType<typeof textsOf>>;
    try {
      texts = await textsOf(uri);
    } catch (error) {
      log.failure('a configuration file could not be read', error);
      return { id: uri, text: '', saved: '', configuration: lastGood.get(uri), sound: false, problems: [] };
    }
    const { saved, text } = texts;
    if (text === undefined) {
      for (const map of [lastGood, knownProblems, shown]) map.delete(uri);
      publish(uri);
      return undefined;
    }
    const { value, problems } = service.parseConfiguration(text);
    if (value) lastGood.set(uri, value);
    return { id: uri, text, saved, configuration: lastGood.get(uri), sound: value !== undefined, problems };
  };

  const fileAt = (uri: string, service: ReportService): Promise<ReadConfiguration | undefined> => {
    let file = files.get(uri);
    if (!file) files.set(uri, (file = read(uri, service)));
    return file;
  };

  /** The nearest configuration file of a document, with its folder. */
  const nearestTo = async (documentUri: string, service: ReportService) => {
    for (const folder of foldersOf(documentUri, workspaceFolders())) {
      const file = await fileAt(`${folder}/${configurationFileName}`, service);
      if (file) return { folder, file };
    }
    return undefined;
  };

  /** The configurations that `file` builds on, then its own. Publishes the problems of each. */
  const chainOf = async (file: ReadConfiguration, library: Core, locale: Locale): Promise<readonly Configuration[]> => {
    const faults = new Map<string, ConfigurationProblem[]>();
    const walk = library.walkChain(file, {
      resolve: (path, { id }) => {
        const inside = workspaceFolderOf(id, workspaceFolders()) ?? id.slice(0, id.lastIndexOf('/'));
        const target = new URL(path, id).href;
        return target.startsWith(`${inside}/`) ? target : undefined;
      },
      complain: ({ id }, { start, end, path }, message) => {
        const problem: ConfigurationProblem = {
          severity: 'error',
          start,
          end,
          message,
          params: { path },
          fix: undefined,
        };
        faults.set(id, [...(faults.get(id) ?? []), problem]);
      },
      done: (one) => {
        const problems = [...one.problems, ...(faults.get(one.id) ?? [])];
        knownProblems.set(one.id, { file: one, problems, locale, core: library });
        say(one.id);
      },
    });
    let step = walk.next();
    while (!step.done) step = walk.next(await fileAt(step.value, library.service));
    return step.value;
  };

  return {
    of: async (documentUri, locale) => {
      const library = await core.load();
      const nearest = await nearestTo(documentUri, library.service);
      if (!nearest) return undefined;
      const chain = await chainOf(nearest.file, library, locale);
      return library.service.effectiveConfiguration(chain, relativePathOf(nearest.folder, documentUri));
    },
    targetOf: async (documentUri) => {
      const folders = foldersOf(documentUri, workspaceFolders());
      const targetIn = (folder: string, text: string | undefined): ConfigurationTarget => ({
        uri: `${folder}/${configurationFileName}`,
        path: relativePathOf(folder, documentUri),
        text,
      });
      // What was read before may be over, and news of changes takes its time: an edit must fit what the file holds now.
      try {
        for (const folder of folders) {
          const { text } = await textsOf(`${folder}/${configurationFileName}`);
          if (text !== undefined) return targetIn(folder, text);
        }
      } catch (error) {
        log.failure('a configuration file could not be read', error);
        return undefined;
      }
      const isInWorkspace = workspaceFolderOf(documentUri, workspaceFolders()) !== undefined;
      const folder = isInWorkspace ? folders.at(-1) : folders[0];
      return folder === undefined ? undefined : targetIn(folder, undefined);
    },
    reportUnused: (documentUri, suppressions) => {
      if (suppressions.length === 0 && !unused.has(documentUri)) return;
      if (suppressions.length === 0) unused.delete(documentUri);
      else unused.set(documentUri, suppressions);
      for (const uri of knownProblems.keys()) say(uri);
    },
    problemsOf: (uri, text) => {
      const known = shown.get(uri);
      return known?.text === text ? known.problems : [];
    },
    textOf: async (uri) => (await textsOf(uri)).text,
    remove: (uri) => {
      removed.add(uri);
      unsavedTexts.delete(uri);
    },
    edit: (uri) => {
      removed.delete(uri);
    },
    adopt: async (uri, adjustment) => {
      const { service } = await core.load();
      const before = await fileAt(uri, service);
      const saved = await readFile(uri);
      removed.delete(uri);
      if (openText(uri) === undefined && saved === before?.saved) {
        const text = before?.text ?? '';
        const document = TextDocument.create(uri, 'jsonc', 0, text);
        const edits = service.adjust(text, adjustment).map((edit) => ({
          range: { start: document.positionAt(edit.start), end: document.positionAt(edit.end) },
          newText: edit.text,
        }));
        unsavedTexts.set(uri, { saved, text: TextDocument.applyEdits(document, edits) });
      }
      files.clear();
    },
    forget: () => {
      files.clear();
    },
  };
}
