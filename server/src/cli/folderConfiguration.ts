/** The folder's configuration: the nearest `.mission-report.json` from a file's folder upward. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Configuration, EffectiveConfiguration, Locale, Message, ReportService } from '../service';
import { render } from '../service';
import { Failure } from './failure';
import { readText } from './readText';
import { harmless } from './terminal';

export const configurationName = '.mission-report.json';

const messages = {
  missing: { 'zh-TW': '找不到「{path}」', en: 'There is no "{path}"' },
  outside: { 'zh-TW': '「{path}」不在這個資料夾內', en: '"{path}" is outside of this folder' },
  circle: { 'zh-TW': '「{path}」又以這個檔案為基礎', en: '"{path}" builds on this file in turn' },
} satisfies Record<string, Message>;

/** Line and column of `offset`, both from 1. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `${before.length}:${before[before.length - 1]!.length + 1}`;
}

export interface FoundConfiguration {
  readonly effective: EffectiveConfiguration;
  /** What is wrong with the file and those it builds on, a line each. */
  readonly problems: readonly string[];
  /** Whether a problem is an error: then the defaults stand in for the file that has it. */
  readonly broken: boolean;
}

/** A chain of configurations as read, with what is wrong in it. */
interface Chain {
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

  const read = (file: string, trail: readonly string[]): Chain => {
    let text: string;
    try {
      text = readText(file);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { configurations: [], problems: [`mission-report: ${harmless(error.in(locale))}`], broken: true };
    }
    const problems: string[] = [];
    let broken = false;
    const complain = (start: number, words: string): void => {
      problems.push(harmless(`${file}:${placeOf(text, start)}: ${words}`));
    };
    const { value, problems: faults } = service.parseConfiguration(text);
    for (const { start, message, params, severity } of faults) {
      broken ||= severity === 'error';
      complain(start, render(message, params, locale));
    }
    const configurations: Configuration[] = [];
    // As in an editor that has the working folder open: nothing outside of it is read for what a file in it says.
    const own = path.dirname(file);
    const top = isInside(process.cwd(), file) ? process.cwd() : own;
    for (const { start, path: words } of value?.extends ?? []) {
      const base = path.resolve(own, words);
      const fault = !isInside(top, base)
        ? messages.outside
        : base === file || trail.includes(base)
          ? messages.circle
          : existsSync(base)
            ? undefined
            : messages.missing;
      if (fault) {
        broken = true;
        complain(start, render(fault, { path: words }, locale));
        continue;
      }
      const chain = read(base, [...trail, file]);
      configurations.push(...chain.configurations);
      problems.push(...chain.problems);
      broken ||= chain.broken;
    }
    if (value) configurations.push(value);
    return { configurations, problems, broken };
  };

  return {
    of: (name) => {
      const report = path.resolve(name);
      const file = fileFor(path.dirname(report));
      if (file === undefined)
        return { effective: service.effectiveConfiguration([], undefined), problems: [], broken: false };
      let chain = chains.get(file);
      if (!chain) chains.set(file, (chain = read(file, [])));
      const relative = path.relative(path.dirname(file), report).split(path.sep).join('/');
      const { configurations, problems, broken } = chain;
      return { effective: service.effectiveConfiguration(configurations, relative), problems, broken };
    },
  };
}
