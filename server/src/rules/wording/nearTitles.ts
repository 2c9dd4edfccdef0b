/** Names of documents, projects and events that marks or verbs show, 「人工智慧基本法」, and that are written in two ways. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Line, Place } from '../../report/model/line';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import type { UnitNote } from '../engine/rule';
import { areListed, tellsApart } from './nearName';
import type { Correction, NearName } from './nearName';

/** Names of fewer characters are too often alike by chance. */
const shortestName = 5;
const longestName = 20;
/** So many characters before the difference must be the same; two names that differ at their start name two things. */
const sharedHead = 4;
/** The same of two titles in their marks that end alike too: 「秋刀魚養護管理措施」. */
const sharedHeadOfTitles = 3;
const sharedTailOfTitles = 2;
/** The same of other names that have fewer before it. */
const sharedTail = 4;
/** The same of names that differ in what they are called at their end: 作業基準, 作業準則. */
const sharedStem = 6;
/** Names differ in at most so many characters. */
const longestDifference = 2;
/** Two names that are each used so often are two things, and the author knows it. */
const established = 3;

/** What a name follows when it is not quoted: 制定人工智慧標準法. Each of two characters. */
const verbs = new Set([
  '制定', '訂定', '制訂', '通過', '推出', '公布', '發布', '簽署', '修正', '審議', '施行', '實施', '依據', '根據', '名為', '稱為',
  '透過', '申請', '設立', '成立', '設置', '獲得', '運用', '加入', '研訂', '研擬', '擬訂', '擬定', '修訂', '增訂', '頒布', '編訂', '適用', '遵循', '依照', '執行',
]); // prettier-ignore

/** So many names that begin alike are compared with each other. */
const largestFamily = 8;

/** Laws of different economies that are meant to be told apart. */
const known: readonly (readonly [string, string])[] = [['個人資料保護法', '個人資訊保護法']];

/** A place where a name ends. Where `exact`, its start is certain: a quotation mark or a verb stands before it. */
export interface NameMention extends Span {
  readonly exact: boolean;
  /** Whether a short name is given with it. */
  readonly isIntroduced: boolean;
  /** Whether marks alone tell that it is a name; such names count as one where a single character differs. */
  readonly isTitled?: boolean;
}

/** A name as written, with its places in the order they were found; it stands for the first of them. */
interface Name extends Place {
  readonly text: string;
  /** Whether a short name is given with its first mention. */
  readonly isIntroduced: boolean;
  readonly isTitled: boolean;
  /** Index of its first mention. */
  readonly order: number;
  readonly places: NamePlace[];
}

interface NamePlace extends Place {
  /** Index among the mentions. */
  readonly order: number;
}

function isNameUnit(text: string, index: number): boolean {
  const charClass = classAt(text, index);
  return charClass === CharClass.Han || charClass === CharClass.Latin || charClass === CharClass.Digit;
}

/** The name on a line that ends at `end`, as far as it can be told from what stands before it. */
function mentionAt(text: string, end: number): NameMention | undefined {
  let start = end;
  while (start > 0 && end - start < longestName && isNameUnit(text, start - 1)) start--;
  let exact = start > 0 && '「『《〈'.includes(text[start - 1]!);
  for (let i = end - shortestName; !exact && i - 2 >= start; i--) {
    if (!verbs.has(text.slice(i - 2, i))) continue;
    start = i;
    exact = true;
  }
  return end - start < shortestName ? undefined : { exact, isIntroduced: false, start, end };
}

/** What introduces a short name behind a full one: （以下簡稱排放諮詢會）. */
const shortName = /(?<=[\u3400-\u9fff])[（(](?:以下)?(?:簡稱|下稱|稱)為?「?[\u3400-\u9fff]{2,8}」?[）)]/g;

/** The full names on a line that are given with a short one: each is that of one body, whatever it ends with. */
function introducedOn(text: string): readonly NameMention[] {
  const mentions: NameMention[] = [];
  for (const { index: end } of text.matchAll(shortName)) {
    let start = end;
    while (start > 0 && end - start < longestName && isNameUnit(text, start - 1)) start--;
    const isWhole = start === 0 || !isNameUnit(text, start - 1);
    if (isWhole && end - start >= shortestName) mentions.push({ exact: true, isIntroduced: true, start, end });
  }
  return mentions;
}

