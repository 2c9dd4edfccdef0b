/** Figures of a report that are said of one thing: 投稿1,020篇 in 摘要, 投稿1,200篇 in the body. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Paragraph } from '../../report/model/units';
import { wordsBefore, wordsBehind } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { UnitNote } from '../engine/rule';
import { statementsOf } from './statements';
import type { Statement } from './statements';

/** A figure with its measure. */
export interface Figure extends Span {
  readonly value: number;
  readonly measure: string;
  /** The words of its clause. */
  readonly clause: string;
  /** What stands right before the figure: 學生 in 學生約8人. */
  readonly subject: string;
  /** The two characters of what is counted, right behind it: 學生 in 8名學生, 行動 in 六項後續行動. */
  readonly noun: string;
  /** Whether it is what others leave over: 餘12名, 其餘12名. */
  readonly isRest: boolean;
  /** Of whom it is told: of what those at home have (本院…醫師僅2人), of those who travel, or of others. */
  readonly owner: 'home' | 'travellers' | 'others';
  /** The year told right before it, as written. */
  readonly year: string | undefined;
  /** 約, 近, 逾: the figure is no exact one. */
  readonly isRough: boolean;
}

const clauseEnds = '，；：、（）()';
/** Lengths of time say little of what they are of, and shares and numbers of items are told of many things. */
const notCompared = /^(?:[年月天日夜晚週秒分]|個月|[小分][時鐘]|百分點|[個次例級層班節頁排條歲])$/;
/** Behind these a figure is said of a part, of each, or of a change, and another one beside it is no contradiction. */
const ofPart =
  /其中|[另增減升降]|等[^…]{0,4}…|各[^局署會國方界級類單機校]{0,4}…|分別|每(?![年月日天])|平均|成長|以上|以下|以內|目標|預計|預定|指定|進用|(?:建議|每年|[宜應擬])[^…]{0,16}(?:遴派|選派|派遣|薦送|指派|派員)|至少|至多|最多|最少|上限|下限/;
const ofThisTrip = /[本此這][次趟行屆]|本團|我國|已|[現共]有/;
/** Some who do a thing now and then are not all that there are: 由三位醫師獨立判讀. */
const byThese = /[由請]…(?!.*(?:組成|[赴往]|出[席國訪]|參[加與]))/;
/** Whoever leads is none of those led, and may be counted among them elsewhere: 校長率教師2名, 教師3人. */
const led = /[率偕]|帶領|陪同|會同/;
/** Those at home, whose figures are none of those visited, and what makes a figure one of the journey again. */
const home = phrasePattern`本(?:${'ends-body-name'}|[所站場縣市府部會處廠])|我[國縣市校]|國內`;
const ofJourney = phrasePattern`[赴率偕團]|${'travel'}|${'visit'}|${'present'}|帶領|報名|[錄甄][取選]|[選遴]?派|一行|本[次屆]`;
/** A clause that begins with the name of a place or a body, whose figures are its own: 長野縣設有. */
const named = phrasePattern`^(?![該此這各全本我])\p{Script=Han}{1,6}?(?:${'institution'}|醫院|農會|市場|[館縣市州省國都])(?=[設現共計擁有每之的])`;
/** What stands between a subject and its figure. */
const links = '約共計達為有近逾僅已將之的至超過總合';
/** The noun behind a figure, and what may stand in front of it. */
const counted = phrasePattern`^${'epithet'}*[之的]?(\p{Script=Han}{2})`;
/** So far behind a figure what it counts is named, in UTF-16 code units. */
const longestNoun = 12;
/** So much before a figure may say of which year it is. */
const reach = 40;

/** The two characters of what a figure is said of: 學生 in 「學生約」. */
function subjectOf(before: string): string {
  let end = before.length;
  while (end > 0 && (before[end - 1] === ' ' || links.includes(before[end - 1]!))) end--;
  return before.slice(Math.max(0, end - 2), end);
}

