import picomatch from 'picomatch';

export interface GlobOptions {
  /** Whether `*` stands for names that begin with a dot, too. */
  readonly dot?: boolean;
  /** Whether `\` stands between folders as well. */
  readonly windows?: boolean;
}

/** Whether a path fits `glob`: `**`, `*`, `?`, `[…]`, `{a,b}` and Bash's `!(…)`, `+(…)`. */
export function globMatcher(glob: string, options: GlobOptions): (path: string) => boolean {
  const matches = picomatch(glob, options);
  return (path) => matches(path);
}
