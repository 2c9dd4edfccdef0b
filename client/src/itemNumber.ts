/** The number of an item from 一、 down to (甲), with what stands before it. The server knows them exactly. */
const itemNumber =
  /^[\s#*]*(?:[（(][一二三四五六七八九十百○〇零\d甲乙丙丁戊己庚辛壬癸]{1,5}[)）]|[一二三四五六七八九十百○〇零甲乙丙丁戊己庚辛壬癸]{1,5}[、.．]|\d{1,3}[.．、](?!\d))[ \u3000\t*]*/;

/** Whether the place before `character` of the line is in or right behind the number of an item. */
export function isAtNumber(line: string, character: number): boolean {
  const number = itemNumber.exec(line)?.[0];
  return number !== undefined && character <= number.length;
}
