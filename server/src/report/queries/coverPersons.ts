/** How many persons a cover names. */
import { isPosition, positionAt } from '../../knowledge/positions';
import { surnameAt } from '../../knowledge/surnames';
import { parseCount } from '../../text/numerals';
import type { CoverUnit } from '../model/units';
import { textOf } from './read';

/** What parts one person from the next. */
const border = /[、，,；;\r\n]+|(?<=\S)[及與和](?=\S)/;
/** A list that is not all of them, or stands elsewhere: 「王小明等5人」, 「詳如附件」. */
const isOpen = /等(?:$|[\s人\d一二三四五六七八九十])|名單|詳|如附|[\d一二三四五六七八九十][人名位]/;
/** Who else went stands elsewhere: （其餘團員詳附錄一）. */
const elsewhere = /其餘|僅列|公費|自費|詳如?(?:附|後|名單)|附[錄件表]/;
const remark = /[（(][^（）()]*[）)]/g;
/** The end of an agency's name, or of a unit's in it. */
const agencyEnd = /[部署局處會所院館府隊科組室課系校廠站]$|大學$|公司$|中心$/;
const name = /^[\p{Script=Han}○◯]{2,4}$/u;

/** A name in Latin letters: Marieke Jansen. */
const latinName = /[A-Z][a-z'’-]+(?: [A-Z][A-Za-z.'’-]*)+/g;
/** Stands for a name. */
const anonymous = '○○○';
/** A sum behind names that are all told: 王小明、李大華等2人. */
const sum = /等 ?(\d{1,2}|[一二兩三四五六七八九十]{1,3}) ?[人名位員]\s*$/;

/** Whether a name and a title are written as one: 賴俞蓁議員. */
function isTitledName(piece: string): boolean {
  return !isPosition(piece) && [2, 3, 4].some((end) => isPosition(piece.slice(end)));
}

/** The names in words about one person, or about several whose names only blanks part; undefined where none is plain. */
function namesIn(words: string): number | undefined {
  const pieces = words
    .replace(latinName, '○○○')
    .split(/[\s／/：:]+/)
    .filter((piece) => piece !== '');
  const [only, ...others] = pieces;
  // 魏廷安組長: name and title are written as one.
  if (only !== undefined && others.length === 0)
    return only.length >= 2 && only.length <= 16 && !isPosition(only) && !agencyEnd.test(only) ? 1 : undefined;
  const names = pieces.filter((piece) => name.test(piece) && !isPosition(piece) && !agencyEnd.test(piece));
  const titled = pieces.filter(isTitledName);
  // Behind the name of an agency a rare surname may stand.
  const isOne = titled.length === 1 && (surnameAt(titled[0]!, 0) > 0 || pieces.length === pieces.filter((piece) => agencyEnd.test(piece)).length + 1); // prettier-ignore
  if (names.length === 1 || (names.length === 0 && isOne)) return 1;
  const surnamed = names.filter((piece) => surnameAt(piece, 0) > 0);
  return surnamed.length > 0 ? surnamed.length : names.includes(anonymous) ? 1 : undefined;
}

/** How many persons the cover names; undefined where it leaves some out or does not show where one name ends. */
export function personsOn(cover: CoverUnit): number | undefined {
  const values = cover.cover.fields
    .filter(({ id }) => id === 'name-and-title' || id === 'name')
    .map(({ value }) => textOf(cover, value));
  return personsIn(values);
}

/** `value` with a title that ends a line joined to the name on the next one: 「工程司⏎傅雅婷」. */
function titlesJoined(value: string): string {
  return value.split(/\r\n|[\r\n]/).reduce((joined, line) => {
    const last = joined
      .split(/[、，,；;\n]/)
      .at(-1)!
      .trim();
    return joined + (isPosition(last) ? ' ' : '\n') + line.trim();
  });
}

/** How many persons the words of the cover's fields name; undefined as in `personsOn`. */
export function personsIn(fields: readonly string[]): number | undefined {
  const last = fields.at(-1) ?? '';
  const stated = sum.exec(last);
  if (!stated) return personsNamed(fields);
  // 等5人 behind five names leaves nobody out.
  const named = personsNamed([...fields.slice(0, -1), last.slice(0, stated.index)]);
  return named === parseCount(stated[1]!) ? named : undefined;
}

function personsNamed(fields: readonly string[]): number | undefined {
  const values = fields.map((value) => titlesJoined(value.replace(remark, '')));
  if (
    values.length === 0 ||
    values.some((value) => isOpen.test(value)) ||
    fields.some((value) => elsewhere.test(value))
  )
    return undefined;
  let count = 0;
  for (const words of values.flatMap((value) => value.split(border))) {
    if (words.trim() === '') continue;
    const names = namesIn(words);
    if (names === undefined) return undefined;
    count += names;
  }
  return count > 0 ? count : undefined;
}

/** Whether a title follows the character at `index`, which is the surname of somebody on the cover: 傅組長, where 傅子謙 is. */
export function isSurnameBeforeTitle(text: string, index: number, cover: CoverUnit | undefined): boolean {
  if (!cover || positionAt(text, index + 1) === 0) return false;
  return cover.cover.fields
    .filter(({ id }) => id === 'name-and-title' || id === 'name')
    .flatMap(({ value }) => textOf(cover, value).split(/\P{Script=Han}+/u))
    .some((name) => name.startsWith(text[index]!));
}
