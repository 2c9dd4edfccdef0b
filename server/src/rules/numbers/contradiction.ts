import { phrasePattern } from '../../knowledge/phrases';
import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { Cue } from '../../report/scan/cues';
import { rocOffset } from '../../text/calendar';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { periodOf } from '../../report/queries/period';
import type { Place } from '../../report/model/line';
import type { Paragraph } from '../../report/model/units';
import type { Span } from '../../text/span';
import type { ReportRule, UnitNote } from '../engine/rule';
import { differing, figuresIn, restsOff, transposed } from './figures';
import type { Figure } from './figures';
import { boundsApart, falseOrder, limitsApart } from './limits';
import type { Limits } from './limits';
import { statementsOf } from './statements';
import type { Statement } from './statements';
import { twoSided } from './twoSides';

const quantity =
  '半數|一半|(?:\\d[\\d,.]{0,12}|百分之[一二三四五六七八九十]{1,3}|[一二兩三四五六七八九十百千]{1,4}) ?(?:[%％個名人位家項場件成倍元萬億篇次]|公里|百分點)?';
const under = '將近|接近|近|不到|未達|未滿|不足|低於|少於';
const over = '超過|逾|多於|高於|過';

/** 近半數超過50%: under and over one after the other. */
const both = new RegExp(`(?:${under}) ?(${quantity})([^，。；、：\\d]{0,3})(?:${over}) ?(${quantity})`, 'g');
/** 至少不得超過4週, 至多不得少於3人: the least of the one is the most of the other. */
const bothLimits = new RegExp(
  `(?:至少[應須需]?不[得可應宜能](?:超過|高於|多於|大於|逾)|(?:至多|最多)[應須需]?不[得可應宜能](?:少於|低於|不足)) ?(?:${quantity})`,
  'g',
);
/** 不到超過三成: one word was to replace the other. 「人力不足逾三成」 tells how much is short. */
const doubled = new RegExp(
  `(?:不到|將近|接近|少於|低於) ?(?:超過|逾|多於|高於) ?(?:${quantity})|(?:超過|逾) ?(?:不到|將近|少於|低於) ?(?:${quantity})`,
  'g',
);
/** Between two quantities these tell of a change: 由不到五成提升至超過五成. */
const change = /[至到為成增升降減變漲跌]/;

/** Between two amounts: from the one it rose or fell to the other. */
const turned = phrasePattern`^[^，。；：、\d]{0,10}?(?:(?<up>${'rise'}|[增升漲])|${'fall'}|[減降])[至到為成](?:\d{2,4} ?年[底度]?[的之]?)?[^，。；：、\d]{0,4}$`;
/** Before the first of two such amounts. */
const turnsFrom = /[由從自](?:[^，。；、\d]|\d{2,4} ?年){0,14}$/;
/** Of these less is better, or a lower number is the higher rank. */
const lessIsMore = phrasePattern`${'rank-or-flaw'}`;
const lengthOfTime = /^[天日週年月]$|小時|分鐘/;
/** So far before an amount its clause is looked at. */
const reach = 40;
/** Figures that are no exact ones turn where they are so many times apart. */
const roughlyApart = 1.1;

/** Amounts that rise to less or fall to more: 由120件增加至95件. */
function wrongTurnsIn({ words, amounts, spanOf }: Statement): readonly Span[] {
  return amounts.flatMap((first, index) => {
    // A year may stand between the two: 由110年的35%成長至113年的28%.
    const second = amounts.slice(index + 1, index + 3).find(({ measure }) => measure === first.measure);
    const turn = second && turned.exec(words.slice(first.end, Math.min(second.start, first.end + reach)));
    if (!turn || second.start - first.end > reach || first.measure === '年') return [];
    const before = words.slice(Math.max(0, first.start - reach), first.start);
    if (!turnsFrom.test(before) || lessIsMore.test(before)) return [];
    if (lengthOfTime.test(first.measure) && /提[高升]/.test(turn[0])) return [];
    const [from, to] = turn.groups!['up'] === undefined ? [second, first] : [first, second];
    const isOff = from.value > to.value * (first.isRough || second.isRough ? roughlyApart : 1);
    return isOff ? [spanOf({ start: first.start, end: second.end })] : [];
  });
}

