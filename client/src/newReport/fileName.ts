/** What a new report's file may be called. */

/** The kinds of text that a report is written in. */
export const extensions = ['.md', '.txt'] as const;

/** More of a title no file name needs, and file systems end at 255 bytes. In code points. */
const longestStem = 76;

// eslint-disable-next-line no-control-regex -- no file system takes them
const forbidden = /[\\/:*?"<>|\u0000-\u001f]/g;

/** The title as a file may be called, without what file systems do not take; 出國報告 where there is none. */
function stemOf(title: string): string {
  const words = [...title].slice(0, longestStem).join('').replace(forbidden, '-').replace(/\s+/g, ' ').trim();
  // A name of dots is a folder, one that begins with a dot is hidden.
  return words.replace(/^\.+/, '') || '出國報告';
}

/** Names that differ in case alone are one on many disks. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * A name that no other file has: the title, with a number where there is one of that name.
 * @param taken names of the files in the folder
 */
export function proposeFileName(title: string, extension: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(keyOf));
  const stem = stemOf(title);
  for (let count = 1; ; count++) {
    const name = `${stem}${count === 1 ? '' : `（${count}）`}${extension}`;
    if (!keys.has(keyOf(name))) return name;
  }
}

/** What is wrong with a name: it is no name of a text file, or of one that is there. */
export function faultOfFileName(
  name: string,
  taken: readonly string[],
): 'extension' | 'characters' | 'taken' | undefined {
  if (!extensions.some((extension) => name.toLowerCase().endsWith(extension) && name.length > extension.length))
    return 'extension';
  if (name.search(forbidden) >= 0) return 'characters';
  return taken.some((other) => keyOf(other) === keyOf(name)) ? 'taken' : undefined;
}
