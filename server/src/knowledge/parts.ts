import { partTitles as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/partTitles.tsv';
import { TitleTable, normaliseTitle } from './titleTable';
import { titleWordsOf } from './titleWords';
import type { PartId, PartTitle } from './types';

export { normaliseTitle } from './titleTable';

const joints = ['及', '與', '和', '暨', '、', ''];
/** What authors call their conclusions, and what stands beside 心得 as another word for it. */
const thoughts = ['感想', '感言', '收穫', '省思', '反思', '檢討', '體會', '啟示'];
const conclusion = ['心得', '結論', '總結', '觀察', ...thoughts];
/** Nothing is asked for in these titles; often the chapter does all the same. */
const alone = [
  '感想',
  '感言',
  '綜合感想',
  '綜合感言',
  '綜合心得',
  '整體感想',
  '心得感言',
  '感想心得',
  '收穫',
  '觀感',
  '體會',
];

/** What authors put together for 心得及建議: 省思與建言, 心得感言與建議, 檢討與感想. */
function* conclusions(): Generator<string> {
  yield* alone;
  const beside = thoughts.flatMap((word) =>
    ['', '及', '與', '、'].flatMap((joint) => [`心得${joint}${word}`, `${word}${joint}心得`]),
  );
  for (const first of [...conclusion, ...beside])
    for (const joint of joints)
      for (const second of ['建議', '建言', '建議事項', '建議方案']) yield first + joint + second;
  for (const first of conclusion)
    for (const joint of joints.slice(0, -1))
      for (const second of ['心得', ...thoughts]) if (first !== second) yield first + joint + second;
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
  const part = 'reflections-and-recommendations';
  for (const text of conclusions())
    if (!titles.has(text)) titles.set(text, { text, part, standing: 'wrong', source: 'reports', trust: 'general' });
  return [...titles.values()];
}

/** Every title that names a part, each once. */
export const partTitles: readonly PartTitle[] = allTitles();

let table: TitleTable<PartTitle> | undefined;

function titleTable(): TitleTable<PartTitle> {
  return (table ??= new TitleTable(partTitles));
}

/** A journey that is told under its own name: 訪泰紀實, 赴越南見聞. */
const journey = /^[訪赴遊]\p{Script=Han}{1,4}(?:紀實|紀行|行紀|遊記|見聞(?:錄|紀實)?|[紀記]要|點滴)$/u;

const longestJourney = 10;

/** The row of a title, or undefined where it names no part. Takes what `normaliseTitle` gives. */
export function partTitleOf(normalised: string): PartTitle | undefined {
  const row = titleTable().get(normalised);
  if (row || !journey.test(normalised)) return row;
  return { text: normalised, part: 'process', standing: 'wrong', source: 'reports', trust: 'general' };
}

/** The part that a title names, whatever its standing. Takes what `normaliseTitle` gives. */
export function partOf(normalised: string): PartId | undefined {
  return partTitleOf(normalised)?.part;
}

/** The part that the words `[start, end)` of `text` name. */
export function partAt(text: string, start: number, end: number): PartId | undefined {
  const part = titleTable().at(text, start, end)?.part;
  if (part !== undefined || end - start > longestJourney || !'訪赴遊'.includes(text[start] ?? ' ')) return part;
  return partOf(normaliseTitle(text.slice(start, end)));
}
