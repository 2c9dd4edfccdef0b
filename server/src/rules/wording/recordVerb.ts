/** 紀錄 is the noun, 記錄 the verb (法律統一用字表): what around the word tells which of the two it is. */
import { anyOf } from '../../knowledge/phrases';
import type { Line } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';

/** Behind these only a verb stands. */
const auxiliary =
  /(?:[須應謹]|必需|必須|需要|可以|能夠|得以|加以|予以|用以|用來|據以|藉以|以便|便於|逐[^字行條]|隨時|[都也還均先就只才仍則不]要|旨在|意在|自行|親自|主動|開始|忙著|著手|持續地|[詳仔]細地|一一|協助|代為|手動|從未|未曾|不曾|(?:^|[^合])並|(?:^|[^廠住場])所|(?:^|[^爾])後再|[先邊被])$/;
/** Who writes something down, and how and when it is done where an object follows; without one 詳細紀錄 is a noun. */
const manner =
  /(?:[並需可能來組員者師班生人工們長館]|[詳仔]細|詳實|忠實|確實|完整|如實|全程|即時|同步|持續|定期|統一|分別|自動|認真|系統|儀器?|[感偵]測器|攝影機|[清早][晨上]|傍晚|夜間|每[天日週月時年]|當場|隨手|用心|方式|形式|[^，。；]{2}以[\u4e00-\u9fff]{2})$/;
/** How well something is written down; without an object behind it the word is a noun: 留下詳細紀錄. */
const careful = /(?<!提供|留下|留有|做成|作成|[有無])(?:[詳仔]細|詳實|忠實|如實|完整|確實)地?$/;
const anObject = /^(?![可供顯示為是以及和與或的之並且均皆也後時中內上保管送備查])[\u4e00-\u9fff]{2}/;
/** What is recorded, as it follows the verb. */
const recorded =
  /^(?:[每各其該下在於]|自己|所有|整個|全部|[一二三兩][個段項場](?!月)|對話|會議(?:經過|過程|內容|重點|情形)|討論(?:重點|內容|情形|過程)|過程|經過|步驟|發言|調查|訪視|訪談|觀察|溫度|濕度|濁度|水溫|水位|流量|壓力|數[據值]|資料|時間|日期|結果|心得|缺失|狀況|情形|病人|個案|學生|孩子|讀者|觀眾|旅客|與會者|現場|施工|變化|重點|問題|使用|操作|當[下時天日])/;
/** The same behind what tells how it is done. */
const recordedSo =
  /^(?!保存|保管|管理|查核)[\u4e00-\u9fff]{1,6}(?:時間|次數|數[量據值]|資料|情形|狀況|過程|經過|結果|內容|位置|日期|地點|原因|金額|讀數|重量|尺寸|編號|姓名|溫度|高度|體溫|血壓|反應|感受|心得|提問|意見|重點|變化|特[徵性色]|生態|[言舉]行|想法|發言|故事|景象|風貌|足跡)/;
/** With what it is done: 以平板電腦紀錄, 用手機紀錄. The word that it makes of an object behind is a verb. */
const withTool =
  /(?:^|[^所可予足得難加何])[以用](?![下上來往及外內前後])[\u4e00-\u9fff]{0,4}?(?:電腦|平板|機|攝影|影像|照片|影片|文字|圖像|圖畫|圖表|表格|表單|日記|筆記|鏡頭|畫筆|紙筆|手寫|手繪|錄音|錄影|素描|數位|目視|肉眼|目測|速記|感測器|儀器|軟體|程式|方式|形式|手法)$/;
/** What tells something: 本報告紀錄點交程序. */
const tells = /[本該](?:報告|[文書篇章節片展作])$/;
/** Who or what does it every so often: 每兩小時紀錄一次. */
const everySo = /每隔?[\d一二三四五六七八九十半兩個]{0,4}(?:小時|分鐘|[日天週月年季秒])$/;
const oneTime = /^[一兩\d][次筆回]/;
/** A verb that has come about, or that has an end: 紀錄了, 紀錄在案. */
const comeAbout = /^(?:了|著|下(?![載列方降滑游一次午周半])|成[冊文影]|在案)/;
/** What only a verb has before it where a place follows: 均紀錄於表單. */
const entered =
  /(?:由[^，。；、之的]{1,5}|[均皆都已須應並]|一律|分別|詳細|完整|即時|同步|自動|如實|確實|逐一|逐[筆項次日])$/;
/** Behind these 紀錄 is a noun, whatever follows: 會議紀錄內容, 失敗的紀錄. */
const ofNoun =
  /(?:[的之破新創無有]|會議|座談|訪談|護理|照護|病歷|工作|檢查|檢驗|維修|飛航|通聯|出席|歷史|世界|最[高低佳]|電子|書面|文字|影像|原始|相關|留下|[許認核]可|[節功體性技效職產潛]能|(?:提供|調閱|查[閱詢]|繳交|檢附|依據?|參[考閱照])[\u4e00-\u9fff]{0,4}|研習|實習|學習|服務|[教幼孩]師|人員|學生|就業|廠商|作業員?|個人|病人|員工)$/;
/** A longer word begins: 紀錄片, 紀錄器. */
const longer = /^(?:[片器表簿本冊卡員者單檔館]|系統|資料|方式|附件|保持人)/;

