/** The definitions of acronyms in a line: 「數位經濟夥伴協定（DEPA）」 and the like. */
import { glossaryOf } from '../../knowledge/acronyms';
import { CharClass, classAt, classOf, codesOf } from '../../text/characters';
import { partitionPoint } from '../../text/lists';
import type { Span } from '../../text/span';
import type { DefinitionHit } from '../model/lines';
import { isWordUnit, longestAcronym, looksLikeAcronym } from './latinWords';
import type { LatinWord } from './latinWords';

/** How far a Chinese name may reach back from the brackets behind it, in UTF-16 code units. */
const longestName = 40;

/** The one of `words`, which come in the order of the text, that ends at `end`. */
function wordEndingAt(words: readonly LatinWord[], end: number): LatinWord | undefined {
  const word = words[partitionPoint(words, (each) => each.end < end)];
  return word?.end === end ? word : undefined;
}

const closingQuotes = codesOf('」』》〉');
const stops = codesOf('，。；：、！？,;:!?「」『』《》〈〉（）()[]【】〔〕|\t');

/** Whether `[.., end)` of `text` ends with `name`, blanks not compared; the name's start, or -1. */
function startOfNameBefore(text: string, name: string, end: number, floor: number): number {
  let i = end;
  for (let k = name.length - 1; k >= 0; k--) {
    const code = name.charCodeAt(k);
    if (classOf(code) === CharClass.Blank) continue;
    while (i > floor && classAt(text, i - 1) === CharClass.Blank) i--;
    if (i <= floor || text.charCodeAt(i - 1) !== code) return -1;
    i--;
  }
  return i;
}

interface FoundName extends Span {
  readonly exact: boolean;
}

/** The Chinese name that ends at `end`: a name of the glossary, a quoted title, or the words back to the clause's start. */
function nameBefore(text: string, acronym: string, end: number, floor: number): FoundName | undefined {
  const last = text.charCodeAt(end - 1);
  if (closingQuotes.has(last)) {
    const opening = last - 1; // 「 stands before 」 in Unicode, and so do the others
    const reach = Math.max(floor, end - longestName);
    for (let open = end - 2; open >= reach; open--) {
      if (text.charCodeAt(open) === opening) return { start: open + 1, end: end - 1, exact: true };
    }
    return undefined;
  }
  let known = -1;
  const consider = (name: string): void => {
    const start = startOfNameBefore(text, name, end, floor);
    if (start >= 0 && (known < 0 || start < known)) known = start;
  };
  for (const { chinese, variants, rejected } of glossaryOf(acronym)) {
    consider(chinese);
    variants.forEach(consider);
    rejected.forEach(consider);
  }
  if (known >= 0) return { start: known, end, exact: true };

  let start = end;
  let hasHan = false;
  while (start > floor && end - start < longestName && !stops.has(text.charCodeAt(start - 1))) {
    start--;
    if (classAt(text, start) === CharClass.Han) hasHan = true;
  }
  while (start < end && (classAt(text, start) === CharClass.Blank || text[start] === '*')) start++;
  return hasHan ? { start, end, exact: start <= floor } : undefined;
}

/** Longer ones first. */
const abbreviates = [
  '英文簡稱為', '英文縮寫為', '以下簡稱為', '英文簡稱', '英文縮寫', '以下簡稱', '以下稱', '簡稱為', '縮寫為', '下稱', '簡稱', '縮寫',
]; // prettier-ignore

/** Whether the letters of `acronym` come one after the other in the English name `[start, end)`, its first letter first. */
function spellsOut(text: string, acronym: string, start: number, end: number): boolean {
  let at = start;
  let words = 1;
  let next = 0;
  for (let i = start; i < end; i++) {
    const charClass = classAt(text, i);
    if (charClass === CharClass.Han) return false;
    if (charClass === CharClass.Blank && i + 1 < end) words++;
    if (next < acronym.length && text[i]!.toUpperCase() === acronym[next]!.toUpperCase()) {
      if (next === 0 && i !== at) return false;
      next++;
    } else if (next === 0 && charClass === CharClass.Blank) at = i + 1;
  }
  return words >= 2 && next >= acronym.length - (acronym.endsWith('s') ? 1 : 0);
}

