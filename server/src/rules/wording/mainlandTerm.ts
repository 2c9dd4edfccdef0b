import { anyOf } from '../../knowledge/phrases';
import type { Line } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';
import { contains } from '../../text/span';
import { tellOccurrences } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';
import { byRow, occurrencesIn, wordNotes } from './words';

/** Habits are one finding from here on. */
const mostSingle = 2;

/** Whether the word belongs to the name beside an acronym, which the rules of acronyms judge: 高官會（SOM）. */
function isInDefinedName({ facts }: Line, word: WordHit): boolean {
  return facts.definitions.some(({ name, exact }) => exact && contains(name, word));
}

/** What has a quality and no mass. */
const hasQuality =
  /(?:資料|資訊|數據|服務|產品|商品|教學|教育|課程|師資|醫療|照護|護理|空氣|水源|飲水|工程|施工|生活|睡眠|研究|論文|報告|影像|畫面|錄音|食品|餐點|內容|翻譯|口譯|管理|環境|住宅|審查|訓練|人才|就業|作品|印刷|通話|供電|運輸|出版|典藏|展覽|住宿|印製|作業|決策|稽核|檢驗)[之的]?$/;
/** What is told of a quality alone. */
const ofQuality = /^(?:良好|優良|優異|不佳|欠佳|低落|參差|保證|控管|管控|提升|認證|至上|第一|優先|攸關|影響|關係|良莠|良窳)/;
/** What raises a quality or is of a high one. */
const raisesQuality = /(?:提[升高]|改善|確保|維持|兼顧|重視|[高低優])$/;

/** What a thing has whose quality is told beside it: 質量與價格. */
const besideQuality = /^[與和及、]?(?:價格|成本|效率|服務|交期|安全性|口感|風味)/;
/** The quality of a thing is raised, its mass is not: 為提升咖啡豆之質量. */
const raisedThing = /(?:提[升高]|改善)[^，。；]{1,8}$/;

/** Whether 質量 on a line is what we call 品質: in physics it is right. */
function isQuality({ text }: Line, { start, end }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const behind = text.slice(end, end + 4);
  return (
    hasQuality.test(before) ||
    ofQuality.test(behind) ||
    besideQuality.test(behind) ||
    /(?:價格|成本|效率|產量|口感)[與和及、]$/.test(before) ||
    (raisedThing.test(text.slice(Math.max(0, start - 12), start)) &&
      !/^[密體]/.test(behind) &&
      !/[載體箭星]$/.test(before)) ||
    (raisesQuality.test(before) && !/^[密體]/.test(text.slice(end)))
  );
}

/** 網絡 by itself is what computers stand in; one of cities, schools or friends has them before it. */
const netItself =
  /(?:^|[^\u4e00-\u9fff]|[因當若遇以由於在用從到]|透過|藉由|藉著|經由|經過|利用|運用|使用|採用?|連[上接]|接[上入]|沒有|缺乏|關閉|免費)$/;
/** What goes on, is done or stands in such a net. */
const inNet =
  /^(?:[即便就]可|即時|直接|上[，。、的之]?|中斷|[不很太填報查下登訂購繳，。]|故障|壅塞|塞車|癱瘓|暢通|流傳|散[布播]|公[開布告]|發[布表送]|傳[送輸遞播]|取得|進行|辦理|收看|觀看|參[與加]|瀏覽|閱讀|學習|普及|發達|盛行)/;
/** What only such a net has, whatever stands before it: 山區網絡訊號, 以網絡表單. */
const ofNet = new RegExp(`^(?:連[線結](?!各|起)|${anyOf('of-computer-network')})`);

/** What else has a net: 社會支持網絡資源, 捷運網絡覆蓋全市. */
const otherNet =
  /(?:社會|人際|支持|照[顧護]|安全|互助|交通|運輸|物流|捷運|鐵路|公車|公路|電力|輸電|供水|管線|治理|夥伴|合作|校友|志工|醫療|保護|防治|生態|綠色|城市|校際|館際)$/;

/** Whether 網絡 on a line is what we call 網路. */
function isNet({ text }: Line, { start, end }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const behind = text.slice(end, end + 4);
  return ofNet.test(behind) ? !otherNet.test(before) : netItself.test(before) && inNet.test(behind);
}

/** How the name of a body of the mainland begins and goes on: 中國信息通信研究院, 工業和信息化部. */
const beginsName = /(?:中國|中華|全國|國家|北京|上海|天津|重慶|深圳|廣[州東]|浙江|江蘇|杭州|南京|武漢|成都|廈門|福建|山東|西安|香港|澳門|工業和)\p{Script=Han}{0,6}$/u; // prettier-ignore
const endsName =
  /^(?:化部|\p{Script=Han}{0,10}?(?:研究[院所]|公司|集團|大學|學院|[學協]會|聯盟|聯合會|委員會|管理局|辦公室))/u;

/** Whether the word stands in the name of a body there, which is written as it is registered. */
function isInBodyName({ text }: Line, { start, end }: WordHit): boolean {
  return beginsName.test(text.slice(Math.max(0, start - 10), start)) && endsName.test(text.slice(end, end + 16));
}

const words = wordNotes(
  ['mainland'],
  (line, word) =>
    !isInDefinedName(line, word) &&
    !isInBodyName(line, word) &&
    (word.row.text !== '質量' || isQuality(line, word)) &&
    (word.row.text !== '網絡' || isNet(line, word)),
);

export const rule: ReportRule<WordHit> = {
  per: 'report',
  notes: {
    ...words,
    // 視頻 in 電視頻道 is no word: until the lexicon is there, the table knows such neighbours.
    read: (line, { speller }) => words.read(line).filter((word) => !speller?.isCutBy(line.text, word)),
  },
  id: 'wording/mainland-term',
  title: { 'zh-TW': '非我國慣用語', en: 'Term not used in Taiwan' },
  severity: 'information',
  source: '我國參與國際經貿會議之慣用語；OpenCC 臺灣常用詞彙',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    one: { 'zh-TW': '「{wrong}」我國慣用「{right}」。', en: 'Taiwan says “{right}”, not “{wrong}”.' },
    many: {
      'zh-TW': '「{wrong}」我國慣用「{right}」（全文 {count} 處）。',
      en: 'Taiwan says “{right}”, not “{wrong}” ({count} places).',
    },
    other: { 'zh-TW': '這裡也用了「{wrong}」', en: 'Here too: “{wrong}”' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
  },
  check: (_report, notes, _context, find) => {
    for (const [row, places] of byRow(notes))
      tellOccurrences(
        occurrencesIn(places),
        {
          one: 'one',
          many: 'many',
          other: 'other',
          fix: 'replace',
          params: { wrong: row.text, right: row.preferred },
          safety: 'review',
          mostSingle,
        },
        find,
      );
  },
};