function figuresOf({ words, amounts, spanOf }: Statement): readonly Figure[] {
  return amounts.flatMap((amount) => {
    const { value, measure, isRough, start, end } = amount;
    if (notCompared.test(measure)) return [];
    const before = wordsBefore(words, start, clauseEnds);
    const clause = before + '…' + wordsBehind(words, end, clauseEnds);
    // A list behind 其中 is of parts to its end: 其中瓷器15件、漆器5件.
    if (ofPart.test(clause) || byThese.test(clause) || words.lastIndexOf('其中', start) >= 0) return [];
    const told = words.slice(Math.max(0, start - reach), start);
    const years = [...told.matchAll(/(\d{2,4}) ?年/g)];
    const noun = counted.exec(words.slice(end, end + longestNoun))?.[1] ?? '';
    const owner = ofJourney.test(told) && !told.includes('每年') ? 'travellers' : home.test(told) ? 'home' : 'others';
    const isRest = /餘(?:下|者)?[約有之的]{0,2}$/.test(before);
    return [{ value, measure, clause, subject: subjectOf(before), noun, isRest, owner, year: years.at(-1)?.[1], isRough, ...spanOf(amount) }]; // prettier-ignore
  });
}

/** The figures that a paragraph tells of; rows of tables, the cover and 行程 tell none. */
export function figuresIn(paragraph: Paragraph): readonly Figure[] {
  const { inside, part } = paragraph.surroundings;
  if (inside === 'itinerary') return [];
  const figures = statementsOf(paragraph).flatMap(figuresOf);
  // What is suggested has figures of its own: 由本處指定3人專責判讀.
  return part === 'recommendations' ? figures.filter(({ clause }) => ofThisTrip.test(clause)) : figures;
}

type FigureNote = UnitNote<'paragraph', Figure>;

/** Two figures that can't both be right, in the order of the text. */
export type Rivals = readonly [FigureNote, FigureNote];

/** Pairs of characters that are nothing but grammar. */
const grammar = /[的之為有共計約並及與和於在其已將本該此等也則]/;

function pairsOf(clause: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= clause.length; i++) {
    const pair = clause.slice(i, i + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair) && !grammar.test(pair)) pairs.add(pair);
  }
  return pairs;
}

/** Whether two figures count things of other names: 四項建議, 六項行動. Only behind 項 the thing always has a name. */
function areOfOthers(a: Figure, b: Figure): boolean {
  return (
    a.measure === '項' && a.noun !== '' && b.noun !== '' && !a.clause.includes(b.noun) && !b.clause.includes(a.noun)
  );
}

/** How much of what two figures are said of is the same: pairs of characters, and the word right before the figure. */
function likeness(a: Figure, b: Figure): number {
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) return 0;
  if (areOfOthers(a, b)) return 0;
  const [one, other] = [named.exec(a.clause)?.[0], named.exec(b.clause)?.[0]];
  if (one && other && !one.endsWith(other) && !other.endsWith(one)) return 0;
  if (a.owner !== b.owner && a.owner !== 'travellers' && b.owner !== 'travellers') return 0;
  const others = pairsOf(b.clause);
  const shared = [...pairsOf(a.clause)].filter((pair) => others.has(pair)).length;
  return shared + (a.subject.length === 2 && a.subject === b.subject ? 1 : 0);
}

function isSame(a: Figure, b: Figure): boolean {
  const rough = a.isRough || b.isRough ? 0.1 : 0;
  const isLed = a.measure === '人' && [a, b].some(({ clause, noun, subject }) => led.test(clause.split('…')[0]!) && !/學[生員]/.test(noun + subject)); // prettier-ignore
  return Math.abs(a.value - b.value) <= Math.max(isLed ? 1 : 0, rough * Math.max(a.value, b.value));
}

function digitsOf({ value }: Figure): string {
  return [...String(value)].sort().join('');
}

