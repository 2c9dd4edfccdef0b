/** Where a conversion has lost a character. */
import { isLostCharacter } from '../../text/lostCharacter';
import { personNameAround } from './personNames';

/** Stands in the place of what is lost, so that a name can be read: any character of a given name. */
const anyCharacter = '某';

/**
 * Whether the ? or □ at `index` of `words` is a lost character: a ? inside of words that ask nothing, or either in a given
 * name (黃春?, 何?慧組長).
 */
export function isLostAt(words: string, index: number): boolean {
  if (words[index] !== '?' && words[index] !== '□') return false;
  if (words[index] === '?' && isLostCharacter(words, index)) return true;
  const name = personNameAround(words.slice(0, index) + anyCharacter + words.slice(index + 1), {
    start: index,
    end: index + 1,
  });
  return name !== undefined && name.end - name.start >= 3 && words[name.start] !== words[index];
}
