/** The properties of the finished document: title, agencies, keywords, date. */
import type { Report } from '../report/model/report';
import { coverField, datesIn, dayOf } from '../report/queries/period';
import { textOf } from '../report/queries/read';
import { wordsOf } from './document';
import type { CoverLine, DocumentProperties, FrontPart } from './document';
import { joined } from './paragraphLines';
import { plainText } from './plainText';

/** What a file says of itself beside its text, of a report whose cover and front matter these are. */
export function propertiesOf(
  report: Report,
  cover: readonly CoverLine[],
  front: readonly FrontPart[],
): DocumentProperties {
  const field = (id: Parameters<typeof coverField>[1]): string => {
    const found = coverField(report, id);
    return found ? plainText(textOf(report, found.value).replace(/\s+/g, ' ')) : '';
  };
  const date = coverField(report, 'report-date');
  return {
    title: joined(cover.filter(({ role }) => role === 'title').map(({ content }) => wordsOf(content))),
    category: field('category'),
    agencies: agenciesOf(cover),
    keywords: keywordsOf(front),
    date: date && dayOf(datesIn(report, date.value)[0]?.from),
  };
}

/** The names of the agencies in the fields that say where the travellers work, each once. */
function agenciesOf(cover: readonly CoverLine[]): string[] {
  const names = cover
    .filter(({ id }) => id === 'agency')
    .flatMap(({ content }) => wordsOf(content).split(/[、，,；;]/))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set(names)];
}

/** The words of a line 「關鍵詞：…」 in 摘要. */
function keywordsOf(front: readonly FrontPart[]): string[] {
  for (const part of front) {
    if (part.kind !== 'abstract') continue;
    for (const block of part.blocks) {
      if (block.kind !== 'paragraph') continue;
      const words = wordsOf(block.content);
      const label = /^關鍵[詞字]\s*[：:]/.exec(words)?.[0];
      if (label !== undefined)
        return words
          .slice(label.length)
          .replace(/。$/, '')
          .split(/[、，,；;]/)
          .map((word) => word.trim())
          .filter((word) => word !== '');
    }
  }
  return [];
}
