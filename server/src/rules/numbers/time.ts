import { anyOf } from '../../knowledge/phrases';
import { Cue } from '../../report/scan/cues';
import { Trait } from '../../report/scan/traits';
import { parseCount } from '../../text/numerals';
import { wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { LineRule, RuleFix, UnitDiscovery } from '../engine/rule';

const halfDay = new RegExp(
  `(${anyOf('time-of-day')}) ?(?:(\\d{1,2}) ?(?:[時點]|[:：]\\d{2}(?!\\d))|(十[三四五六七八九]|二?十[一二三四]?)[時點](?!間))`,
  'g',
);
const behindMidnight = /(?<!\d)24 ?時 ?(\d{1,2}) ?分(?!之)/g;
/** 24 時 30 分 as a length of time. */
const lasting = /(?:[歷耗費需為]時|長達|[共約計需逾])\s?$/;
const clock = /(?<![\d:：.])(2[4-9])[:：](\d{2})(?![\d:：])/g;
const otherClock = /(?<!\d)(?:[01]?\d|2[0-3])[:：][0-5]\d(?!\d)/;
/** Minutes that no hour has: 9:75. */
const noMinute = /(?<![\d:：.])(?:\d|[01]\d|2[0-4])[:：]([6-9]\d)(?![\d:：.%％]|\s?[比倍])/g;
/** A line that begins with a time and what was done then: 09:75　報到. */
const rowHead = /^[01]\d[:：]\d\d[ \t\u3000|]\p{Script=Han}/u;
/** Scales and ratios are written like times of day: 比例為16:90. */
const ratio = /[比率例尺]/;
/** 14:00 p.m., PM 18:30: the half of the day beside an hour that says it already. */
const latinHalf =
  /(?<![\d:：.])(?<late>1[3-9]|2[0-3]) ?(?:[:：][0-5]\d|[時點](?:[0-5]?\d ?分)?) ?(?<behind>[ap]\.?m)(?!\.?\d|[A-Z])\.?|(?<![A-Z])(?<before>[ap]\.?m\.?) ?(?<hour>1[3-9]|2[0-3]) ?(?:[:：][0-5]\d|[時點](?:[0-5]?\d ?分)?)/gi;
/** Right before a time of day. */
const beforeClock = /[日時至到於起迄自\t|—–\-~～)）] ?$|(?:時段|時間)[為是] ?$/;

const clockTime =
  '(上午|中午|下午|午後|傍晚|晚[上間]|深夜|夜間|凌晨|清晨|早上)? ?(\\d{1,2}) ?[時點:：] ?(?:(\\d{1,2}) ?分?|(半))?';
/** 自上午10時至11時30分，歷時1小時30分鐘; 上午9時30分加載，至翌日3時30分，歷時18小時. */
const clockRange = new RegExp(
  `${clockTime}[^，。；\\d]{0,8}，?[至到～~–—-] ?(翌日|[次隔]日|隔天|第二天)?${clockTime}[^，。；\\d]{0,8}，?[^，。；\\d]{0,4}((?:歷時|為時|共計|共|計|長達|進行|每日[開營][放業]|每天[開營][放業]|開放|營業) ?(?:(\\d{1,2}(?:\\.5)?) ?(個半|個)?(?:小時|鐘頭)(半)?)?(?:又?(\\d{1,3}) ?分鐘?)?)`,
  'g',
);
const dayMinutes = 1440;

/** Minutes since midnight; of the afternoon where `half` says so. */
function minutesOf(
  half: string | undefined,
  hour: string,
  minute: string | undefined,
  isHalf: string | undefined,
): number {
  const value = Number(hour);
  const isLate =
    half !== undefined &&
    value < 12 &&
    (/下午|午後|傍晚|晚/.test(half) || (half === '中午' && value < 11) || (half.includes('夜') && value > 5));
  return (value + (isLate ? 12 : 0)) * 60 + (isHalf ? 30 : Number(minute ?? 0));
}