/** Titles in their marks, 《船舶岸電檢查要點》; what 「」 quote is one by its end: 「地方交通推進計畫」. */
const titled = new RegExp(
  phrasePattern`《([\u3400-\u9fff]{6,20})》|「([\u3400-\u9fff：]{4,18}(?:${'document'}|${'title-end'})|[\u3400-\u9fff]{7,16})」`,
  'gu',
);
/** What ends a name that no marks tell: it is compared with those that they do. */
const endsName = new RegExp(phrasePattern`(?<=[\u3400-\u9fff]{4})(?:${'document'}|${'title-end'})`, 'gu');
const endsLikeTitle = new RegExp(`${endsName.source}$`);

function titledOn(text: string): readonly NameMention[] {
  return Array.from(text.matchAll(titled), ({ index, 0: whole }) => ({
    exact: true,
    isIntroduced: false,
    isTitled: true,
    start: index + 1,
    end: index + whole.length - 1,
  }));
}

export function nameMentionsOn({ text, facts }: Line): readonly NameMention[] {
  const mentions: NameMention[] = facts.fullBrackets + facts.halfBrackets > 0 ? [...introducedOn(text)] : [];
  for (const { row, end } of facts.words) {
    if (row.kind !== 'title') continue;
    const draft = row.text.endsWith('草案') ? 2 : 0;
    const mention = mentionAt(text, end - draft);
    if (mention && mentions.every(({ end: known }) => known !== mention.end)) mentions.push(mention);
  }
  for (const mention of titledOn(text))
    if (mentions.every(({ start, end }) => mention.end <= start || end <= mention.start)) mentions.push(mention);
  const quoted = mentions.length;
  for (const { index, 0: word } of text.matchAll(endsName)) {
    const end = index + word.length;
    const isRead = mentions.slice(0, quoted).some((known) => known.start < end && end <= known.end);
    const start = isRead ? end : Math.max(0, end - longestName);
    if (end - start > shortestName) mentions.push({ exact: false, isIntroduced: false, start, end });
  }
  return mentions.sort((a, b) => a.end - b.end);
}

/** Whether two words of two characters have one in common: 資訊 and 訊息. */
function areAkin(a: string, b: string): boolean {
  return a.length === 2 && b.length === 2 && (b.includes(a[0]!) || b.includes(a[1]!));
}

/** Whether two names end in words that have a character in common: 行動綱領 and 行動綱要. */
function areAkinAtEnd(of: string, from: string, a: string, b: string): boolean {
  const isLast = of.length === 1 && from.length === 1;
  return isLast ? areAkin(a.slice(-2), b.slice(-2)) : areAkin(of, from) && a.at(-1) !== b.at(-1);
}

interface Difference {
  readonly of: string;
  readonly from: string;
}

/** In what `a` differs from `b`, where that is little enough to be a slip. */
function differenceOf(a: string, b: string, areIntroduced: boolean, longest: number): Difference | undefined {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const of = a.slice(head, a.length - tail);
  const from = b.slice(head, b.length - tail);
  // Of two names that each have a short one, one may hold a word more; other words make another body of it.
  const isWordMore = areIntroduced && (of === '' || from === '');
  if (areIntroduced && !isWordMore) return undefined;
  const mostApart = isWordMore ? longestDifference : 1;
  if (
    head < sharedHeadOfTitles ||
    (head < sharedHead && tail < (longest === 1 ? sharedTailOfTitles : sharedTail)) ||
    (tail === 0 && !(head >= sharedStem && areAkinAtEnd(of, from, a, b))) ||
    Math.abs(of.length - from.length) > mostApart
  )
    return undefined;
  if (of === from) return undefined;
  // 資訊 and 訊息 are one word, 管制 and 監測 are two.
  if (Math.max(of.length, from.length) > longest && !(longest === 1 && areAkin(of, from))) return undefined;
  return tellsApart(of, from) || known.some((pair) => pair.includes(a) && pair.includes(b)) ? undefined : { of, from };
}

