import { glossaryOf } from '../../knowledge/acronyms';
import { CharClass, classAt, classOf } from '../../text/characters';
import { partitionPoint } from '../../text/lists';
import type { Span } from '../../text/span';
import type { AcronymHit, DefinitionHit } from '../model/lines';

/** The code units of `characters`: a set of numbers is asked many times faster than a string or a set of strings. */
function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** Longer runs of Latin letters are no acronyms. */
const longestAcronym = 12;
/** The symbol of a document reaches no further to either side of a word in it. */
const longestSymbol = 24;
/** How far a Chinese name may reach back from the brackets behind it, in UTF-16 code units. */
const longestName = 40;

function isWordUnit(text: string, index: number): boolean {
  const charClass = classAt(text, index);
  return charClass === CharClass.Latin || charClass === CharClass.Digit;
}

/** Whether the unit is a letter that only names of other languages have: Č of ČZU. */
function isForeignLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
}

/** A joint inside a Latin word: ACT-NET, R&D, S&DT. */
function isJoint(text: string, index: number, end: number): boolean {
  const character = text[index];
  return (character === '-' || character === '&') && index + 1 < end && isWordUnit(text, index + 1);
}

/** Whether `word` is written the way acronyms are: two capitals, or a capital beside a digit (5G, G20). */
function looksLikeAcronym(word: string): boolean {
  let capitals = 0;
  let digits = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 0x41 && code <= 0x5a) capitals++;
    else if (classOf(code) === CharClass.Digit) digits++;
  }
  return capitals >= 2 || (capitals === 1 && digits >= 1);
}

interface Word extends Span {
  readonly text: string;
}

/** Whether the unit is a figure or sign above or below the line: CO₂, NH₄⁺. */
function isRaisedOrLowered(code: number): boolean {
  return (code >= 0x2070 && code <= 0x208e) || code === 0xb2 || code === 0xb3 || code === 0xb9;
}

/** The Latin words from `start` on; a joined word the glossary does not know falls into its parts. */
function latinWords(text: string, start: number): Word[] {
  const end = text.length;
  const words: Word[] = [];
  for (let i = start; i < end; i++) {
    if (!isWordUnit(text, i)) continue;
    let stop = i;
    let joined = false;
    for (; stop < end; stop++) {
      if (isWordUnit(text, stop)) continue;
      if (!isJoint(text, stop, end)) break;
      joined = true;
    }
    const whole = text.slice(i, stop);
    if (isForeignLetter(text, i - 1) || isForeignLetter(text, stop)) {
      i = stop;
      continue;
    }
    if (!joined || (stop - i <= longestAcronym && glossaryOf(whole).length > 0)) {
      if (stop - i <= longestAcronym) words.push({ text: whole, start: i, end: stop });
    } else {
      let from = i;
      for (let k = i; k <= stop; k++) {
        if (k < stop && isWordUnit(text, k)) continue;
        if (k > from && k - from <= longestAcronym) words.push({ text: text.slice(from, k), start: from, end: k });
        from = k + 1;
      }
    }
    i = stop;
  }
  return words;
}

/** Signs within addresses and English phrases: www.apec.org, a@b.gov, Leaders' Week. A slash parts acronyms too: FTA/RTA. */
const joints = codesOf(" '’.,@_:/&+-");

/** Whether the Latin word at `[start, end)` is none that an acronym may stand beside: words in small letters are English. */
function isEnglish(text: string, start: number, end: number): boolean {
  let small = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) small = true;
  }
  if (!small) return false;
  const word = text.slice(start, end);
  return !looksLikeAcronym(word) && glossaryOf(word).length === 0;
}

/** Kinds of documents and committees of bodies that set standards: ISO/TS, ISO/IEC/TR, CEN/TC. */
const standardBody = /(?<![A-Za-z])(?:ISO|IEC|CEN|CENELEC|ETSI|ITU)\/$/;

/** Whether the word at `[start, end)` is part of a document's symbol, or of a name with a slash: RD/TN/RL/174, WT/DS592, PIC/S. */
function inSymbol(text: string, start: number, end: number): boolean {
  if (text[start - 1] !== '/' && text[end] !== '/') return false;
  if (standardBody.test(text.slice(Math.max(0, start - 9), start))) return true;
  if (/^\/[A-Z](?![A-Za-z\d])/.test(text.slice(end, end + 3))) return true;
  let from = start;
  while (from > 0 && start - from < longestSymbol && (isWordUnit(text, from - 1) || text[from - 1] === '/')) from--;
  let to = end;
  while (to < text.length && to - end < longestSymbol && (isWordUnit(text, to) || text[to] === '/')) to++;
  return /\d\d/.test(text.slice(from, to));
}

