/** A report shows what it is within so many UTF-16 code units. */
const beginning = 65_536;
/** A label or a heading is short, and says what it is in its first words. */
const longestLine = 80;
const firstWords = 40;

/** Every label of a cover and every title of a part holds one of these. */
const cue =
  /出國|返國|類別|人員|代表|團[員長]|領隊|名單|成員|國別|城市|機關|機構|單位|學校|姓名|職稱|報告|國家|派赴|地區|地點|期間|日期|時間|摘要|提要|目[次錄的地得]|前言|緒[論言]|[導引][論言]|序言|緣起|背景|任務|主題|[過經][程過成]|內容|辦理|情[形況型]|紀[要實]|行程|日程|會議|與會|出席|心得|結[語論]|觀[察感]|感[想言]|[省反]思|收穫|體會|啟示|總結|動機|宗旨|事由|實[錄況]|點滴|見聞|[側札]記|日誌|隨筆|建[議言]|檢討|附[件錄]|參考|考察|攜回|論文/;

/**
 * Whether a text may be a mission report. Cheap and generous: whatever the server recognises has two such lines, and the
 * server itself decides. It keeps a server from being started for every note.
 *
 * @param lines the text's lines, in order; no more of them are read than it takes
 */
export function looksLikeReport(lines: Iterable<string>): boolean {
  let read = 0;
  let cues = 0;
  for (const line of lines) {
    const words = line.trim();
    // The blanks of a justified label (姓　　名) stand between its characters.
    if (words !== '' && words.length <= longestLine && cue.test(words.slice(0, firstWords).replace(/\s+/g, '')))
      cues += 1;
    if (cues >= 2) return true;
    read += line.length + 1;
    if (read > beginning) return false;
  }
  return false;
}
