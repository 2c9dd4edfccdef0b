/** How a configuration names the files it speaks of: paths and globs relative to its folder, as people write them. */

/** `path` with `/` between folders, without `./` in front: what two ways to write one path have in common. */
export function reportPath(path: string): string {
  let names = path.replaceAll('\\', '/');
  while (names.startsWith('./')) names = names.slice(2);
  return names;
}

/**
 * An author's glob as the grammar of globs has it: with `/` between folders, where Windows has `\`; without `./` or `/` in
 * front, since all are relative to the configuration's folder; a folder (`草稿/`) stands for what is in it.
 */
export function reportGlob(glob: string): string {
  const names = reportPath(glob).split('/');
  while (names.length > 1 && names[0] === '') names.shift();
  if (names.length > 1 && names[names.length - 1] === '') names[names.length - 1] = '**';
  return names.join('/');
}

/** Whether `path` leaves the configuration's folder, so that no report there can have it: `C:\…`, `../…`, an address. */
export function leavesFolder(path: string): boolean {
  return /^(?:[a-z]:[\\/]|[a-z][a-z0-9+.-]*:\/\/)/i.test(path) || reportPath(path).split('/').includes('..');
}

/** `path` as a glob that fits it alone. */
export function literalGlob(path: string): string {
  return path.replace(/[*?[{]/g, '[$&]');
}
