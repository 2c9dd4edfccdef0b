/** Words that a blank parts from what they label, as notes and pasted tables have it: 第一天　參觀港區, 上午 分組討論. */

const ordinal =
  '第[一二三四五六七八九十\\d]{1,3}(?:[天日節站題課堂案章項點次輪屆週周組]|場次?|場會議|階段|梯次?|部分|回合?|單元)';
const timeOfDay =
  '[上下中]午|午[前後間]|晚[上間]|早[上晨]|清晨|傍晚|夜間|凌晨|當[日天晚]|首[日天]|次[日晨]|翌[日晨]|隔[日天]|末日|最後一[日天]|全[日天]|[前後]半[日天]';
const weekday = '(?:星期|週|周|禮拜)[一二三四五六日天]';
const agenda =
  '(?:議題|議程|議案|場次|主題|專題|講題|子題|題目|討論|提案|單元|課程|問題|案由|決議|結論|重點|建議|心得|回應|說明|任務|目標|策略)[一二三四五六七八九十\\d]{0,3}|' +
  '時間|地點|日期|講者|講師|主講人?|主持人?|主席|與談人?|引言人?|報告人|出席者?|列席|對象|內容|備註|早餐|午餐|晚餐|住宿|集合|交通|參訪單位|參觀地點|[問答註按例]';
const label = new RegExp(`^(?:${ordinal}|${timeOfDay}|${weekday}|${agenda})$`);
const sentenceMark = /[。；！？：\n]/;
const blanks = /[\s\u200b]+/;
/** Longer labels are none. */
const reach = 30;

/**
 * Whether the blank at `at` of `words` parts a label from what it labels: nothing but labels stand before it in its
 * sentence.
 * @param start where the paragraph's own words begin, behind its number
 */
export function partsLabel(words: string, start: number, at: number): boolean {
  const sentence = words
    .slice(Math.max(start, at - reach), at)
    .split(sentenceMark)
    .at(-1)!;
  const parts = sentence.split(blanks);
  return parts.at(-1) !== '' && parts.every((part, index) => label.test(part) || (index === 0 && part === ''));
}
