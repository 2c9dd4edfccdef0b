/** What a sentence says is left of a whole: 其餘14則, 尚餘2,800萬元, 未回收者65份, of which numbers/remainder speaks. */
import { phrasePattern } from '../../knowledge/phrases';
import { pointsOf } from './amounts';
import type { Amount } from './amounts';

/** Right before what is left, with a word for what it is. */
const restBefore = phrasePattern`(?:${'left-over'}|[尚仍僅所]餘|尚待[^，]{0,3}|(?<![結盈節其剩賸尚仍僅所])餘|剩|不足(?:部分|[之的額]))[^，。；：、（）\d各每]{0,6}$|[尚仍還]有[之的者約為計下]?$`;
/** The last part of a list may be called so too, where others stand before it. */
const other = /其他[之的者約為計占佔]?$/;
/** 未回收者, where those of whom it is not said stand before. */
const notDone = /[尚仍]?未[能獲予]?(\p{Script=Han}{2})[^，。；：、（）\d]{0,6}$/u;
/** Words of one matter: what was not done by the one is what the other leaves. */
const matters: readonly string[] = [
  '出席|與會|到[課場會]|報到|參[加與]|上課|簽到|出勤|出賽',
  '合格|及格|通過|達標|錄取|符合|過關|獲[證選獎]|入選|獲准',
  '完成|[完竣動]工|改善|修復|裝設|裝機|結案|決標|施作|辦理|安裝|汰換',
  '回[收覆復函]|[繳交寄送取收][回交]|填[答復]|歸還|作答',
  '贊成|同意|支持',
];
const matterWords = matters.map((verbs) => new RegExp(verbs));
/** Right before what is left: that it was not done, and nothing more. */
const notDoneOf = matters.map(
  (verbs) => [new RegExp(verbs), new RegExp(`(?:未|沒有|尚無)[能獲予曾再依]?(?:${verbs})(?:[者的之則為有計約共僅尚仍]|部分|[人件]數)*$`), new RegExp(`^(?:[因則均皆並][^，。；：、]{0,8})?(?:未|無法|不克|沒有)[能獲予曾]?(?:${verbs})`)] as const, // prettier-ignore
);
/** Whether what was not done by some is another matter than what others did: 20人到課, 6人未完成作業. */
export function areOfOtherMatters(done: string, notDone: string): boolean {
  const matterOf = (words: string): number => notDoneOf.findIndex(([verbs]) => verbs.test(words));
  const [one, other] = [matterOf(done), matterOf(notDone.split('未')[1] ?? '')];
  return one >= 0 && other >= 0 && one !== other;
}

/** Whether two stretches of words tell of one matter: 收回150份, 回收率. */
export function areOfOneMatter(one: string, other: string): boolean {
  return matterWords.some((verbs) => verbs.test(one) && verbs.test(other));
}

/** Behind a whole, where its parts begin. */
const parts = /其中|包括|包含/;
/** Those who are there, where those who are not stand before. */
const present = phrasePattern`(?:實到|實際(?:${'present'}|到)|有效\p{Script=Han}{1,2}|晉級|入選)[^，。；：、（）\d]{0,8}$`;
const absent = phrasePattern`${'missed'}|[剔扣]除|不完整`;
/** Between a part and what is left of the whole. */
export const toRest = /^[^。；：]{0,40}?[，、；及和][^，。；：、]{0,14}$/;
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
  const { start, end } = amounts[index]!;
  const before = words.slice(Math.max(0, start - reach), start);
  if (restBefore.test(before)) return true;
  const part = amounts[index - 1];
  if (!part) return false;
  if (other.test(before)) {
    const alike = amounts.slice(0, index).filter(({ measure }) => measure === part.measure);
    return (
      alike.length < 3 ||
      pointsOf(amounts[index]!) !== undefined ||
      parts.test(words.slice(alike[0]!.end, alike[1]!.start))
    );
  }
  const told = words.slice(amounts[index - 2]?.end ?? 0, start);
  const isAnother = /另[有外]?$/.test(before);
  // 「共26名，其中廚務14名，另外12名」
  if (/另外?$/.test(before) && parts.test(words.slice(amounts[index - 2]?.end ?? 0, part.start))) return true;
  const behind = words.slice(end, end + 20);
  if (notDoneOf.some(([verbs, not, later]) => verbs.test(told.slice(0, Math.max(...['未', '沒有'].map((word) => told.lastIndexOf(word))))) && (not.test(before) || (isAnother && later.test(behind))))) return true; // prettier-ignore
  const done = notDone.exec(before);
  if (done) return told.slice(0, told.lastIndexOf('未')).includes(done[1]!);
  return present.test(before) && absent.test(told);
}
