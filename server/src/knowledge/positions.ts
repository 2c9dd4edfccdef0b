/** 職稱 that covers name. */
import { PairFilter } from '../text/pairs';
import { positions as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/positions.tsv';

let all: readonly string[] | undefined;

/** All of them, those that most reports name first. */
export function positions(): readonly string[] {
  return (all ??= rowsOf(schema, compiled).map(({ text }) => text));
}

let known: ReadonlySet<string> | undefined;

/** Whether `words` are one of them. */
export function isPosition(words: string): boolean {
  return (known ??= new Set(positions())).has(words);
}

/** What stands before a title without making another of it: 行政專員, 資深技正. Each of two characters. */
const grades = new Set(['行政', '資深', '高級', '約聘', '約僱', '專案', '專任', '兼任', '代理', '業務', '技術']);

let longest = 0;
/** What they begin with: most places of a text begin none. */
let starts: PairFilter | undefined;

function longestAt(words: string, index: number): number {
  if (!starts) {
    starts = new PairFilter();
    for (const position of positions()) {
      starts.add(position.charCodeAt(0), position.charCodeAt(1));
      longest = Math.max(longest, position.length);
    }
  }
  if (!starts.mayHave(words.charCodeAt(index), words.charCodeAt(index + 1))) return 0;
  for (let size = Math.min(longest, words.length - index); size >= 2; size--)
    if (isPosition(words.slice(index, index + size))) return size;
  return 0;
}

/** Length of the longest one that stands in `words` at `index`, in UTF-16 code units; 0 where there is none. */
export function positionAt(words: string, index: number): number {
  const size = longestAt(words, index);
  if (size > 0 || !grades.has(words.slice(index, index + 2))) return size;
  const behind = longestAt(words, index + 2);
  return behind && behind + 2;
}
