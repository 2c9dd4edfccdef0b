/**
 * Chapters named after what was attended or visited, instead of 過程 or 出席會議情形: 「參、APEC 數位經濟指導小組會議」,
 * 「肆、拜會東京都廳」. The survey of reports met them (會議, 展覽, 參訪); they tell what 過程 tells.
 */

/** What a title of an event ends with; what is told of it may follow. */
const ofEvent =
  /(?:會議|大會|年會|部長會|理事會|委員會|研討會|座談會|說明會|發表會|博覽會|展覽會?|峰會|論壇|工作坊|座談|對話|會談|諮商|談判|磋商|考察|參訪|拜會|訪問|視察|觀摩|參觀|實習|研習|進修|訓練|課程|交流)(?:情形|紀要|內容|重點|概要|概況|經過|過程|紀實)?$/;
const ofVisit = /^(?:出席|參加|參與|拜會|參訪|訪問|考察|視察|觀摩|參觀|訪視)(?![及與暨和、])./;
/** 「（DESG）」 at the end is a name once more. */
const lastBrackets = /[（(][^（）()]{1,40}[）)]$/;

/** Whether a chapter of this title tells of an event or a visit. Takes what `normaliseTitle` gives. */
export function isEventTitle(normalised: string): boolean {
  return ofEvent.test(normalised.replace(lastBrackets, '')) || ofVisit.test(normalised);
}