/** Lengths that are not what lies between the two times before them. */
function* wrongLengths(prose: string): Generator<Span & { readonly minutes: number }> {
  for (const match of prose.matchAll(clockRange)) {
    const [whole, half, hour, minute, isHalf, next, half2, hour2, minute2, isHalf2, words, hours, more, more2, rest] =
      match;
    if ((hours === undefined && rest === undefined) || wordsBefore(prose, match.index, '。').includes('每')) continue;
    const from = minutesOf(half, hour!, minute, isHalf);
    const to = minutesOf(half2 ?? (next ? undefined : half), hour2!, minute2, isHalf2) + (next ? dayMinutes : 0);
    const stated = Number(hours ?? 0) * 60 + (more === '個半' || more2 ? 30 : 0) + Number(rest ?? 0);
    // Of two halves of the day only one may be named: 9時至5時.
    if (to <= from || stated === to - from || stated === to - from + dayMinutes / 2) continue;
    const end = match.index + whole.length;
    yield { minutes: to - from, start: end - words!.length, end };
  }
}

const clockPair =
  /(?<![\d:：.])([01]?\d|2[0-3])[:：]([0-5]\d) ?[-－–—─~～至] ?([01]?\d|2[0-3])[:：]([0-5]\d)(?![\d:：])/g;
/** Of a night, a flight, a passage or a score two times may stand in any order. */
const anyOrder = /[機航飛翌隔夜凌晨→班船抵輪車比]|次日|\+1|時差|時間：|[A-Z]{2} ?\d{2,4}/;
/** What begins after that may end on the next day, and what ends before that too; minutes since midnight. */
const [evening, morning] = [19 * 60, 7 * 60];

/** Stretches of one day that end before they begin: 13:30－12:30. */
function* backward(prose: string): Generator<Span> {
  if (anyOrder.test(prose)) return;
  for (const { 0: words, 1: hour, 2: minute, 3: hour2, 4: minute2, index } of prose.matchAll(clockPair)) {
    const [from, to] = [minutesOf(undefined, hour!, minute, ''), minutesOf(undefined, hour2!, minute2, '')];
    if (to < from && from < evening && to >= morning) yield { start: index, end: index + words.length };
  }
}

/** 下午14時 becomes 14時 or 下午2時: the same time by either clock. */
function byOneClock(words: string, start: number, half: string, hour: number): readonly RuleFix<Span>[] {
  const [, halfWords = '', hourWords = ''] = new RegExp(`^(${half} ?)(${hour})`).exec(words) ?? [];
  if (halfWords === '') return [];
  const hourStart = start + halfWords.length;
  const twelve = String(hour - 12);
  return [
    {
      title: 'full',
      params: { hour: hourWords },
      safety: 'review',
      edits: [{ start, end: hourStart, text: '' }],
    },
    {
      title: 'half12',
      params: { half, twelve },
      safety: 'review',
      edits: [{ start: hourStart, end: hourStart + hourWords.length, text: twelve }],
    },
  ];
}

