/** How long a report says that the journey was. */
import { dayNumber } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import { wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { Period } from './period';

const numeral = '(?<stated>\\d{1,3}|[一二兩三四五六七八九十]{1,3})';

/** The days of the journey, those at home between two legs not counted. */
export function daysOf({ from, to, between }: Period): number {
  return dayNumber(to) - dayNumber(from) + 1 - between.length;
}

const deed = '考察|參訪|實習|研習|訪問|出訪|訪察|視察|交流|見習|進修|研修|訓練|受訓';
/** Behind a length: what was done all that time. */
const meanwhile = '裡|期間|下來|之間|[的之]?時間';
const isMeanwhile = new RegExp(`^(?:${meanwhile})$`);
/** What may stand before a length of the journey and behind it: 期間共計12天, 考察凡九日, 短短五天的訪問, 兩週（15天）之訓練. */
const duration = new RegExp(
  `(?<lead>(?:全程|往返|為期|歷時|歷經|前後|短短|短暫|匆匆|僅僅?|長達|一連|連續|整整|首尾|凡|(?<!公)共計?|合計|總計|(?<=[，程期行間])計|[本此這][次趟行](?=\\d{1,2} ?日|[一二三四五六七八九十]{1,3} ?日)|${deed}|訪[日美韓英德法歐星泰越])[共計有僅短約長達凡]{0,4})?(?<![\\d月/.第每幾])${numeral} ?(?:[天日](?!期(?!間))|個?(?<weeks>星期|[週周]))(?![上下內前後起至末、])(?<tail>[）)]?(?:(?:[的之]|(?<=天)|(?<=[本此這][次趟行](?:\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日))[^，。；\\d]{0,4}?(?:${deed}|行程|旅程|之旅|旅途)(?!團)|${meanwhile}))?`,
  'g',
);
const ofTheTrip =
  /[本此這][次趟行]|旅途|旅程|之旅|本研究|出國|全程|往返|行程|啟程|考察|參訪|實習|研[習修]|訪問|出訪|期間|派員|本團|團員|一行|返[國抵臺台]|以上[共合總]?計|訓練|受訓|進修/;
const ofAnotherTime =
  /會議|大會|論壇|展覽|展期|課程|活動|年會|研討會|工作坊|[每該須需另]|施工|試驗|工期|計畫|線上|[會行]前|返國後|學[期程]/;
/** Every day of the journey is counted, not only those of work. */
const wholeTrip = /全程|行程|出國|往返|此行|啟程|前後|首尾|凡/;
const ofStay = /^(?:為期|歷時|前後|共)/;
/** Who went, and how long that took: 由三員前往，歷時十四日. */
const whoWent = /(?:前往|出國|啟程)[^，。；]{0,12}，$/;
/** What stands behind a length that the days themselves follow: 為期9天，逐日安排如下. */
const daysFollow = /^[^。；課會議]{0,16}(?:如[下次]|[下如附]表)/;
/** A length that is told as if it were nothing is that of the journey, and says so by nothing else: 短短五天裡. */
const brief = /^(?:短短|短暫|匆匆|僅僅|整整)/;
/** Some of the days, which are taken off the others: 扣除往返四日, 第3天起連續三天. */
const takenOff = /(?:扣[除掉去]|不[含計包]|去除|減去)[^。；\d]{0,12}$|(?:除去?|其中|起)[^，。；\d]{0,8}$/;
/** Of this journey. */
const ofThis = /[本此這][次趟行]|本團|一行/;
/** So much before a length says that it is taken off. */
const longestTakenOff = 16;
/** Behind the days of an itinerary: 以上合計9日. */
const ofItsDays = /以上(?:行程|各日)?$/;
const daysOfWeek = 7;
/** A week of work is five days; the journey may be longer, never shorter. */
const daysOff = 2;

/** A length that the journey is said to have. */
interface TripLength extends Span {
  readonly words: string;
  readonly days: number;
  /** Whether it counts every day: those who travel may leave out those on the way. */
  readonly isWhole: boolean;
  /** Whether it says that it is of this journey. */
  readonly isOfThis: boolean;
}

/**
 * The lengths that `text` gives the journey.
 * @param isItinerary whether it stands among the days of the journey, so that 以上 are all of them
 */
export function* tripLengths(text: string, isItinerary = false): Generator<TripLength> {
  for (const { 0: whole, index, groups } of text.matchAll(duration)) {
    const { lead, tail, weeks } = groups!;
    if (lead === undefined && tail === undefined) continue;
    // 本次七日 may be a day of the month, unless it is 本次七日行程.
    if (tail === undefined && ofThis.test(lead!) && whole.endsWith('日')) continue;
    if (takenOff.test(text.slice(Math.max(0, index - longestTakenOff), index) + (lead ?? ''))) continue;
    const words = tail === undefined ? whole : whole.slice(0, whole.length - tail.length);
    const end = index + words.length;
    const clause = wordsBefore(text, end, '，。；\n') + (tail ?? '');
    // A clause of nothing but a length is of what the clause before it tells.
    const isAlone = clause.replace(/[（(]/, '').trim() === words + (tail ?? '');
    const isBrief = isAlone && isMeanwhile.test(tail ?? '') && brief.test(words);
    const isBare = isAlone && !ofTheTrip.test(clause);
    const sentence = wordsBefore(text, index, '。；\n');
    const about = isBare ? sentence : clause;
    const isOfDays = isItinerary && ofItsDays.test(clause.slice(0, -words.length));
    if (!isOfDays && ((!isBrief && !ofTheTrip.test(about)) || ofAnotherTime.test(about))) continue;
    // Weeks are those of others too.
    if (weeks !== undefined && !ofThis.test(about) && !(tail !== undefined && ofStay.test(words))) continue;
    const isWhole =
      weeks === undefined &&
      (isOfDays ||
        (tail !== undefined && ofThis.test(lead ?? '') && /行程|旅程/.test(tail)) ||
        (isBare && /^(?:歷時|前後|凡)/.test(words) && whoWent.test(sentence)) ||
        daysFollow.test(text.slice(end, end + longestIntroduction)) ||
        (lead !== undefined && wholeTrip.test(clause.slice(0, clause.length - (tail?.length ?? 0)))));
    const stated = parseCount(groups!['stated']!);
    const days = weeks === undefined ? stated : stated * daysOfWeek - daysOff;
    yield {
      words,
      days,
      isWhole,
      isOfThis: weeks === undefined && (isBrief || /旅|行程/.test(tail ?? '') || ofThis.test(about)),
      start: index,
      end,
    };
  }
}

/** So much behind a length says that the days follow, in UTF-16 code units. */
const longestIntroduction = 24;
