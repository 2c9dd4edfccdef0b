import type { Line, Place, Unit } from '../../report/model/line';
import { isBlank } from '../../report/model/lines';
import type { NameHit } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import type { Chapter, Paragraph } from '../../report/model/units';
import { sectionsIn } from '../../report/queries/read';
import { anyOf } from '../../knowledge/phrases';
import { Cue } from '../../report/scan/cues';
import { toHan, parseCount } from '../../text/numerals';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { placedIn } from '../engine/placedIn';
import type { ReportRule, RuleFix, UnitDiscovery } from '../engine/rule';
import { blotted, countItems } from './listItems';
import { wrongCountsOf } from './proseLists';

const numeral = '(\\d{1,2}|[一二兩三四五六七八九十]{1,3})';

/** 「能源、衛生及糧食安全等三場」: the list stands before 等. Members are counted by the rules of attendance. */
const listedBefore = new RegExp(
  `等 ?${numeral} ?(?:[項場位名種類點款件案組大家所處署局館校份]|個(?! ?(?:APEC|會員|經濟體|成員|國|區域|聯盟|集團|組織|團體))|面向|方面|部分|單位|機關)`,
  'g',
);
/** 「三項重點工作（A、B、C）」, 「三場（A、B、C）會議」: the list stands in the brackets behind. */
const listedBehind = new RegExp(
  `(?<![第前其另後末至~～—–\\d-])${numeral}(?! ?個月) ?(?:[項場種類點大個家所處份件][^\\s，。；：、（()）]{0,8}(?:工作|項目|議題|目標|原則|重點|面向|主題|步驟|支柱|要素|機制|階段|部分|單位|機構|學校|公司|企業|大學|醫院|圖書館|博物館|廠商|文件|資料|會議|研討會|論壇|工作坊|課程|講座|策略|行動|方案)|[項場種類個家所處])[（(]([^（()）]{3,120})[）)]`,
  'g',
);
/** 「三點建議如下：」: the list is the items below. */
const listedBelow = new RegExp(
  `(?:^|[^第前其另後末至~～—–\\d-])${numeral} ?(?:[項點大]|個面向|個方面)[^，。；：:\\d]{0,10}(?:如下|如次|分述如下|說明如下|包括|分別為)?[：:]$|(?:下列|下述|以下) ?${numeral} ?[項點種個][^。；：:\\d]{0,40}[：:]$`,
);
/** Brackets that hold one of these give examples, dates or an explanation, no list. */
const noList =
  /[，。：:；;%％等含如例見詳附或共各計]|分別|[\d一二三四五六七八九十][月日時]|(?:領域|方面|相關|主辦|提案|部分|為主)$/;
