/** The folder's configuration: the nearest `.mission-report.json` from a file's folder upward. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type {
  ChainFile,
  Configuration,
  EffectiveConfiguration,
  Locale,
  Message,
  Parameters,
  ReportService,
  Suppression,
} from '../service';
import { render, walkChain } from '../service';
import { Failure } from './failure';
import { readText } from './readText';
import { harmless } from './terminal';

const configurationName = '.mission-report.json';

/** Line and column of `offset`, both from 1. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `${before.length}:${before[before.length - 1]!.length + 1}`;
}

export interface FoundConfiguration {
  readonly effective: EffectiveConfiguration;
  /** What is wrong with the file and those it builds on, a line each. */
  readonly problems: readonly string[];
  /** Whether a problem is an error: then the defaults stand in for what is wrong. */
  readonly broken: boolean;
  /** What to say of suppressions that nothing needs any more, a line each. */
  readonly unused: (suppressions: readonly Suppression[]) => readonly string[];
}

/** A configuration file as read. */
interface ReadFile extends ChainFile {
  readonly text: string;
  readonly problems: readonly string[];
  readonly broken: boolean;
}

/** A chain of configurations as read, with what is wrong in it. */
interface Chain {
  readonly file: ReadFile;
  readonly configurations: readonly Configuration[];
  readonly problems: readonly string[];
  readonly broken: boolean;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

export interface Configurations {
  /** What holds for the report at `file`. */
  of(file: string): FoundConfiguration;
}

/** Looks configurations up, each file once. */
export function createConfigurations(service: ReportService, locale: Locale): Configurations {
  const chains = new Map<string, Chain>();
  const nearest = new Map<string, string | undefined>();

  /** The configuration file for `folder`. */
  const fileFor = (folder: string): string | undefined => {
    if (nearest.has(folder)) return nearest.get(folder);
    const own = path.join(folder, configurationName);
    const parent = path.dirname(folder);
    const file = existsSync(own) ? own : parent === folder ? undefined : fileFor(parent);
    nearest.set(folder, file);
    return file;
  };

  const read = (file: string): ReadFile => {
    let text: string;
    try {
      text = readText(file);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const problems = [`mission-report: ${harmless(error.in(locale))}`];
      return { id: file, text: '', configuration: undefined, problems, broken: true };
    }
    const { value, problems } = service.parseConfiguration(text);
    return {
      id: file,
      text,
      configuration: value,
      problems: problems.map(({ start, message, params }) => lineFor(file, text, start, message, params)),
      broken: problems.some(({ severity }) => severity === 'error'),
    };
  };

  const lineFor = (file: string, text: string, start: number, message: Message, params: Parameters): string =>
    harmless(`${file}:${placeOf(text, start)}: ${render(message, params, locale)}`);

  const chainOf = (file: ReadFile): Chain => {
    const problems: string[] = [];
    let broken = false;
    const faults = new Map<string, string[]>();
    const walk = walkChain(file, {
      // As in an editor that has the working folder open: nothing outside of it is read for what a file in it says.
      resolve: (words, { id }) => {
        const base = path.resolve(path.dirname(id), words);
        return isInside(isInside(process.cwd(), id) ? process.cwd() : path.dirname(id), base) ? base : undefined;
      },
      complain: ({ id, text }, { start, path: words }, message) => {
        broken = true;
        faults.set(id, [...(faults.get(id) ?? []), lineFor(id, text, start, message, { path: words })]);
      },
      done: (one) => {
        broken ||= one.broken;
        problems.push(...one.problems, ...(faults.get(one.id) ?? []));
      },
    });
    let step = walk.next();
    while (!step.done) step = walk.next(existsSync(step.value) ? read(step.value) : undefined);
    return { file, configurations: step.value, problems, broken };
  };

  return {
    of: (name) => {
      const report = path.resolve(name);
      const file = fileFor(path.dirname(report));
      if (file === undefined)
        return {
          effective: service.effectiveConfiguration([], undefined),
          problems: [],
          broken: false,
          unused: () => [],
        };
      let chain = chains.get(file);
      if (!chain) chains.set(file, (chain = chainOf(read(file))));
      const relative = path.relative(path.dirname(file), report).split(path.sep).join('/');
      const { configurations, problems, broken } = chain;
      const { text } = chain.file;
      return {
        effective: service.effectiveConfiguration(configurations, relative),
        problems,
        broken,
        unused: (suppressions) =>
          suppressions.map((suppression) => {
            const { start, message, params } = service.unusedSuppressionProblem(text, suppression);
            return lineFor(file, text, start, message, params);
          }),
      };
    },
  };
}
