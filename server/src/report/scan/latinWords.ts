/** The Latin words of a line that may be acronyms, and whether one stands in English words, an address or a symbol. */
import { glossaryOf } from '../../knowledge/acronyms';
import { CharClass, classAt, classOf, codesOf } from '../../text/characters';
import type { Span } from '../../text/span';

/** Longer runs of Latin letters are no acronyms. */
export const longestAcronym = 12;
/** The symbol of a document reaches no further to either side of a word in it. */
const longestSymbol = 24;

/** Whether the unit is a letter or a digit of a Latin word. */
export function isWordUnit(text: string, index: number): boolean {
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
export function looksLikeAcronym(word: string): boolean {
  let capitals = 0;
  let digits = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 0x41 && code <= 0x5a) capitals++;
    else if (classOf(code) === CharClass.Digit) digits++;
  }
  return capitals >= 2 || (capitals === 1 && digits >= 1);
}

/** A Latin word that may be an acronym. */
export interface LatinWord extends Span {
  readonly text: string;
}

/** The Latin words from `start` on; a joined word the glossary does not know falls into its parts. */
export function latinWords(text: string, start: number): LatinWord[] {
  const end = text.length;
  const words: LatinWord[] = [];
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
export function isForeign(text: string, { start, end }: LatinWord): boolean {
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