/** What is put down somewhere is recorded there: 將每一動作紀錄於平板電腦. */
const putDown = /[將把茲](?![附檢])[^，。；]{1,8}$/;
const asFollows = /^(?:如[下次上]|於[後下次])(?:[，。：:]|$)/;
const inMedium =
  /^[於在][^，。；]{0,4}(?:平板|電腦|表[單格件]|紙本?|簿|系統|資料庫|日誌|手冊|筆記本?|白板|卡片|檔案|雲端)[上中內裡]?(?:[，。；、並以供後再]|$)/;

/** Whether 紀錄 on a line is the verb. */
export function isRecordVerb({ text }: Line, { start, end }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - 10), start).trimEnd();
  const behind = text.slice(end, end + 24).trimStart();
  if (longer.test(behind)) return false;
  if ((withTool.test(before) || tells.test(before)) && anObject.test(behind)) return true;
  if (everySo.test(before) && oneTime.test(behind)) return true;
  if (entered.test(before) && inMedium.test(behind)) return true;
  if (/[均皆業]經$/.test(before) && behind.startsWith('在案')) return true;
  if (ofNoun.test(before)) return false;
  if (comeAbout.test(behind)) return true;
  if (auxiliary.test(before)) return !/^(?:保存|管理|制度|顯示)/.test(behind);
  if (careful.test(before) && anObject.test(behind)) return true;
  const isPut = putDown.test(before) && !hasRecords.test(before);
  if (isPut && (inMedium.test(behind) || asFollows.test(behind))) return true;
  const begins = /(?:^|[，。；：、）」與及和]|包括|以及)$/.test(before);
  if (manner.test(before) && recordedSo.test(behind)) return true;
  return (manner.test(before) || begins) && recorded.test(behind);
}

/** What has records of its own: in front of 記錄 it makes a noun of it where nothing is recorded behind. */
const hasRecords = new RegExp(
  `(?:(?<!以)(?:原始|書面|文字|紙本|錄音|影像)|${anyOf('recorded')}|之|(?<!認真|[詳仔]細|努力|用心|默默|不[停斷]|快速|持續|[看聽見想]到)的)$`,
);
/** What is done with a record, and with what it is a record of: 作成書面, 留存完整. */
const keepsRecord =
  /(?:[作做製]成|製作|留下|留有|留存|調閱|調出|查閱|調取|保有|保存|建立|建置|檢附|附具|附有|附上|繳交|提交|提供|列入|納入|載入|比對|查無|(?<!有)無(?![法論須需從不意力])|備有|[簽核]閱|缺乏|欠缺|沒有|如有|設有|具有|曾有|擁有|創下|打破|刷新|保持|締造|改寫|締下)[之的]?(?![^，。；]{0,8}[以由用並邊地來逐須])[\u4e00-\u9fff]{0,8}$/;
/** What a record is looked up for; what tells how it is made follows the same words: 依規定記錄. */
const byRecord =
  /(?:依據|根據|參[照考]|據|依)(?![實此以])[\u4e00-\u9fff]{2,8}(?<!規[定範則]|程序|[順次時]序|格式|要求|範本|指示|時間|日期|項目|標準|手冊|方[式法]|表[格單]|實際|情[形況])$/;
/** Behind a noun; a verb has its object there, or tells how long: 記錄了, 記錄於. */
const behindNoun =
  /^(?:$|[，。；、）」：之的及與和或等供由應須經未已皆亦均並後前者時]|顯示|證明|可供|可查|保存|備查|送交|陳報|上網|公[開布告]|存[檔查]|歸檔|比對|中[，。]|內[容，。]|上[，。])/;

/** What only records do and have: 照度記錄顯示, 追溯記錄之保存年限, 監測記錄難以延續. */
const ofRecord =
  /^[均皆亦並]?(?:顯示|證明)(?![器書文])|^[之的](?:保存|完整性|真實性|年限|格式|調閱|管理)|^由(?!此|於)|^(?:如附|詳[見附])|^(?:應[於由予保妥上]|須[於由保]|將[於由公送提]|也?[將已未]?(?:列入|納入)|一律|一併|難以|得以|可[供查追回上溯]|均[應須由可未有已能]|皆[應須由可未有已能]|自[\d民開]|至少?保存|保[存留管](?:[期至一二三四五六七八九十\d達]|年限)|付之|付諸|滿[一二三四五六七八九十百\d]|達[一二三四五六七八九十百\d]|簽[名章]|[敘載註][明有]|所[載示]|上網|公[開布告]|彙整|歸檔|存[檔查]|建檔|分送|寄送|送[請交達至]|上傳|不(?:[全實齊]|完整)|逐[筆項次年]|齊[全備]|遺失|缺漏|佚失|完[整備善](?:[，。；、且者]|$)|良好|不良|優良|附[於後])/;
/** Who or what writes something down, and how: what follows is no noun, 由秘書記錄, 據實記錄. */
const writes =
  /(?:[並員者師以人官先再邊地們]|自動|手動|即時|同步|據實|如實|詳實|忠實|依序|認真|仔細|當場|由[^，。；]{1,6})$/;

/** Whether 記錄 on a line is the noun, which is written 紀錄. */
export function isRecordNoun({ text }: Line, { start, end }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const behind = text.slice(end, end + 8);
  if (auxiliary.test(before) || writes.test(before)) return false;
  if (ofRecord.test(behind)) return true;
  return behindNoun.test(behind) && (hasRecords.test(before) || keepsRecord.test(before) || byRecord.test(before));
}