/** Every name of the report whose start is certain, in the order of the text, then what others of the mentions hold one of them but for a slip. */
function namesOf(mentions: readonly UnitNote<'line', NameMention>[]): readonly Name[] {
  const names = new Map<string, Name>();
  const heads = new Map<string, Name[]>();
  const firstUnits = new Set<number>();
  const add = (unit: Line, { start, end }: Span, order: number, isIntroduced: boolean, isTitled = false): Name => {
    const written = unit.text.slice(start, end);
    let name = names.get(written);
    if (!name)
      names.set(written, (name = { text: written, isIntroduced, isTitled, places: [], order, unit, start, end }));
    name.places.push({ unit, start, end, order });
    return name;
  };
  mentions.forEach(({ unit, note: { exact, isIntroduced, isTitled, start, end } }, index) => {
    if (!exact) return;
    const name = add(unit, { start, end }, index, isIntroduced, isTitled);
    if (name.places.length > 1) return;
    const head = name.text.slice(0, sharedHeadOfTitles);
    const others = heads.get(head);
    if (others) others.push(name);
    else heads.set(head, [name]);
    firstUnits.add(unit.text.charCodeAt(start));
  });
  mentions.forEach(({ unit, note: { exact, start, end } }, index) => {
    if (exact) return;
    for (let i = start; i + shortestName <= end; i++) {
      if (!firstUnits.has(unit.text.charCodeAt(i))) continue;
      const near = heads.get(unit.text.slice(i, i + sharedHeadOfTitles));
      const written = unit.text.slice(i, end);
      const isNear = near?.some(
        ({ text, isTitled }) =>
          Math.abs(text.length - written.length) <= 1 &&
          (text.startsWith(written.slice(0, sharedHead)) || (isTitled && text.slice(-2) === written.slice(-2))),
      );
      if (!isNear) continue;
      add(unit, { start: i, end }, index, false);
      break;
    }
  });
  return [...names.values()].sort((a, b) => a.order - b.order);
}

/** In what a name differs from an earlier one, where the two are likely meant to be one. */
function differenceBetween(name: Name, other: Name): Difference | undefined {
  const longest = name.isTitled || other.isTitled ? 1 : longestDifference;
  const difference = differenceOf(name.text, other.text, name.isIntroduced && other.isIntroduced, longest);
  if (!difference || areListed(other, name)) return undefined;
  // What is quoted may be a term: with a character more it is another one.
  const areTitles = longest > 1 || endsLikeTitle.test(name.text);
  if (!areTitles && difference.of.length !== difference.from.length) return undefined;
  const areTwo = name.places.length >= established && other.places.length >= established;
  return areTwo ? undefined : difference;
}

/** Writes the name that `other` has wherever `name` stands. */
function correctionOf(name: Name, other: Name): Correction {
  const places = [...name.places].sort((a, b) => a.order - b.order);
  return { wrong: name.text, right: other.text, places };
}

/** The names that are one but for a word, each with the one before it, in the order of the text. */
export function nearTitles(mentions: readonly UnitNote<'line', NameMention>[]): readonly NearName[] {
  if (mentions.length < 2) return [];
  const found: NearName[] = [];
  const families = new Map<string, Name[]>();
  for (const name of namesOf(mentions)) {
    const head = name.text.slice(0, sharedHeadOfTitles);
    const family = families.get(head);
    if (!family) {
      families.set(head, [name]);
      continue;
    }
    for (const other of family) {
      const difference = differenceBetween(name, other);
      if (!difference) continue;
      found.push({
        message: 'near',
        name,
        other,
        difference: { this: difference.of, that: difference.from },
        // The name that is used less is more likely the slip.
        corrections: () =>
          name.places.length <= other.places.length
            ? [correctionOf(name, other), correctionOf(other, name)]
            : [correctionOf(other, name), correctionOf(name, other)],
      });
      break;
    }
    if (family.length < largestFamily) family.push(name);
  }
  return found;
}
