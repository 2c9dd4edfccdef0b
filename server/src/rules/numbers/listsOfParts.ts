/** Parts with their number: 分成四組，第一組…、第二組…; 分北、中、南三區辦理. */
import { parseCount, toHan } from '../../text/numerals';
import { countBefore, countBehind, figures, largest, longestClause, numeral } from './listCounts';
import type { WrongCount } from './listCounts';

/** 分成四組，第一組…、第二組…: what is counted is told one by one in the sentence. */
const parted = new RegExp(
  `分[為成]?${numeral} ?(?<unit>梯次|階段|部分|場次|步驟|[組隊班梯場天步類期區])(?<rest>[^。；]{0,16}?第一\\k<unit>[^。；]{0,${longestClause}})(?=[。；]|$)`,
  'g',
);

/** Counts of what the sentence tells as the first, the second and so on. */
export function* ordinalsBehind(plain: string): Generator<WrongCount> {
  for (const { 1: figure, index, groups } of plain.matchAll(parted)) {
    const { unit, rest } = groups as { unit: string; rest: string };
    const stated = parseCount(figure!);
    let last = 1;
    while (rest.includes(`第${toHan(last + 1)}${unit}`)) last++;
    // Of stages a sentence may tell the first ones alone.
    if (last < stated && !/[組隊班]|梯次?/.test(unit)) continue;
    if (last < 2 || last === stated || stated > largest || /其餘|其他|各[組隊班]|等/.test(rest)) continue;
    const start = plain.indexOf(figure!, index);
    yield countBefore(stated, last, { start, end: start + figure!.length + unit.length });
  }
}

const shortItem = '[^\\s，。；：、及與和分（）\\d二兩三四五六七八九十]{1,6}';
/** 分北、中、南三區辦理: what is parted, with the parts by name. */
const partedByName = new RegExp(
  `(?:分[為成作]|(?<![部充百十身公處成])分(?![別享析布佈工配類級辨發子]))(?<items>${shortItem}(?:[、及與和]${shortItem}){1,9})(?<figure>${figures}) ?(?:場次|梯次|階段|[區組班梯線隊批場])(?![^，。；]{0,4}[各每])`,
  'g',
);

export function* partsByName(plain: string): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of plain.matchAll(partedByName)) {
    const { items, figure } = groups as { items: string; figure: string };
    const [stated, listed] = [parseCount(figure), items.split(/[、及與和]/).length];
    const start = index + whole.lastIndexOf(figure);
    if (Math.abs(stated - listed) !== 1) continue;
    yield countBehind(stated, listed, { start, end: index + whole.length });
  }
}