/** 3,200 and 2,300 of the same measure: of the same digits, in another order. */
export function transposed(notes: readonly FigureNote[]): readonly Rivals[] {
  const groups = new Map<string, FigureNote[]>();
  for (const note of notes) {
    const digits = digitsOf(note.note);
    if (digits.replace('.', '').length < 3) continue;
    const key = `${note.note.measure} ${digits}`;
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  const rivals: Rivals[] = [];
  for (const group of groups.values()) {
    const [first] = group as [FigureNote, ...FigureNote[]];
    const others = group.filter(({ note }) => note.value !== first.note.value);
    // Two figures that are each told again are two facts.
    if (others.length === 0 || (others.length > 1 && group.length - others.length > 1)) continue;
    const other = others.find(({ unit, note }) => unit !== first.unit && likeness(first.note, note) > 0);
    if (other) rivals.push([first, other]);
  }
  return rivals;
}

/** Two figures of one thing are near each other where one of them is a slip. */
const mostApart = 2;
/** So many pairs of characters in common say that two figures are of one thing. */
const leastLikeness = 2;

/**
 * Figures of the opening (摘要, 目的) that the rest of the report has otherwise, where both tell one figure of the thing.
 * @param opening few, as what is compared grows with both
 */
export function differing(opening: readonly FigureNote[], rest: readonly FigureNote[]): readonly Rivals[] {
  const likeIn = ({ note }: FigureNote, notes: readonly FigureNote[]): readonly FigureNote[] =>
    notes.filter((other) => other.note.measure === note.measure && likeness(note, other.note) >= leastLikeness);
  const rivals: Rivals[] = [];
  for (const first of opening) {
    const alike = likeIn(first, rest);
    const [other] = alike;
    if (!other || alike.some(({ note }) => note.value !== other.note.value || isSame(note, first.note))) continue;
    if (likeIn(other, opening).some(({ note }) => note.value !== first.note.value)) continue;
    // 「收到512篇，接受384篇」 in the opening tells both as well.
    if (opening.some(({ note }) => note.measure === other.note.measure && isSame(note, other.note))) continue;
    // 「共152名，排除8名，納入144名」 tells both, and how they differ.
    if (rest.some(({ unit, note }) => unit === other.unit && note.measure === first.note.measure && isSame(note, first.note))) continue; // prettier-ignore
    const [less, more] = [first.note.value, other.note.value].sort((a, b) => a - b) as [number, number];
    if (more <= less * mostApart) rivals.push([first, other]);
  }
  return rivals;
}

/** So many rests are looked at: each is held against all figures. */
const mostRests = 40;
/** A rest stands so near behind the figure that leaves it, in UTF-16 code units. */
const longestBetween = 40;
/** So far the two are off the whole, where one of the three is a slip: by two, or by a tenth. */
const leastOff = 2;

/**
 * A part and its rest that do not make the whole which the report tells elsewhere: 20名學生…，餘10名 where 32名學生 went.
 * @returns the whole with the rest
 */
export function restsOff(notes: readonly FigureNote[]): readonly Rivals[] {
  const rivals: Rivals[] = [];
  let rests = 0;
  notes.forEach((rest, index) => {
    const part = notes[index - 1];
    if (!rest.note.isRest || rests++ >= mostRests || part?.unit !== rest.unit || part.note.noun === '') return;
    const between = rest.unit.text.slice(part.note.end, rest.note.start);
    if (between.length > longestBetween || between.includes('。')) return;
    const both = [part.note, rest.note];
    if (both.some(({ isRough }) => isRough) || part.note.measure !== rest.note.measure) return;
    const sum = part.note.value + rest.note.value;
    const { noun } = part.note;
    const wholes = notes.filter(
      ({ note }) =>
        !both.includes(note) && note.measure === part.note.measure && (note.noun === noun || note.subject === noun),
    );
    const [whole] = wholes.filter(({ note }) => note.value > Math.max(part.note.value, rest.note.value));
    if (!whole || whole.note.isRough || wholes.some(({ note }) => note.value === sum)) return;
    if (Math.abs(whole.note.value - sum) <= Math.max(leastOff, whole.note.value / 10)) rivals.push([whole, rest]);
  });
  return rivals;
}
