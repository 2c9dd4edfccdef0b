/**
 * A report to be filled in: cover, every required part, a row for each day. It checks clean but for what must be
 * written, which stands as ○○ (the rule structure/placeholder finds it when it is forgotten).
 */
import type { PartId, Profile } from '../knowledge/types';
import { unnumberedParts } from '../report/queries/headingStyle';
import type { CalendarDate } from '../text/calendar';
import { toFormal } from '../text/numerals';
import { literal } from './completion/entry';
import { itineraryDays } from './itineraryRows';
import { rocDate } from './rocDate';

export interface NewReportOptions {
  readonly profile: Profile;
  readonly title?: string | undefined;
  readonly category?: string | undefined;
  readonly agency?: string | undefined;
  /** Each with title: 林若涵科長. */
  readonly persons?: readonly string[] | undefined;
  readonly destination?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly reportDate?: CalendarDate | undefined;
  /** Markdown headings instead of plain text. */
  readonly markdown?: boolean | undefined;
}

export interface NewReport {
  /** Plain text; what is to be written stands as ○○. */
  readonly text: string;
  /** The same with a tab stop at each place, in the syntax of LSP snippets. */
  readonly snippet: string;
}

/** Words of the skeleton, or a place to fill in. */
type Piece = string | { readonly fill: string; readonly choices?: readonly string[] };

const gap: Piece = { fill: '○○' };
/** A value that is known, or a place to fill in. */
const known = (value: string | undefined, fill = '○○'): Piece =>
  value === undefined || value === '' ? { fill } : value;

function periodOf(from: CalendarDate | undefined, to: CalendarDate | undefined): Piece {
  if (!from || !to) return { fill: '○年○月○日至○月○日' };
  return `${rocDate(from)}至${rocDate(to, from.year !== to.year)}`;
}

function itinerary({ from, to }: NewReportOptions): readonly Piece[] {
  const days = from && to ? itineraryDays(from, to) : [];
  if (days.length === 0) return [{ fill: '○月○日（○）' }, '\t', gap, '\n'];
  return days.flatMap((day, index): readonly Piece[] => {
    const activity = index === 0 ? '啟程' : index === days.length - 1 ? '返國' : gap;
    return [`${day}\t`, activity, '\n'];
  });
}

const meeting: readonly Piece[] = [
  '一、', { fill: '○○會議' }, '\n\n',
  '（一）我國由', gap, '率團與會。\n\n',
  '（二）', { fill: '○○、○○及我國共 ○ 個會員出席會議' }, '。\n\n',
  '（三）討論要點如次：\n\n1. ', gap, '：', gap, '。\n\n',
  '（四）我國發言：', gap, '。\n',
]; // prettier-ignore

/** What stands below the heading of each part. */
const bodies: Readonly<Record<PartId, readonly Piece[]>> = {
  abstract: [gap, '\n'],
  contents: [],
  purpose: ['一、', gap, '。\n'],
  process: ['一、', gap, '。\n'],
  itinerary: [],
  proceedings: meeting,
  reflections: ['一、', gap, '。\n'],
  recommendations: ['一、建議', gap, '。\n'],
  'reflections-and-recommendations': ['一、', gap, '：', gap, '，建議', gap, '。\n'],
  attachments: [],
};

/** The category that the profile's reports mostly have, with the others to choose from. */
function categoryOf({ category, profile }: NewReportOptions): Piece {
  if (category !== undefined && category !== '') return category;
  const { categories } = profile;
  const fill = profile.id === 'conference' && categories.includes('開會') ? '開會' : (categories[0] ?? '其他');
  return { fill, choices: [fill, ...categories.filter((other) => other !== fill)] };
}

/** A place to fill in as a snippet has it: `${1:○○}`, `${2|開會,考察|}`. */
function tabStop(stop: number, { fill, choices }: Exclude<Piece, string>): string {
  return choices
    ? `\${${stop}|${choices.map((choice) => literal(choice).replace(/[,|]/g, '\\$&')).join(',')}|}`
    : `\${${stop}:${literal(fill)}}`;
}

function piecesOf(options: NewReportOptions): readonly Piece[] {
  const { profile, persons, markdown } = options;
  const heading = (words: string): string => `${markdown ? '## ' : ''}${words}\n\n`;
  const pieces: Piece[] = [
    '出國報告\n\n（出國類別：', categoryOf(options), '）\n\n',
    ...(markdown ? ['# '] : []), known(options.title, '出席○○會議報告'), '\n\n',
    '服務機關：', known(options.agency), '\n\n',
    '姓名職稱：', known(persons?.join('、')), '\n\n',
    '派赴國家/地區：', known(options.destination), '\n\n',
    '出國期間：', periodOf(options.from, options.to), '\n\n',
    '報告日期：', known(options.reportDate && rocDate(options.reportDate), '○年○月○日'), '\n',
  ]; // prettier-ignore
  let chapter = 0;
  for (const { part, title, required } of profile.parts) {
    if (!required) continue;
    const number = unnumberedParts.has(part) ? '' : `${toFormal(++chapter)}、`;
    pieces.push('\n', heading(number + title), ...(part === 'itinerary' ? itinerary(options) : bodies[part]));
  }
  return pieces;
}

/** The skeleton of a report. */
export function newReport(options: NewReportOptions): NewReport {
  const pieces = piecesOf(options);
  let stop = 0;
  return {
    text: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.fill)).join(''),
    snippet: pieces.map((piece) => (typeof piece === 'string' ? literal(piece) : tabStop(++stop, piece))).join(''),
  };
}
