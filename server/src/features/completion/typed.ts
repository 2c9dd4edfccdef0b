/** What was typed before the cursor, and whether it is on the way to a name. */
import { CharClass, classAt } from '../../text/characters';

/** Longer runs of Han characters before the cursor are prose, whatever they end with. */
const longestTyped = 16;

/** Start of the Latin word that ends at `end`; `end` without one. Hyphens and ampersands belong to it: ACT-NET, R&D. */
export function latinStart(text: string, end: number): number {
  let start = end;
  for (; start > 0; start--) {
    const charClass = classAt(text, start - 1);
    const joint = text[start - 1] === '-' || text[start - 1] === '&';
    if (charClass !== CharClass.Latin && charClass !== CharClass.Digit && !joint) break;
  }
  // A list's bullet and a lone sign are no words.
  while (start < end && (text[start] === '-' || text[start] === '&')) start++;
  return start;
}

/** Start of the run of Han characters that ends at `end`, at most 16 of them; `end` without one. */
export function hanStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < longestTyped && classAt(text, start - 1) === CharClass.Han) start--;
  return start;
}

/**
 * Whether `typed` leads to `latin`, words separated by blanks: its letters occur there in order, the first one at the
 * start of a word. Upper and lower case are the same.
 */
export function leadsTo(typed: string, latin: string): boolean {
  const wanted = typed.toLowerCase();
  const words = latin.toLowerCase();
  for (let start = 0; start >= 0 && start < words.length; start = words.indexOf(' ', start) + 1) {
    if (words[start] === wanted[0]) {
      let matched = 0;
      for (let i = start; i < words.length && matched < wanted.length; i++) if (words[i] === wanted[matched]) matched++;
      if (matched === wanted.length) return true;
    }
    if (!words.includes(' ', start)) return false;
  }
  return false;
}

/**
 * Whether an entry for the start of a line is to be offered where `typed` stands there. A list that opens by itself does
 * so for what is begun: where nothing is typed nobody has asked, and what is typed to its end is there.
 */
export function isWanted(asked: boolean, typed: string, chinese: string, latin: string): boolean {
  return isOnTheWay(typed, chinese, latin) && (asked || (typed !== '' && typed !== chinese));
}

/** What an entry is found by, the script that is being typed first: editors rank by how early the match begins. */
export function findingWords(typed: string, chinese: string, latin: string): string {
  return /^[a-z]/i.test(typed) ? `${latin} ${chinese}` : `${chinese} ${latin}`;
}

/** Whether what was typed is nothing yet, the start of `chinese`, or Latin letters that lead to `latin`. */
export function isOnTheWay(typed: string, chinese: string, latin: string): boolean {
  if (typed === '') return true;
  return chinese.startsWith(typed) || (/^[a-z0-9][\w &-]*$/i.test(typed) && leadsTo(typed, latin));
}
