/** The calendar of the Republic of China and plain date arithmetic. No clock: today is always a parameter. */

/** ROC year 1 is AD 1912. */
export const rocOffset = 1911;

export interface CalendarDate {
  /** AD year. */
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

const millisecondsOfDay = 86_400_000;

/** Days since 1970-01-01, for comparing and counting days. */
export function dayNumber(date: CalendarDate): number {
  return Math.floor(Date.UTC(date.year, date.month - 1, date.day) / millisecondsOfDay);
}

/** The date `days` after 1970-01-01. */
export function dateOfDayNumber(days: number): CalendarDate {
  const date = new Date(days * millisecondsOfDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days of a month, 28–31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the calendar has this date: no 30 February, no 13th month. */
export function exists(date: CalendarDate): boolean {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date.year, date.month);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
}

/** The day that `date` names as ISO 8601 has it, 2025-08-16; undefined where it names none. */
export function dateOfIso(date: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const named = { year, month, day };
  return exists(named) ? named : undefined;
}

const weekdayNames = '日一二三四五六';

/** 日, 一 … 六 for 0 … 6. */
export function weekdayName(weekday: number): string {
  return weekdayNames[weekday]!;
}

/** The date `months` later; where that month is shorter, its last day (30 November + 3 months = end of February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}
