/** What stands below the headings of a new report, by the part and by the kind of journey. */
import { forums } from '../../knowledge/forums';
import type { PartId } from '../../knowledge/types';
import type { CalendarDate } from '../../text/calendar';
import { toHan } from '../../text/numerals';
import { itineraryDays } from '../itineraryRows';
import type { Journey } from './journey';
import { gap, known } from './pieces';
import type { Piece } from './pieces';

/** What the body of a new report depends on. */
export interface Occasion {
  readonly journey: Journey;
  readonly title: string | undefined;
  /** Who was called on, or where somebody learned. */
  readonly host: string | undefined;
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
  /** Whether a delegation speaks for us: not at a conference that a professor attends. */
  readonly isOfficial: boolean;
}

/** Where the days are not known, or too many to be told one by one. */
const someDay: readonly Piece[] = [{ fill: '○月○日（○）' }, '\t', gap, '\n'];

/** A row for each day of the journey. */
function itinerary({ from, to }: Occasion): readonly Piece[] {
  const days = from && to ? itineraryDays(from, to) : [];
  if (days.length === 0) return someDay;
  return days.flatMap((day, index): readonly Piece[] => {
    const activity = index === 0 ? '啟程' : index === days.length - 1 ? '返國' : gap;
    return [`${day}\t`, activity, '\n'];
  });
}

/** Whether the roll of members is called: the title names a forum that does so, or says nothing yet. */
function callsRoll({ title }: Occasion): boolean {
  return (
    title === undefined ||
    title === '' ||
    forums().some((forum) => forum.callsRoll && forum.names.some((name) => title.includes(name)))
  );
}

/** A meeting that our delegation attended, in the order of the form. */
function meeting(occasion: Occasion): readonly Piece[] {
  const others: readonly Piece[] = callsRoll(occasion)
    ? [{ fill: '○○、○○及我國共 ○ 個會員出席會議' }, '。']
    : ['與會代表：', gap, '。'];
  return [
    '一、', { fill: '○○會議' }, '\n\n',
    '（一）我國由', gap, '率團與會。\n\n',
    '（二）', ...others, '\n\n',
    '（三）討論要點如次：\n\n1. ', gap, '：', gap, '。\n\n',
    '（四）我國發言：', gap, '。\n',
  ]; // prettier-ignore
}

/** What was done, told as items of a heading. */
const items = (...labels: readonly string[]): readonly Piece[] =>
  labels.flatMap((label, index): readonly Piece[] => [
    `${index === 0 ? '' : '\n'}（${toHan(index + 1)}）${label}：`, gap, '。\n',
  ]); // prettier-ignore

/** What was done on a journey, without its days. */
function events({ journey, isOfficial }: Occasion): readonly Piece[] {
  switch (journey) {
    case 'meeting':
      return isOfficial ? items('與會人員', '討論要點', '我國發言') : items('會議主題及議程', '發表論文', '討論及交流');
    case 'visit':
      return items('接待人員', '訪談內容');
    case 'study':
      return items('課程或研究內容', '學習情形');
  }
}

function eventsHeading({ journey, host, isOfficial }: Occasion): readonly Piece[] {
  switch (journey) {
    case 'meeting':
      return [isOfficial ? '會議情形' : '參加會議經過'];
    case 'visit':
      return ['拜會', known(host)];
    case 'study':
      return [...(host ? [host] : []), '研習情形'];
  }
}

/** 過程: the days first, then what was done on them. */
const process = (occasion: Occasion): readonly Piece[] => [
  '一、行程\n\n', ...itinerary(occasion),
  '\n二、', ...eventsHeading(occasion), '\n\n', ...events(occasion),
]; // prettier-ignore

/** 出席會議情形 of a journey of any kind: somebody may choose the form of a conference for a visit. */
const proceedings = (occasion: Occasion): readonly Piece[] =>
  occasion.journey === 'meeting' && occasion.isOfficial
    ? meeting(occasion)
    : ['一、', ...eventsHeading(occasion), '\n\n', ...events(occasion)];

/** What stands below the heading of `part`. */
export function bodyOf(part: PartId, occasion: Occasion): readonly Piece[] {
  switch (part) {
    case 'abstract':
      return [gap, '\n'];
    case 'purpose':
    case 'reflections':
      return ['一、', gap, '。\n'];
    case 'process':
      return process(occasion);
    case 'itinerary':
      return itinerary(occasion);
    case 'proceedings':
      return proceedings(occasion);
    case 'recommendations':
      return ['一、建議', gap, '。\n'];
    case 'reflections-and-recommendations':
      return ['一、', gap, '：', gap, '，建議', gap, '。\n'];
    case 'contents':
    case 'attachments':
      return [];
  }
}
