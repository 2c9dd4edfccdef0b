import { partTitles as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/partTitles.tsv';
import { TitleTable } from './titleTable';
import { titleWordsOf } from './titleWords';
import type { PartId, PartTitle } from './types';

export { normaliseTitle } from './titleTable';

/** What authors put together for 心得及建議: 省思與建言, 結論與感想. */
function* conclusions(): Generator<readonly [string, PartId]> {
  for (const first of ['心得', '感想', '結論', '總結', '收穫', '省思', '反思', '體會', '啟示', '檢討', '觀察'])
    for (const joint of ['及', '與', '和', '暨', '、', '']) {
      for (const second of ['建議', '建言', '建議事項', '建議方案'])
        yield [first + joint + second, 'reflections-and-recommendations'];
      if (first === '結論' || first === '總結')
        for (const second of ['心得', '感想', '省思'])
          yield [first + joint + second, 'reflections-and-recommendations'];
    }
}

/** The titles of the table, and those put together of a mission and the name of a part: 考察目的, 參訪行程. */
function allTitles(): readonly PartTitle[] {
  const titles = new Map<string, PartTitle>(rowsOf(schema, compiled).map((title) => [title.text, title]));
  for (const mission of titleWordsOf('mission')) {
    for (const { text: ending, part, standing, source, trust } of titleWordsOf('ending')) {
      const text = mission.text + ending;
      // A title of the table stands before one that is put together: 會議紀要 is 出席會議情形, 考察紀要 is 過程.
      if (!titles.has(text)) titles.set(text, { text, part: part!, standing: standing!, source, trust });
    }
  }
  for (const [text, part] of conclusions())
    if (!titles.has(text)) titles.set(text, { text, part, standing: 'wrong', source: 'reports', trust: 'general' });
  return [...titles.values()];
}

/** Every title that names a part, each once. */
export const partTitles: readonly PartTitle[] = allTitles();

let table: TitleTable<PartTitle> | undefined;

function titleTable(): TitleTable<PartTitle> {
  return (table ??= new TitleTable(partTitles));
}

/** The row of a title, or undefined where it names no part. Takes what `normaliseTitle` gives. */
export function partTitleOf(normalised: string): PartTitle | undefined {
  return titleTable().get(normalised);
}

/** The part that a title names, whatever its standing. Takes what `normaliseTitle` gives. */
export function partOf(normalised: string): PartId | undefined {
  return titleTable().get(normalised)?.part;
}

/** The part that the words `[start, end)` of `text` name. */
export function partAt(text: string, start: number, end: number): PartId | undefined {
  return titleTable().at(text, start, end)?.part;
}