/** 「（ACR, English full name）」: the acronym first. */
function leadingAcronym(
  text: string,
  from: number,
  to: number,
): { acronym: LatinWord; english: Span | undefined } | undefined {
  let end = from;
  while (end < to && isWordUnit(text, end)) end++;
  if (end === from || end - from > longestAcronym || (text[end] !== ',' && text[end] !== '，')) return undefined;
  const word = text.slice(from, end);
  if (!looksLikeAcronym(word)) return undefined;
  let start = end + 1;
  while (start < to && classAt(text, start) === CharClass.Blank) start++;
  return spellsOut(text, word, start, to)
    ? { acronym: { text: word, start: from, end }, english: { start, end: to } }
    : undefined;
}

/** The acronym that the inside of brackets gives, which a remark may follow: 「（English full name，ACR；另稱…）」. */
function insideOf(
  text: string,
  start: number,
  end: number,
): { acronym: LatinWord; english: Span | undefined } | undefined {
  const whole = acronymIn(text, start, end);
  if (whole) return whole;
  let remark = start;
  while (remark < end && text[remark] !== '；') remark++;
  return remark < end ? acronymIn(text, start, remark) : undefined;
}

/** Before a full name, the language that it is of: （馬來文：Majlis Bandaraya Ipoh, MBI）. */
const languageLabel = /[\u4e00-\u9fff]{1,4}文[：:] ?/y;

/** The acronym that ends or begins `[start, end)`, with the English name beside it if there is one. */
function acronymIn(
  text: string,
  start: number,
  end: number,
): { acronym: LatinWord; english: Span | undefined } | undefined {
  let from = start;
  let to = end;
  while (from < to && classAt(text, from) === CharClass.Blank) from++;
  while (to > from && classAt(text, to - 1) === CharClass.Blank) to--;
  languageLabel.lastIndex = from;
  if (languageLabel.test(text) && languageLabel.lastIndex < to) from = languageLabel.lastIndex;
  // （以下簡稱「ACR」）
  const quoted = to - 1 > from && closingQuotes.has(text.charCodeAt(to - 1));
  const acronymEnd = quoted ? to - 1 : to;
  let acronymStart = acronymEnd;
  while (
    acronymStart > from &&
    (isWordUnit(text, acronymStart - 1) || text[acronymStart - 1] === '-' || text[acronymStart - 1] === '&')
  )
    acronymStart--;
  const first = leadingAcronym(text, from, to);
  if (first) return first;
  const word = text.slice(acronymStart, acronymEnd);
  if (word === '' || word.length > longestAcronym || !(looksLikeAcronym(word) || glossaryOf(word).length > 0))
    return undefined;
  const acronym = { text: word, start: acronymStart, end: acronymEnd };
  if (acronymStart === from) return { acronym, english: undefined };

  // 「English full name, ACR」, 「English full name，簡稱 ACR」, 「簡稱 ACR」
  let before = acronymStart - (quoted ? 1 : 0);
  while (before > from && classAt(text, before - 1) === CharClass.Blank) before--;
  for (const word of classAt(text, before - 1) === CharClass.Han ? abbreviates : []) {
    if (before - word.length >= from && text.startsWith(word, before - word.length)) {
      before -= word.length;
      if (before === from) return { acronym, english: undefined };
      break;
    }
  }
  while (before > from && classAt(text, before - 1) === CharClass.Blank) before--;
  const separator = text[before - 1];
  if (separator !== ',' && separator !== '，' && separator !== ';' && separator !== '；' && separator !== '、')
    return undefined;
  const englishEnd = before - 1;
  for (let i = from; i < englishEnd; i++) {
    const charClass = classAt(text, i);
    if (charClass === CharClass.Han) return undefined;
  }
  // Names of other languages begin with Latin letters too: Électricité de France.
  const isLatin = classAt(text, from) === CharClass.Latin || /\p{Script=Latin}/u.test(text[from]!);
  return isLatin ? { acronym, english: { start: from, end: englishEnd } } : undefined;
}

