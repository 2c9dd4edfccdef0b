/** The words that the platform's own dictionary (ICU's) knows: names, terms and old words that the lexicon lacks. */

let segmenter: Intl.Segmenter | undefined;

/** Whether the platform takes `written`, two Han characters or more, for one word. A word more is known, never proposed. */
export function isPlatformWord(written: string): boolean {
  segmenter ??= new Intl.Segmenter('zh-Hant', { granularity: 'word' });
  for (const { segment } of segmenter.segment(written)) return segment.length === written.length;
  return false;
}
