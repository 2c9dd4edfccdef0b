import { phrasePattern } from '../../knowledge/phrases';
import type { Line, Place } from '../../report/model/line';
import type { Paragraph } from '../../report/model/units';
import { personNamesIn } from '../../report/queries/personNames';
import type { PersonName } from '../../report/queries/personNames';
import { agenciesOn } from '../../report/queries/coverAgency';
import type { LookAlike } from '../../spelling/speller';
import { CharClass, classAt } from '../../text/characters';
import { isHanNumeral } from '../../text/numerals';
import type { Span } from '../../text/span';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, RuleContext, RuleFix, UnitNote } from '../engine/rule';
import { bodyMentionsOn, namesOfOneBody } from './bodyMentions';
import type { BodyMention } from './bodyMentions';
import { foreignNamesOn, miswrittenForeigners } from './miswrittenForeigners';
import type { ForeignName } from './miswrittenForeigners';
import { miswrittenPersons } from './miswrittenPersons';
import { bodyEndsIn, miswrittenBodies } from './miswrittenBodies';
import type { BodyEnd } from './miswrittenBodies';

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

/** Pairs of characters that tell one thing from another: 進口 and 出口, 前期 and 後期. */
const opposites = [
  '進出', '上下', '前後', '新舊', '內外', '男女', '東西', '南北', '大小', '長短', '公私', '供需', '買賣', '軟硬', '高低', '雙多', '陸海',
  '中央', '農漁', '老幼', '年月',
]; // prettier-ignore

/** Laws of different economies that are meant to be told apart. */
const known: readonly (readonly [string, string])[] = [['個人資料保護法', '個人資訊保護法']];

