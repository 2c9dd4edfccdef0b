/** Counts whose items stand below them, each with a number or a bullet: 「三點建議如下：」, 重要決議（5項）. */
import { phrasePattern } from '../../knowledge/phrases';
import { isBlank } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { sectionsIn } from '../../report/queries/read';
import { parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';

const numeral = '(\\d{1,2}|[一二兩三四五六七八九十]{1,3})';

/** Behind a count these only lead on to the list: ，茲將問答摘記如次：; ，主要內容如下：. */
const toTheList =
  '(?:，[茲爰謹並]?將?(?:主要)?(?:內容|問答|其)?(?:[摘分說列臚敘簡條][記述錄明列]|整理)?(?:如[下次後左])?)?';

/** 「三點建議如下：」: the list is the items below. */
const listedBelow = new RegExp(
  `(?:^|[^第前其另後末至~～—–\\d-]|(?<!尤)其(?=.[點項種類條]))${numeral} ?(?:[項點大種類條則]|個面向|個方面)[^，。；：:\\d]{0,10}(?:如下|如次|分述如下|說明如下|包括|分別為)?${toTheList}[：:]$|(?:目的|目標|重點|任務|課題|面向|方向|原因|理由|建議|心得|感想)有${numeral}(?:，[^，。；：\\d]{0,10}如[下次後])?[：:]$|(?<![第前其另後末至~～—–\\d-])${numeral} ?(?:[處場位家所篇部座步件案區站天日]|個(?!月))[^，。；：\\d]{0,12}，?[茲爰]?[^，。；：\\d]{0,6}如[下次後][：:]$|(?:下列|下述|以下) ?${numeral} ?[項種點個處類大場件位家所款組案則條篇部座步][^。；：:\\d]{0,40}[：:]$`,
);
/** 以下分六節說明。: the list is the sections below; 以下六點，謹供參考：. */
const toldBelow = new RegExp(
  `(?:以下|下文|[茲謹爰]|本章|內容)[^，。；：\\d分]{0,8}分[為成作就]?${numeral} ?(?:[節點項目大類]|部[分份]|[方層]面|[面方]向|階段|主題|議題|段落)[^，。；：、\\d]{0,6}(?:說明|敘述|分述|介紹|論述|探討|報告|陳述|整理|彙整|闡述|摘述|記述)(?:如[下次後])?[。：:]$|(?:以下|下列|下述)${numeral} ?[點項則][^，。；：、\\d]{0,6}，[謹敬並爰]?(?:[提俾]?供|作為|請|建請)[^，。；：\\d]{0,14}[。：:]$`,
);
/** What a count may be of, as the table of measures gives it; other numbers are years, sums and the like. */
const largest = 20;

/** Whether one number is left out of the items' own: who takes an item out seldom numbers those behind it anew. */
function isOneShort(children: readonly Section[]): boolean {
  const gap = children.findIndex(({ number }, index) => number?.value !== index + 1);
  return gap > 0 && children.slice(gap).every(({ number }, index) => number?.value === gap + index + 2);
}

/** Whether the items are numbered 1, 2, 3 in one system: then they are certainly one list, even where one has a wrong number. */
export function isOneList(children: readonly Section[]): boolean {
  const system = children[0]?.number?.system;
  if (children.some(({ number }) => number?.system !== system)) return false;
  const isNumbered = (index: number): boolean => children[index]!.number?.value === index + 1;
  const [beforeLast, last] = children.slice(-2);
  // 1, 2, 2: the last one was given the number before it.
  const isTwice = children.length > 2 && last!.number?.value === beforeLast!.number?.value && children.slice(0, -1).every((_, index) => isNumbered(index)); // prettier-ignore
  return (
    isTwice ||
    isOneShort(children) ||
    (isNumbered(0) && isNumbered(children.length - 1) && children.filter((_, index) => !isNumbered(index)).length < 2)
  );
}

/** A count with the items below it. */
export interface CountBelow extends Span {
  readonly stated: number;
  readonly listed: number;
  readonly areItems: boolean;
  /** Whether what is counted is what the report itself has learned or suggests, of which numbers/announced-count speaks. */
  readonly isOwn: boolean;
}

/** A count that a line ends with. */
interface LineCount extends Span {
  readonly stated: number;
  readonly measure: string;
  readonly words: string;
  /** Whether the line says that the list follows: 以下分六節說明。 */
  readonly isTold: boolean;
}

/** What the chapters of the report itself count. */
const own = phrasePattern`${'learned'}`;

/**
 * The counts in `words` with a measure. Where one of them is that of the items, or those of the items make the stated one,
 * the list is right: 「提問5則，日本3則，荷蘭2則，摘記如下：」, 「缺失7項如下：」 with items of 4項 and 3項.
 */
function countsOf(words: string, measure: string): readonly number[] {
  return [...words.matchAll(/(\d{1,2}|[一二兩三四五六七八九十]{1,3}) ?(.)/g)]
    .filter(([, , behind]) => behind === measure)
    .map(([, figure]) => parseCount(figure!));
}

/** A title with the number of what its section lists: 重要決議（5項）. */
const inTitle = new RegExp(`[（(]共?${numeral} ?[項點則條案件種類][）)]$`);

/** Bullets of one list, as the offsets of their lines tell; undefined where a line may go on with one of them. */
function bulletsFrom({ lines: { facts } }: Chapter, first: number): number | undefined {
  const indent = facts[first]!.content.start;
  let count = 0;
  let line = first;
  for (; line < facts.length; line++) {
    const { shape, content } = facts[line]!;
    if (isBlank(facts[line]!)) continue;
    if (!shape.bullet) break;
    if (content.start === indent) count++;
  }
  const next = facts[line];
  const isApart = !next || isBlank(facts[line - 1]!) || next.shape.marks > 0 || next.shape.number !== undefined;
  return isApart ? count : undefined;
}

/** The counts of a chapter that the items below them do not bear out. */
export function* wrongCountsBelow(chapter: Chapter): Generator<CountBelow> {
  const { text, lines, section } = chapter;
  const lineOf = (line: number): string => {
    const { content } = lines.facts[line]!;
    return text.slice(lines.starts[line]! + content.start, lines.starts[line]! + content.end);
  };
  /** The count that `line` ends with, where another number of items follows. */
  const countAt = (line: number, listed: number): LineCount | undefined => {
    const words = lineOf(line);
    const told = toldBelow.exec(words);
    const match = told ?? listedBelow.exec(words.replace(/(?<=如[下次後])。$/, '：'));
    const numerals = match?.slice(1).find(Boolean);
    if (!match || numerals === undefined || !'：:。'.includes(words.at(-1)!)) return undefined;
    const stated = parseCount(numerals);
    const at = match.index + match[0].indexOf(numerals);
    const measure = words.slice(at + numerals.length).trimStart()[0]!;
    if (stated < 2 || stated > largest || stated === listed || countsOf(words, measure).includes(listed)) return undefined; // prettier-ignore
    const start = lines.starts[line]! + lines.facts[line]!.content.start + at;
    const end = start + /^[\d一二兩三四五六七八九十]+ ?./.exec(words.slice(at))![0].length;
    return { stated, measure, words, isTold: told !== null, start, end };
  };
  const isOwn = (words: string): boolean => /reflections|recommendations/.test(section.part ?? '') && own.test(words);
  for (const { children, title } of sectionsIn(section)) {
    const first = children[0];
    if (!first || children.length < 2 || !isOneList(children)) continue;
    const listed = children.length;
    const areItems = children.every(({ kind }) => kind === 'item');
    let line = first.line - 1;
    while (line > 0 && isBlank(lines.facts[line]!)) line--;
    const count = countAt(line, listed);
    if (count) {
      const inItems = children.map((item) => countsOf(lineOf(item.line), count.measure).at(-1) ?? Number.NaN);
      if (inItems.reduce((sum, each) => sum + each, 0) === count.stated) continue;
      const { words, isTold, stated, start, end } = count;
      yield { stated, listed, areItems, isOwn: isTold || isOwn(words), start, end };
      continue;
    }
    const words = text.slice(title.start, title.end);
    const told = inTitle.exec(words);
    const stated = told ? parseCount(told[1]!) : 0;
    if (!told || stated < 2 || stated > largest || stated === listed) continue;
    const start = title.start + told.index + told[0].indexOf(told[1]!);
    yield { stated, listed, areItems: false, isOwn: isOwn(words), start, end: title.start + words.length - 1 };
  }
  for (const [line, facts] of lines.facts.entries()) {
    const isFirst = facts.shape.bullet && !isBlank(facts);
    let before = line - 1;
    while (before > 0 && isBlank(lines.facts[before]!)) before--;
    if (!isFirst || before < 0 || lines.facts[before]!.shape.bullet) continue;
    const listed = bulletsFrom(chapter, line);
    const count = listed !== undefined && listed > 1 ? countAt(before, listed) : undefined;
    if (count && listed !== undefined)
      yield { stated: count.stated, listed, areItems: false, isOwn: isOwn(count.words), start: count.start, end: count.end }; // prettier-ignore
  }
}
