/** 紀錄 is the noun, 記錄 the verb (法律統一用字表): what around the word tells which of the two it is. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Line } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';

/** Behind these only a verb stands. */
const auxiliary = phrasePattern`(?:${'auxiliary'}|[須應謹先邊被]|逐[^字行條]|[都也還均先就只才仍則不]要|(?:^|[^合])並|(?:^|[^廠住場])所|(?:^|[^爾])後再)$`;
/** Who writes something down, and how and when it is done where an object follows; without one 詳細紀錄 is a noun. */
const manner = phrasePattern`(?:${'carefully'}|${'in-a-manner'}|${'tool'}|${'time-of-day'}|[並需可能來組員者師班生人工們長館]|傍晚|夜間|每[天日週月時年]|[^，。；]{2}以[\u4e00-\u9fff]{2})$`;
/** How well something is written down; without an object behind it the word is a noun: 留下詳細紀錄. */
const careful = phrasePattern`(?<!提供|留下|留有|做成|作成|[有無])${'carefully'}地?$`;
const anObject = /^(?![可供顯示為是以及和與或的之並且均皆也後時中內上保管送備查])[\u4e00-\u9fff]{2}/;
/** What is recorded, as it follows the verb. */
const recorded = phrasePattern`^(?:(?:會議|討論)?${'recorded-thing'}|[每各其該下在於]|[一二三兩][個段項場](?!月))`;
/** The same behind what tells how it is done. */
const recordedSo = phrasePattern`^(?!保存|保管|管理|查核)[\u4e00-\u9fff]{1,6}(?:${'recorded-thing'}|內容|編號)`;
/** With what it is done: 以平板電腦紀錄, 用手機紀錄. The word that it makes of an object behind is a verb. */
const withTool = phrasePattern`(?:^|[^所可予足得難加何])[以用](?![下上來往及外內前後])[\u4e00-\u9fff]{0,4}?(?:${'tool'}|機)$`;
/** What tells something: 本報告紀錄點交程序. */
const tells = /[本該](?:報告|[文書篇章節片展作])$/;
/** Who or what does it every so often: 每兩小時紀錄一次. */
const everySo = /每隔?[\d一二三四五六七八九十半兩個]{0,4}(?:小時|分鐘|[日天週月年季秒])$/;
const oneTime = /^[一兩\d][次筆回]/;
/** A verb that has come about, or that has an end: 紀錄了, 紀錄在案. */
const comeAbout = /^(?:了|著|下(?![載列方降滑游一次午周半])|成[冊文影]|在案)/;
/** What only a verb has before it where a place follows: 均紀錄於表單. */
const entered = phrasePattern`(?:由[^，。；、之的]{1,5}|[均皆都已須應並]|${'carefully'}|${'in-a-manner'}|${'one-by-one'}|逐[筆項次日])$`;
/** Behind these 紀錄 is a noun, whatever follows: 會議紀錄內容, 失敗的紀錄. */
const ofNoun = phrasePattern`(?:${'has-records'}|[許認核]可|[節功體性技效職產潛]能|作業員|[的之破新創無有]|最[高低佳]|(?:提供|調閱|查[閱詢]|繳交|檢附|依據?|參[考閱照])[\u4e00-\u9fff]{0,4})$`;
/** A longer word begins: 紀錄片, 紀錄器. */
const longer = /^(?:[片器表簿本冊卡員者單檔館]|系統|資料|方式|附件|保持人)/;

/** What is put down somewhere is recorded there: 將每一動作紀錄於平板電腦. */
const putDown = /[將把茲](?![附檢])[^，。；]{1,8}$/;
const asFollows = /^(?:如[下次上]|於[後下次])(?:[，。：:]|$)/;
const inMedium = phrasePattern`^[於在][^，。；]{0,4}${'medium'}[上中內裡]?(?:[，。；、並以供後再]|$)`;

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
const hasRecords = phrasePattern`(?:(?<!以)(?:原始|書面|文字|紙本|錄音|影像)|${'recorded'}|之|(?<!認真|[詳仔]細|努力|用心|默默|不[停斷]|快速|持續|[看聽見想]到)的)$`;
/** What is done with a record, and with what it is a record of: 作成書面, 留存完整. */
const keepsRecord = phrasePattern`(?:${'keeps-record'}|[作做製]成|調[閱出取]|附[具有上]|[繳提]交|[列納載]入|[簽核]閱|締[造下]|[備如設具曾擁保]有|(?<!有)無(?![法論須需從不意力]))[之的]?(?![^，。；]{0,8}[以由用並邊地來逐須])[\u4e00-\u9fff]{0,8}$`;
/** What a record is looked up for; what tells how it is made follows the same words: 依規定記錄. */
const byRecord = phrasePattern`(?:依據|根據|參[照考]|據|依)(?![實此以])[\u4e00-\u9fff]{2,8}(?<!${'document'}|${'followed'})$`;
/** Behind a noun; a verb has its object there, or tells how long: 記錄了, 記錄於. */
const behindNoun = phrasePattern`^(?:$|[，。；、）」：之的及與和或等供由應須經未已皆亦均並後前者時]|${'done-with-records'}|送[請交達至]|存[檔查]|比對|公[布告]|[中上][，。]|內[容，。])`;

/** What only records do and have: 照度記錄顯示, 追溯記錄之保存年限, 監測記錄難以延續. */
const ofRecord = phrasePattern`^(?:[均皆亦並]?(?:顯示|證明)(?![器書文])|[之的](?:保存|完整性|真實性|年限|格式|調閱|管理)|由(?!此|於)|應[於由予保妥上]|須[於由保]|將[於由公送提]|也?[將已未]?(?:列入|納入)|可[供查追回上溯]|[均皆][應須由可未有已能]|自[\d民開]|至少?保存|付[之諸]|簽[名章]|[敘載註][明有]|所[載示]|附[於後]|保[存留管](?:[期至一二三四五六七八九十\d達]|年限)|滿[一二三四五六七八九十百\d]|達[一二三四五六七八九十百\d]|逐[筆項次年]|完[整備善](?:[，。；、且者]|$)|${'done-with-records'}|送[請交達至]|存[檔查])`;
/** Who or what writes something down, and how: what follows is no noun, 由秘書記錄, 據實記錄. */
const writes = phrasePattern`(?:[並員者師以人官先再邊地們]|${'carefully'}|${'in-a-manner'}|由[^，。；]{1,6})$`;

/** Whether 記錄 on a line is the noun, which is written 紀錄. */
export function isRecordNoun({ text }: Line, { start, end }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const behind = text.slice(end, end + 8);
  if (auxiliary.test(before) || writes.test(before)) return false;
  if (ofRecord.test(behind)) return true;
  return behindNoun.test(behind) && (hasRecords.test(before) || keepsRecord.test(before) || byRecord.test(before));
}
