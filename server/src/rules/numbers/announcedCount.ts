import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { isBlank } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import type { Chapter, Paragraph } from '../../report/model/units';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { textOf } from '../../report/queries/read';
import { parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';
import { sentenceAround, wordsBefore } from '../../text/sentence';
import type { ReportRule } from '../engine/rule';
import { isOneList, wrongCountsBelow } from './listsBelow';
import { bodies, visitedIn, visitIn } from './visitsTold';

const numeral = '(\\d{1,3}|[一二兩三四五六七八九十]{1,3})';

const told = '(心得|感想|省思|建議|建言)';
/** 下列三點建議, 5項心得及4項具體建議; not 各擬一則建議, which is one of several. */
const announcement = new RegExp(
  `(?<![第之\\d.,]|各[^，。；、：]{0,4})${numeral} ?[點項則條大][^，。；、：\\d]{0,4}${told}(?![書案函])`,
  'g',
);
/** 提出建議3項, 心得共4點, 將建議歸納為三項; 各提建議一項，合計四項. */
const nounFirst = new RegExp(
  `(?:(?<=${anyOf('puts-forward')}|[獲有及與、])(?:具體|相關|後續|參訪|研習|考察)?${told}(?:事項|意見)?(?:共計|共|計)?|${told}(?:事項|意見)?[^，。；、：\\d]{0,4}(?:[為成]|，(?:合計|共計|總計|[共計])[有為]?)) ?${numeral} ?[點項則條]`,
  'g',
);
/** A paragraph without either, which a line end may cut, is not read. */
const anyTold = /心\s*得|建\s*[議言]|感\s*想|省\s*思/;
const anyVisit = /訪|拜會|考察|參觀/;
/** Words by which a report speaks of itself. */
const ofThisReport = phrasePattern`${'of-this-report'}|謹|爰|研提|[文最][末後]|供.{0,24}?(?:參(?:[考採據]|$)|借鏡)|^報告[就針文末最]|心得及`;
/** In 摘要 a clause without a subject tells of the report: 共提出, 並歸納. */
const withoutSubject = phrasePattern`(?:^|[，。；])(?:[共總]計|[共計並爰另]|最後)?(?:${'puts-forward'}|各[擬提陳])[^，。；]{0,6}$`;
/** The report is the subject of the sentence, whatever of others it tells on the way: 本報告說明大會經過，並就…提出五項建議. */
const reportAsSubject = phrasePattern`^(?:摘\s?要)?\s?${'of-this-report'}`;
/** Somebody else made those suggestions, as the words before them say, or they have been carried out. */
const ofOthers = phrasePattern`${'others-at-meeting'}|該[會國館署局部]|獲`;
const carriedOut = /通過|決議|採認|[均皆]已/;

/** So many visits are left out or miscounted; where more are, they are told in another way. */
const mostOff = 2;

/** What the report says that it will tell. */
interface Announcement extends Span {
  readonly words: string;
  readonly stated: number;
  readonly of: string;
  readonly isVisit?: boolean;
}

/** What 摘要 and 目的 say of how many bodies were visited; less than those of a day or a place they are not. */
function visitsIn(paragraph: Paragraph): readonly Announcement[] {
  const { zone, part } = paragraph.surroundings;
  if ((zone !== 'abstract' && part !== 'purpose') || !anyVisit.test(paragraph.text)) return [];
  const flow = paragraphFlow(paragraph);
  return [...flow.words.matchAll(bodies)].flatMap(({ 0: count, index: end, groups }) => {
    const { figure, noun } = groups as { figure: string; noun: string };
    const before = wordsBefore(flow.words, end, '，。；');
    const at = visitIn(before);
    const clause = before.slice(0, Math.max(0, at));
    const words = before.slice(at) + count;
    const index = end + count.length - words.length;
    if (at < 0 || /其中|[另每曾擬預第]|[上下]午/.test(clause)) return [];
    return [{ words, stated: parseCount(figure), of: noun, isVisit: true, ...flow.spanOf(index, index + words.length) }]; // prettier-ignore
  });
}

/** What a paragraph announces, whatever line ends cut it. */
function announcementsOf(paragraph: Paragraph): readonly Announcement[] {
  const { zone, part } = paragraph.surroundings;
  const visited = visitsIn(paragraph);
  if (!anyTold.test(paragraph.text) || /recommendations|reflections|attachments/.test(part ?? '')) return visited;
  const flow = paragraphFlow(paragraph);
  const text = flow.words;
  const announced = [
    ...[...text.matchAll(announcement)].map((match) => ({ match, stated: match[1]!, of: match[2]! })),
    ...[...text.matchAll(nounFirst)].map((match) => ({ match, stated: match[3]!, of: (match[1] ?? match[2])! })),
  ];
  const told = announced.flatMap(({ match: { 0: words, index }, stated, of }) => {
    const sentence = sentenceAround(text, { start: index, end: index + words.length });
    const before = wordsBefore(text, index, '。');
    const isOwn = ofThisReport.test(sentence) || (zone === 'abstract' && withoutSubject.test(before));
    const isOfOthers = ofOthers.test(before) && !reportAsSubject.test(before);
    if (!isOwn || isOfOthers || carriedOut.test(sentence)) return [];
    return [
      {
        words,
        stated: parseCount(stated),
        of: /^建/.test(of) ? '建議' : '心得',
        ...flow.spanOf(index, index + words.length),
      },
    ];
  });
  return [...visited, ...told];
}

/** A section with the chapter that it is of. */
interface CountedSection {
  readonly unit: Chapter;
  readonly section: Section;
  /** Those of its items that were announced, where it has others too. */
  readonly items?: readonly Section[];
  /** Whether it holds nothing but what was announced. */
  readonly alone: boolean;
}

/** Whether every item of a chapter of both suggests something, so that none is 心得 alone. */
function areSuggestions(unit: Chapter, { children }: Section): boolean {
  return children.every((item) => /建議(?![書案函者])/.test(textOf(unit, item)));
}

/**
 * The items of a chapter of both that begin anew at 1 under a line that is no heading to the outline: A. 心得, 1., 2., B.
 * 建議, 1., 2.
 */
function runOf(of: string, unit: Chapter, { children }: Section): readonly Section[] | undefined {
  const starts = children.flatMap(({ number }, index) => (number?.value === 1 ? [index] : []));
  if (starts.length !== 2 || starts[0] !== 0) return undefined;
  const runs = [children.slice(0, starts[1]), children.slice(starts[1])];
  return runs.find(([first]) => {
    let line = first!.line - 1;
    while (line > 0 && isBlank(unit.lines.facts[line]!)) line--;
    const { content } = unit.lines.facts[line]!;
    const offset = unit.lines.starts[line]!;
    return new RegExp(`^[^，。]{0,6}${of === '建議' ? '建[議言]' : of}(?:事項)?：?$`).test(unit.text.slice(offset + content.start, offset + content.end)); // prettier-ignore
  });
}

/** Where 心得 or 建議 are told; the last place where there are several. */
function tellingOf(of: string, chapters: readonly Chapter[]): CountedSection | undefined {
  for (const unit of [...chapters].reverse()) {
    const { section } = unit;
    const [reflections, recommendations] = ['心得', '建[議言]'].map((name) =>
      section.children.find(({ title }) =>
        new RegExp(`^[^及與和暨]{0,4}${name}(?:事項)?：?$`).test(textOf(unit, title)),
      ),
    );
    const inner = of === '建議' ? recommendations : reflections;
    const isOfBoth = section.part === 'reflections-and-recommendations';
    // A chapter with a section of each is one of both, whatever its title: 肆、結語.
    const holdsBoth = reflections && recommendations && (section.part ?? 'reflections') === 'reflections';
    if (inner && (isOfBoth || holdsBoth)) return { unit, section: inner, alone: true };
    if (section.part === (of === '建議' ? 'recommendations' : 'reflections')) return { unit, section, alone: true };
    const run = isOfBoth ? runOf(of, unit, section) : undefined;
    if (run) return { unit, section, items: run, alone: true };
    // A chapter that was begun and left empty tells of nothing.
    if (isOfBoth && section.children.length > 0)
      return { unit, section, alone: of === '建議' && areSuggestions(unit, section) };
  }
  return undefined;
}

/** How many items a section has at each depth, as some are put in groups; none where they are not numbered one by one. */
function countsIn(told: CountedSection): readonly number[] {
  const { section, items = section.children } = told;
  // A chapter whose number was written like an item's is none.
  const children = items.filter(({ part }) => part === undefined);
  if (children.some(({ ordinal }, index) => ordinal !== index + 1) && !isOneList(children)) return [];
  const counts: number[] = [];
  for (let level = children; level.length > 0; level = level.flatMap((section) => section.children))
    counts.push(level.length);
  return counts;
}

export const rule: ReportRule<Announcement, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', read: announcementsOf },
  id: 'numbers/announced-count',
  title: { 'zh-TW': '預告的數目與內文不符', en: 'Another number than announced' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    items: {
      'zh-TW': '這裡說有「{words}」，「{title}」卻有 {count} 項，請核對。',
      en: 'This announces “{words}”, but 「{title}」 has {count}; check it.',
    },
    below: {
      'zh-TW': '這裡說有「{words}」，以下卻列了 {count} 項，請核對。',
      en: 'This announces “{words}”, but {count} items follow; check it.',
    },
    told: { 'zh-TW': '內文', en: 'What the report has' },
  },
  check: ({ chapters }, notes, _context, find) => {
    for (const unit of chapters)
      for (const { listed, isOwn, start, end } of wrongCountsBelow(unit))
        if (isOwn)
          find({ message: 'below', params: { words: unit.text.slice(start, end), count: listed }, unit, start, end });
    for (const { unit, note } of notes) {
      const { words, stated, of, isVisit, start, end } = note;
      const visited = isVisit ? visitedIn(of, chapters) : undefined;
      if (visited && visited.count !== stated && Math.abs(visited.count - stated) <= mostOff) {
        const { title } = visited.section;
        const params = { words, title: textOf(visited.unit, title), count: visited.count };
        const related = [{ message: 'told', unit: visited.unit, start: title.start, end: title.end }];
        find({ message: 'items', params, unit, start, end, related });
      }
      if (isVisit) continue;
      const told = tellingOf(of, chapters);
      const counts = told ? countsIn(told) : [];
      if (!told || counts.length === 0 || counts.includes(stated)) continue;
      // Of a list of both nobody can say how many are suggestions, but not more than there are items.
      if (!told.alone && stated <= Math.max(...counts)) continue;
      const { title } = told.section;
      const params = { words, title: textOf(told.unit, title), count: counts[0]! };
      const related = [{ message: 'told', unit: told.unit, start: title.start, end: title.end }];
      find({ message: 'items', params, unit, start, end, related });
    }
  },
};
