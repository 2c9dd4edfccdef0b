/** The folder's configuration: the nearest `.mission-report.json` from a file's folder upward. */
import path from 'node:path';
import type { Configuration, Locale, ReportService } from '../service';
import { emptyConfiguration, render } from '../service';
import { Failure } from './failure';
import { fileFailure, decodeText } from './readText';
import { readFileSync } from 'node:fs';
import { complain, harmless } from './terminal';
import type { Terminal } from './terminal';

export const configurationName = '.mission-report.json';

/** Line and column of `offset`, both from 1. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `${before.length}:${before[before.length - 1]!.length + 1}`;
}

export interface Configurations {
  /** The configuration in force in `folder`. */
  of(folder: string): Configuration;
  /** Whether one of those asked for was broken: each was said once, and the defaults stood in for it. */
  readonly broken: boolean;
}

/** Looks configurations up, each folder once. */
export function createConfigurations(service: ReportService, terminal: Terminal, locale: Locale): Configurations {
  const known = new Map<string, Configuration>();
  let broken = false;

  const read = (file: string): Configuration | undefined => {
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
        return undefined;
      throw fileFailure(error, file);
    }
    const text = decodeText(bytes, file);
    const { value, problems } = service.parseConfiguration(text);
    for (const { start, message, params } of problems) {
      broken = true;
      terminal.error(`${harmless(`${file}:${placeOf(text, start)}: ${render(message, params, locale)}`)}\n`);
    }
    return value ?? emptyConfiguration;
  };

  const lookUp = (folder: string): Configuration => {
    const before = known.get(folder);
    if (before) return before;
    let configuration: Configuration | undefined;
    try {
      configuration = read(path.join(folder, configurationName));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      broken = true;
      complain(terminal, error, locale);
      configuration = emptyConfiguration;
    }
    const parent = path.dirname(folder);
    configuration ??= parent === folder ? emptyConfiguration : lookUp(parent);
    known.set(folder, configuration);
    return configuration;
  };

  return {
    of: (folder) => lookUp(path.resolve(folder)),
    get broken() {
      return broken;
    },
  };
}
