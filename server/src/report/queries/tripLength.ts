/** How long a report says that the journey was. */
import { dayNumber } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { Period } from './period';

const numeral = '(\\d{1,3}|[一二兩三四五六七八九十]{1,3})';

/** The days of the journey, those at home between two legs not counted. */
export function daysOf({ from, to, between }: Period): number {
  return dayNumber(to) - dayNumber(from) + 1 - between.length;
}

/** 期間共計12天, 往返共6天, 全程計14天, 赴德國考察10天. */
const duration = new RegExp(
  `(?:(?:全程|往返|為期|歷時|前後|(?<!公)共計?|合計|總計|(?<=[，程期行間])計)[共計有]{0,2}|考察|參訪|實習|研習|訪問) ?${numeral} ?[天日](?![上下內前後起至、期])`,
  'g',
);
const ofTheTrip = /本次|此次|此行|旅途|本研究|出國|全程|往返|行程|考察|參訪|實習|研習|訪問|期間|派員|以上[共合總]?計/;
const ofAnotherTime = /會議|大會|論壇|展覽|展期|課程|活動|年會|研討會|工作坊|每/;
/** Every day of the journey is counted, not only those of work. */
const wholeTrip = /全程|行程|出國|往返|此行/;
/** Behind the days of an itinerary: 以上合計9日. */
const ofItsDays = /以上(?:行程|各日)?$/;

/**
 * The clauses of `text` that give the journey another length than `period`.
 * @param isItinerary whether it stands among the days of the journey, so that 以上 are all of them
 */
export function* wrongDurations(
  text: string,
  period: Period,
  isItinerary = false,
): Generator<Span & { readonly words: string; readonly days: number }> {
  const days = daysOf(period);
  for (const { 0: words, 1: stated, index } of text.matchAll(duration)) {
    const end = index + words.length;
    const clause = text
      .slice(0, end)
      .split(/[，。；\n]/)
      .at(-1)!;
    // A clause of nothing but a length is of what the clause before it tells.
    const isBare = clause.trim() === words && !ofTheTrip.test(clause);
    const about = isBare
      ? text
          .slice(0, index)
          .split(/[。；\n]/)
          .at(-1)!
      : clause;
    const isOfDays = isItinerary && ofItsDays.test(clause.slice(0, -words.length));
    if (!isOfDays && (!ofTheTrip.test(about) || ofAnotherTime.test(about))) continue;
    const value = parseCount(stated!);
    if (value > days || (value < days && (isOfDays || wholeTrip.test(clause))))
      yield { words, days, start: index, end };
  }
}
