/** Names of persons, as far as a line shows them: a surname, one or two characters, and what stands around them. */
import { phrasePattern } from '../../knowledge/phrases';
import { positionAt } from '../../knowledge/positions';
import { surnameAt } from '../../knowledge/surnames';
import type { Span } from '../../text/span';

/** What may stand right behind a name that is one of several, or the whole of a value: a joint, a bracket, a count. */
const border = /^(?:$|[\s、，,。；;：:（()）\]|／/及與和暨等率]|[一二兩三四五六七八九十\d]+[位名人]|分別|共同|擔任)/;
/** What may stand right before one, besides a border. */
const opener =
  /(?:^|[\s、，,。；;：:（()）|／/及與和暨由為有是即偕]|人員|團員|組員|成員|委員|同仁|學員|講師|姓名|團長|領隊)$/;

/** How a person is addressed behind the name. */
const address = /^(?:先生|女士|小姐)/;

/** Whether a name may end at `end`: a joint, a count, a title or an address stands behind it. */
function endsName(words: string, end: number): boolean {
  const behind = words.slice(end, end + 4);
  return border.test(behind) || address.test(behind) || positionAt(words, end) > 0;
}

/** Whether a 職稱 stands in `words` right before `index`. */
function isBehindTitle(words: string, index: number): boolean {
  for (let from = Math.max(0, index - 8); from < index - 1; from++)
    if (positionAt(words, from) === index - from) return true;
  return false;
}

/** Whether a name may begin at `start`: nothing, a joint, a label or a title stands before it. */
function beginsName(words: string, start: number): boolean {
  return opener.test(words.slice(Math.max(0, start - 4), start)) || isBehindTitle(words, start);
}

const isHan = (words: string, start: number, end: number): boolean =>
  end <= words.length && /^[\u3400-\u9fff]+$/.test(words.slice(start, end));

/**
 * The name of a person that begins at `start` of `words`: a surname and one or two characters more.
 * @param alone whether a surname with one character is a name without a title behind it; many words look like that
 */
function nameAt(words: string, start: number, alone: boolean): Span | undefined {
  const surname = surnameAt(words, start);
  if (surname === 0 || !beginsName(words, start)) return undefined;
  for (const given of [2, 1]) {
    const end = start + surname + given;
    if (end > words.length || !isHan(words, start, end)) continue;
    if (given === 1 && !alone ? positionAt(words, end) > 0 : endsName(words, end)) return { start, end };
  }
  return undefined;
}

/** What a person does, or any title, behind the name: 謝○○表示, 羅○○社工師. */
const behindMaskedName = phrasePattern`^(?:[則亦也並均]?(?:${'speech'})|\p{Script=Han}{0,4}[師員士官長生授任理工委](?:$|[\s、，,。；;：:（()）|／/及與和暨等]))`;
/** Of a given name so many characters are masked. */
const longestGiven = 2;
/** What stands behind a masked name whose surname may be a rare one, and before it. */
const behindMask = /^(?:先生|女士|小姐|[君、，。；）)]|$)/;
const rareSurname = /(?:^|[\P{Script=Han}由及與和])\p{Script=Han}$/u;

/**
 * Whether the circles `[start, end)` of `words` mask the given name of a person: 「陳○○先生」, 「議員黃○○、」, 「邱○○科長」,
 * 「議事組王○○組員」.
 */
export function isMaskedName(words: string, { start, end }: Span): boolean {
  if (end - start > longestGiven) return false;
  if (rareSurname.test(words.slice(Math.max(0, start - 2), start)) && behindMask.test(words.slice(end))) return true;
  return [1, 2].some(
    (size) =>
      start >= size &&
      surnameAt(words, start - size) === size &&
      (positionAt(words, end) > 0 ||
        (beginsName(words, start - size) && (endsName(words, end) || behindMaskedName.test(words.slice(end))))),
  );
}

/** Whether the surname of a person whose title follows it stands at `start`: 温警務員志豪, 温組長. */
function isSurnameBeforeTitle(words: string, start: number): boolean {
  const surname = surnameAt(words, start);
  return surname > 0 && beginsName(words, start) && positionAt(words, start + surname) > 0;
}

