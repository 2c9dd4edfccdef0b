/** 紀錄 is the noun, 記錄 the verb (法律統一用字表): what around the word tells that it is a verb. */
import type { Line } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';

/** Behind these only a verb stands. */
const auxiliary =
  /(?:[須應]|必需|必須|需要|可以|能夠|得以|負責|加以|予以|用以|用來|據以|逐一|逐[筆項日次班件人]|隨時|自行|親自|開始|持續地|[詳仔]細地|一一|協助|代為|手動|(?:^|[^合])並|[再先])$/;
/** These tell how it is done where an object follows; without one 詳細紀錄 is a noun. */
const manner = /(?:[並需可能來組員者師班生人工]|[詳仔]細|詳實|忠實|確實|完整|如實|全程|即時|同步|持續|定期|統一|分別)$/;
/** How well something is written down; without an object behind it the word is a noun: 留下詳細紀錄. */
const careful = /(?<!提供|留下|留有|做成|作成|[有無])(?:[詳仔]細|詳實|忠實|如實|完整|確實)地?$/;
const anObject = /^(?![可供顯示為是以及和與或的之並且均皆也後時中內上保管送備查])[\u4e00-\u9fff]{2}/;
/** What is recorded, as it follows the verb. */
const recorded =
  /^(?:[每各其該下在於]|所有|整個|全部|自己|對話|會議(?:經過|過程|內容|重點|情形)|過程|經過|步驟|發言|調查|訪視|訪談|觀察|溫度|濕度|濁度|水溫|水位|流量|壓力|數[據值]|資料|時間|日期|結果|心得|缺失|狀況|情形|病人|個案|學生|孩子|現場|施工|變化|重點|問題|使用|操作)/;
/** The same behind what tells how it is done. */
const recordedSo =
  /^(?!保存|保管|管理|查核)[\u4e00-\u9fff]{1,4}(?:時間|次數|數[量據值]|資料|情形|狀況|過程|經過|結果|內容|位置|日期|地點|原因|金額|讀數|重量|尺寸|編號|姓名|溫度|高度)/;
/** Behind these 紀錄 is a noun, whatever follows: 會議紀錄內容, 失敗的紀錄. */
const ofNoun =
  /(?:[的之破新創無有]|會議|座談|訪談|護理|照護|病歷|工作|檢查|檢驗|維修|飛航|通聯|出席|歷史|世界|最[高低佳]|電子|書面|文字|影像|原始|相關|留下|提供)$/;
/** A longer word begins: 紀錄片, 紀錄器. */
const longer = /^[片器表簿本冊卡員者]/;

/** What is put down somewhere is recorded there: 將每一動作紀錄於平板電腦. */
const putDown = /[將把][^，。；]{1,8}$/;
const inMedium =
  /^[於在][^，。；]{0,4}(?:平板|電腦|表[單格件]|紙|簿|系統|資料庫|日誌|手冊|筆記本?|白板|卡片|檔案|雲端)[上中內裡]?(?:[，。；、並以供]|$)/;

/** Whether 紀錄 on a line is the verb. */
export function isRecordVerb({ text }: Line, { start, end }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - 8), start).trimEnd();
  const behind = text.slice(end).trimStart();
  if (longer.test(behind) || ofNoun.test(before)) return false;
  if (auxiliary.test(before)) return !/^(?:保存|管理|制度|顯示)/.test(behind);
  if (careful.test(before) && anObject.test(behind)) return true;
  if (putDown.test(before) && inMedium.test(behind) && !hasRecords.test(before)) return true;
  const begins = /(?:^|[，。；：、）」與及和]|包括|以及)$/.test(before);
  if (manner.test(before) && recordedSo.test(behind)) return true;
  return (manner.test(before) || begins) && recorded.test(behind);
}

/** What has records of its own: in front of 記錄 it makes a noun of it where nothing is recorded behind. */
const hasRecords =
  /(?:(?<!以)(?:原始|書面|文字|紙本|錄音|影像)|所有|全部|各項|各次|歷次|歷年|過往|過去|相關|正式|信用|用藥|病歷|就醫|就診|看診|接種|交易|通話|通聯|消費|借閱|違規|犯罪|前科|不良|優良|出勤|出缺勤|差勤|維修|保養|檢修|飛航|航行|發言|會談|談話|座談|談判|諮商|會議|開會|審查|查驗|稽核|查核|訪視|巡查|巡檢|檢疫|[檢量監觀]測|[檢試實測校]驗|測試|校正|比對|採樣|抽樣|施工|教學|研習|培訓|訓練|歷史|世界|最[佳高低]|事故|運轉|行車|電話|表決|投票|捕撈|漁獲|作業|工作|申報|繳款|付款|搜尋|瀏覽|登入|晤談|面談|訪談|輔導|護理|手術|麻醉|診療|用電|水[位溫質]|雨量|氣象|觀察|值班|值勤|巡邏|勤務|出動|通報|應變|演練|操作|飼養|放行|通關|異動|變更|修復|修護|點檢|清點|盤點|會面|參觀|展覽|照度|噪音|振動)$/;
/** What is done with a record, and with what it is a record of: 作成書面, 留存完整. */
const keepsRecord =
  /(?:[作做製]成|留下|留有|留存|調閱|查閱|調取|保有|保存|建立|檢附|附具|列入|納入|載入|比對|查無|[並均毫尚]無|備有|[簽核]閱)[之的]?[\u4e00-\u9fff]{0,4}$/;
/** Behind a noun; a verb has its object there, or tells how long: 記錄了, 記錄於. */
const behindNoun =
  /^(?:$|[，。；、）」：之的及與和或等供由應須經未已皆亦均並]|顯示|證明|可供|可查|保存|備查|送交|陳報|上網|公[開布告]|存[檔查]|歸檔|中[，。]|內[容，。]|上[，。])/;

/** What only records do and have: 照度記錄顯示, 追溯記錄之保存年限. */
const ofRecord = /^[均皆亦並]?(?:顯示|證明)(?![器書文])|^[之的](?:保存|完整性|真實性|年限|格式|調閱|管理)/;

/** Whether 記錄 on a line is the noun, which is written 紀錄. */
export function isRecordNoun({ text }: Line, { start, end }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - 10), start);
  if (!behindNoun.test(text.slice(end, end + 2)) || auxiliary.test(before) || /[並員者師以]$/.test(before))
    return false;
  return hasRecords.test(before) || keepsRecord.test(before) || ofRecord.test(text.slice(end, end + 5));
}