const founding =
  '(?:成立|創立|創建|創校|創刊|創辦|設立|設置|建立|開館|開園|開港|開業|啟用|落成|興建|建校|建館|通車|營運)';
/** A body with its year and its age: 1990年成立，迄今35年; 創校於民國50年，至今已逾60年. */
const aged = new RegExp(
  `(?:(?<first>\\d{2,4}) ?年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:正式|奉准)?${founding}|${founding}[於自](?:西元|公元|民國)?(?<last>\\d{2,4}) ?年(?:\\d{1,2}月(?:\\d{1,2}日)?)?)` +
    '[^。；\\d迄至距]{0,12}[迄至距]今[已業有屆滿達]{0,3}(?<rough>將近|[近約逾]|超過)?(?:有|達)? ?(?<age>\\d{1,3}) ?(?<more>[多餘])? ?(?:個年頭|[週周]年|年)',
  'g',
);

/** An age that its year does not make; which year it is now only the report tells. */
interface Age extends Span {
  readonly founded: number;
  readonly age: number;
  readonly isRough: boolean;
}

function agesIn(words: string): readonly Age[] {
  return [...words.matchAll(aged)].map(({ 0: whole, index, groups }) => {
    const { first, last, age, rough, more } = groups as Partial<
      Record<'first' | 'last' | 'age' | 'rough' | 'more', string>
    >;
    const year = Number(first ?? last);
    return {
      founded: year < 1000 ? year + rocOffset : year,
      age: Number(age),
      isRough: rough !== undefined || more !== undefined,
      start: index,
      end: index + whole.length,
    };
  });
}

/** Whether an age is that of a body founded then, in the year `now`; 逾, 近 and 餘 leave room. */
function isAge({ founded, age, isRough }: Age, now: number): boolean {
  return Math.abs(now - founded - age) <= (isRough ? Math.max(5, age / 5) : 1);
}

/** 半數, 一半, 五成, 百分之五十 and 50% are one quantity. */
function sameAs(words: string): string {
  const bare = words.replace(/[ ,]/g, '').replace('％', '%');
  return /^(?:半數|一半|[五5]成|50%|百分之五十)$/.test(bare) ? '50%' : bare;
}

/** What is said of one quantity in a paragraph and leaves nothing; places are those of the flow. */
function contradictionsIn({ units }: Paragraph, text: string): readonly Span[] {
  const cues = units.reduce((all, { facts }) => all | facts.cues, 0);
  if ((cues & (Cue.Under | Cue.Over)) === 0) return [];
  const found: Span[] = [];
  const quotes = scanQuotes(text);
  for (const pattern of [both, doubled, bothLimits]) {
    for (const match of text.matchAll(pattern)) {
      if (pattern === both && (sameAs(match[1]!) !== sameAs(match[3]!) || change.test(match[2]!))) continue;
      const start = match.index;
      const end = start + match[0].length;
      if (!isQuoted(quotes, start, end)) found.push({ start, end });
    }
  }
  return found;
}

/** Figures of 摘要 and 目的 are compared with all others, so they are few. */
const mostInOpening = 40;

function isOpening({ unit }: UnitNote<'paragraph', Figure>): boolean {
  return unit.surroundings.zone === 'abstract' || unit.surroundings.part === 'purpose';
}

/** Words that contradict themselves, with what is told of them. */
interface Contradiction extends Span {
  readonly message: 'both' | 'compared' | 'turned' | 'limits';
  /** What it contradicts, where that stands apart. */
  readonly first?: Span;
}

type Note = Contradiction | Age | Figure;