/** A place where a name ends. Where `exact`, its start is certain: a quotation mark or a verb stands before it. */
interface Mention extends Span {
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
function mentionAt(text: string, end: number): Mention | undefined {
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
function introducedOn(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
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

function titledOn(text: string): readonly Mention[] {
  return Array.from(text.matchAll(titled), ({ index, 0: whole }) => ({
    exact: true,
    isIntroduced: false,
    isTitled: true,
    start: index + 1,
    end: index + whole.length - 1,
  }));
}

function mentionsOn({ text, facts }: Line): readonly Mention[] {
  const mentions: Mention[] = facts.fullBrackets + facts.halfBrackets > 0 ? [...introducedOn(text)] : [];
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

/** Whether `a` and `b` differ in what tells things apart: numbers, ordinals, opposites. */
function tellsApart(a: string, b: string): boolean {
  for (const part of [a, b])
    for (let i = 0; i < part.length; i++)
      if (isHanNumeral(part.charCodeAt(i)) || classAt(part, i) !== CharClass.Han || '甲乙丙丁'.includes(part[i]!))
        return true;
  return opposites.some(
    ([one, two]) => (a.includes(one!) && b.includes(two!)) || (a.includes(two!) && b.includes(one!)),
  );
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

/** Whether the report itself lists the two side by side: they are two things then. */
function areListed(first: Place, second: Place): boolean {
  if (first.unit !== second.unit || second.start - first.end > 12) return false;
  const between = first.unit.text.slice(first.end, second.start);
  // 該 speaks of the first one again.
  return !between.includes('。') && /[、及與和或暨跟另並改為]|^[」』》]?$/.test(between) && !/[該此]/.test(between);
}

/** Every name of the report whose start is certain, in the order of the text, then what others of the mentions hold one of them but for a slip. */
function namesOf(mentions: readonly UnitNote<'line', Mention>[]): readonly Name[] {
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

/** Writes `right` for `wrong` wherever it stands, or at one place. */
function writtenAlike(wrong: Name, right: Name): readonly RuleFix<Place>[] {
  const places = [...wrong.places].sort((a, b) => a.order - b.order);
  return fixesOfEdits(
    places.map(({ unit, start, end }) => ({ unit, start, end, text: right.text })),
    { title: 'replace', params: { wrong: wrong.text, right: right.text }, safety: 'review' },
  );
}

/** What a paragraph has for the rule: names on its lines, and names of bodies over the ends of lines. */
type Note =
  | { readonly line: Line; readonly mention: Mention }
  | { readonly line: Line; readonly body: BodyMention }
  | { readonly line: Line; readonly person: PersonName }
  | { readonly line: Line; readonly foreigner: ForeignName }
  | { readonly end: BodyEnd };

function notesOf(paragraph: Paragraph, { speller }: RuleContext): readonly Note[] {
  return [
    ...paragraph.units.flatMap((line): readonly Note[] => [
      ...mentionsOn(line).map((mention) => ({ line, mention })),
      ...bodyMentionsOn(line).map((body) => ({ line, body })),
      ...personNamesIn(line.text).map((person) => ({ line, person })),
      ...foreignNamesOn(line).map((foreigner) => ({ line, foreigner })),
    ]),
    ...bodyEndsIn(paragraph, speller?.lookAlike).map((end) => ({ end })),
  ];
}

/** Tells the names of bodies that are nearly those of known ones. */
function checkMiswritten(
  notes: readonly UnitNote<'paragraph', BodyEnd>[],
  own: readonly string[],
  lookAlike: LookAlike | undefined,
  find: (discovery: ReportDiscovery) => void,
): void {
  for (const { unit, start, end, written, meant } of miswrittenBodies(notes, own, lookAlike))
    find({
      message: 'known',
      params: { name: written, other: meant },
      unit,
      start,
      end,
      fixes: () =>
        fixesOfEdits([{ unit, start, end, text: meant }], {
          title: 'replace',
          params: { wrong: written, right: meant },
          safety: 'review',
        }),
    });
}

/** Tells the names of persons that are written in two ways. */
function checkPersons(
  notes: readonly UnitNote<'line', PersonName>[],
  isAlike: LookAlike | undefined,
  find: (discovery: ReportDiscovery) => void,
): void {
  for (const { name, text, other } of miswrittenPersons(notes, isAlike)) {
    const { unit, end } = name;
    const start = end - name.given.length;
    const right = other.text.slice(-name.given.length);
    find({
      message: 'person',
      params: { name: text, other: other.text },
      unit,
      start: name.start,
      end,
      related: relatedPlaces([other], 'other', (place) => ({ other: place.text })),
      fixes: () =>
        fixesOfEdits([{ unit, start, end, text: right }], {
          title: 'replace',
          params: { wrong: name.given, right },
          safety: 'review',
        }),
    });
  }
}

/** Tells the names of foreign persons that are written in two ways. */
function checkForeigners(
  notes: readonly UnitNote<'line', ForeignName>[],
  isAlike: LookAlike | undefined,
  find: (discovery: ReportDiscovery) => void,
): void {
  for (const { place, text, other } of miswrittenForeigners(notes, isAlike))
    find({
      message: 'person',
      params: { name: text, other: other.text },
      ...place,
      related: relatedPlaces([other], 'other', (at) => ({ other: at.text })),
      fixes: () =>
        fixesOfEdits([{ ...place, text: other.text }], {
          title: 'replace',
          params: { wrong: text, right: other.text },
          safety: 'review',
        }),
    });
}

/** Tells the names of bodies that are written in two ways. */
function checkBodies(
  notes: readonly UnitNote<'line', BodyMention>[],
  isAlike: LookAlike | undefined,
  find: (discovery: ReportDiscovery) => void,
): void {
  for (const { name, other } of namesOfOneBody(notes, isAlike)) {
    const { unit, start, end, text } = name;
    find({
      message: 'body',
      params: { name: text, other: other.text },
      unit,
      start,
      end,
      related: relatedPlaces([other], 'other', (place) => ({ other: place.text })),
      fixes: () =>
        fixesOfEdits([{ unit, start, end, text: other.text }], {
          title: 'replace',
          params: { wrong: text, right: other.text },
          safety: 'review',
        }),
    });
  }
}

export const rule: ReportRule<Note, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', read: notesOf },
  id: 'wording/near-duplicate-name',
  title: { 'zh-TW': '名稱僅差一、二字', en: 'Names that are almost the same' },
  severity: 'information',
  source: '文書處理手冊：引用法規、協定及計畫名稱應使用全名且前後一致',
  checked: '2026-11-24',
  fix: 'review',
  yieldsTo: ['wording/former-name'],
  messages: {
    near: {
      'zh-TW': '「{name}」與前文「{other}」僅差「{this}」與「{that}」，請確認是否為同一名稱。',
      en: '“{name}” and “{other}” differ only in “{this}” and “{that}”; check whether they are one name.',
    },
    body: {
      'zh-TW': '「{name}」與「{other}」寫法不同，請確認是否為同一機構。',
      en: '“{name}” and “{other}” are written in two ways; check whether they are one body.',
    },
    person: {
      'zh-TW': '「{name}」與「{other}」僅差一字，請核對姓名。',
      en: '“{name}” and “{other}” differ in one character; check the name of the person.',
    },
    known: {
      'zh-TW': '「{name}」疑為「{other}」之誤，請核對機構名稱。',
      en: '“{name}” looks like a slip for “{other}”; check the name of the body.',
    },
    other: { 'zh-TW': '這裡作「{other}」', en: 'Here it is “{other}”' },
    replace: { 'zh-TW': '將「{wrong}」改為「{right}」', en: 'Change “{wrong}” to “{right}”' },
  },
  check: (report, notes, { speller }, find) => {
    const mentions: UnitNote<'line', Mention>[] = [];
    const bodies: UnitNote<'line', BodyMention>[] = [];
    const ends: UnitNote<'paragraph', BodyEnd>[] = [];
    const persons: UnitNote<'line', PersonName>[] = [];
    const foreigners: UnitNote<'line', ForeignName>[] = [];
    for (const { unit, note } of notes) {
      if ('end' in note) ends.push({ unit, note: note.end });
      else if ('foreigner' in note) foreigners.push({ unit: note.line, note: note.foreigner });
      else if ('person' in note) persons.push({ unit: note.line, note: note.person });
      else if ('body' in note) bodies.push({ unit: note.line, note: note.body });
      else mentions.push({ unit: note.line, note: note.mention });
    }
    checkPersons(persons, speller?.isAlike, find);
    checkForeigners(foreigners, speller?.isAlike, find);
    checkBodies(bodies, speller?.isAlike, find);
    checkMiswritten(ends, agenciesOn(report.cover), speller?.lookAlike, find);
    if (mentions.length < 2) return;
    const families = new Map<string, Name[]>();
    for (const name of namesOf(mentions)) {
      const head = name.text.slice(0, sharedHeadOfTitles);
      const family = families.get(head);
      if (!family) {
        families.set(head, [name]);
        continue;
      }
      for (const other of family) {
        const longest = name.isTitled || other.isTitled ? 1 : longestDifference;
        const areIntroduced = name.isIntroduced && other.isIntroduced;
        const difference = differenceOf(name.text, other.text, areIntroduced, longest);
        if (!difference || areListed(other, name)) continue;
        // What is quoted may be a term: with a character more it is another one.
        const areTitles = longest > 1 || endsLikeTitle.test(name.text);
        if (!areTitles && difference.of.length !== difference.from.length) continue;
        if (name.places.length >= established && other.places.length >= established) continue;
        find({
          message: 'near',
          params: { name: name.text, other: other.text, this: difference.of, that: difference.from },
          unit: name.unit,
          start: name.start,
          end: name.end,
          related: relatedPlaces([other], 'other', ({ text }) => ({ other: text })),
          // The name that is used less is more likely the slip.
          fixes: () =>
            name.places.length <= other.places.length
              ? [...writtenAlike(name, other), ...writtenAlike(other, name)]
              : [...writtenAlike(other, name), ...writtenAlike(name, other)],
        });
        break;
      }
      if (family.length < largestFamily) family.push(name);
    }
  },
};
