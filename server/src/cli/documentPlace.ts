import type { Finding, Locale, Message, Report } from '../service';
import { render } from '../service';

const messages = {
  place: { 'zh-TW': '{section}第 {paragraph} 段「{words}」', en: '{section}paragraph {paragraph}, “{words}”' },
  whole: { 'zh-TW': '{section}第 {paragraph} 段', en: '{section}paragraph {paragraph}' },
  under: { 'zh-TW': '{title}，', en: '{title}, ' },
} satisfies Record<string, Message>;

const longestTitle = 24;
const longestWords = 16;

/**
 * Where a finding stands in the Word or ODF file that the report was read from: its chapter or section, the paragraph
 * below that title, and the words. A file that has no lines is searched for them.
 */
export function documentPlace(
  { text, allSections, abstract, contents }: Report,
  { start, end }: Finding,
  locale: Locale,
): string {
  // prettier-ignore
  const parts = [
    ...allSections.filter(({ kind }) => kind !== 'item').map(({ heading }) => heading),
    ...[abstract, contents].flatMap((part) => (part ? [part.heading] : [])),
  ];
  const heading = parts.filter((part) => part.start <= start).sort((a, b) => b.start - a.start)[0];
  const short = (words: string, longest: number): string => {
    const one = words.replace(/\s+/g, ' ').trim();
    return one.length > longest ? `${one.slice(0, longest)}…` : one;
  };
  const title = heading && short(text.slice(heading.start, heading.end).replace(/^#+\s*/, ''), longestTitle);
  if (title !== undefined && start < heading!.end) return title;
  const before = text.slice(heading?.end ?? 0, start).split('\n');
  // The line that it is on counts, words before it or none.
  const paragraph = before.slice(0, -1).filter((line) => line.trim() !== '').length + 1;
  const words = short(text.slice(start, end), longestWords);
  const section = title === undefined ? '' : render(messages.under, { title }, locale);
  return render(words === '' ? messages.whole : messages.place, { section, paragraph, words }, locale);
}
