import { phrasePattern } from '../../knowledge/phrases';
import type { DateExpression, DatePoint } from '../../report/model/dates';
import type { Line } from '../../report/model/line';
import { beginsSentence } from '../../report/queries/toldDays';
import { parseCount } from '../../text/numerals';
import { wordsBefore, wordsBehind } from '../../text/sentence';
import type { Span } from '../../text/span';

const ordinal = '第(\\d{1,3}|[一二三四五六七八九十百]{1,5}) ?[天日]|day[ -]?(\\d{1,2})|(首)[日天]';
/** What the days are of: 會議, SOM會議, 鐵道工程年會. */
const subject = '(?:(?!後.)[\\p{Script=Han}A-Z]){0,10}';
/** 第三天（5月29日）, 抵達第4日即11月7日: the number right before its date. */
const before = new RegExp(`(?<what>${subject})(?:${ordinal})(?<tail>[^第]{0,8})$`, 'iu');
/** Between that number and its date: a mark, or what of the day is told and a bracket. */
const joint =
  /^(?:(?:行程|活動|課程|議程)?時?[\s（(：:｜|，即為是亦也就正]{0,5}|(?:(?![前後起])\p{Script=Han}){1,6}[（(])$/u;
/** 9月11日（三）\t第4天, | 4月18日（五） | Day 3 |, 5月20日為年會首日: the number right behind it. */
const behind = new RegExp(
  `^ ?(?:[（(][^（）()]{1,6}[）)])?(?:[\\s：:*｜|，（(為是即亦適已]|也就是|[上下]午|中午|晚間|清晨|當[天日]){0,6}(?<what>${subject})(?:${ordinal})(?!\\d)`,
  'iu',
);
/** A row of a table that begins with a number: 3\t5月20日. */
const rowNumber = /^[\s|｜]{0,6}(\d{1,2})[\s|｜]{1,6}$/;
/** The head of the column in which such numbers are days. */
export const dayColumn = /(?:[日天][次數別]|日程|day)[ *]{0,2}[\t|｜\u3000]/i;
/** What has days of its own: 會議第2天, 研討會第二天, 抵德第3日. */
const event = /[會展覽議壇程練習動營坊賽期訓典屆畫案][之的]?$|抵.?後?$/;
/** 行程進入第四天: what is said of the day that comes. */
const entering = /(?:進入|邁入|來到)$/;
/** The journey itself, counted from the day on which it began. */
const journey = phrasePattern`(?:出[訪差]|離[臺台國]|[此本][行趟]|${'journey'})[之的]?$`;
/** So far before and behind a date its number is looked for. */
const reach = 18;
/** What begins on a date: 於5月20日開幕, 自5月20日起. */
const begins = phrasePattern`^(?:[（(][^（）()]{1,6}[）)])?\s*(?:[^，。；\d]{0,8}(?:\d{1,2} ?(?:[時:：] ?(?:\d{2} ?分?)?(?:許|正)?)?)?${'opening'}|起)`;
/** Right before a day on which it was to begin, and did not. */
const planned = phrasePattern`原[定訂擬本先]|${'rescheduled'}`;
/** What follows the date before it, or ends with it. */
const next = /[次翌隔][日天][（(]$/;
const last = /(?:最後一[日天]|末日|閉幕日)[（(]$/;

/** A day that is numbered and dated. */
export interface NumberedDay {
  readonly kind: 'number' | 'row' | 'journey';
  readonly number: number;
  readonly date: DateExpression;
  /** Of what the days are counted, where that is no more than a part of the journey: 會議. */
  readonly event: string;
  /** The same with the words in front of it, as far as they may be its name: 橋梁研討會. Empty where words before tell what it is. */
  readonly name: string;
  /** The days on which something begins of which the same line has told before. */
  readonly openings: readonly DatePoint[];
  /** Whether the line tells of the same event there, or names none. */
  readonly isOfOpening: boolean;
}

/** A day that stands so many days behind another one. */
interface RelatedDay {
  readonly kind: 'next' | 'last';
  readonly date: DateExpression;
  readonly to: DatePoint;
}

/** A day on which something may have begun: the first of several, that of an opening, or a row of 行程. */
export interface BeginningDay {
  readonly kind: 'opening' | 'held';
  readonly date: DateExpression;
  /** What is told of it. */
  readonly words: string;
}

/** A day that a line begins with, or one that a line below it numbers: 10月17日（四）海牙, 行程第五天，參訪檔案館. */
export interface HeadDay {
  readonly kind: 'head';
  readonly date: DateExpression;
}
interface BelowHead extends Span {
  readonly kind: 'below';
  readonly number: number;
}

export type DayNote = NumberedDay | RelatedDay | BeginningDay | HeadDay | BelowHead;

const belowHead = phrasePattern`^\s*(?:[此本][行趟]|(?:本次)?(?:[行旅]程|${'visit'}|${'study'}))[的之]?第 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[天日]`;

/** The days of a line that are numbered, and those from which others are counted. */
export function dayNotesOf({ text, facts, zone, surroundings }: Line): readonly DayNote[] {
  if (zone === 'cover' || zone === 'contents') return [];
  const found: DayNote[] = [];
  const below = facts.dates.length === 0 ? belowHead.exec(text) : null;
  if (below) return [{ kind: 'below', number: parseCount(below[1]!), start: 0, end: below[0].length }];
  const [head] = facts.dates;
  if (head?.from.day !== undefined && beginsSentence(text, head.start) && !facts.shape.endsSentence)
    found.push({ kind: 'head', date: head });
  const isRow = surroundings.inside === 'itinerary';
  const openings: DatePoint[] = [];
  let earlier: DateExpression | undefined;
  /** Of what the line has counted days before. */
  let counted = '';
  for (const date of facts.dates) {
    if (date.from.day === undefined) continue;
    const words = text.slice(Math.max(0, date.start - reach), date.start);
    const rest = text.slice(date.end, date.end + reach);
    if ((date.to || begins.test(rest)) && !planned.test(words)) {
      openings.push(date.from);
      const since = text.slice(earlier?.end ?? 0, date.start);
      const words = isRow ? text : wordsBefore(since, since.length, '。；') + wordsBehind(text, date.end, '，。；');
      found.push({ kind: 'opening', date, words });
    } else if (earlier && next.test(words)) found.push({ kind: 'next', date, to: earlier.to ?? earlier.from });
    else if (earlier?.to && last.test(words)) found.push({ kind: 'last', date, to: earlier.to });
    else if (isRow && !earlier) found.push({ kind: 'held', date, words: text });
    const number = before.exec(words);
    const isBefore = number !== null && joint.test(number.groups!['tail']!);
    const match = date.to ? null : isBefore ? number : behind.exec(rest);
    const row = match || date.to || !isRow ? null : rowNumber.exec(text.slice(0, date.start));
    if (row)
      found.push({ kind: 'row', number: Number(row[1]), date, event: '', name: '', openings: [], isOfOpening: false });
    if (match) {
      const what = (match.groups!['what'] ?? '').replace(entering, '');
      const count = match[4] ? 1 : parseCount(match[2] ?? match[3]!);
      const isJourney = journey.test(what);
      const own = !isJourney && event.test(what) ? what.replace(/[之的]$/, '').slice(-2) : what === '' ? counted : '';
      if (!isRow) counted = own;
      const kind = isJourney ? 'journey' : 'number';
      const isOpened = openings.length > 0 && !isRow && !isJourney;
      const isOfOpening = isOpened && (own === '' || text.indexOf(own) !== text.lastIndexOf(own));
      const name = own === '' ? '' : what.replace(/[之的]$/, '');
      found.push({ kind, number: count, date, event: own || (isOpened ? '會期' : ''), name, openings: [...openings], isOfOpening }); // prettier-ignore
    }
    earlier = date;
  }
  return found;
}