/** The Chinese name that explains an acronym before it: 「DEPA（數位經濟夥伴協定）」. Only a name of the glossary is certain enough. */
function explains(text: string, acronym: string, start: number, end: number): boolean {
  return glossaryOf(acronym).some((row) =>
    [row.chinese, ...row.variants].some((name) => startOfNameBefore(text, name, end, start) === start),
  );
}

/** The first bracket `(` or `（` at or behind `index`; -1 without one. */
function openBracket(line: string, index: number): number {
  for (let i = index; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 0x28 || code === 0xff08) return i;
  }
  return -1;
}

/** The bracket that closes at or behind `index`, unless another opens before it; -1 without one. */
function closeBracket(line: string, index: number): number {
  for (let i = index; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 0x29 || code === 0xff09) return i;
    if (code === 0x28 || code === 0xff08) return -1;
  }
  return -1;
}

/** The definition whose brackets are `(open … close)`, if it is one. */
function definitionAt(
  line: string,
  from: number,
  open: number,
  close: number,
  words: readonly LatinWord[],
): DefinitionHit | undefined {
  let nameEnd = open;
  while (nameEnd > from && (classAt(line, nameEnd - 1) === CharClass.Blank || line[nameEnd - 1] === '*')) nameEnd--;
  if (nameEnd === from) return undefined;
  const inside = insideOf(line, open + 1, close);
  const end = close + 1;
  if (!inside) {
    const word = isWordUnit(line, nameEnd - 1) ? wordEndingAt(words, nameEnd) : undefined;
    if (!word) return undefined;
    const acronym = { start: word.start, end: word.end };
    const bracketed = { start: open + 1, end: close };
    if (explains(line, word.text, open + 1, close))
      return { text: word.text, start: word.start, end, acronym, name: bracketed, exact: true, english: undefined };
    if (!looksLikeAcronym(word.text) || !spellsOut(line, word.text, open + 1, close)) return undefined;
    const nameless = { start: word.end, end: word.end };
    return { text: word.text, start: word.start, end, acronym, name: nameless, exact: true, english: bracketed };
  }
  const { english } = inside;
  const acronym = { start: inside.acronym.start, end: inside.acronym.end };
  const name = nameBefore(line, inside.acronym.text, nameEnd, from);
  if (name && name.end > name.start) {
    return {
      text: inside.acronym.text,
      start: name.start,
      end,
      acronym,
      name: { start: name.start, end: name.end },
      exact: name.exact,
      english,
    };
  }
  if (!isWordUnit(line, nameEnd - 1)) return undefined;
  // Cross-Border Privacy Rules (CBPR): written out in English alone.
  let begin = nameEnd;
  while (begin > from && (isWordUnit(line, begin - 1) || " -'&/".includes(line[begin - 1]!))) begin--;
  while (begin < nameEnd && !isWordUnit(line, begin)) begin++;
  if (!line.slice(begin, nameEnd).includes(' ')) return undefined;
  return {
    text: inside.acronym.text,
    start: begin,
    end,
    acronym,
    name: { start: begin, end: begin },
    exact: true,
    english: { start: begin, end: nameEnd },
  };
}

/**
 * The definitions of a line, in its order.
 * @param from where the line's own words begin, behind number and markup
 * @param words its Latin words
 */
export function definitionsIn(line: string, from: number, words: readonly LatinWord[]): readonly DefinitionHit[] {
  const definitions: DefinitionHit[] = [];
  for (let open = openBracket(line, from); open >= 0;) {
    const close = closeBracket(line, open + 1);
    const definition = close < 0 ? undefined : definitionAt(line, from, open, close, words);
    if (definition) definitions.push(definition);
    open = openBracket(line, close < 0 ? open + 1 : close + 1);
  }
  return definitions;
}
