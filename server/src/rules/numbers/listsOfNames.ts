/** Names with their number: 南、北兩隧道; 甲、乙及丙…，三者; 由甲先生及乙女士接待，共二人. */
import { parseCount } from '../../text/numerals';
import { wordsBefore } from '../../text/sentence';
import { areNamed, countBehind, largest, numeral } from './listCounts';
import type { IsNamed, WrongCount } from './listCounts';

/** Names of one character need no measure behind their number: 南、北兩隧道, 甲、乙、丙三家. */
const single = '[A-E甲乙丙丁戊東西南北中上下左右前後老青少春夏秋冬水陸空海美英法德日韓澳紐加印泰越菲]';
const oneByOne = new RegExp(
  `(?<![、及與和])${single}(?:、${single}){1,6}(?<figure>[二兩三四五六七]) ?(?=\\p{Script=Han})(?![十百千萬月日年號樓期分成點倍次])`,
  'gu',
);

export function* singlesBefore(plain: string): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of plain.matchAll(oneByOne)) {
    const { figure } = groups as { figure: string };
    const [stated, listed] = [parseCount(figure), whole.split('、').length];
    const start = index + whole.lastIndexOf(figure);
    const isOff = stated < listed ? listed - stated <= 2 : stated - listed === 1 && listed > 2;
    if (isOff && !/[與和同偕邀我及]/.test(plain.slice(Math.max(0, index - 3), index)))
      yield countBehind(stated, listed, { start, end: start + 1 });
  }
}

/** Those that a sentence has named, by their number: 甲、乙及丙…，三者; 三國並. */
const ofNamed =
  /(?<=，)(?:[這此該]|上述|前述|以上)?(?<figure>[\d三四五六七八九]) ?(?<unit>者|方(?=[就均皆共同並代達簽會各])|國(?![中小際家])|[種類](?:職[類業別務]|人員|人力|專業|角色|語[言文]))/g;
/** So long may be what stands between the first of the names and their number. */
const longestNamed = 100;
/** Several names at the head of a sentence; what is said of them follows. */
const namesFirst =
  /^(?<items>[^，、及與和暨]{1,14}(?:、[^，、及與和暨]{1,8})+)(?:以?及|[與和暨])[^，、及與和暨]{2,40}，[^、及與和暨]*$/;

/** Numbers of what the sentence has named before. */
export function* namedBefore(plain: string, isNamed: IsNamed): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of plain.matchAll(ofNamed)) {
    const { figure, unit } = groups as { figure: string; unit: string };
    const head = wordsBefore(plain, index, '。；：').slice(-longestNamed);
    const named = namesFirst.exec(head)?.groups;
    if (!named || /[等其]/.test(named['items']!)) continue;
    const [stated, listed] = [parseCount(figure), named['items']!.split('、').length + 1];
    if (Math.abs(stated - listed) !== 1) continue;
    const from = index - head.length;
    if (unit === '國' && !areNamed(head.slice(0, named['items']!.length), from, isNamed)) continue;
    const start = index + whole.indexOf(figure);
    yield countBehind(stated, listed, { start, end: index + whole.length });
  }
}

/** What shows that an item is one person: how they are addressed, or a name in Latin letters behind a title. */
const personMark = /先生|女士|小姐|博士|教授|(?<![A-Za-z])(?:Mr|Mrs|Ms|Dr|Prof)(?![A-Za-z])/g;
/** How many persons stand in front of it. */
const personsCounted = new RegExp(`，(?:共計|合計|總計|[共計])${numeral} ?[人名位](?=[。；）]|$)`, 'g');
const personBorder = /以及|[、及與和暨率偕]/;
/** A list of persons is no longer, in UTF-16 code units. */
const longestPersons = 160;

/** Counts of persons who are named in front of them, each addressed as one: 由甲先生及乙女士接待，共二人. */
export function* personsBefore(words: string): Generator<WrongCount> {
  for (const { 0: whole, index, 1: figure } of words.matchAll(personsCounted)) {
    const list = wordsBefore(words, index, '。；：')
      .slice(-longestPersons)
      .replace(/（[^（）]*）|\([^()]*\)/g, '');
    const persons = list.split(personBorder);
    const stated = parseCount(figure!);
    if (persons.length < 2 || persons.length === stated || stated > largest) continue;
    // 「博士生11人、博士後研究員4人，合計15人」: each kind has its own count.
    if (/[等隨陪\d]|及其|一行/.test(list) || persons.some((person) => (person.match(personMark) ?? []).length !== 1))
      continue;
    const end = index + whole.length;
    yield countBehind(stated, persons.length, { start: end - 1 - figure!.length, end });
  }
}
