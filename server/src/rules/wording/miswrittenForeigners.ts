/** Foreign persons whom a report names in two ways: Dr. Raman, then Dr. Ramen; 范德梅爾博士, then 范德梅耳博士. */
import type { Line, Place } from '../../report/model/line';
import type { LookAlike } from '../../spelling/speller';
import { differenceAt, isOneSlip } from '../../text/oneSlip';
import { foreignSounds } from '../../report/queries/foreignSounds';
import type { Span } from '../../text/span';
import type { UnitNote } from '../engine/rule';
import { nearName } from './nearName';
import type { NearName } from './nearName';

/** A foreign name on a line, or the characters before a title that may be the end of one. */
export interface ForeignName extends Span {
  readonly foreign: 'latin' | 'han' | 'before-title';
}

const titles =
  '先生|女士|小姐|博士|教授|副?(?:主任|[局處署館部司組院所校會廳科次]長|總監|總裁|經理|主席|秘書長|執行長|研究員|參事)|大使|代表|專員|官員|工程師|律師|醫師|董事|警監|講師|技師|顧問|議員|館員';
const speaks = '指出|表示|說明|認為|強調|分享|介紹|建議|回應|補充|提醒|提到|簡報|坦言|詢問|[則亦也]';
const latinWord = String.raw`\p{Lu}[\p{Script=Latin}'’-]+`;
const latinName = String.raw`${latinWord}(?: (?:\p{Lu}\.|${latinWord})){0,3}`;
const latinNames = new RegExp(String.raw`(?<![\p{Script=Latin}'’-])${latinName}`, 'gu');
const titleBefore = new RegExp(`(?:${titles}|\\b(?:Mr|Ms|Mrs|Dr|Prof)\\.?) ?$`);
const titleBehind = new RegExp(`^ ?(?:${titles}|${speaks})`);
/** The longest of them with a blank. */
const longestTitle = 7;
const wordBefore = /[\p{Script=Latin}\d'’-] ?$/u;
const wordBehind = /^[\p{Script=Latin}\d]/u;
const hanBefore = new RegExp(`(?<![${foreignSounds}])[${foreignSounds}]{3,6}(?=${titles})`, 'g');
const hanBehind = new RegExp(`(?<=${titles})[${foreignSounds}]{3,6}(?![${foreignSounds}])`, 'g');
const anyTitle = new RegExp(titles, 'g');
const hanAtEnd = /[\u4e00-\u9fff]{3}$/;
const longestHan = 6;
/** A name of three characters and the shortest title. */
const shortestNamed = 5;

/** The foreign names on a line by what stands around them, and what may be one that has a slip. */
export function foreignNamesOn({ text, facts, surroundings }: Line): readonly ForeignName[] {
  if (surroundings.zone === 'contents') return [];
  const found: ForeignName[] = [];
  const add = (foreign: ForeignName['foreign'], start: number, end: number): void => {
    if (found.every((name) => name.start !== start)) found.push({ foreign, start, end });
  };
  if (/\p{Lu}\p{L}/u.test(text))
    for (const { 0: name, index } of text.matchAll(latinNames)) {
      const end = index + name.length;
      const before = text.slice(Math.max(0, index - longestTitle), index);
      const behind = text.slice(end, end + longestTitle);
      const isNamed = titleBehind.test(behind) && !wordBefore.test(before);
      if (isNamed || (titleBefore.test(before) && !wordBehind.test(behind))) add('latin', index, end);
    }
  if (facts.han < shortestNamed) return found;
  for (const pattern of [hanBefore, hanBehind])
    for (const { 0: name, index } of text.matchAll(pattern)) add('han', index, index + name.length);
  for (const { index: end } of text.matchAll(anyTitle))
    if (hanAtEnd.test(text.slice(Math.max(0, end - 3), end)) && found.every((name) => name.end !== end))
      found.push({ foreign: 'before-title', start: Math.max(0, end - longestHan), end });
  return found;
}

/** Shorter words of Latin letters are alike by chance: Chan, Chen. */
const shortestAlone = 5;
const shortestBesideSame = 3;

/** Whether two names in Latin letters are one but for a letter: of two words each, one is the same. */
function areNearlyOne(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')];
  const [last, lastOther] = [a.at(-1)!, b.at(-1)!];
  const shared = a.filter((word) => b.includes(word));
  if (a.length > 1 && b.length > 1) {
    if (a.length !== b.length || shared.length !== a.length - 1) return false;
    const [word, wordOther] = [a.find((each) => !b.includes(each)), b.find((each) => !a.includes(each))];
    return (
      word !== undefined && wordOther !== undefined && word.length > shortestBesideSame && isOneSlip(word, wordOther)
    );
  }
  return (
    Math.min(last.length, lastOther.length) >= shortestAlone && last[0] === lastOther[0] && isOneSlip(last, lastOther)
  );
}

/** So many names are compared with each other. */
const most = 60;

/** The names that are nearly those of somebody whom the report has named before. */
export function miswrittenForeigners(
  notes: readonly UnitNote<'line', ForeignName>[],
  isAlike: LookAlike | undefined,
): readonly NearName[] {
  const known = new Map<string, Place>();
  const found: NearName[] = [];
  const tell = (place: Place, text: string, other: string): void => {
    // Who is named by the surname alone is so named again.
    const right = text.includes(' ') ? other : other.split(' ').at(-1)!;
    found.push(nearName('person', { ...place, text }, { ...known.get(other)!, text: right }));
  };
  for (const { unit, note } of notes) {
    const { foreign, start, end } = note;
    if (foreign === 'before-title') continue;
    const text = unit.text.slice(start, end);
    if (known.has(text)) continue;
    const near = foreign === 'latin' ? [...known.keys()].find((other) => areNearlyOne(text, other)) : undefined;
    if (near !== undefined) tell({ unit, start, end }, text, near);
    else if (known.size < most) known.set(text, { unit, start, end });
  }
  if (!isAlike) return found;
  const names = [...known.keys()].filter((name) => /^[\u4e00-\u9fff]/.test(name));
  for (const { unit, note } of notes) {
    if (note.foreign === 'latin') continue;
    for (const name of names) {
      const start = note.end - name.length;
      if (start < note.start && note.foreign === 'before-title') continue;
      const text = unit.text.slice(start, note.end);
      if (text === name) break;
      const at = differenceAt(name, text);
      if (at <= 0 || !isAlike(name[at]!, text[at]!)) continue;
      // Of two foreign names the later one is told.
      if (note.foreign === 'han' && known.get(text)?.unit === unit && names.indexOf(text) < names.indexOf(name))
        continue;
      tell({ unit, start, end: note.end }, text, name);
      break;
    }
  }
  return found.filter(
    ({ name: { text } }, index) =>
      found.findIndex(({ name, other }) => name.text === text || other.text === text) === index,
  );
}
