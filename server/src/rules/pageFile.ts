/**
 * The page of a rule in the folder `server/src/rules`: `dates/periodOrder.md` for `dates/period-order`. The repository and the
 * package hold it at the same place; the extension, `explain` and links of findings open that one file.
 */
export function pageFile(id: string): string {
  return `${id.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())}.md`;
}
