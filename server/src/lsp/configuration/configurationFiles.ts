/** The folders' configuration files: finding and reading them. */
import type {
  Adjustment,
  Configuration,
  ConfigurationProblem,
  EffectiveConfiguration,
  Locale,
  ReportService,
  Suppression,
} from '../../service';
import type { Core, CoreLoader } from '../server/core';
import { configurationFileName } from '../protocol';
import type { ReadFile } from '../server/readFile';
import { relativePathOf } from '../server/uris';
import { foldersOf, workspaceFolderOf } from './configurationFolders';
import { createConfigurationProblems } from './configurationProblems';
import type { ConfigurationProblemsParts, ShownProblem } from './configurationProblems';
import { createConfigurationTexts } from './configurationTexts';
import type { ConfigurationText } from './configurationTexts';

/** The file that an adjustment of a document belongs into. */
export interface ConfigurationTarget {
  readonly uri: string;
  /** The document's path relative to the file's folder. */
  readonly path: string;
  /** What the file holds; undefined where it has yet to be made. */
  readonly text: string | undefined;
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

export interface ConfigurationFilesParts extends ConfigurationProblemsParts {
  readonly readFile: ReadFile;
  /** The text of a document that the editor has open: it goes before what the file holds. */
  readonly openText: (uri: string) => string | undefined;
  readonly core: CoreLoader;
  /** URIs of the workspace's folders. */
  readonly workspaceFolders: () => readonly string[];
}

/** A file as it was read; `text` may be an editor's. */
interface ReadConfiguration extends ConfigurationText {
  /** Its URI. */
  readonly id: string;
  readonly text: string;
  /** What is in force: of a broken file what it said when it was last right, if it ever was. */
  readonly configuration: Configuration | undefined;
  /** Whether `configuration` is that of `text`. */
  readonly sound: boolean;
  readonly problems: readonly ConfigurationProblem[];
}

export function createConfigurationFiles(parts: ConfigurationFilesParts): ConfigurationFiles {
  const { readFile, openText, core, log, workspaceFolders } = parts;
  const texts = createConfigurationTexts(readFile, openText);
  const problems = createConfigurationProblems(parts);
  /** By URI; undefined where there is no such file. */
  const files = new Map<string, Promise<ReadConfiguration | undefined>>();
  const lastGood = new Map<string, Configuration>();

  const read = async (uri: string, service: ReportService): Promise<ReadConfiguration | undefined> => {
    let held: ConfigurationText;
    try {
      held = await texts.of(uri);
    } catch (error) {
      log.failure('a configuration file could not be read', error);
      return { id: uri, text: '', saved: '', configuration: lastGood.get(uri), sound: false, problems: [] };
    }
    const { saved, text } = held;
    if (text === undefined) {
      lastGood.delete(uri);
      problems.clear(uri);
      return undefined;
    }
    const { value, problems: own } = service.parseConfiguration(text);
    if (value) lastGood.set(uri, value);
    return { id: uri, text, saved, configuration: lastGood.get(uri), sound: value !== undefined, problems: own };
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
        problems.report(one.id, {
          text: one.text,
          problems: [...one.problems, ...(faults.get(one.id) ?? [])],
          suppressions: (one.sound && one.configuration?.suppressions) || [],
          locale,
          core: library,
        });
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
          const { text } = await texts.of(`${folder}/${configurationFileName}`);
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
    reportUnused: (documentUri, unused) => {
      problems.reportUnused(documentUri, unused);
    },
    problemsOf: (uri, text) => problems.shownOf(uri, text),
    textOf: async (uri) => (await texts.of(uri)).text,
    remove: (uri) => {
      texts.remove(uri);
    },
    edit: (uri) => {
      texts.edit(uri);
    },
    adopt: async (uri, adjustment) => {
      const { service } = await core.load();
      await texts.adopt(uri, await fileAt(uri, service), (text) => service.adjust(text, adjustment));
      files.clear();
    },
    forget: () => {
      files.clear();
    },
  };
}
