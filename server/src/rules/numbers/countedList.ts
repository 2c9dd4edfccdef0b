import type { Place, Unit } from '../../report/model/line';
import { isBlank } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import type { Chapter, Paragraph } from '../../report/model/units';
import { sectionsIn } from '../../report/queries/read';
import { toHan, parseCount } from '../../text/numerals';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { scanNames } from '../../report/scan/names';
import { partitionPoint } from '../../text/lists';
import type { Span } from '../../text/span';
import { placedIn } from '../engine/placedIn';
import type { ReportRule, RuleFix, UnitDiscovery } from '../engine/rule';
import { wrongCountsOf } from './proseLists';

const numeral = '(\\d{1,2}|[一二兩三四五六七八九十]{1,3})';

/** Behind a count these only lead on to the list: ，茲將問答摘記如次：; ，主要內容如下：. */
const toTheList =
  '(?:，[茲爰謹並]?將?(?:主要)?(?:內容|問答|其)?(?:[摘分說列臚敘簡條][記述錄明列]|整理)?(?:如[下次後左])?)?';

/** 「三點建議如下：」: the list is the items below. */
const listedBelow = new RegExp(
  `(?:^|[^第前其另後末至~～—–\\d-]|(?<!尤)其(?=.[點項種類條]))${numeral} ?(?:[項點大種類條則]|個面向|個方面)[^，。；：:\\d]{0,10}(?:如下|如次|分述如下|說明如下|包括|分別為)?${toTheList}[：:]$|(?:目的|目標|重點|任務|課題|面向|方向|原因|理由|建議)有${numeral}[：:]$|(?:下列|下述|以下) ?${numeral} ?[項種點個處類大場件位家所款組案則條篇部座步][^。；：:\\d]{0,40}[：:]$`,
);
/** What a count may be of, as the table of measures gives it; other numbers are years, sums and the like. */
const largest = 20;

/** Whether the items are numbered 1, 2, 3 in one system: then they are certainly one list, even where one has a wrong number. */
function isOneList(children: readonly Section[]): boolean {
  const system = children[0]?.number?.system;
  if (children.some(({ number }) => number?.system !== system)) return false;
  const isNumbered = (index: number): boolean => children[index]!.number?.value === index + 1;
  return (
    isNumbered(0) && isNumbered(children.length - 1) && children.filter((_, index) => !isNumbered(index)).length < 2
  );
}

/** What is wrong with the counts of a chapter whose items stand below them. */
function checkBelow({ text, lines, section }: Chapter, find: (discovery: UnitDiscovery) => void): void {
  for (const { children } of sectionsIn(section)) {
    const first = children[0];
    if (!first || children.length < 2) continue;
    let line = first.line - 1;
    while (line > 0 && isBlank(lines.facts[line]!)) line--;
    const { content } = lines.facts[line]!;
    const lineStart = lines.starts[line]!;
    if (!'：:'.includes(text[lineStart + content.end - 1]!)) continue;
    const match = listedBelow.exec(text.slice(lineStart + content.start, lineStart + content.end));
    if (!match || !isOneList(children)) continue;
    const numerals = match.slice(1).find(Boolean)!;
    const stated = parseCount(numerals);
    if (stated < 2 || stated > largest || stated === children.length) continue;
    const start = lineStart + content.start + match.index + match[0].indexOf(numerals);
    const unit = /^[\d一二兩三四五六七八九十]+ ?./.exec(text.slice(start, start + 8))![0];
    const areItems = children.every(({ kind }) => kind === 'item');
    find({
      message: 'below',
      params: { stated, listed: children.length },
      ...(!areItems && { severity: 'information' as const }),
      start,
      end: start + unit.length,
    });
  }
}

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
      checkBelow(chapter, (discovery) => {
        tell(chapter, discovery);
      });
  },
};
