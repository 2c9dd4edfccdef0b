import { anyOf, phrasePattern } from '../../knowledge/phrases';
import type { Paragraph } from '../../report/model/units';
import type { JoinedLines } from '../../report/queries/joinedLines';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { coverField, dayInPeriod, dayOf, endWithoutDay, periodOf, roughPeriodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import { daysOf, tripLengths } from '../../report/queries/tripLength';
import { textOf } from '../../report/queries/read';
import type { DateExpression } from '../../report/model/dates';
import { scanDates } from '../../report/scan/dates';
import { dateOfDayNumber, dayNumber, weekdayOf } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import { sentenceAround, wordsBefore, wordsBehind } from '../../text/sentence';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';

const numeral = '(\\d{1,3}|[一二兩三四五六七八九十]{1,3})';

/** A paragraph without a length of time is not read. */
const anyLength = /[\d一二兩三四五六七八九十] ?(?:個?星期|[天日週周]|個月)/;
const measure = `${anyOf('length-of-time')}|共|計`;
/** A clause that gives nothing but the length of what stands before it: ，為期5天, （共計三日）, ，會期四天. */
const lengthOfRange = new RegExp(
  `(?<=[，（(、日)）止]|[去來回往返]程)(?:[會展課]期(?=\\s?[\\d一二兩三四五六七八九十])|(?:[會展課]期|活動|會議|全程|期間|行程|期程)?(?:${measure})(?:[有約]|[共計]?(?:展出|進行|舉[行辦])?)) ?${numeral} ?[天日](?![上下內前後起至、期\\d])`,
  'g',
);
/** A bracket that gives nothing but the length of the range before it: 5月6日至9日（五天）. */
const lengthInBracket = new RegExp(`(?<=[日止）)][（(])${numeral} ?[天日](?=[）)])`, 'g');
/** Where a date begins. */
const date = '(?=[\\d一二三四五六七八九十民])';
const lasting = '(?:為期|歷時|連續|一連|連[開辦]|停留|駐留|待了)(?:有|約|進行|舉[行辦])?';
/** The length of what is dated behind it: 為期四天之研討會（5月20日至22日）, 四天議程（5月20日至22日）. */
const lengthOfNext = new RegExp(
  `(?:${lasting} ?${numeral} ?[天日](?:[的之][^，。；：\\d（）()]{0,14})?[（(，：]?(?:日期|時間|期間)?[為：]?[自於]?|(?<![\\d一二三四五六七八九十月/.第每前後另餘]|其他)${numeral} ?天[的之]?[^，。；：、\\d（）()]{0,10}[（(])${date}`,
  'g',
);
/** A length between the first day and the last: 於6月3日揭幕，連續進行三天，至6月4日結束. */
const lengthBetween = new RegExp(`${lasting} ?${numeral} ?[天日][^，。；：、\\d（）()]{0,6}，?[至到迄]${date}`, 'g');
/** So far before such a length the first day stands, in UTF-16 code units. */
const longestLead = 24;
/** How far before its length a range of days may stand. */
const reach = 72;
/** 5天4夜, 四夜五日. */
const daysAndNights = new RegExp(`${numeral} ?(?:[天日] ?${numeral} ?[夜晚]|[夜晚] ?${numeral} ?[天日])`, 'g');
/** 為期五個月 as a clause of its own, or before what a long stay is for. */
const months = new RegExp(
  phrasePattern`(?:共|凡|${'length-of-time'})約?([一二兩三四五六七八九十]{1,3}|\d{1,2}) ?個月(?=[，。；]|[的之][^，。；\d]{0,8}(?:研究|${'study'}))`,
  'gu',
);
/** In front of it nothing but whose time it is: 全程共計十二個月. */
const beforeMonths = phrasePattern`^(?:[^，。；]{0,16}(?:全程|研究|[本此]行|本次|${'study'}))?(?:期間)?$`;
/** Words of a sentence that tells of a part of the stay. */
const ofSomeMonths = /階段|其中|[前後][半期段]|第[一二三四]|先[於在赴後]|每|另|計畫|試辦|疫情/;
const ofStay = phrasePattern`赴|派|擔任|研究|前往|${'study'}`;
const clauseEnds = '，。；';
const daysOfMonth = 30.44;
/** A stay is told in whole months. */
const mostMonthsOff = 0.75;
/** Words of a sentence that tells of the journey. */
const ofTheTrip = phrasePattern`[本此這][次趟行]|之旅|本團|一行|全程|赴|前往|交流|行程|參加|${'visit'}|${'study'}`;
/** Words of one that tells of another. */
const ofAnother = phrasePattern`[每曾可應宜若]|[上前去]年|[上前]次|如果|${'later'}|${'of-an-offer'}`;

interface Length extends Span {
  /** Undefined where nothing is wrong with it. */
  readonly message: 'range' | 'trip' | 'nights' | undefined;
  readonly words: string;
  readonly days: number;
  readonly severity?: 'hint';
}

/** Days from the first to the last, those of weekends left out. */
function workingDays(first: number, last: number): number {
  let count = 0;
  for (let day = first; day <= last; day++) if (![0, 6].includes(weekdayOf(dateOfDayNumber(day)) % 7)) count++;
  return count;
}

/** A range longer than that is no stay by the day. */
const longestRange = 400;
/** From so many days on a length may be round. */
const countedOut = 120;
/** Between its first and its last day, where both are dates of their own: 自8月10日啟程至8月19日; 6月21日晚間啟程，至6月29日. */
const toLast = phrasePattern`^${'time-of-day'}?(?:起|[^，。；、\d]{0,8}(?:${'travel'}|出國|啟航|赴)[^，。；、\d]{0,16}|[^，。；、\d]{1,4})?，?[至到迄～~—–-]$`;
/** The same where something opens on the one day and closes on the other: 6月3日開幕、6月5日閉幕. */
const opensThere = phrasePattern`^[^，。；、\d]{0,6}${'opening'}[，、並]?[於至到迄]?$`;
const closesThere = /^[^，。；、\d]{0,4}(?:閉幕|落幕|結束|結訓|結業)/;
/** Every day of it counts, those of travel and of the weekend too. */
const allDays = phrasePattern`[啟起]程|出發|返[抵國臺台回]|前後|${'journey'}`;
/** What is done on a journey, whose days of travel at either end may be left out. */
const ofTravel = phrasePattern`赴|前往|出訪|研究|${'visit'}|${'study'}`;
/** A course that is dated by itself has no days of travel. */
const ofCourse = /(?:課程|訓練班?|研習[班營]?|工作坊)(?:期間)?[自於為]?\d/;
const mostTravel = 2;
const daysOfWeek = 7;
/** Behind the last day nothing but the way home and the length: 返抵國門. */
const toLength = /^(?:（.{1,4}）)?止?[^。；\d]{0,24}[，（(]?(?:含[去來]?[回返]?[程途日]{1,2})?$/;

/** The same behind a whole journey, whose clause may count who went: 率學生32名赴日本，為期6日. */
const toOwnLength = /^(?:（.{1,4}）)?止?[^。；]{0,56}，$/;
const ownLength = phrasePattern`^(?:全程|共|計|${'length-of-time'})`;
const otherTime = /\d ?[月日時天:：]|[會展課活研]/;
/** Such a length is off by no more, in days. */
const mostOff = 1;

/** The last range of days of `words`: one date with its end, or two with what leads from one to the other. */
function lastRange(words: string): DateExpression | undefined {
  const [before, last] = scanDates(words).slice(-2) as [DateExpression?, DateExpression?];
  const range = last ?? before;
  if (!range || range.to) return range && /[、及]/.test(words.slice(range.start, range.end)) ? undefined : range;
  if (!before || !last || before.to) return undefined;
  const between = words.slice(before.end, last.start);
  if (!toLast.test(between) && !(opensThere.test(between) && closesThere.test(words.slice(last.end)))) return undefined;
  const { year, month, day } = last.from;
  return { ...before, to: { year: year ?? before.from.year, month, day }, end: last.end };
}

/** The days from the first to the last of a range, as days of the calendar's count. */
function placesOf({ from, to }: DateExpression, period: Period | undefined): readonly [number, number] | undefined {
  const place = (point: typeof from): ReturnType<typeof dayOf> =>
    period ? dayInPeriod(point, period) : dayOf({ ...point, year: point.year ?? 2025 });
  const [first, last] = [place(from), to && place(to)];
  return first && last && [dayNumber(first), dayNumber(last)];
}

/**
 * How many days a range has where `stated` are said of it, and it is another number.
 * @param words of the range and its length
 */
function daysMissed(
  range: DateExpression,
  stated: number,
  words: string,
  period: Period | undefined,
): number | undefined {
  const places = placesOf(range, period);
  if (!places) return undefined;
  const days = places[1] - places[0] + 1;
  if (days < 1 || days > longestRange || stated === days || (days > countedOut && stated % 10 === 0)) return undefined;
  // Without its weekends a range is shorter, and so is one that leaves the journey out.
  const working = workingDays(...places);
  const isWork = working < days && stated < days && Math.abs(stated - working) <= (days > daysOfWeek ? 1 : 0);
  const isOfCourse = ofCourse.test(words) && !/[赴往加訪察]/.test(words);
  const isStay =
    stated < days && days - stated <= mostTravel && ofTravel.test(words) && !allDays.test(words) && !isOfCourse;
  return isWork || isStay ? undefined : days;
}

/** How many days a range has that is the whole journey; undefined for any other. */
function daysOfJourney(range: DateExpression, period: Period | undefined): number | undefined {
  const places = period && placesOf(range, period);
  const isWhole = places && places[0] === dayNumber(period.from) && places[1] === dayNumber(period.to);
  return isWhole && period.between.length === 0 ? places[1] - places[0] + 1 : undefined;
}

/** A length of some of the days. */
const ofPart = /扣除|[不未]含|其中|實際/;

/** The length that `told`, at `index`, gives a range, which has `days` where those are others. */
function lengthOf(told: string, index: number, days: number | undefined): Length {
  const message = days === undefined ? undefined : 'range';
  return { message, words: told, days: days ?? 0, start: index, end: index + told.length };
}

/** Lengths of the range of days that is told behind them, and of one whose last day alone is. */
function* ofNext(words: string, period: Period | undefined): Generator<Length> {
  for (const { 0: whole, 1: lasting, 2: bare, index } of words.matchAll(lengthOfNext)) {
    const end = index + whole.length;
    const [range] = scanDates(words.slice(end, end + reach));
    if (range?.start !== 0 || !range.to || ofPart.test(whole)) continue;
    if (bare !== undefined && !/^[）)]/.test(words.slice(end + range.end))) continue;
    const days = daysMissed(range, parseCount(lasting ?? bare!), sentenceAround(words, { start: index, end }), period);
    yield lengthOf(/^[^天日]*[天日]/.exec(whole)![0], index, days);
  }
  for (const { 0: whole, 1: stated, index } of words.matchAll(lengthBetween)) {
    const end = index + whole.length;
    const before = words.slice(Math.max(0, index - longestLead), index);
    const first = scanDates(before).at(-1);
    const [last] = scanDates(words.slice(end, end + reach));
    if (!first || first.to || last?.start !== 0 || last.to || /[。；]/.test(before.slice(first.end))) continue;
    const { year = first.from.year, month, day } = last.from;
    const days = daysMissed({ ...first, to: { year, month, day } }, parseCount(stated!), whole, period);
    yield lengthOf(/^[^天日]*[天日]/.exec(whole)![0], index, days);
  }
}

/** Lengths beside a range of days, each with the days of the range where those are others. */
function* ofRanges(words: string, period: Period | undefined): Generator<Length> {
  const nexts = [...ofNext(words, period)];
  yield* nexts;
  for (const { 0: told, 1: stated, index } of [...words.matchAll(lengthOfRange), ...words.matchAll(lengthInBracket)]) {
    if (nexts.some(({ start, end }) => start <= index && index < end)) continue;
    const from = Math.max(0, index - reach, words.lastIndexOf('。', index) + 1);
    const before = words.slice(from, index);
    const range = lastRange(before);
    const journey = range && daysOfJourney(range, period);
    // 「會議於5月7日至9日舉行，全程計9天」 is of the journey.
    if (/[全行]程/.test(told) && period && parseCount(stated!) === daysOf(period)) continue;
    if (range && journey !== undefined && ownLength.test(told) && toOwnLength.test(before.slice(range.end))) {
      const isOff = Math.abs(journey - parseCount(stated!)) === mostOff && !otherTime.test(before.slice(range.end)) && !ofPart.test(before); // prettier-ignore
      if (isOff) {
        yield lengthOf(told, index, journey);
        continue;
      }
    }
    if (
      !range?.to ||
      !toLength.test(before.slice(range.end)) ||
      /[\d一二三四五六七八九十] ?(?:[天日]|小時)(?:上|下)?午?$/.test(before.slice(range.end)) ||
      // 「春季4月18日至5月25日，秋季10月3日至11月9日，合計76天」 is of all of them.
      (/^[共合總]/.test(told) && lastRange(before.slice(0, range.start))?.to) ||
      ofPart.test(before + told)
    )
      continue;
    const days = daysMissed(range, parseCount(stated!), before + told, period);
    yield lengthOf(told, index, days);
  }
}

interface DaysWithNights extends Span {
  readonly told: string;
  readonly days: number;
  readonly nights: number;
}

function* daysWithNights(words: string): Generator<DaysWithNights> {
  for (const { 0: told, 1: first, 2: nights, 3: days, index } of words.matchAll(daysAndNights)) {
    const [stated, slept] = nights === undefined ? [days, first] : [first, nights];
    yield { told, days: parseCount(stated!), nights: parseCount(slept!), start: index, end: index + told.length };
  }
}

/** 6天6夜: a journey has fewer nights than days. */
function* ofNights(words: string): Generator<Length> {
  for (const { days, nights, told, ...span } of daysWithNights(words)) {
    const sentence = sentenceAround(words, span);
    if (nights >= days && ofTheTrip.test(sentence) && !ofAnother.test(sentence))
      yield { message: 'nights', words: told, days, ...span };
  }
}

/** What the cover and 摘要 say of the journey. */
interface Journey {
  readonly period: Period;
  /** Whether 摘要 gives the days of the whole period as its length. */
  readonly isToldInFull: boolean;
}

/** Lengths of the journey that are not its own. */
function* ofTrip(
  words: string,
  { period, isToldInFull }: Journey,
  isItinerary: boolean,
  isOpening: boolean,
): Generator<Length> {
  const days = daysOf(period);
  for (const { told, days: stated, start, end } of daysWithNights(words)) {
    const span = { start, end };
    const sentence = sentenceAround(words, span);
    if (stated === days || !ofTheTrip.test(sentence) || ofAnother.test(sentence)) continue;
    yield { message: 'trip', words: told, days, ...span };
  }
  if (isOpening)
    for (const { 0: told, 1: stated, index } of words.matchAll(months)) {
      const span = { start: index, end: index + told.length };
      const sentence = sentenceAround(words, span);
      const before = wordsBefore(words, index, clauseEnds);
      if (!beforeMonths.test(before) && !/[的之]$/.test(before)) continue;
      if (!ofStay.test(sentence) || ofAnother.test(sentence) || ofSomeMonths.test(sentence)) continue;
      if (Math.abs(parseCount(stated!) - days / daysOfMonth) < mostMonthsOff) continue;
      yield { message: 'trip', words: told, days, ...span };
    }
  for (const { words: lengthWords, days: stated, isWhole, isOfThis, start, end } of tripLengths(words, isItinerary)) {
    const isLess = stated < days && (isWhole || (isOfThis && isToldInFull));
    const isMore = stated > days && (/[週周期]$/.test(lengthWords) || stated - days <= Math.max(days, daysOfWeek));
    const told = isWhole || isOfThis ? wordsBefore(words, end, clauseEnds) + wordsBehind(words, end, clauseEnds) : sentenceAround(words, { start, end }); // prettier-ignore
    // Who leaves the journey out leaves out two days, or sleeps on the plane.
    const isOneLess = !isLess && stated === days - mostOff && days > mostTravel + mostOff && !/[週周期]$/.test(lengthWords); // prettier-ignore
    if (!(isMore || isLess || isOneLess) || ofAnother.test(told)) continue;
    yield { message: 'trip', words: lengthWords, days, start, end, ...(isOneLess && { severity: 'hint' }) };
  }
}

/** The flow in pieces: what stands under the days of an itinerary is no sentence with them. */
function piecesOf(
  { words, joints }: JoinedLines,
  isItinerary: boolean,
): readonly (readonly [from: number, words: string])[] {
  const borders = isItinerary ? joints.filter((_, index) => /[\d第]/.test(words[joints[index - 1] ?? 0]!)) : [];
  return [0, ...borders].map((from, index) => [from, words.slice(from, borders[index])]);
}

/** Whether days are told there; plans and tables of days are not held against the journey. */
function isTold({ surroundings: { part }, units }: Paragraph): boolean {
  if (part === 'recommendations' || part === 'attachments') return false;
  return units.every(({ facts }) => facts.shape.cells.length === 0);
}

export const rule: ParagraphRule<Journey | undefined> = {
  per: 'paragraph',
  given: ({ cover, abstract }) => {
    // Where the ends of the period are turned round the days are the same.
    const field = coverField(cover, 'period');
    const period =
      periodOf(cover) ?? (cover && field && !endWithoutDay(cover, field) ? roughPeriodOf(cover) : undefined);
    if (!period) return undefined;
    const words = abstract ? textOf(abstract, abstract.section.content) : '';
    const told = [...tripLengths(words), ...daysWithNights(words)];
    return { period, isToldInFull: told.some(({ days }) => days === daysOf(period)) };
  },
  id: 'dates/stay-length',
  title: { 'zh-TW': '天數與起訖日期不符', en: 'Length does not fit the dates' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    nights: {
      'zh-TW': '「{words}」的夜數應比天數少，請核對。',
      en: '“{words}” has as many nights as days; check it.',
    },
    range: {
      'zh-TW': '前面的起訖日期是 {days} 天，這裡卻是「{words}」，請核對。',
      en: 'The dates before make {days} days, this says “{words}”; check them.',
    },
    trip: {
      'zh-TW': '「{words}」與封面出國期間的 {days} 天不符，請核對。',
      en: '“{words}” does not fit the {days} days on the cover; check it.',
    },
  },
  check: (paragraph, journey, find) => {
    const { zone } = paragraph.surroundings;
    if (zone === 'cover' || zone === 'contents' || !anyLength.test(paragraph.text)) return;
    const flow = paragraphFlow(paragraph);
    const isItinerary = paragraph.surroundings.inside === 'itinerary';
    const isOpening = zone === 'abstract' || paragraph.surroundings.part === 'purpose';
    const told: Span[] = [];
    const ofDays = isTold(paragraph)
      ? [
          ...ofRanges(flow.words, journey?.period),
          ...(journey
            ? piecesOf(flow, isItinerary).flatMap(([from, words]) =>
                [...ofTrip(words, journey, isItinerary, isOpening)].map((length) => ({
                  ...length,
                  ...shifted(length, from),
                })),
              )
            : []),
        ]
      : [];
    for (const { message, words, days, severity, start, end } of [...ofNights(flow.words), ...ofDays]) {
      if (told.some((other) => other.start < end && start < other.end)) continue;
      told.push({ start, end });
      if (message)
        find({ message, params: { words, days }, ...flow.spanOf(start, end), ...(severity && { severity }) });
    }
  },
};
