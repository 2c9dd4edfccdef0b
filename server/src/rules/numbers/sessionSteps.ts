/** Sessions of one series that a sentence numbers by how they follow each other: 本次為第6次, 前次（第4次）. */
import { phrasePattern } from '../../knowledge/phrases';
import { rocOffset } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import { wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';

const numeral = '\\d{1,3}|[一二三四五六七八九十百]{1,5}';
const numbered = new RegExp(
  `第 ?(${numeral})(?: ?|(?<=[上前下次本此][（(]第.{1,5})[）)])(梯次|[屆次回期梯])(?![刊款])`,
  'gu',
);
/** 下（第18）屆: how far that is. */
const inBrackets = /([上前下本此])[（(]$/;
/** 該次（第7次）: the one told last. */
const thatOne = /該[屆次期梯][^，。；：（）]{0,6}[（(]即?$/;

const filler = '[^，。；：（）()第上下前去明]{0,14}';
/** Right in front of a number. */
const ending = /[（(]?[即為係是]{0,3}$/;
const bracket = /[（(][即為係是]{0,3}$/;
const lastOne = new RegExp(`(?:[上前]一?[屆次回期梯]|去年|上年)${filler}$`);
const nextOne = new RegExp(`(?:下一?[屆次回期梯]|[明翌次來]年)${filler}$`);
const thisOne = /[本此這]一?[屆次回期梯]|[今本]年|至此|[迄至]今/g;
const notBetween = /[，。；：（）()第上下前去明]/;
/** So far in front of a number this session may be named. */
const reachOfThisOne = 34;
/** Between this session and its number stands its name alone, or what makes the number its own. */
const ofThisOne = phrasePattern`^(?:年會|會議|大會|論壇)?$|[為是係即屬逢]|辦理?|${'held'}|邁入|參[與加]|出席`;

/** How far a number is from this session by the words in front of it, `before`; years by how often there is one. */
export function stepBefore(before: string): number | undefined {
  const bracketed = inBrackets.exec(before)?.[1];
  if (bracketed) return /[上前]/.test(bracketed) ? -1 : bracketed === '下' ? 1 : 0;
  const words = before.replace(ending, '');
  if (lastOne.test(words)) return -1;
  if (nextOne.test(words)) return 1;
  const near = before.slice(-reachOfThisOne).replace(bracket, '');
  const named = [...near.matchAll(thisOne)].at(-1);
  const between = named && near.slice(named.index + named[0].length);
  return between !== undefined && !notBetween.test(between) && ofThisOne.test(between) ? 0 : undefined;
}

const yearsApart = new RegExp(`([一兩二三四五六\\d]) ?年([前後])${filler}[（(]?$`);
/** How often there is one. */
const rhythm = /每隔?(?<years>[一兩二三四\d]?) ?年[^，。；：]{0,8}?(?:[辦開行]|一[屆次回]|為之)|[按逐]年/;
/** A pause makes the rhythm another. */
const pause = /停[辦開]|順延|延[期後]|取消|疫情|[中暫][斷停]/;
/** 第57期之前一期（第56期）: what the one is to the other. */
const neighbour =
  /^[^，。；：第]{0,3}[之的](?<way>[前上次下後])一[屆次回期梯][^，。；：第]{0,4}[（(，]?[即為係是]{0,3}$/;
const otherSeries = /另[有一外]|其他|分別|同時/;
/** What is told of a later session than this one, where it is still to come. */
const toCome = phrasePattern`${'planned'}|${'later'}|[將下擬訂預籌盼續輪]|[主承申]辦|爭取|邀請|[期希][待望]|規劃|[約商]定|移[至師]`;
/** What is further off is of another series. */
const mostOff = 2;

/** The first session, and in front of it: 首屆係112年, 自2015年首次舉辦. */
const firstOne =
  /首[屆次回][^，。；：\d]{0,6}?[於在係為是自]?(?:[西公]元|民國)?(?<behind>\d{2,4}) ?年|[於自](?:[西公]元|民國)?(?<ahead>\d{2,4}) ?年[^，。；：\d]{0,4}(?:首[屆次辦度]|[創開]辦|創設|起)/;
const ofNow = /(?:[本此這]一?[屆次]|今年|[迄至]今|[邁進]入|來到)[^，。；：第]{0,10}$/;

/** Two numbers of one series that do not lead to each other. */
export interface Steps extends Span {
  readonly first: Span;
  readonly isStep: true;
}

/** A number of this session that the year of the first one does not make; which year it is now only the report tells. */
export interface Founded extends Span {
  readonly number: number;
  readonly firstYear: number;
  readonly every: number;
}

interface Numbered extends Span {
  readonly number: number;
  readonly measure: string;
  readonly before: string;
  readonly step: number | undefined;
}

const reach = 30;

function everyOf(sentence: string): number | undefined {
  const told = pause.test(sentence) ? null : rhythm.exec(sentence);
  return told ? parseCount(told.groups?.['years'] || '1') : undefined;
}

function numbersIn(sentence: string, from: number, every: number | undefined): readonly Numbered[] {
  return [...sentence.matchAll(numbered)].map(({ 0: words, 1: number, 2: measure, index }) => {
    const before = sentence.slice(Math.max(0, index - reach), index);
    const [, years, way] = yearsApart.exec(before) ?? [];
    const apart = years && every ? (parseCount(years) / every) * (way === '前' ? -1 : 1) : undefined;
    const step = apart ?? stepBefore(before);
    const start = from + index;
    return { number: parseCount(number!), measure: measure!, before, step, start, end: start + words.length };
  });
}

/** The numbers of a line that contradict the words around them. */
export function* stepsIn(text: string): Generator<Steps | Founded> {
  let present: Numbered | undefined;
  let last: Numbered | undefined;
  for (const { 0: sentence, index: from } of text.matchAll(/[^。！？]+/g)) {
    if (!sentence.includes('第') || otherSeries.test(sentence)) continue;
    const every = everyOf(sentence);
    const all = numbersIn(sentence, from, every);
    for (const [index, second] of all.entries()) {
      const first = all[index - 1];
      const before = last;
      last = second;
      if (before?.measure === second.measure && thatOne.test(second.before)) {
        if (before.number !== second.number)
          yield { first: before, isStep: true, start: second.start, end: second.end };
        continue;
      }
      // 「今年為第10屆。第11屆論壇之與會城市達六十餘個」: of what is still to come no such thing is known.
      const isKnown = /^其?$/.test(wordsBefore(text, second.start, '，。；')) && !toCome.test(sentence);
      if (
        present &&
        second.step === undefined &&
        isKnown &&
        second.measure === present.measure &&
        second.number === present.number + 1
      ) {
        yield { first: present, isStep: true, start: second.start, end: second.end };
        continue;
      }
      if (second.step === 0) present = second;
      if (first?.measure !== second.measure) continue;
      const way = neighbour.exec(sentence.slice(first.end - from, second.start - from))?.groups!['way'];
      const step = way ? (/[前上]/.test(way) ? -1 : 1) : (second.step ?? Number.NaN) - (first.step ?? Number.NaN);
      const off = Math.abs(second.number - first.number - step);
      if (step !== 0 && off > 0 && off <= mostOff) yield { first, isStep: true, start: second.start, end: second.end };
    }
    const founded = every === undefined ? null : firstOne.exec(sentence)?.groups;
    const now = founded ? all.find(({ before }) => ofNow.test(before)) : undefined;
    if (!now) continue;
    const year = Number(founded!['behind'] ?? founded!['ahead']);
    const { number, start, end } = now;
    yield { number, firstYear: year < 1000 ? year + rocOffset : year, every: every!, start, end };
  }
}
