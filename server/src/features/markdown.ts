/** `words` as they are, whatever of them Markdown would read as markup. */
export function plain(words: string): string {
  return words.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}

/** Lines of Markdown, one paragraph each; those that are undefined are left out. */
export function paragraphs(...lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined).join('\n\n');
}
