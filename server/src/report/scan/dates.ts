import { knownEras } from '../../knowledge/eras';
import { anyOf } from '../../knowledge/phrases';
import { rocOffset } from '../../text/calendar';
import { CharClass, classAt, skipBlanks } from '../../text/characters';
import { isHanNumeral, parseHanNumber } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { DateExpression, DatePoint, Weekday } from '../model/dates';

interface NumberToken {
  readonly value: number;
  readonly end: number;
  readonly digits: number;
  readonly arabic: boolean;
}

/** 0–9, half or full width. */
function isFigure(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function isDigit(text: string, index: number): boolean {
  return isFigure(text.charCodeAt(index));
}

/** A number of at most eight figures at `index`, Arabic (half or full width) or Chinese. */
function numberAt(text: string, index: number, end: number): NumberToken | undefined {
  let stop = index;
  if (isDigit(text, index)) {
    let value = 0;
    while (stop < end && stop - index < 8 && isDigit(text, stop)) {
      const code = text.charCodeAt(stop);
      value = value * 10 + (code >= 0xff10 ? code - 0xff10 : code - 0x30);
      stop++;
    }
    if (stop < end && isDigit(text, stop)) return undefined;
    return { value, end: stop, digits: stop - index, arabic: true };
  }
  while (stop < end && stop - index < 8 && isHanNumeral(text.charCodeAt(stop))) stop++;
  if (stop === index) return undefined;
  const value = parseHanNumber(text, index, stop);
  // ○年○月 is still to be filled in.
  return value === undefined || value === 0 ? undefined : { value, end: stop, digits: stop - index, arabic: false };
}

/** What a character may be in a date. */
const enum Mark {
  Year = 1,
  Month = 2,
  Day = 4,
  Open = 8,
  Close = 16,
  /** Between the ends of a range. */
  Connector = 32,
  /** 、 between the days of a list. */
  Pause = 64,
  /** Another joint between weekdays. */
  Joint = 128,
  /** Between the numbers of 113/08/16. */
  Separator = 256,
  /** A dash that may stand twice between the ends of a range. */
  Dash = 512,
  /** First character of 星期, 禮拜, 週, 周. */
  Week = 1024,
  /** First character of 中華民國, 民國, 西元, 公元. */
  Era = 2048,
}

/** Union of `Mark` by code unit: what stands at a place is asked a dozen times for each date. */
const marksOf = new Uint16Array(0x10000);
for (const [mark, characters] of [
  [Mark.Year, '年'],
  [Mark.Month, '月'],
  [Mark.Day, '日號'],
  [Mark.Open, '(（'],
  [Mark.Close, ')）'],
  [Mark.Connector, '—–-－～~至到迄─﹣−'],
  [Mark.Pause, '、'],
  [Mark.Joint, ',，及'],
  [Mark.Separator, '/／.-'],
  [Mark.Dash, '-—–─'],
  [Mark.Week, '星禮週周'],
  [Mark.Era, '中民西公'],
] as const)
  for (const character of characters) marksOf[character.charCodeAt(0)]! |= mark;

const eraWords = ['中華民國', '民國', '西元', '公元'];
/**
 * Ends with the name of another calendar: its years are neither of the ROC nor AD, and its months are not those of the solar
 * year. What is dated by it is no date of ours.
 */
const otherCalendar = new RegExp(
  `(?:${knownEras()
    .map(({ name }) => name)
    .join('|')}|${anyOf('other-calendar')})年?[閏（(]?\\s*$`,
);
/** The year and month of a day by those of the one before it: 至同年9月22日, 至次年3月29日, 至同月8日. */
const sameYear =
  /(?:同年度?|當年|同|次年|翌年|隔年)(?=[\s\p{Nd}一二三四五六七八九十]{1,4}月)|同年?月(?=[\s\p{Nd}一二三四五六七八九十]{1,4}[日號])/uy;
const weekPrefixes = ['星期', '禮拜', '週', '周'];
const daysOfWeek = 7;
const weekdayNames = '日一二三四五六天';
/** The same in English, in brackets behind a date: （Wed.）. */
const englishWeekday = /(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs?|ur)?(?:day)?(?![a-z])/iy;
const englishWeekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** The cell of a table behind that of a date, where it holds a weekday and nothing else; blanks part cells too. */
const weekdayCell =
  /(?: *[\t|] *| {2,8}| ?\u3000[ \u3000]{0,4})(?:星期|禮拜|週|周)?[日一二三四五六天](?= *[\t|]| {2}| ?\u3000| *$)/y;
/** A weekday set off by a mark: 10月22日，星期日，; what is open from Monday to Friday goes on behind it. */
const weekdayBehindMark =
  /\s?[，,／/·]\s?(?:星期|禮拜|週|周)[日一二三四五六天](?=$|[）)，,。；;：:／/\t|]|\s(?![至到~～—–-]))/y;
