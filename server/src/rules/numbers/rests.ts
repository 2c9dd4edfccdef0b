/** What a sentence says is left of a whole: 其餘14則, 尚餘2,800萬元, 未回收者65份, of which numbers/remainder speaks. */
import type { Amount } from './amounts';

/** Right before what is left, with a word for what it is. */
const restBefore =
  /(?:其餘|剩餘|賸餘|所剩|剩下|[尚仍僅所]餘|尚待[^，]{0,3}|(?<![結盈節其剩賸尚仍僅所])餘|剩)[^，。；：、（）\d各每]{0,6}$|[尚仍]有[之的者約為計下]?$/;
/** The last part of a list may be called so too, where others stand before it. */
const other = /其他[之的者約為計]?$/;
/** 未回收者, where those of whom it is not said stand before. */
const notDone = /[尚仍]?未[能獲予]?(\p{Script=Han}{2})[^，。；：、（）\d]{0,6}$/u;
/** Those who are there, where those who are not stand before. */
const present = /(?:實到|實際(?:出席|參加|到)|有效(?:問卷|樣本|者)|晉級|入選)[^，。；：、（）\d]{0,8}$/;
const absent = /請假|缺席|缺[考課]|淘汰|無效|剔除|退[件回]|扣除|不完整/;
/** Between a part and what is left of the whole. */
export const toRest = /^[^。；：]{0,40}?[，、及和][^，。；：、]{0,14}$/;
/** So far before a rest its part is looked at. */
const reach = 60;
/** Things that one sentence counts by several measures. */
const things = /^[個家所處間站點座校館隊組類]$/;

/** Whether two amounts may count one kind of thing: 42個單位, 15家. */
export function areThings(a: Amount, b: Amount): boolean {
  return things.test(a.measure) && things.test(b.measure);
}

/** Whether an amount is told as what others leave. */
export function isRest(words: string, amounts: readonly Amount[], index: number): boolean {
  const { start } = amounts[index]!;
  const before = words.slice(Math.max(0, start - reach), start);
  if (restBefore.test(before)) return true;
  const part = amounts[index - 1];
  if (!part) return false;
  if (other.test(before)) return amounts.slice(0, index).filter(({ measure }) => measure === part.measure).length < 3;
  const told = words.slice(amounts[index - 2]?.end ?? 0, start);
  const done = notDone.exec(before);
  if (done) return told.slice(0, told.lastIndexOf('未')).includes(done[1]!);
  return present.test(before) && absent.test(told);
}
