import { parseArgs } from 'node:util';
import type { Locale, Message } from '../service';
import { nearest } from '../service';
import { Failure } from './failure';

const messages = {
  unknownOption: { 'zh-TW': '不認得的選項 {option}', en: 'unknown option {option}' },
  unknownOptionNear: {
    'zh-TW': '不認得的選項 {option}；是否為 {near}？',
    en: 'unknown option {option}; did you mean {near}?',
  },
  missingValue: { 'zh-TW': '選項 {option} 缺少值', en: 'the option {option} needs a value' },
  needlessValue: { 'zh-TW': '選項 {option} 不接受值', en: 'the option {option} takes no value' },
  repeated: { 'zh-TW': '選項 {option} 重複', en: 'the option {option} is given twice' },
  badValue: {
    'zh-TW': '選項 {option} 的值「{value}」不正確；可用：{known}',
    en: 'bad value "{value}" for {option}; known values: {known}',
  },
} satisfies Record<string, Message>;

/** An option of a command: a switch, one that takes any value, or one that takes one of a list. */
export interface OptionShape {
  readonly values: 'none' | 'any' | readonly string[];
  /** It may be given several times. */
  readonly repeats?: boolean;
  /** One letter that stands for it. */
  readonly letter?: string;
}

export interface Arguments {
  /** By name without dashes; a switch that is set has the empty string. */
  readonly options: ReadonlyMap<string, string>;
  /** Every value of an option that may be given several times. */
  readonly repeated: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
}

/** Options of every command. */
const commonOptions: Readonly<Record<string, OptionShape>> = {
  help: { values: 'none', letter: 'h' },
  version: { values: 'none', letter: 'v' },
  locale: { values: ['zh-TW', 'en'] },
};

/** What the command line of a worker thread says. No command: threads of `check` have it alone. */
export const workerWord = '--check-worker';

/**
 * Reads the arguments of a command.
 * @param words without the program and the command
 * @throws Failure for an unknown option, a missing or needless value, a value that is not on the list, or an option
 * that is given twice.
 */
export function readArguments(words: readonly string[], own: Readonly<Record<string, OptionShape>>): Arguments {
  const shapes: Readonly<Record<string, OptionShape>> = { ...commonOptions, ...own };
  // Not strict: the messages of `parseArgs` are in English only and advise what does not help here.
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(shapes).map(([name, { values, letter }]) => [
        name,
        { type: values === 'none' ? 'boolean' : 'string', ...(letter !== undefined && { short: letter }) },
      ]),
    ),
  });
  const options = new Map<string, string>();
  const repeated = new Map<string, string[]>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName: option, value, inlineValue } = token;
    const { name } = token;
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (!shape) {
      const near = nearest(
        option,
        Object.keys(shapes).map((known) => `--${known}`),
      );
      throw near === undefined
        ? new Failure(messages.unknownOption, { option })
        : new Failure(messages.unknownOptionNear, { option, near });
    }
    if (options.has(name) && shape.repeats !== true) throw new Failure(messages.repeated, { option });
    if (shape.values === 'none') {
      if (value !== undefined) throw new Failure(messages.needlessValue, { option });
      options.set(name, '');
      continue;
    }
    // 「--profile --locale en」: the next option is no value; a lone dash is one.
    const isOption = inlineValue !== true && value !== undefined && value.length > 1 && value.startsWith('-');
    if (value === undefined || value === '' || isOption) throw new Failure(messages.missingValue, { option });
    if (shape.values !== 'any' && !shape.values.includes(value))
      throw new Failure(messages.badValue, { option, value, known: shape.values.join(', ') });
    options.set(name, value);
    if (shape.repeats) repeated.set(name, [...(repeated.get(name) ?? []), value]);
  }
  return { options, repeated, paths };
}

/** The language of messages: as asked for, or English where the environment speaks it. */
export function localeOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Locale {
  if (asked === 'en' || asked === 'zh-TW') return asked;
  const spoken = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return spoken !== undefined && /^en(?:[_.-]|$)/i.test(spoken) ? 'en' : 'zh-TW';
}