/** A border of the clause that a list in front of 等 can't cross. */
const clauseBorder = /[，。；：:;（(「『《\t|]/;
/** What a count may be of, as the table of measures gives it; other numbers are years, sums and the like. */
const largest = 20;

/** Behind the first `、` these begin another list: 越南、泰國則分享貿易、科技等2項. */
const otherList = new RegExp(anyOf('begins-other-list'));

/** Whether a list in front of 等 names all: 包括 introduces it, or a joint ends it. */
function isClosed(clause: string, before: string): boolean {
  if (/(?:以及|[及與和])[^、]{1,10}$/.test(clause)) return true;
  return (
    /(?:包括|包含|涵蓋|分為|分成|計有|分別為|就)[：:]?$/.test(before.slice(0, -clause.length)) ||
    /^.{0,6}?(?:包括|包含|涵蓋|分為|分成|計有|分別為)/.test(clause)
  );
}

function checkBefore(words: string, names: readonly NameHit[], find: (discovery: UnitDiscovery) => void): void {
  let plain: string | undefined;
  for (const match of words.matchAll(listedBefore)) {
    plain ??= blotted(words);
    if (plain[match.index] !== '等') continue;
    const stated = parseCount(match[1]!);
    const clause = plain.slice(0, match.index).split(clauseBorder).pop()!;
    const named = names.some(({ end }) => end > match.index - clause.length && end <= match.index);
    if (named || otherList.test(clause.slice(clause.indexOf('、')))) continue;
    const count = countItems(clause);
    if (!count || stated < 2) continue;
    // 「A、B等12項」 may name only some; a list that is closed and lacks one was meant to name all.
    const lacksOne = stated === count.most + 1 && count.least > 2 && isClosed(clause, plain.slice(0, match.index));
    if (stated >= count.least && !lacksOne) continue;
    const start = match.index + match[0].indexOf(match[1]!);
    find({
      message: lacksOne ? 'more' : 'fewer',
      params: { stated, listed: lacksOne ? count.most : count.least },
      ...(lacksOne && { severity: 'information' as const }),
      start: start,
      end: match.index + match[0].length,
    });
  }
}

function checkBehind(words: string, names: readonly NameHit[], find: (discovery: UnitDiscovery) => void): void {
  for (const match of words.matchAll(listedBehind)) {
    const stated = parseCount(match[1]!);
    const list = match[2]!;
    const from = match.index + match[0].length - 1 - list.length;
    // 「三項議題（美國、日本）」 says whose they are.
    if (noList.test(list) || names.some(({ start }) => start >= from && start < from + list.length)) continue;
    const count = countItems(list);
    if (!count || stated < 2 || stated > largest || (stated >= count.least && stated <= count.most)) continue;
    const unit = /^[\d一二兩三四五六七八九十]+ ?./.exec(match[0])![0];
    find({
      message: 'other',
      params: { stated, listed: count.least },
      start: match.index,
      end: match.index + unit.length,
      related: [{ message: 'list', start: from, end: from + list.length }],
    });
  }
}

/** Whether the items are numbered 1, 2, 3 in one system: then they are certainly one list. */
function isOneList(children: readonly Section[]): boolean {
  const system = children[0]?.number?.system;
  return children.every(
    ({ number }, index) => number !== undefined && number.system === system && number.value === index + 1,
  );
}

/** What is wrong with the counts of a chapter whose items stand below them. */
function checkBelow({ text, lines, section }: Chapter, find: (discovery: UnitDiscovery) => void): void {
  if (!lines.facts.some(({ cues }) => (cues & Cue.Count) !== 0)) return;
  for (const { children } of sectionsIn(section)) {
    const first = children[0];
    if (!first || children.length < 2) continue;
    let line = first.line - 1;
    while (line > 0 && isBlank(lines.facts[line]!)) line--;
    const { cues, content } = lines.facts[line]!;
    if ((cues & Cue.Count) === 0) continue;
    const lineStart = lines.starts[line]!;
    const match = listedBelow.exec(text.slice(lineStart + content.start, lineStart + content.end));
    if (!match || !isOneList(children)) continue;
    const numerals = match[1] ?? match[2]!;
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

/** What is wrong with the counts of a line whose lists stand on it too. */
function countsOf({ text: prose, facts }: Line): readonly UnitDiscovery[] {
  const found: UnitDiscovery[] = [];
  const find = (discovery: UnitDiscovery): void => {
    found.push(discovery);
  };
  if ((facts.cues & Cue.Count) === 0) return found;
  checkBefore(prose, facts.names, find);
  if (facts.halfBrackets + facts.fullBrackets > 0) checkBehind(prose, facts.names, find);
  return found;
}

/** A paragraph without such a count is not read. */
const anyCount =
  /[\d二兩三四五六七八九十] ?[項種類大個款點場家所處署份名件案位組主議領模部方面國城單機階語層構策服品問因原目課工代縣設措環管途重標業指步要功系館科學區校廠局市港島站洲級期班專：:]/;

/** What is wrong with the counts of a paragraph: line by line, and over line ends. */
function countsIn(paragraph: Paragraph): readonly UnitDiscovery[] {
  const { text, units, surroundings } = paragraph;
  if (!anyCount.test(text)) return [];
  const found = units.flatMap((line) => {
    const offset = paragraph.startOf(line) ?? 0;
    return countsOf(line).map(({ start, end, related, ...discovery }) => ({
      ...discovery,
      start: start + offset,
      end: end + offset,
      related: related?.map((place) => ({ ...place, start: place.start + offset, end: place.end + offset })),
    }));
  });
  const { zone, inside } = surroundings;
  const isRow = units.some(({ facts }) => facts.shape.cells.length > 0);
  if (zone === 'cover' || zone === 'contents' || inside === 'itinerary' || isRow) return found;
  const flow = paragraphFlow(paragraph);
  for (const { stated, listed, list, start, end } of wrongCountsOf(flow.words)) {
    const span = flow.spanOf(start, end);
    if (found.some((other) => other.start < span.end && span.start < other.end)) continue;
    const message = list === 'behind' ? 'below' : listed > stated ? 'fewer' : 'more';
    found.push({ message, params: { stated, listed }, severity: 'information', ...span, related: undefined });
  }
  return found;
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
    for (const { unit, note } of notes) tell(unit, note);
    for (const chapter of chapters)
      checkBelow(chapter, (discovery) => {
        tell(chapter, discovery);
      });
  },
};
