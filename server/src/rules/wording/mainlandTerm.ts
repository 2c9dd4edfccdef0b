import { phrasePattern } from '../../knowledge/phrases';
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
const hasQuality = phrasePattern`${'has-quality'}[之的]?$`;
/** What is told of a quality alone. */
const ofQuality = phrasePattern`^${'quality-told'}`;
/** What raises a quality or is of a high one. */
const raisesQuality = phrasePattern`(?:${'raises'}|[高低優])$`;

/** What a thing has whose quality is told beside it: 質量與價格. */
const besideQuality = phrasePattern`^[與和及、]?${'beside-quality'}`;
const behindOther = phrasePattern`${'beside-quality'}[與和及、]$`;
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
    behindOther.test(before) ||
    (raisedThing.test(text.slice(Math.max(0, start - 12), start)) &&
      !/^[密體]/.test(behind) &&
      !/[載體箭星]$/.test(before)) ||
    (raisesQuality.test(before) && !/^[密體]/.test(text.slice(end)))
  );
}

/** 網絡 by itself is what computers stand in; one of cities, schools or friends has them before it. */
const netItself = phrasePattern`(?:^|[^\u4e00-\u9fff]|[因當若遇以由於在用從到]|${'before-network'})$`;
/** What goes on, is done or stands in such a net. */
const inNet = phrasePattern`^(?:${'in-network'}|[即便就]可|[散公發傳參]|上[，。、的之]?|[不很太填報查下登訂購繳，。])`;
/** What only such a net has, whatever stands before it: 山區網絡訊號, 以網絡表單. */
const ofNet = phrasePattern`^(?:連[線結](?!各|起)|${'of-computer-network'})`;

/** What else has a net: 社會支持網絡資源, 捷運網絡覆蓋全市. */
const otherNet = phrasePattern`${'other-network'}$`;

/** Whether 網絡 on a line is what we call 網路. */
function isNet({ text }: Line, { start, end }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const behind = text.slice(end, end + 4);
  return ofNet.test(behind) ? !otherNet.test(before) : netItself.test(before) && inNet.test(behind);
}

/** How the name of a body of the mainland begins and goes on: 中國信息通信研究院, 工業和信息化部. */
const beginsName = phrasePattern`${'mainland-place'}\p{Script=Han}{0,6}$`;
const endsName = phrasePattern`^(?:化部|\p{Script=Han}{0,10}?(?:${'institution'}|學會|聯盟|聯合會|管理局|辦公室))`;

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
