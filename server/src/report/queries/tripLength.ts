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

const deed = '考察|參訪|實習|研習|訪問|出訪|訪察|視察|交流|見習|進修';
/** What may stand before a length of the journey and behind it: 期間共計12天, 赴德國考察10天, 短短五天的訪問. */
const duration = new RegExp(
  `(?<lead>(?:全程|往返|為期|歷時|歷經|前後|短短|僅僅?|長達|一連|連續|整整|(?<!公)共計?|合計|總計|(?<=[，程期行間])計|[本此這][次趟行](?=\\d{1,2} ?日|[一二三四五六七八九十]{1,3} ?日)|${deed}|訪[日美韓英德法歐星泰越])[共計有僅短約長達]{0,4})?(?<![\\d月/.第每幾])${numeral} ?[天日](?![上下內前後起至、期])(?<tail>(?:[的之]|(?<=天)|(?<=[本此這][次趟行](?:\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日))[^，。；\\d]{0,4}?(?:${deed}|行程|旅程|之旅|旅途)(?!團))?`,
  'g',
);
const ofTheTrip =
  /[本此這][次趟行]|旅途|旅程|之旅|本研究|出國|全程|往返|行程|啟程|考察|參訪|實習|研習|訪問|出訪|期間|派員|本團|返[國抵臺台]|以上[共合總]?計/;
const ofAnotherTime = /會議|大會|論壇|展覽|展期|課程|活動|年會|研討會|工作坊|[每該須需]|施工|試驗|工期/;
/** Every day of the journey is counted, not only those of work. */
const wholeTrip = /全程|行程|出國|往返|此行|啟程/;
/** Some of the days, which are taken off the others: 扣除往返四日, 第3天起連續三天. */
const takenOff = /(?:扣[除掉去]|不[含計包]|除去?|去除|減去|其中|起)[^，。；\d]{0,8}$/;
/** Of this journey. */
const ofThis = /[本此這][次趟行]|本團|一行/;
/** So much before a length says that it is taken off. */
const longestTakenOff = 12;
/** Behind the days of an itinerary: 以上合計9日. */
const ofItsDays = /以上(?:行程|各日)?$/;

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
    const { lead, tail } = groups!;
    if (lead === undefined && tail === undefined) continue;
    // 本次七日 may be a day of the month, unless it is 本次七日行程.
    if (tail === undefined && ofThis.test(lead!) && whole.endsWith('日')) continue;
    if (takenOff.test(text.slice(Math.max(0, index - longestTakenOff), index) + (lead ?? ''))) continue;
    const words = tail === undefined ? whole : whole.slice(0, whole.length - tail.length);
    const end = index + words.length;
    const clause = wordsBefore(text, end, '，。；\n') + (tail ?? '');
    // A clause of nothing but a length is of what the clause before it tells.
    const isBare = clause.trim() === words && !ofTheTrip.test(clause);
    const about = isBare ? wordsBefore(text, index, '。；\n') : clause;
    const isOfDays = isItinerary && ofItsDays.test(clause.slice(0, -words.length));
    if (!isOfDays && (!ofTheTrip.test(about) || ofAnotherTime.test(about))) continue;
    const isWhole =
      isOfDays ||
      (tail !== undefined && ofThis.test(lead ?? '') && /行程|旅程/.test(tail)) ||
      (lead !== undefined && wholeTrip.test(clause.slice(0, clause.length - (tail?.length ?? 0))));
    yield { words, days: parseCount(groups!['stated']!), isWhole, isOfThis: ofThis.test(about), start: index, end };
  }
}
