/** The days that a report tells of as its own: where a sentence begins with one, and what is right around it. */
import { wordsBehind } from '../../text/sentence';
import type { DateExpression } from '../model/dates';
import { isBlank } from '../model/lines';
import type { TextBlock } from '../model/lines';
import type { Section } from '../model/parts';
import { placedDate } from '../parse/itinerary';

/** Where a sentence begins: at the start of a line, behind its number, or behind a full stop. */
const sentenceStart =
  /(?:^|[。；])[\s*#+•·-]*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾]{1,3})[）)、.．]\s*)?[（(]?$/;

/** Marks and number before a sentence take no more, in UTF-16 code units. */
const longestStart = 40;

/** Whether a sentence of the line `text` begins at `start`. */
export function beginsSentence(text: string, start: number): boolean {
  const from = Math.max(0, start - longestStart);
  return sentenceStart.test((from > 0 ? '…' : '') + text.slice(from, start));
}

/** In front of a date: that it is when the meeting, the course or the visit of the section was. */
const label =
  /^(?:(?:會議|開會|年會|論壇|研討會|活動|課程|訓練|訪問|參訪|拜會|參觀|考察|訪談|座談|會談)(?:之|的|舉[行辦])?|舉[行辦]|召開|辦理)?(?:日期|時間|期間)(?:[及與、和]?(?:會議|舉[行辦])?(?:地點|場所|地區))?$/;
/** The same in a sentence: 會議時間為. */
const isTime =
  /^(?:本次|該)?(?:會議|年會|論壇|研討會|課程|訓練|訪問|參訪|拜會|座談|會談)?(?:舉[行辦])?(?:之|的)?(?:日期|時間|期間)(?:[為是係]|訂[於在])\s*$/;
/** No words before a date that tell of it are longer, in UTF-16 code units. */
const longestLead = 300;
/** Marks between a label and its date, in either order: **日期**：. */
const labelMarks = /[\s*：:|｜]+/g;
const held =
  '會議|大會|年會|研討會|論壇|工作坊|展覽會?|訓練|課程|場次|小組|典禮|座談會?|會談|例會|峰會|儀式|(?:報告|發表|分享|惜別|歡迎|討論|檢討|說明|審查|讀片)會|[開閉]幕式|[始結]業式|[開結]訓|酒會|餐會|晚宴|演練|測試|試驗|驗收|[競決比]賽';
/** A sentence on when the meeting at hand was, up to the date: 第6次會議於, 本屆年會, 閉幕典禮於, 本次會議（. */
const heldBefore = new RegExp(
  `^[^，。；：]{0,30}?(?:${held})[係業已]?[於自]?\\s*$|^(?:本[次屆]|此次)[^，。；：]{0,20}?(?:${held}|拜會|參訪|訪問|會晤|觀摩)[（(]$|^依(?:大會|會議)?議程，$`,
);
/** The name of a meeting in another language takes a bracket. */
const inBrackets = /（[^（）]*）/g;
/** Nothing but the name of a meeting before its day: 成果研討會：3月26日, 測驗委員會議（3月7日. */
const named = new RegExp(`^(?![依據經曾前自])[^，。；：、\\d]{1,16}(?:${held})$`);
const heldBehind =
  /^[^，。；]{0,30}?(?:舉行|召開|舉辦|登場|開幕|閉幕|揭幕|辦理|進行)(?![之的前後])|^[）)](?!.{0,12}通過)/;
/** A sentence that begins with the day: 6月20日結訓典禮由…, 3月17日上午召開, 另3月8日之病例討論會亦由…. */
const heldFirst = new RegExp(
  `^\\s?(?:[（(][^（）()]{1,4}[）)])?(?:[上下中]午|晚[間上])?(?:\\d{1,2} ?[時:：]\\d{0,2}分?)?(?:[的之]?(?:本[次屆])?[^，。；、：的之於在]{0,10}?(?:${held})(?:[亦仍均並]?由|[於在](?!.{0,12}(?:通過|成立))|安排|假|中，|，由)|(?:正式)?(?:召開|舉行|開幕|登場)(?![之的前後])|(?:由?本[會局部署府院校館團]|我方|雙方)(?:[與和][^，。；、：]{2,20}?)?(?:舉[行辦]|召開|進行)(?:${held}))`,
);
/** What stands before the day of one talk of several, or before that of a whole paragraph: 日本：6月18日中午，雙方…. */
const oneOfSeveral = /^(?:\p{Script=Han}{1,10}[：:])?$/u;
/** Behind it: the time of day, and that we did something with others. */
const metBehind =
  /^\s*(?:[（(][^（）()]{1,4}[）)])?(?:上午|中午|下午|傍晚|晚[間上])[^，。；]{0,12}，?(?:雙方|我方|本團|代表團|團員|一行|同仁)/;