/** Whether `word` stands in an English phrase, an address or a symbol: the Latin word next to it is an English one. */
function isForeign(text: string, { start, end }: Word): boolean {
  if (inSymbol(text, start, end)) return true;
  let i = start - 1;
  while (i >= 0 && joints.has(text.charCodeAt(i))) i--;
  if (i < start - 1 && isWordUnit(text, i)) {
    let from = i;
    while (from > 0 && isWordUnit(text, from - 1)) from--;
    if (isEnglish(text, from, i + 1)) return true;
  }
  i = end;
  while (i < text.length && joints.has(text.charCodeAt(i))) i++;
  if (i === end || !isWordUnit(text, i)) return false;
  let to = i;
  while (to < text.length && isWordUnit(text, to)) to++;
  return isEnglish(text, i, to);
}

/** The one of `words`, which come in the order of the text, that ends at `end`. */
function wordEndingAt(words: readonly Word[], end: number): Word | undefined {
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
): { acronym: Word; english: Span | undefined } | undefined {
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
function insideOf(text: string, start: number, end: number): { acronym: Word; english: Span | undefined } | undefined {
  const whole = acronymIn(text, start, end);
  if (whole) return whole;
  let remark = start;
  while (remark < end && text[remark] !== '；') remark++;
  return remark < end ? acronymIn(text, start, remark) : undefined;
}

/** Before a full name, the language that it is of: （馬來文：Majlis Bandaraya Ipoh, MBI）. */
const languageLabel = /[\u4e00-\u9fff]{1,4}文[：:] ?/y;

/** The acronym that ends or begins `[start, end)`, with the English name beside it if there is one. */
function acronymIn(text: string, start: number, end: number): { acronym: Word; english: Span | undefined } | undefined {
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

export interface AcronymScan {
  readonly acronyms: readonly AcronymHit[];
  readonly definitions: readonly DefinitionHit[];
}

const none: AcronymScan = { acronyms: [], definitions: [] };

/** `FTAs` of `FTAS`. */
function pluralOf(capitals: string): string {
  return capitals.endsWith('S') ? `${capitals.slice(0, -1)}s` : capitals;
}

/** A known acronym in the wrong case: Apec, Wto. Short ones are left alone: Ad, It, Act are words. */
function isMiswritten(word: string): boolean {
  const first = word.charCodeAt(0);
  if (word.length < 3 || first < 0x41 || first > 0x5a) return false;
  const capitals = word.toUpperCase();
  if (capitals === word) return false;
  // SDGs are written with a small letter at the end.
  return glossaryOf(capitals).length > 0 || (word.length > 3 && glossaryOf(pluralOf(capitals)).length > 0);
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
  words: readonly Word[],
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
 * Acronyms and their definitions in one line.
 * @param from where the line's own words begin, behind number and markup
 * @param quotes quoted ranges of the line
 */
export function scanAcronyms(line: string, from: number, quotes: readonly Span[]): AcronymScan {
  const words = latinWords(line, from);
  if (words.length === 0) return none;
  const definitions: DefinitionHit[] = [];
  for (let open = openBracket(line, from); open >= 0;) {
    const close = closeBracket(line, open + 1);
    const definition = close < 0 ? undefined : definitionAt(line, from, open, close, words);
    if (definition) definitions.push(definition);
    open = openBracket(line, close < 0 ? open + 1 : close + 1);
  }

  const acronyms: AcronymHit[] = [];
  // Words, definitions and quotes all come in the order of the line.
  let definition = 0;
  let quote = 0;
  for (const word of words) {
    const { text, start, end } = word;
    const glossary = glossaryOf(text);
    if (glossary.length === 0 && !looksLikeAcronym(text) && !isMiswritten(text)) continue;
    // CO₂ is a formula, whatever CO may stand for.
    if (isRaisedOrLowered(line.charCodeAt(end)) || isRaisedOrLowered(line.charCodeAt(start - 1))) continue;
    while (quote < quotes.length && quotes[quote]!.end <= start) quote++;
    const inQuote = quote < quotes.length && quotes[quote]!.start <= start && end <= quotes[quote]!.end;
    while (definition < definitions.length && definitions[definition]!.acronym.start < start) definition++;
    const defines = definitions[definition]?.acronym.start === start;
    acronyms.push({
      text,
      start,
      end,
      glossary,
      // The English name beside the acronym of a definition makes no English phrase of it.
      quoted: inQuote || (!defines && isForeign(line, word)),
      defines,
    });
  }
  return { acronyms, definitions };
}