export const rule: LineRule = {
  per: 'line',
  only: { cues: Cue.Clock, traits: Trait.Colon | Trait.Hour },
  id: 'numbers/time',
  title: { 'zh-TW': '時刻寫法', en: 'Time of day' },
  severity: 'warning',
  source: '公文書橫式書寫數字使用原則（文書處理手冊附錄4）；12 時制與 24 時制',
  checked: '2026-11-29',
  fix: 'review',
  messages: {
    half: {
      'zh-TW': '「{half}」用於 12 時制，{hour} 時是 24 時制，請擇一（如「{hour}時」或「下午{twelve}時」）。',
      en: '{half} belongs to the 12-hour clock, {hour} to the 24-hour clock; use one of them.',
    },
    mismatch: {
      'zh-TW': '「{half}」不會是 {hour} 時，請核對時刻。',
      en: '{half} is never {hour} o’clock; check the time.',
    },
    midnight: {
      'zh-TW': '24 時是一天的終點，之後應寫翌日 0 時 {minute} 分，請核對時刻。',
      en: 'A day ends with 24:00; what follows is 0:{minute} of the next day. Check the time.',
    },
    full: { 'zh-TW': '改為 24 時制：{hour} 時', en: 'By the 24-hour clock: {hour}' },
    half12: { 'zh-TW': '改為 12 時制：{half} {twelve} 時', en: 'By the 12-hour clock: {half} {twelve}' },
    minute: { 'zh-TW': '一小時沒有 {minute} 分，請核對時刻。', en: 'There is no minute {minute}; check the time.' },
    length: {
      'zh-TW': '前面的起訖時刻相差 {minutes} 分鐘，與這裡所說的不同，請核對。',
      en: 'The times before are {minutes} minutes apart, this says otherwise; check them.',
    },
    order: {
      'zh-TW': '「{words}」的結束早於開始，請核對時刻。',
      en: '{words} ends before it begins; check the times.',
    },
    hour: { 'zh-TW': '一天沒有 {hour} 時，請核對時刻。', en: 'There is no hour {hour}; check the time.' },
  },
  check: ({ text: prose }, _given, find) => {
    const told: Span[] = [];
    const tell = (discovery: UnitDiscovery): void => {
      told.push(discovery);
      find(discovery);
    };
    const at = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
    for (const match of prose.matchAll(halfDay)) {
      const half = match[1]!;
      const hour = parseCount(match[2] ?? match[3]!);
      const evening = half.startsWith('晚') || half.startsWith('夜');
      // 「夜間23:15搭機」 tells of the night, as 「夜間施工」 does, and of no half of the day.
      if (half === '夜間' && hour >= 19) continue;
      if (hour < 13 || hour > 24 || (hour === 24 && evening)) continue;
      const later = /下午|午後|傍晚/.test(half) || evening;
      const isOneTime = later && hour < 24;
      tell({
        message: isOneTime ? 'half' : 'mismatch',
        // 「晚間23時30分」 nobody reads as another time.
        ...(isOneTime && evening && { severity: 'hint' as const }),
        params: { half, hour, twelve: hour - 12 },
        ...at(match),
        fixes: isOneTime ? () => byOneClock(match[0], match.index, half, hour) : undefined,
      });
    }
    for (const match of prose.matchAll(latinHalf)) {
      const { late, behind, before, hour: value } = match.groups as Partial<Record<string, string>>;
      const hour = Number(late ?? value);
      const half = (behind ?? before)!;
      tell({
        message: /^p/i.test(half) ? 'half' : 'mismatch',
        params: { half, hour, twelve: hour - 12 },
        ...at(match),
      });
    }
    for (const { minutes, ...span } of wrongLengths(prose))
      find({ message: 'length', severity: 'information', params: { minutes }, ...span });
    for (const span of backward(prose))
      find({
        message: 'order',
        severity: 'information',
        params: { words: prose.slice(span.start, span.end) },
        ...span,
      });
    for (const match of prose.matchAll(behindMidnight)) {
      const minute = Number(match[1]);
      if (minute === 0 || minute > 59 || lasting.test(prose.slice(Math.max(0, match.index - 4), match.index))) continue;
      tell({ message: 'midnight', params: { minute }, ...at(match) });
    }
    for (const match of prose.matchAll(clock)) {
      const hour = Number(match[1]);
      const minute = Number(match[2]);
      if ((hour === 24 && minute === 0) || minute > 59) continue;
      if (told.some(({ start, end }) => start <= match.index && match.index < end)) continue;
      if (!otherClock.test(prose) && !beforeClock.test(prose.slice(Math.max(0, match.index - 4), match.index)))
        continue;
      tell({ message: hour === 24 ? 'midnight' : 'hour', params: { hour, minute }, ...at(match) });
    }
    for (const match of prose.matchAll(noMinute)) {
      const before = prose.slice(Math.max(0, match.index - 8), match.index);
      const isHead = before.trim() === '' && (otherClock.test(prose) || rowHead.test(prose.slice(match.index, match.index + 7))); // prettier-ignore
      if (ratio.test(before) || !(beforeClock.test(before) || isHead)) continue;
      tell({ message: 'minute', params: { minute: Number(match[1]) }, ...at(match) });
    }
  },
};