/** The name of a person in `words` that the characters `[start, end)` stand in; undefined where they stand in none. */
export function personNameAround(words: string, { start, end }: Span): Span | undefined {
  if (isSurnameBeforeTitle(words, start)) return { start, end };
  for (let from = Math.max(0, start - 3); from <= start; from++) {
    const name = nameAt(words, from, false);
    if (name && name.end >= end) return name;
  }
  return undefined;
}

/**
 * The name with an address or a title right beside it that the character at `at` of `words` stands in, whatever else is said
 * of its person: 旅日攝影家温明華小姐, 技正温珮妤以…為題報告.
 */
export function addressedNameAround(words: string, at: number): Span | undefined {
  for (let start = Math.max(0, at - 2); start <= at; start++) {
    const surname = surnameAt(words, start);
    for (const given of surname > 0 ? [2, 1] : []) {
      const end = start + surname + given;
      if (end <= at || !isHan(words, start, end)) continue;
      if (address.test(words.slice(end, end + 2)) || positionAt(words, end) > 0) return { start, end };
      if (given === 2 && isBehindTitle(words, start)) return { start, end };
    }
  }
  return undefined;
}

/** Whether the words right before `end` may be a whole name, whatever stands before them: 本團成員計許文彬. */
function mayEndName(words: string, end: number): boolean {
  return [1, 2].some((given) =>
    [1, 2].some((surname) => {
      const start = end - given - surname;
      return start >= 0 && surnameAt(words, start) === surname && isHan(words, start, end);
    }),
  );
}

/** What persons do who are named right before: 黃雅琪負責. */
const acts = /^(?:負責|主持|主講|協助|引言|與談|報告|簡報|說明|記錄|撰寫|執筆|陪同|隨行|同行|前往|出席|參加|代表|致詞)/;

/** Whether a name of three characters begins at `start`, whoever it is that does something. */
function isActorAt(words: string, start: number): boolean {
  const surname = surnameAt(words, start);
  const end = start + surname + 2;
  return surname > 0 && isHan(words, start, end) && acts.test(words.slice(end, end + 2));
}

/** Two names of three characters, the first behind another that a blank parts from them: 吳柏翰 周怡君 鄭雅文下水. */
const rowOfNames = /\p{Script=Han}{3} (\p{Script=Han}{3})$/u;

/** Whether a third name begins behind the blanks `[start, end)`, whatever is said of the three. */
function isThirdOfRow(words: string, start: number, end: number): boolean {
  const row = rowOfNames.exec(words.slice(Math.max(0, start - 7), start));
  const isName = (at: number): boolean => surnameAt(words, at) > 0 && isHan(words, at, at + 3);
  return row !== null && isName(start - 7) && isName(start - 3) && isName(end);
}

/** Whether the blanks `[start, end)` of `words` part two names of persons, or a name from its title. */
export function partsPersonNames(words: string, { start, end }: Span): boolean {
  if (nameAt(words, end, true) !== undefined || isActorAt(words, end)) return mayEndName(words, start);
  const isNameBefore = [2, 3, 4].some((size) => start >= size && nameAt(words, start - size, true)?.end === start);
  return isNameBefore && (positionAt(words, end) > 0 || isThirdOfRow(words, start, end));
}

/** A person as a line names one. */
export interface PersonName extends Span {
  readonly surname: string;
  /** Two characters. */
  readonly given: string;
  /** Whether surname and given name stand together; else a title stands between them: 范姜議員志明. */
  readonly isWhole: boolean;
}

/** Lengths that the surname at `start` may have: 高曾 is one of those who bear two. */
function surnamesAt(words: string, start: number): readonly number[] {
  const size = surnameAt(words, start);
  if (size === 0) return [];
  return size === 1 && surnameAt(words, start + 1) === 1 ? [2, 1] : [size];
}

/** The persons in `words` whose given name has two characters; of those without a title between, what stands around them tells. */
export function personNamesIn(words: string): readonly PersonName[] {
  const found: PersonName[] = [];
  for (let start = 0; start < words.length; start++) {
    for (const size of surnamesAt(words, start)) {
      const behind = start + size;
      const title = positionAt(words, behind);
      const end = behind + title + 2;
      if (!isHan(words, end - 2, end) || (title === 0 && !(beginsName(words, start) && endsName(words, end)))) continue;
      const given = words.slice(end - 2, end);
      found.push({ surname: words.slice(start, behind), given, isWhole: title === 0, start, end });
      break;
    }
  }
  return found;
}
