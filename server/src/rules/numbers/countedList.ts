import type { Place, Unit } from '../../report/model/line';
import type { Chapter, Paragraph } from '../../report/model/units';
import { toHan } from '../../text/numerals';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { scanNames } from '../../report/scan/names';
import { partitionPoint } from '../../text/lists';
import type { Span } from '../../text/span';
import { placedIn } from '../engine/placedIn';
import type { ReportRule, RuleFix, UnitDiscovery } from '../engine/rule';
import { wrongCountsBelow } from './listsBelow';
import { wrongCountsOf } from './proseLists';

/** Writes `listed` for the numeral that the words at a place begin with, in its own figures. */
function countCorrected({ unit, start, end }: Place, listed: number): readonly RuleFix<Place>[] {
  const [expected] = /^[\d一二兩三四五六七八九十]+/.exec(unit.text.slice(start, end)) ?? [];
  if (expected === undefined) return [];
  const text = /\d/.test(expected) ? String(listed) : toHan(listed);
  const edits = [{ unit, start, end: start + expected.length, text }];
  return [{ title: 'replace', params: { expected, text }, safety: 'review', edits }];
}

/** A paragraph without a count is not read. */
const anyCount = /[\d二兩三四五六七八九十] ?[\p{Script=Han}：:]/u;

/** What is wrong with the counts of a paragraph whose lists stand in it too; of rows only what is certain. */
function countsIn(paragraph: Paragraph): readonly UnitDiscovery[] {
  const { text, units, surroundings } = paragraph;
  if (!anyCount.test(text)) return [];
  const { zone, inside } = surroundings;
  const isRow = units.some(({ facts }) => facts.shape.cells.length > 0);
  const isProse = zone !== 'cover' && zone !== 'contents' && inside !== 'itinerary' && !isRow;
  const flow = paragraphFlow(paragraph);
  let names: readonly Span[] | undefined;
  // A line end may cut a name.
  const isNamed = ({ start, end }: Span): boolean => {
    names ??= scanNames(flow.words, []).names;
    const next = names[partitionPoint(names, (name) => name.end <= start)];
    return next !== undefined && next.start < end;
  };
  return wrongCountsOf(flow.words, isNamed)
    .filter(({ isCertain }) => isCertain || isProse)
    .map(({ stated, listed, message, isCertain, list, start, end }) => ({
      message,
      params: { stated, listed },
      ...(!isCertain && { severity: 'information' as const }),
      ...flow.spanOf(start, end),
      ...(list && { related: [{ message: 'list', ...flow.spanOf(list.start, list.end) }] }),
    }));
}

/** Tells whether attendance/count-mismatch speaks of a count: that of the cities, schools and the like that were at a meeting. */
function attendanceTest(chapters: readonly Chapter[]): (unit: Unit, place: Span) => boolean {
  const told = chapters.flatMap((chapter) => {
    const sums = chapter.meetings.flatMap(({ meeting }) =>
      meeting.attendance.flatMap(({ form, stated }) => (form === 'bodies' && stated ? [stated] : [])),
    );
    return sums.length > 0 ? [{ chapter, sums }] : [];
  });
  return ({ firstLine }, { start, end }) =>
    told.some(({ chapter, sums }) => {
      const offset = chapter.startOf(firstLine);
      return offset !== undefined && sums.some((sum) => sum.start < offset + end && offset + start < sum.end);
    });
}

export const rule: ReportRule<UnitDiscovery, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', read: countsIn },
  id: 'numbers/counted-list',
  title: { 'zh-TW': '項數與列舉不符', en: 'Count does not fit the list' },
  severity: 'warning',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: 'review',
  yieldsTo: ['attendance/count-mismatch', 'numbers/announced-count'],
  messages: {
    fewer: {
      'zh-TW': '文中說 {stated} 個，前面卻列了至少 {listed} 個，請核對。',
      en: 'The text says {stated}, but at least {listed} are listed before it; check it.',
    },
    more: {
      'zh-TW': '文中說 {stated} 個，前面只列了 {listed} 個，請核對。',
      en: 'The text says {stated}, but only {listed} are listed before it; check it.',
    },
    other: {
      'zh-TW': '文中說 {stated} 個，括號內卻列了 {listed} 個，請核對。',
      en: 'The text says {stated}, but {listed} are listed in the brackets; check it.',
    },
    below: {
      'zh-TW': '文中說 {stated} 個，以下卻列了 {listed} 個，請核對。',
      en: 'The text says {stated}, but {listed} items follow; check it.',
    },
    list: { 'zh-TW': '列舉', en: 'The list' },
    replace: { 'zh-TW': '將「{expected}」改為「{text}」', en: 'Change “{expected}” to “{text}”' },
  },
  check: ({ chapters }, notes, _context, find) => {
    const tell = (unit: Unit, discovery: UnitDiscovery): void => {
      const place = { unit, start: discovery.start, end: discovery.end };
      find({ ...placedIn(unit, discovery), fixes: () => countCorrected(place, Number(discovery.params!.listed)) });
    };
    const isOfAttendance = attendanceTest(chapters);
    for (const { unit, note } of notes) if (!isOfAttendance(unit, note)) tell(unit, note);
    for (const chapter of chapters)
      for (const { stated, listed, areItems, isOwn, start, end } of wrongCountsBelow(chapter)) {
        if (isOwn) continue;
        const params = { stated, listed };
        tell(chapter, { message: 'below', params, ...(!areItems && { severity: 'information' as const }), start, end });
      }
  },
};
