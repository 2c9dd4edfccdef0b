import { phrasePattern } from '../../knowledge/phrases';
import type { DatePoint } from '../../report/model/dates';
import type { LineFacts } from '../../report/model/lines';
import { periodOf } from '../../report/queries/period';
import { Trait } from '../../report/scan/traits';
import { daysInMonth, rocOffset } from '../../text/calendar';
import { sentenceAround } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { LineRule, UnitDiscovery } from '../engine/rule';

/** Why a day can't be, or undefined where it can. A year left out may be a leap year, unless all years of the trip are `common`. */
function fault(point: DatePoint, common: number | undefined): 'month' | 'day' | undefined {
  const { year, month, day } = point;
  if (month !== undefined && (month < 1 || month > 12)) return 'month';
  if (day === undefined || month === undefined) return undefined;
  return day < 1 || day > daysInMonth(year ?? common ?? leapYear, month) ? 'day' : undefined;
}

const leapYear = 2024;
/** Behind these any year may be meant. */
const otherYear = /(?:[每去明翌閏]年|上年度?|[前隔當該]年|年間)之?的?\s*$/;
/** Whether the sentence around `span` tells of a leap year: 2月29日發布之特別演練係於113年首次舉行. */
function tellsOfLeapYear(text: string, span: Span): boolean {
  const sentence = sentenceAround(text, span, '。');
  const isLeap = (year: number): boolean => daysInMonth(year < rocOffset ? year + rocOffset : year, 2) === 29;
  return sentence.includes('閏') || [...sentence.matchAll(/\d{2,4}(?= ?年)/g)].some(([year]) => isLeap(Number(year)));
}

/** The second of two days written without anything between year, month and day. */
const compactEnd = /^\d{7,8}\D+(?=\d{7,8}$)/;

function findDates(
  text: string,
  { dates }: LineFacts,
  common: number | undefined,
  find: (discovery: UnitDiscovery) => void,
): void {
  for (const { from, to, start, end } of dates) {
    const year = otherYear.test(text.slice(Math.max(0, start - 6), start)) ? undefined : common;
    const wrong = fault(from, year) ? from : to && fault(to, year) ? to : undefined;
    if (!wrong || (!fault(wrong, undefined) && tellsOfLeapYear(text, { start, end }))) continue;
    const { month = 0, day = 0 } = wrong;
    const skipped = wrong === to ? (compactEnd.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
    find({ message: fault(wrong, year)!, params: { month, day }, start: start + skipped, end });
  }
}

/** A day of an era whose months are those of our calendar: 平成25年9月16日. */
const eraDay = /(?:大正|昭和|平成|令和) ?(?:\d{1,2}|元) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/g;

function findEraDays(text: string, find: (discovery: UnitDiscovery) => void): void {
  for (const { 0: words, 1: month, 2: day, index } of text.matchAll(eraDay)) {
    const message = fault({ year: undefined, month: Number(month), day: Number(day) }, undefined);
    if (message)
      find({ message, params: { month: Number(month), day: Number(day) }, start: index, end: index + words.length });
  }
}

/** Before a length of time, which may have any number of hours and minutes: 歷時12時75分, 航程共26時. */
const length = phrasePattern`(?:[歷費需耗為共達逾近計約]時?|超過|時間|[時里]數|[航車]程|${'length-of-time'})[\s約為共計達]{0,3}$`;
/** So far before an hour it is looked for. */
const reach = 12;
/** An hour of the clock is told with such words. */
const ofClock = /(?:[上下中]午|凌晨|清晨|晚[上間]|傍晚|[日於自至到])\s?$/;

function isLength(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  return length.test(before) && !ofClock.test(before);
}

function findTimes(text: string, find: (discovery: UnitDiscovery) => void): void {
  for (let at = text.indexOf('時'); at >= 0; at = text.indexOf('時', at + 1)) {
    const before = /(?:^|\D)(\d{1,2}) ?$/.exec(text.slice(Math.max(0, at - 4), at));
    if (!before) continue;
    const start = at - before[0].length + (before[0].length - before[0].replace(/^\D/, '').length);
    if (isLength(text, start)) continue;
    const hour = Number(before[1]);
    const minutes = /^ ?(\d{1,2}) ?分(?!之)/.exec(text.slice(at + 1, at + 6));
    const minute = Number(minutes?.[1] ?? 0);
    if (hour > 24) find({ message: 'hour', params: { hour }, start, end: at + 1 });
    else if (minutes && minute > 59)
      find({ message: 'minute', params: { minute }, start, end: at + 1 + minutes[0].length });
  }
}

export const rule: LineRule<number | undefined> = {
  per: 'line',
  only: { contains: ['date'], traits: Trait.Hour | Trait.Dated },
  id: 'dates/invalid',
  title: { 'zh-TW': '不存在的日期或時間', en: 'Date or time that does not exist' },
  severity: 'error',
  source: '公文書橫式書寫數字使用原則（文書處理手冊附錄4）；曆法',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    month: { 'zh-TW': '一年沒有 {month} 月，請更正日期。', en: 'There is no month {month}; correct the date.' },
    day: { 'zh-TW': '{month} 月沒有 {day} 日，請更正日期。', en: 'Month {month} has no day {day}; correct the date.' },
    hour: { 'zh-TW': '一天沒有 {hour} 時，請更正時間。', en: 'There is no hour {hour}; correct the time.' },
    minute: { 'zh-TW': '一小時沒有 {minute} 分，請更正時間。', en: 'There is no minute {minute}; correct the time.' },
  },
  // Where a date names no year, that of the trip is meant.
  given: ({ cover }) => {
    const period = periodOf(cover);
    if (!period) return undefined;
    const { from, to } = period;
    return [from.year, to.year].some((year) => daysInMonth(year, 2) === 29) ? undefined : from.year;
  },
  check: ({ facts, text }, common, find) => {
    findDates(text, facts, common, find);
    findEraDays(text, find);
    findTimes(text, find);
  },
};