/** What is done before the journey and after it. */
const fromAfar = /視訊|線上|電郵|籌備|行前|檢討|說明會|背景|緣起|後續|經過/;
/** Words of a sentence on another session than the one at hand, or on what is done again and again. */
const another =
  /[下上][次屆一年回]|前[次屆年於一]|[歷去明隔翌往昨每][年屆次]|首[次屆度]|原[訂定]|[曾另該每]|預[定計]|次[屆年]|延[至後期]|本屆以外|籌備|未來|當時|將[於在自]|返國後|[出行]國?前|徵稿|報名|\d ?年[年大度]/;
/** Behind its date: what led to the meeting at hand, or comes before it. */
const ledHere = /決議|成立|本[次屆]|說明會|行前/;
/** A session by its number. */
const session = /第 ?[一二三四五六七八九十\d]{1,3} ?[次屆]/g;

/**
 * Whether the words of a sentence up to its date tell of another session than that of the report.
 * @param own the words of the cover, which name the session that it is
 */
export function tellsOfAnother(words: string, own: string): boolean {
  const numbers = words.match(session) ?? [];
  const spaceless = own.replace(/\s/g, '');
  if (numbers.some((number) => !spaceless.includes(number.replace(/\s/g, '')))) return true;
  return another.test(words.replace(session, ''));
}

/**
 * The dates that a chapter of what was done gives for its meetings and visits themselves, in the text of `block`: behind a label
 * (會議日期：), below a heading that is one (日期及地點), and where a sentence says when the meeting was held.
 * @param own the words of the cover
 * @param meets whether days on which we met others count too: 6月18日中午，雙方…
 */
export function heldDatesOf(
  { lines }: TextBlock,
  section: Section,
  own: string,
  meets = false,
): readonly DateExpression[] {
  if (section.part !== 'proceedings' && section.part !== 'process') return [];
  const found: DateExpression[] = [];
  let before = '';
  for (let line = section.line + 1; line < section.toLine; line++) {
    const facts = lines.facts[line]!;
    if (isBlank(facts)) continue;
    const { dates, content, shape, text } = facts;
    const heading = text.slice(shape.title.start, shape.title.end).trim();
    for (const [index, date] of dates.entries()) {
      if (date.from.month === undefined || date.from.day === undefined) continue;
      const from = shape.number && shape.number.end <= date.start ? shape.number.end : content.start;
      const words = text.slice(Math.max(from, date.start - longestLead), date.start).replace(/^[\s*+•·|｜-]+/, '');
      const name = words.replace(labelMarks, '');
      const sentence = words.slice(words.lastIndexOf('。') + 1);
      const behind = wordsBehind(text, date.end, '。').slice(0, longestDeed);
      // A heading with its day and nothing else is read where meetings are.
      const isNamed =
        index === 0 &&
        behind.length > 2 &&
        named.test(name.replace(/[（(]$/, '')) &&
        !fromAfar.test(name) &&
        !tellsOfAnother(name, own);
      const isLabelled =
        (index === 0 && (name === '' ? label.test(before) : name !== words && label.test(name))) ||
        (isNamed && /[：:|｜]\s*$/.test(words)) ||
        isTime.test(sentence.slice(sentence.lastIndexOf('，') + 1));
      const isHeld =
        (heldBefore.test(sentence.replace(inBrackets, '')) || (isNamed && /[（(]$/.test(words))) &&
        heldBehind.test(behind) &&
        !ledHere.test(behind) &&
        !tellsOfAnother(sentence, own);
      const isFirst =
        /^[另並]?$/.test(sentence.trim()) &&
        heldFirst.test(behind) &&
        !fromAfar.test(behind) &&
        !ledHere.test(behind.replace(/本[次屆]/g, '')) &&
        !tellsOfAnother(behind, own);
      const isMet =
        meets &&
        oneOfSeveral.test(words) &&
        metBehind.test(behind) &&
        !fromAfar.test(behind) &&
        !fromAfar.test(words) &&
        !tellsOfAnother(words, own);
      if (isLabelled || isHeld || isFirst || isMet) found.push(placedDate(date, lines.starts[line]!));
    }
    before = heading;
  }
  return found;
}

/** So much behind a date says what was done, in UTF-16 code units. */
const longestDeed = 48;
