/** Where a conversion has lost a character. */
import { isLostCharacter } from '../../text/lostCharacter';
import { addressedNameAround, personNameAround } from './personNames';

/** Stands in the place of what is lost, so that a name can be read: any character of a given name. */
const anyCharacter = '某';

/** Words of a question, one of whose marks is meant. */
const question = /[何誰哪嗎呢孰幾]|是否|可否|能否|有無|[怎什甚]麼|多少|請問/;

/** Whether the clause that ends before `index` asks something. */
function asks(words: string, index: number): boolean {
  return question.test(
    words
      .slice(Math.max(0, index - longestClause), index)
      .split(/[，。；：！、]/)
      .at(-1)!,
  );
}
const longestClause = 40;

/**
 * Whether the ?, ？, □ or ■ at `index` of `words` is a lost character: a ? inside of words that ask nothing, or any in a given
 * name (黃春?, 何?慧組長, 歐陽？組長).
 */
export function isLostAt(words: string, index: number): boolean {
  const sign = words[index] ?? ' ';
  if (!'?？□■'.includes(sign)) return false;
  if (sign === '?' && isLostCharacter(words, index)) return true;
  if (sign === '？' && asks(words, index)) return false;
  const read = words.slice(0, index) + anyCharacter + words.slice(index + 1);
  const name = personNameAround(read, { start: index, end: index + 1 }) ?? addressedNameAround(read, index);
  // A box before a title is one to tick, unless a name ends there: 陳□教師.
  const shortest = '□■'.includes(sign) ? 2 : 3;
  return name !== undefined && name.end - name.start >= shortest && name.start < index;
}
