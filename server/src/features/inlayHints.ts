import { lineAt } from '../report/model/lines';
import type { DateExpression, DatePoint } from '../report/model/dates';
import type { Report } from '../report/model/report';
import { dayInPeriod, dayOf, periodOf } from '../report/queries/period';
import type { Period } from '../report/queries/period';
import type { Locale, Message } from '../text/message';
import { render } from '../text/message';
import { countHan } from '../text/characters';
import { dayNumber, weekdayName, weekdayOf } from '../text/calendar';
import type { CalendarDate } from '../text/calendar';
import type { Profile } from '../knowledge/types';
import type { Span } from '../text/span';

/** A note that the editor shows inside the text without its being there. */
export interface InlayHintNote {
  /** Behind which unit it stands. */
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Which notes to give; each has its own switch. */
export interface InlayHintKinds {
  /** Weekday and AD year behind a date. */
  readonly dates: boolean;
  /** Han characters of 摘要 behind its heading. */
  readonly abstract: boolean;
  /** Number of the members listed behind an attendance list. */
  readonly counts: boolean;
}

const messages = {
  date: { 'zh-TW': '{date}', en: '{date}' },
  abstract: { 'zh-TW': '{count}／{max} 字', en: '{count}/{max} characters' },
  abstractFree: { 'zh-TW': '{count} 字', en: '{count} characters' },
  abstractWhy: {
    'zh-TW': '摘要 {count} 個漢字；應為 {min} 至 {max} 個',
    en: 'The abstract has {count} Han characters; {min} to {max} are asked for',
  },
  abstractCount: { 'zh-TW': '摘要 {count} 個漢字', en: 'The abstract has {count} Han characters' },
  count: { 'zh-TW': '{count} 個', en: '{count} listed' },
  countWhy: { 'zh-TW': '名單列出 {count} 個會員', en: '{count} members are listed' },
} satisfies Record<string, Message>;

const englishWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** A date without a year is taken for one of the trip only so many days around it. */
const nearTrip = 60;

/** The day that `point` means: as written, or in the year of the trip where none is written. */
function dayMeant(point: DatePoint | undefined, period: Period | undefined): CalendarDate | undefined {
  if (!point) return undefined;
  if (point.year !== undefined) return dayOf(point);
  const day = period && dayInPeriod(point, period);
  if (!day) return undefined;
  const away = Math.max(dayNumber(period.from) - dayNumber(day), dayNumber(day) - dayNumber(period.to));
  return away <= nearTrip ? day : undefined;
}

/** 「2024 五」 behind 113年8月16日; nothing where it says all already. */
function noteOf(
  date: DateExpression,
  period: Period | undefined,
  locale: Locale,
): Omit<InlayHintNote, 'offset'> | undefined {
  if (date.from.day === undefined) return undefined;
  const from = dayMeant(date.from, period);
  const to = dayMeant(date.to, period);
  if (!from || (date.to && !to)) return undefined;
  const nameOf = (day: CalendarDate): string =>
    locale === 'en' ? englishWeekdays[weekdayOf(day)]! : weekdayName(weekdayOf(day));
  const year = date.calendar === 'roc' && date.otherYear === undefined ? String(from.year) : '';
  const range = to && dayNumber(to) !== dayNumber(from) ? `–${nameOf(to)}` : '';
  const weekday = date.weekdays.length > 0 ? '' : nameOf(from) + range;
  const label = [year, weekday].filter((word) => word !== '').join(' ');
  if (label === '') return undefined;
  const iso = (day: CalendarDate): string =>
    `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}（${nameOf(day)}）`;
  return { label, tooltip: to ? `${iso(from)} – ${iso(to)}` : iso(from) };
}

/**
 * The notes inside `span`, in the order of the text: weekday and AD year behind dates, the length of 摘要, the number of
 * members listed as present where the text states none.
 */
export function inlayHintsOf(
  report: Report,
  span: Span,
  profile: Profile,
  kinds: InlayHintKinds,
  locale: Locale,
): readonly InlayHintNote[] {
  const { lines, abstract, text } = report;
  const hints: InlayHintNote[] = [];
  if (kinds.dates) {
    const period = periodOf(report);
    for (let line = lineAt(lines, span.start); line < lines.count && lines.starts[line]! <= span.end; line++)
      for (const date of lines.facts[line]!.dates) {
        const note = noteOf(date, period, locale);
        if (note) hints.push({ offset: lines.starts[line]! + date.end, ...note });
      }
  }
  if (kinds.abstract && abstract) {
    const count = countHan(text, abstract.content.start, abstract.content.end);
    const bounds = profile.abstractLength;
    const params = { count, min: bounds?.min ?? 0, max: bounds?.max ?? 0 };
    hints.push({
      offset: abstract.title.end,
      label: render(bounds ? messages.abstract : messages.abstractFree, params, locale),
      tooltip: render(bounds ? messages.abstractWhy : messages.abstractCount, params, locale),
    });
  }
  if (kinds.counts)
    for (const { attendance } of report.meetings)
      for (const { present, stated } of attendance) {
        const last = present[present.length - 1];
        if (!last || stated || present.length < 3) continue;
        const count = new Set(present.map(({ economy }) => economy)).size;
        hints.push({
          offset: last.end,
          label: render(messages.count, { count }, locale),
          tooltip: render(messages.countWhy, { count }, locale),
        });
      }
  return hints.filter(({ offset }) => span.start <= offset && offset <= span.end).sort((a, b) => a.offset - b.offset);
}
