/** Width of `text` where Han characters and full-width marks take two columns and all else one. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let i = 0; i < text.length; i++) columns += text.charCodeAt(i) > 0x2e7f || text[i] === '\t' ? 2 : 1;
  return columns;
}
