/**
 * The page of a rule in the folder `server/src/rules`: `dates/periodOrder.md` for `dates/period-order`. The build puts all pages
 * into `dist/rulePages.json` by these names, where the extension, the links of findings and `explain` read them.
 */
export function pageFile(id: string): string {
  return `${id.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())}.md`;
}