/** Behind the first words of a row these end its first cell. */
const cellEnd = /^(?: ?[—–\-－～~至]{1,2} ?(?:\d{1,2}[/／])?\d{1,2}[ （(]| *[\t|]| {2}| ?\u3000)/;
/** Before them nothing but the mark of an item. */
const rowStart = /^[\s|*+•·●○◎◆◇■□▪※-]*$/;
const noWeekdays: readonly Weekday[] = [];

/** Where a date begins and the 年 or 月 behind its first number stands. */
interface YearSign {
  readonly begin: number;
  readonly at: number;
  /** The same year in the other calendar, where it stands before 年: 113（2024）年. */
  readonly otherYear: number | undefined;
}

interface ReadYear {
  readonly begin: number;
  readonly calendar: DateExpression['calendar'];
  readonly year: number | undefined;
  readonly otherYear: number | undefined;
  /** Where the month may begin. */
  readonly behind: number;
}

/** The year of the Christian era that `written` means: of the Republic, where it is below 1000. */
function yearOf(written: number): number {
  return written >= 1000 ? written : written + rocOffset;
}

class DateScanner {
  readonly #text: string;
  readonly #end: number;

  constructor(line: string) {
    this.#text = line;
    this.#end = line.length;
  }

  #skip(index: number): number {
    return skipBlanks(this.#text, index, this.#end);
  }

  /** Whether the character at `index` is one of `marks`, a union. */
  #is(index: number, marks: number): boolean {
    return index < this.#end && (marksOf[this.#text.charCodeAt(index)]! & marks) !== 0;
  }

  /** Index behind 中華民國 or the like at `index` and the blanks behind it. */
  #skipEra(index: number): number {
    if (!this.#is(index, Mark.Era)) return index;
    const era = eraWords.find((word) => this.#text.startsWith(word, index));
    return era === undefined ? index : this.#skip(index + era.length);
  }

  /** Length of 星期 or the like at `index`, 0 without it. */
  #weekPrefix(index: number): number {
    if (!this.#is(index, Mark.Week)) return 0;
    return weekPrefixes.find((prefix) => this.#text.startsWith(prefix, index))?.length ?? 0;
  }

  /** Weekdays right behind a date: 「(五、六)」, 「（星期五）」, 「星期五」, or in a cell of their own. */
  #weekdays(index: number): { readonly list: readonly Weekday[]; readonly end: number } {
    const text = this.#text;
    weekdayCell.lastIndex = weekdayBehindMark.lastIndex = index;
    const cell = weekdayCell.exec(text) ?? weekdayBehindMark.exec(text);
    if (cell) {
      const start = index + cell[0].length - 1;
      return {
        list: [{ value: weekdayNames.indexOf(text[start]!) % daysOfWeek, start, end: start + 1 }],
        end: start + 1,
      };
    }
    let i = this.#skip(index);
    const bracketed = this.#is(i, Mark.Open);
    if (bracketed) {
      i = englishWeekday.lastIndex = this.#skip(i + 1);
      const [word, day] = englishWeekday.exec(text) ?? [];
      if (word !== undefined) {
        const value = englishWeekdays.indexOf(day!.toLowerCase());
        const behind = i + word.length + (text[i + word.length] === '.' ? 1 : 0);
        return this.#is(behind, Mark.Close)
          ? { list: [{ value, start: i, end: i + word.length }], end: behind + 1 }
          : { list: noWeekdays, end: index };
      }
    }
    let list: Weekday[] | undefined;
    for (;;) {
      const prefix = this.#weekPrefix(i);
      if (!bracketed && prefix === 0) break;
      i += prefix;
      const value = i < this.#end ? weekdayNames.indexOf(text[i]!) : -1;
      if (value < 0) break;
      (list ??= []).push({ value: value % daysOfWeek, start: i, end: i + 1 });
      i++;
      if (!bracketed) return { list, end: i };
      i = this.#skip(i);
      if (!this.#is(i, Mark.Pause | Mark.Joint | Mark.Connector)) break;
      i = this.#skip(i + 1);
    }
    return list && this.#is(i, Mark.Close) ? { list, end: i + 1 } : { list: noWeekdays, end: index };
  }

  /** Day and what follows it — a list, a range, weekdays — from the day's first unit on. */
  #tail(
    from: DatePoint,
    begin: number,
    afterDay: number,
    calendar: DateExpression['calendar'],
    otherYear: number | undefined,
  ): DateExpression {
    const first = this.#weekdays(afterDay);
    let weekdays = first.list;
    let end = first.end;
    let to: DatePoint | undefined;

    for (let guard = 0; guard < 31; guard++) {
      let separator = this.#skip(end);
      // 9月10日起至9月12日
      if (this.#text[separator] === '起' && this.#is(this.#skip(separator + 1), Mark.Connector))
        separator = this.#skip(separator + 1);
      const isRange = this.#is(separator, Mark.Connector);
      if (!isRange && !this.#is(separator, Mark.Pause)) break;
      let i = this.#skip(separator + 1);
      while (isRange && this.#is(i, Mark.Dash)) i = this.#skip(i + 1); // ── written as two
      const next = this.#point(i, to ?? from);
      if (!next) break;
      to = next.point;
      const behind = this.#weekdays(next.end);
      if (behind.list.length > 0) weekdays = weekdays.concat(behind.list);
      end = behind.end;
      if (isRange) break;
    }
    return { start: begin, end: end, from, to, calendar, otherYear, weekdays };
  }

  /** The other end of a range or list: a day, with month and year where they are written. */
  #point(index: number, known: DatePoint): { readonly point: DatePoint; readonly end: number } | undefined {
    let { year, month } = known;
    let i = this.#skipEra(index);
    sameYear.lastIndex = i;
    const [relative] = sameYear.exec(this.#text) ?? [];
    if (relative !== undefined) {
      if (/^[次翌隔]/.test(relative)) {
        // 每年9月21日至翌年9月20日 is not of one year.
        if (year === undefined) return undefined;
        year++;
      }
      i = this.#skip(i + relative.length);
    }
    let number = numberAt(this.#text, i, this.#end);
    if (!number) return undefined;
    let after = this.#skip(number.end);
    if (relative === undefined && this.#is(after, Mark.Year)) {
      year = yearOf(number.value);
      i = this.#skip(after + 1);
      number = numberAt(this.#text, i, this.#end);
      if (!number) return undefined;
      after = this.#skip(number.end);
    }
    if (this.#is(after, Mark.Month)) {
      month = number.value;
      i = this.#skip(after + 1);
      number = numberAt(this.#text, i, this.#end);
      if (!number) return undefined;
      after = this.#skip(number.end);
    }
    return this.#is(after, Mark.Day) ? { point: { year, month, day: number.value }, end: after + 1 } : undefined;
  }

  /** The day that seven or eight figures at `index` name: 1140301, 20250301; undefined where they name none. */
  #compactDay(index: number): (Span & { readonly point: DatePoint; readonly calendar: 'roc' | 'ad' }) | undefined {
    const token = numberAt(this.#text, index, this.#end);
    if (!token?.arabic || token.digits < 7 || this.#is(token.end, Mark.Day | Mark.Month | Mark.Year)) return undefined;
    const calendar = token.digits === 7 ? 'roc' : 'ad';
    const written = Math.floor(token.value / 10_000);
    if (calendar === 'roc' ? written < 60 || written > 200 : written < 1912 || written > 2200) return undefined;
    const year = calendar === 'roc' ? written + rocOffset : written;
    const month = Math.floor(token.value / 100) % 100;
    return { start: index, end: token.end, point: { year, month, day: token.value % 100 }, calendar };
  }

  /** A date, or a range of two, without anything between year, month and day: 1140301-1140307. */
  compactAt(index: number): DateExpression | undefined {
    const first = this.#compactDay(index);
    if (!first) return undefined;
    const joint = this.#skip(first.end);
    const last = this.#is(joint, Mark.Connector) ? this.#compactDay(this.#skip(joint + 1)) : undefined;
    const end = last?.end ?? first.end;
    const { point: from, calendar } = first;
    return { start: index, end, from, to: last?.point, calendar, otherYear: undefined, weekdays: noWeekdays };
  }

  /**
   * Whether two numbers are month and day: 8/16（五）; 08.16 with a weekday in its own cell, as 「3.2（二）」 is a section; 8/16 in
   * the first cell of a row.
   */
  #isDayOfRow(begin: number, first: NumberToken, second: NumberToken): boolean {
    const text = this.#text;
    const separator = text[first.end]!;
    if (separator === '-') return false;
    const isSlash = separator !== '.';
    const { list } = this.#weekdays(second.end);
    const [weekday] = list;
    if (weekday) return isSlash || !this.#is(this.#skip(second.end), Mark.Open) || first.digits === 2;
    const isDay = first.value >= 1 && first.value <= 12 && second.value >= 1 && second.value <= 31;
    return isSlash && isDay && rowStart.test(text.slice(0, begin)) && cellEnd.test(text.slice(second.end));
  }

  /** 113/08/16, 113.8.16, 2024-08-16, or month and day alone. */
  #numeric(begin: number, first: NumberToken): DateExpression | undefined {
    const separator = this.#text[first.end]!;
    const second = numberAt(this.#text, first.end + 1, this.#end);
    if (!second?.arabic || second.digits > 2) return undefined;
    if (this.#text[second.end] === separator) {
      const third = numberAt(this.#text, second.end + 1, this.#end);
      if (!third?.arabic || third.digits > 2 || first.digits < 2 || first.digits > 4) return undefined;
      // 3.1.2 is a section, 10.0.0.1 an address
      if (this.#text[third.end] === separator && isDigit(this.#text, third.end + 1)) return undefined;
      const calendar = first.value >= 1000 ? 'ad' : 'roc';
      if (calendar === 'roc' && (first.value < 60 || first.value > 200)) return undefined;
      const year = calendar === 'ad' ? first.value : first.value + rocOffset;
      return this.#tailOfNumeric(
        { year, month: second.value, day: third.value },
        begin,
        third.end,
        calendar,
        separator,
      );
    }
    if (first.digits > 2 || !this.#isDayOfRow(begin, first, second)) return undefined;
    return this.#tailOfNumeric(
      { year: undefined, month: first.value, day: second.value },
      begin,
      second.end,
      undefined,
      separator,
    );
  }

  /** A range of numeric dates repeats the form: 113/08/16-113/08/24, 8/16(五)–8/18(日). */
  #tailOfNumeric(
    from: DatePoint,
    begin: number,
    afterDay: number,
    calendar: DateExpression['calendar'],
    separator: string,
  ): DateExpression {
    const first = this.#weekdays(afterDay);
    let weekdays = first.list;
    let end = first.end;
    let to: DatePoint | undefined;
    const dash = this.#skip(end);
    if (this.#is(dash, Mark.Connector) && !(separator === '-' && this.#text[dash] === '-')) {
      const begin2 = this.#skip(dash + 1);
      const parts: NumberToken[] = [];
      for (let i = begin2; parts.length < 3;) {
        const part = numberAt(this.#text, i, this.#end);
        if (!part?.arabic) break;
        parts.push(part);
        if (this.#text[part.end] !== separator) break;
        i = part.end + 1;
      }
      const last = parts[parts.length - 1];
      if (last) {
        const [day, month, year] = parts.map((part) => part.value).reverse();
        to = {
          year: year === undefined ? from.year : yearOf(year),
          month: month ?? from.month,
          day,
        };
        const behind = this.#weekdays(last.end);
        if (behind.list.length > 0) weekdays = weekdays.concat(behind.list);
        end = behind.end;
      }
    }
    return { start: begin, end: end, from, to, calendar, otherYear: undefined, weekdays };
  }

  /** Index of the last unit before `index` that is no blank; -1 without one. */
  #before(index: number): number {
    let at = index - 1;
    while (at >= 0 && classAt(this.#text, at) === CharClass.Blank) at--;
    return at;
  }

  /** A year in brackets that the same year stands before: （2024）, （民國113年） from the bracket at `open` on. */
  #otherYear(open: number): { readonly year: NumberToken; readonly end: number } | undefined {
    const year = numberAt(this.#text, this.#skipEra(this.#skip(open + 1)), this.#end);
    if (!year) return undefined;
    let close = this.#skip(year.end);
    if (this.#is(close, Mark.Year)) close = this.#skip(close + 1);
    return this.#is(close, Mark.Close) ? { year, end: close + 1 } : undefined;
  }

  /** The sign behind the first number of a date: 113年, 8月, 本（113）年, 113（2024）年. Undefined where a bracket has no 年 behind. */
  #signOf(index: number, first: NumberToken): YearSign | undefined {
    const at = this.#skip(first.end);
    if (this.#is(at, Mark.Close)) {
      const open = this.#before(index);
      const sign = this.#skip(at + 1);
      if (!this.#is(open, Mark.Open) || !this.#is(sign, Mark.Year)) return undefined;
      const word = this.#before(open);
      return { begin: '本今去明同翌'.includes(this.#text[word] ?? '年') ? word : open, at: sign, otherYear: undefined };
    }
    if (!this.#is(at, Mark.Open)) return { begin: index, at, otherYear: undefined };
    const other = this.#otherYear(at);
    const sign = other && this.#skip(other.end);
    return sign !== undefined && this.#is(sign, Mark.Year)
      ? { begin: index, at: sign, otherYear: yearOf(other!.year.value) }
      : undefined;
  }

  /** The year of `first`, whose 年 `sign` is, with 民國 or 西元 before and the year of the other calendar behind. */
  #year(first: NumberToken, { begin, at, otherYear }: YearSign): ReadYear {
    const eraEnd = this.#before(begin) + 1;
    const era = eraWords.find((word) => word.length <= eraEnd && this.#text.endsWith(word, eraEnd));
    const behind = this.#skip(at + 1);
    // 113年（2024年）8月
    const other = otherYear === undefined && this.#is(behind, Mark.Open) ? this.#otherYear(behind) : undefined;
    const isYear = other !== undefined && other.year.digits >= 2;
    return {
      begin: era === undefined ? begin : eraEnd - era.length,
      calendar: first.value >= 1000 ? 'ad' : 'roc',
      year: yearOf(first.value),
      otherYear: isYear ? yearOf(other.year.value) : otherYear,
      behind: isYear ? this.#skip(other.end) : behind,
    };
  }

  /** A year without a month: 3 年 is a time, 113 年 or 2030 年 a year. */
  #yearAlone(index: number, first: NumberToken, sign: YearSign, read: ReadYear): DateExpression | undefined {
    const { begin, calendar, year, otherYear, behind } = read;
    const isYear = first.arabic
      ? first.digits >= 2 && (calendar === 'ad' ? first.value < 2200 : first.value >= 60)
      : first.digits >= 4 || begin < index;
    return isYear
      ? {
          start: begin,
          end: otherYear === undefined ? sign.at + 1 : Math.max(sign.at + 1, behind),
          from: { year, month: undefined, day: undefined },
          to: undefined,
          calendar,
          otherYear,
          weekdays: noWeekdays,
        }
      : undefined;
  }

  /** The date from `month` on, whose 月 stands at `sign`. */
  #monthAndDay(month: number, sign: number, read: Omit<ReadYear, 'behind'>): DateExpression {
    const { begin, calendar, year, otherYear } = read;
    const behind = this.#skip(sign + 1);
    const day = numberAt(this.#text, behind, this.#end);
    const afterDay = day ? this.#skip(day.end) : behind;
    if (day && this.#is(afterDay, Mark.Day))
      return this.#tail({ year, month, day: day.value }, begin, afterDay + 1, calendar, otherYear);
    // 8 月 16—17 日, 三月十四、十五日: the first day's 日 is left out
    if (day && this.#is(afterDay, Mark.Connector | Mark.Pause)) {
      const tail = this.#tail({ year, month, day: day.value }, begin, day.end, calendar, otherYear);
      if (tail.to) return tail;
    }
    // 99年12月日: the day was never filled in
    const end = this.#text[behind] === '日' && year !== undefined ? behind + 1 : sign + 1;
    const from = { year, month, day: undefined };
    return { start: begin, end, from, to: undefined, calendar, otherYear, weekdays: noWeekdays };
  }

  /** The date whose first number begins at `index`, or undefined. */
  at(index: number): DateExpression | undefined {
    const first = numberAt(this.#text, index, this.#end);
    if (!first) return undefined;
    if (first.arabic && this.#is(first.end, Mark.Separator)) {
      const numeric = this.#numeric(index, first);
      if (numeric) return numeric;
    }
    const sign = this.#signOf(index, first);
    if (!sign) return undefined;
    if (this.#is(sign.at, Mark.Month))
      return this.#monthAndDay(first.value, sign.at, {
        begin: index,
        calendar: undefined,
        year: undefined,
        otherYear: undefined,
      });
    if (!this.#is(sign.at, Mark.Year)) return undefined;
    const year = this.#year(first, sign);
    const month = numberAt(this.#text, year.behind, this.#end);
    const afterMonth = month && this.#skip(month.end);
    return month && afterMonth !== undefined && this.#is(afterMonth, Mark.Month)
      ? this.#monthAndDay(month.value, afterMonth, year)
      : this.#yearAlone(index, first, sign, year);
  }
}

const none: readonly DateExpression[] = [];

/**
 * Dates of one line: ROC and AD years, Arabic and Chinese numerals, 113/08/16, ranges, lists of days, weekdays. Nothing
 * is judged: 13 月 and a wrong weekday come back as they are. What is dated by another calendar (令和5年, 農曆1月15日) is
 * left out.
 * @param compact where figures without anything between them are dates: the value of 出國期間. Elsewhere they are numbers of
 *   files and telephones.
 */
export function scanDates(line: string, compact?: Span): readonly DateExpression[] {
  let dates: DateExpression[] | undefined;
  const scanner = new DateScanner(line);
  const end = line.length;
  for (let i = 0; i < end; i++) {
    const code = line.charCodeAt(i);
    const han = isHanNumeral(code);
    if (!han && !isFigure(code)) continue;
    const isCompact = compact !== undefined && i >= compact.start && i < compact.end;
    const date = (isCompact ? scanner.compactAt(i) : undefined) ?? scanner.at(i);
    if (date && otherCalendar.test(line.slice(Math.max(0, date.start - 8), date.start))) {
      i = date.end - 1;
      continue;
    }
    if (date && date.end > (dates?.[dates.length - 1]?.end ?? 0)) {
      (dates ??= []).push(date);
      i = date.end - 1;
      continue;
    }
    // Not a date: go behind the whole run of figures, so that 1041104 is not read from its middle.
    while (i + 1 < end && (han ? isHanNumeral(line.charCodeAt(i + 1)) : isDigit(line, i + 1))) i++;
  }
  return dates ?? none;
}
