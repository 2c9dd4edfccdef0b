import type { Line } from '../../report/model/line';
import type { Section } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { periodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import { textOf } from '../../report/queries/read';
import { Cue } from '../../report/scan/cues';
import { dayNumber } from '../../text/calendar';
import type { Span } from '../../text/span';
import { parseCount } from '../../text/numerals';
import { sentenceAround } from '../../text/sentence';
import type { ReportRule } from '../engine/rule';

const numeral = '(\\d{1,3}|[一二兩三四五六七八九十]{1,3})';

/** 下列三點建議, 5項心得及4項具體建議. */
const announcement = new RegExp(
  `(?<![第之\\d.,])${numeral} ?[點項則條大][^，。；、：\\d]{0,4}(心得|建議)(?![書案函])`,
  'g',
);
/** Words by which a report speaks of itself. */
const ofThisReport = /本報告|本文|筆者|作者|以下|下列|下述|謹|爰|研提|最後|供.{0,24}?(?:參考|參採|借鏡)|心得及/;
/** In 摘要 a clause without a subject tells of the report: 共提出, 並歸納. */
const withoutSubject =
  /(?:^|[，。；])(?:共計|[共計並爰另]|最後|總計)?(?:提出|提供|提列|研提|歸納|綜整|彙整)[^，。；]{0,6}$/;
/** Somebody else made those suggestions, as the words before them say, or they have been carried out. */
const ofOthers = /會中|大會|主席|秘書處|講者|代表|委員會|會員|該[會國館署局部]|獲/;
const carriedOut = /通過|決議|採認|均已|皆已/;

/** What the report says that it will tell. */
interface Announcement extends Span {
  readonly words: string;
  readonly stated: number;
  readonly of: string;
}

function announcementsOf({ text, zone, surroundings }: Line): readonly Announcement[] {
  if (/recommendations|reflections|attachments/.test(surroundings.part ?? '')) return [];
  return [...text.matchAll(announcement)].flatMap(({ 0: words, 1: stated, 2: of, index }) => {
    const sentence = sentenceAround(text, { start: index, end: index + words.length });
    const before = text.slice(text.lastIndexOf('。', index) + 1, index);
    const isOwn = ofThisReport.test(sentence) || (zone === 'abstract' && withoutSubject.test(before));
    if (!isOwn || ofOthers.test(before) || carriedOut.test(sentence)) return [];
    return [{ words, stated: parseCount(stated!), of: of!, start: index, end: index + words.length }];
  });
}

/** A section with the chapter that it is of. */
interface Told {
  readonly unit: Chapter;
  readonly section: Section;
  /** Whether it holds nothing but what was announced. */
  readonly alone: boolean;
}

/** Where 心得 or 建議 are told; the last place where there are several. */
function tellingOf(of: string, chapters: readonly Chapter[]): Told | undefined {
  for (const unit of [...chapters].reverse()) {
    const { section } = unit;
    if (section.part === (of === '建議' ? 'recommendations' : 'reflections')) return { unit, section, alone: true };
    if (section.part !== 'reflections-and-recommendations') continue;
    const inner = section.children.find(({ title }) =>
      new RegExp(`^.{0,4}${of}(?:事項)?：?$`).test(textOf(unit, title)),
    );
    return inner ? { unit, section: inner, alone: true } : { unit, section, alone: false };
  }
  return undefined;
}

/** How many items a section has at each depth, as some are put in groups; none where they are not numbered one by one. */
function countsIn({ children }: Section): readonly number[] {
  if (children.some(({ number }, index) => number?.value !== index + 1)) return [];
  const counts: number[] = [];
  for (let level = children; level.length > 0; level = level.flatMap((section) => section.children))
    counts.push(level.length);
  return counts;
}

/** 期間共計12天, 赴德國考察10天. */
const duration = new RegExp(
  `(?:(?:共計|合計|全程|為期|歷時|前後)[共計有]?|考察|參訪|實習|研習|訪問) ?${numeral} ?[天日](?![上下內前後起至、期])`,
  'g',
);
const ofTheTrip = /本次|此次|本研究|出國|全程|往返|行程|考察|參訪|實習|研習|訪問|期間|派員/;
const ofAnotherTime = /會議|大會|論壇|展覽|展期|課程|活動|年會|研討會|工作坊|每/;
/** Every day of the journey is counted, not only those of work. */
const wholeTrip = /全程|行程|出國|往返/;

/** The clauses of `text` that give the journey another length than `period`. */
function* wrongDurations(
  text: string,
  period: Period,
): Generator<Span & { readonly words: string; readonly days: number }> {
  const days = dayNumber(period.to) - dayNumber(period.from) + 1 - period.between.length;
  for (const { 0: words, 1: stated, index } of text.matchAll(duration)) {
    const end = index + words.length;
    const clause = text
      .slice(0, end)
      .split(/[，。；\n]/)
      .at(-1)!;
    if (!ofTheTrip.test(clause) || ofAnotherTime.test(clause)) continue;
    const value = parseCount(stated!);
    if (value > days || (value < days && wholeTrip.test(clause))) yield { words, days, start: index, end };
  }
}

export const rule: ReportRule<Announcement> = {
  per: 'report',
  notes: { per: 'line', only: { cues: Cue.Count }, read: announcementsOf },
  id: 'numbers/announced-count',
  title: { 'zh-TW': '預告的數目與內文不符', en: 'Another number than announced' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-28',
  fix: undefined,
  messages: {
    items: {
      'zh-TW': '這裡說有「{words}」，「{title}」卻有 {count} 項，請核對。',
      en: 'This announces “{words}”, but 「{title}」 has {count}; check it.',
    },
    days: {
      'zh-TW': '「{words}」與封面出國期間的 {days} 天不符，請核對。',
      en: '“{words}” does not fit the {days} days on the cover; check it.',
    },
    told: { 'zh-TW': '內文', en: 'What the report has' },
  },
  check: ({ cover, abstract, chapters }, notes, _context, find) => {
    for (const { unit, note } of notes) {
      const { words, stated, of, start, end } = note;
      const told = tellingOf(of, chapters);
      const counts = told ? countsIn(told.section) : [];
      if (!told || counts.length === 0 || counts.includes(stated)) continue;
      // Of a list of both nobody can say how many are suggestions, but not more than there are items.
      if (!told.alone && stated <= Math.max(...counts)) continue;
      const { title } = told.section;
      const params = { words, title: textOf(told.unit, title), count: counts[0]! };
      const related = [{ message: 'told', unit: told.unit, start: title.start, end: title.end }];
      find({ message: 'items', params, unit, start, end, related });
    }
    const period = abstract && periodOf(cover);
    for (const { words, days, start, end } of period ? wrongDurations(abstract.text, period) : [])
      find({ message: 'days', params: { words, days }, unit: abstract!, start, end });
  },
};
