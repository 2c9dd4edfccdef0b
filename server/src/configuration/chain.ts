/** Follows `extends` from a configuration file to those it builds on, whoever reads them and however long that takes. */
import type { Message } from '../text/message';
import type { Configuration, Extension } from './model';

/** A file of the chain as its reader has it. */
export interface ChainFile {
  /** What tells it from other files: a path or a URI. */
  readonly id: string;
  readonly configuration: Configuration | undefined;
}

export interface ChainContext<File extends ChainFile> {
  /** The id of the file that `path` in `file` names; undefined where it may not be read. */
  readonly resolve: (path: string, file: File) => string | undefined;
  /** Told what is wrong with an extension of `file`. */
  readonly complain: (file: File, extension: Extension, message: Message) => void;
  /** Told of each file when all that is wrong with it has been said. */
  readonly done: (file: File) => void;
}

const messages = {
  missing: { 'zh-TW': '找不到「{path}」', en: 'There is no "{path}"' },
  outside: { 'zh-TW': '「{path}」不在這個資料夾內', en: '"{path}" is outside of this folder' },
  circle: { 'zh-TW': '「{path}」又以這個檔案為基礎', en: '"{path}" builds on this file in turn' },
} satisfies Record<string, Message>;

/**
 * The configurations that `file` builds on, then its own: later ones win. Yields the id of each file to read and takes
 * the file, or undefined where there is none; so it serves readers that wait and readers that do not.
 * @param trail ids of the files that build on this one
 */
export function* walkChain<File extends ChainFile>(
  file: File,
  context: ChainContext<File>,
  trail: readonly string[] = [],
): Generator<string, readonly Configuration[], File | undefined> {
  const { resolve, complain, done } = context;
  const chain: Configuration[] = [];
  const here = [...trail, file.id];
  for (const extension of file.configuration?.extends ?? []) {
    const id = resolve(extension.path, file);
    if (id === undefined) complain(file, extension, messages.outside);
    else if (here.includes(id)) complain(file, extension, messages.circle);
    else {
      const base = yield id;
      if (base) chain.push(...(yield* walkChain(base, context, here)));
      else complain(file, extension, messages.missing);
    }
  }
  if (file.configuration) chain.push(file.configuration);
  done(file);
  return chain;
}
