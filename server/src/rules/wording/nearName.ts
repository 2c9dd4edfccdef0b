/** What the rule of names that are nearly one tells, whatever it compares. */
import type { Place } from '../../report/model/line';
import { CharClass, classAt } from '../../text/characters';
import { isHanNumeral } from '../../text/numerals';

/** A name where it is written. */
export interface WrittenName extends Place {
  readonly text: string;
}

/** What is to be written instead, and where. */
export interface Correction {
  readonly wrong: string;
  readonly right: string;
  readonly places: readonly Place[];
}

/** A name that is nearly another one. */
export interface NearName {
  readonly message: 'near' | 'body' | 'person' | 'known';
  readonly name: WrittenName;
  /** The other one, where the report has it: one of the tables or the cover stands nowhere. */
  readonly other: WrittenName | { readonly text: string; readonly unit: undefined };
  /** In what the two differ, where it is said. */
  readonly difference?: { readonly this: string; readonly that: string };
  /** What may be meant, the likeliest first. */
  readonly corrections: () => readonly Correction[];
}

/** `name` as nearly `other`, which is to stand for it. */
export function nearName(
  message: NearName['message'],
  name: WrittenName,
  other: NearName['other'],
  difference?: NearName['difference'],
): NearName {
  const correction = { wrong: name.text, right: other.text, places: [name] };
  return { message, name, other, ...(difference && { difference }), corrections: () => [correction] };
}

/** Pairs of characters that tell one thing from another: 進口 and 出口, 前期 and 後期. */
const opposites = [
  '進出', '上下', '前後', '新舊', '內外', '男女', '東西', '南北', '大小', '長短', '公私', '供需', '買賣', '軟硬', '高低', '雙多', '陸海',
  '中央', '農漁', '老幼', '年月',
]; // prettier-ignore

/** Whether `a` and `b` differ in what tells things apart: numbers, ordinals, opposites. */
export function tellsApart(a: string, b: string): boolean {
  for (const part of [a, b])
    for (let i = 0; i < part.length; i++)
      if (isHanNumeral(part.charCodeAt(i)) || classAt(part, i) !== CharClass.Han || '甲乙丙丁'.includes(part[i]!))
        return true;
  return opposites.some(
    ([one, two]) => (a.includes(one!) && b.includes(two!)) || (a.includes(two!) && b.includes(one!)),
  );
}

/** Whether the report itself lists the two side by side: they are two things then. */
export function areListed(first: Place, second: Place): boolean {
  if (first.unit !== second.unit || second.start - first.end > 12) return false;
  const between = first.unit.text.slice(first.end, second.start);
  // 該 speaks of the first one again.
  return !between.includes('。') && /[、及與和或暨跟另並改為]|^[」』》]?$/.test(between) && !/[該此]/.test(between);
}
