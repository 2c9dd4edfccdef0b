/** Words of a question: a ? behind them is meant. */
const question = /[何誰哪嗎呢孰幾]|是否|可否|能否|有無|[怎什甚]麼|多少/;

/** Whether the ? at `index` stands inside of Chinese words that ask nothing: a character is lost there. */
export function isLostCharacter(words: string, index: number): boolean {
  if (words[index] !== '?' || !/[\u3400-\u9fff]\?$/.test(words.slice(Math.max(0, index - 1), index + 1))) return false;
  if (!/^[\u3400-\u9fff]/.test(words.slice(index + 1, index + 2))) return false;
  const clause = words.slice(Math.max(0, index - 40), index);
  return !question.test(
    clause.slice(Math.max(...Array.from('，。；：！、「（', (mark) => clause.lastIndexOf(mark))) + 1),
  );
}