/** What a paragraph says of quantities, whatever line ends cut it. */
function notesOf(paragraph: Paragraph): readonly Note[] {
  const flow = paragraphFlow(paragraph);
  const { words } = flow;
  const placed = <Told extends Span>(told: Told): Told => ({ ...told, ...flow.spanOf(told.start, told.end) });
  const compared = statementsOf(paragraph).flatMap((statement) => [...falseOrder(statement)]);
  const both = [
    ...contradictionsIn(paragraph, words).map(placed),
    ...statementsOf(paragraph).flatMap((statement) => [...twoSided(statement)]),
  ];
  const isTold = ({ first, second }: Limits): boolean => both.some(({ start, end }) => start < second.end && first.start < end); // prettier-ignore
  return [
    ...both.map((span) => ({ message: 'both' as const, ...span })),
    ...compared.map((span) => ({ message: 'compared' as const, ...span })),
    ...statementsOf(paragraph)
      .flatMap(wrongTurnsIn)
      .map((span) => ({ message: 'turned' as const, ...span })),
    ...statementsOf(paragraph)
      .flatMap((statement, index, all) => {
        const bounds = [...boundsApart(statement)].filter((each) => !isTold(each));
        const limits = [...limitsApart(statement, all[index - 1])];
        return [...bounds, ...limits.filter(({ second }) => !bounds.some((bound) => bound.second.end >= second.start && bound.second.start <= second.end))]; // prettier-ignore
      })
      .map(({ first, second }) => ({ message: 'limits' as const, first, ...second })),
    ...agesIn(words).map(placed),
    ...figuresIn(paragraph),
  ];
}

export const rule: ReportRule<Note, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', read: notesOf },
  id: 'numbers/contradiction',
  title: { 'zh-TW': '數量敘述矛盾', en: 'A quantity contradicts itself' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    both: {
      'zh-TW': '「{words}」前後矛盾：一個說未達，一個說超過，請擇一。',
      en: '{words} says less and more of one quantity; keep one.',
    },
    limits: {
      'zh-TW': '同一個數量，前面的「{first}」與這裡的「{words}」一個說超過、一個說不到，請核對。',
      en: 'Of one quantity, “{first}” before and “{words}” here say more and less; check them.',
    },
    compared: {
      'zh-TW': '「{words}」的兩個數字大小與文字不合，請核對。',
      en: 'The figures of {words} do not compare like that; check them.',
    },
    turned: {
      'zh-TW': '「{words}」的兩個數字，增減與文字相反，請核對。',
      en: 'The figures of {words} go the other way; check them.',
    },
    age: {
      'zh-TW': '「{words}」算到出國那一年是 {years} 年，請核對。',
      en: 'By the year of the trip “{words}” makes {years} years; check it.',
    },
    figures: {
      'zh-TW': '「{words}」與前面的「{first}」似乎說的是同一件事，數字卻不同，請核對。',
      en: '“{words}” and “{first}” before seem to be said of one thing; check the figures.',
    },
    rest: {
      'zh-TW': '前面說「{first}」，這裡的兩個數字加起來卻不是，請核對「{words}」。',
      en: '“{first}” is told elsewhere, and the two figures here do not make it; check “{words}”.',
    },
    first: { 'zh-TW': '前面的數字', en: 'The figure before' },
  },
  check: ({ cover }, notes, _context, find) => {
    const figures: UnitNote<'paragraph', Figure>[] = [];
    const now = periodOf(cover)?.from.year;
    for (const { unit, note } of notes) {
      if ('measure' in note) {
        figures.push({ unit, note });
        continue;
      }
      const { start, end } = note;
      const words = unit.text.slice(start, end);
      if ('message' in note) {
        const { message, first } = note;
        const params = { words, ...(first && { first: unit.text.slice(first.start, first.end) }) };
        find({ message, params, unit, start, end, ...(first && { related: [{ message: 'first', unit, ...first }] }) });
      }
      if ('age' in note && now !== undefined && !isAge(note, now))
        find({ message: 'age', params: { words, years: now - note.founded }, unit, start, end });
    }
    const opening = figures.filter(isOpening).slice(0, mostInOpening);
    const rest = figures.filter((each) => !isOpening(each));
    const told = new Set<Figure>();
    const rivals = [
      ...restsOff(figures).map((pair) => ['rest', pair] as const),
      ...[...transposed(figures), ...differing(opening, rest)].map((pair) => ['figures', pair] as const),
    ];
    for (const [message, [first, { unit, note }]] of rivals) {
      if (told.has(note)) continue;
      told.add(note);
      const { start, end } = note;
      const place = { unit: first.unit, start: first.note.start, end: first.note.end };
      const words = (at: Place): string => at.unit.text.slice(at.start, at.end);
      const params = { words: words({ unit, start, end }), first: words(place) };
      find({ message, params, unit, start, end, related: [{ message: 'first', ...place }] });
    }
  },
};
