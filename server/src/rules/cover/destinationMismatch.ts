import type { Line } from '../../report/model/line';
import type { NameHit } from '../../report/model/lines';
import type { ChapterItinerary, CoverUnit } from '../../report/model/units';
import { anyOf, phrasesOf, phrasePattern } from '../../knowledge/phrases';
import { economyNamed } from '../../report/queries/forums';
import { coverField } from '../../report/queries/period';
import { lineAt } from '../../report/model/lines';
import { textOf } from '../../report/queries/read';
import type { Span } from '../../text/span';
import type { ReportRule, UnitNote } from '../engine/rule';

/** A place that a line names. */
interface Mention {
  /** The same for every name of one economy. */
  readonly place: string;
  readonly words: string;
  /** Where it stands, where that is not where its words come first. */
  readonly start?: number;
  /** Whether the trip goes there, by a row of 行程 or the opening: 桃園－首爾（韓國）, not 與日本代表團會談. */
  readonly isStop: boolean;
  /** Whether it is only named by the way: as one of those who take part, in a list or as somebody who speaks, or in 心得. */
  readonly isMember: boolean;
}

/** The traveller only changes planes there. */
const changing = phrasePattern`${'passing-through'}`;
/** So far before and behind a place, in UTF-16 code units, its sentence says whether somebody went there. */
const reach = 80;
/** What may stand before and behind a place where somebody goes. */
const goingTo = /[\P{Script=Han}抵達往赴飛至到在]$|^$/u;
const border = /^(?!\p{Script=Han})/u;

function placeOf({ row }: NameHit): string {
  const name = row.preferred ?? row.text;
  return row.economy ?? economyNamed(name) ?? name;
}

/** Where the opening of a report says that the trip went: 赴日本考察, 於荷蘭阿姆斯特丹舉行. */
const toThere = /(?:赴|前往|飛往|派往)$/;
const heldThere = /[於在]$/;
const isHeld = /^[^，。；]{0,10}(?:舉行|召開|舉辦)/;

/** Where what was done says that somebody went. */
const wentThere = /(?:[抵飛]達|飛抵|轉[赴往]|前往|赴)$/;
/** Beside the name of one who takes part. */
const listedBefore = /[^\s\d一二三四五六七八九十壹貳參肆伍][、及與和]\s*$/;
/** What the journey was for may begin with whom it was prepared: 本館與法國里昂美術館合作. */
const partnerBefore = /本\p{Script=Han}{1,4}[與和]\s*$/u;
const listedBehind = phrasePattern`^(?:[、及與和方籍則均亦提]|[（(]\d|代表|${'speech'})`;

/** Goods go there, or it is compared with. */
const goods = phrasePattern`貨|[運銷輸]往|相[較比]|比照|如同|${'goods'}`;

/** Whether the clause that ends with `before` tells of goods. */
function isOfGoods(before: string): boolean {
  return goods.test(before.split(/[，。；]/).at(-1)!);
}

function mentionsOf({ text, facts, surroundings }: Line): readonly Mention[] {
  const { zone, part } = surroundings;
  if (zone !== 'body' && zone !== 'abstract') return [];
  const isOpening = zone === 'abstract' || part === 'purpose';
  const isTold = part === 'process' || part === 'proceedings';
  const isAside = part === 'reflections' || part === 'recommendations' || part === 'reflections-and-recommendations';
  const isRow = surroundings.inside === 'itinerary' && !changing.test(text);
  return facts.names
    .filter(({ row }) => row.kind !== 'member-term' && row.economy !== 'TW')
    .map((name): Mention => {
      const { start, end } = name;
      const before = text.slice(Math.max(0, start - reach), start).trimEnd();
      const behind = text.slice(end, end + reach);
      const tellsStop =
        isOpening &&
        (toThere.test(before) || (heldThere.test(before) && isHeld.test(behind))) &&
        !/[曾擬將]|未來|[上下]屆/.test(before.split('。').at(-1)!);
      const went =
        isTold && wentThere.test(before) && !isOfGoods(before) && !/[曾擬將該其]|未來/.test(before.split('。').at(-1)!);
      const isListed = (listedBefore.test(before) && !partnerBefore.test(before)) || listedBehind.test(behind);
      const isStop = (isRow && !isOfGoods(before) && goingTo.test(before) && border.test(behind)) || tellsStop || went;
      return {
        place: placeOf(name),
        words: text.slice(start, end),
        isStop,
        isMember: !isRow && !isStop && (isListed || isAside),
      };
    });
}

/** The names of economies in a stretch of the cover, with the offset of their line. */
function namesIn(
  { lines }: CoverUnit,
  { start, end }: Span,
): readonly { readonly name: NameHit; readonly from: number }[] {
  const line = lineAt(lines, start);
  const from = lines.starts[line]!;
  return lines.facts[line]!.names.filter((name) => name.start + from >= start && name.end + from <= end).map(
    (name) => ({ name, from }),
  );
}

/** In a title, what a trip does that goes there; a body of that country may meet anywhere. */
const visits = phrasePattern`^[^，。；]{0,24}?(?:${'visit'}|${'study'})`;
const ofBody = /^[^，。；及與和暨]{0,12}(?:[學協公]會|聯盟|學院)/;

/** Right before the name of a place: that the trip went there. */
const goesThere = phrasePattern`(?:赴|前往|${'visit'})$`;

/** The place that the report's title says the trip went to: 赴加拿大考察, 參訪日本港口, 丹麥與瑞典圖書館考察. */
function titleStop(cover: CoverUnit): { readonly unit: CoverUnit; readonly note: Mention } | undefined {
  const { title } = cover.cover;
  for (const { name, from } of title ? namesIn(cover, title) : []) {
    const [start, end] = [name.start + from, name.end + from];
    if (name.row.kind === 'member-term' || name.row.economy === 'TW') continue;
    const behind = cover.text.slice(end, title!.end);
    const isNamed = visits.test(behind) && !ofBody.test(behind);
    if (!isNamed && !goesThere.test(cover.text.slice(0, start))) continue;
    return {
      unit: cover,
      note: { place: placeOf(name), words: cover.text.slice(start, end), isStop: true, isMember: false },
    };
  }
  return undefined;
}

const economyOfCity = new Map(phrasesOf('city').map(({ text, standsFor }) => [text, standsFor!]));
const cityWords = new RegExp(anyOf('city'), 'g');
/** From one place to the next: who only travels may change there. */
const arrows = '→➝⇒－—–~～至往';
const onTheWay = new RegExp(`[${arrows}經]`);
const arrives = new RegExp(`[${arrows}]$`);
const goesOn = new RegExp(`^\\s*[${arrows}]`);
const visitsThere = phrasePattern`座談|${'visit'}|${'present'}`;

/** The cities that the rows of 行程 name as places where somebody goes; a stop is one where somebody is on that day. */
function citiesOf({ unit: { text }, days }: ChapterItinerary): readonly Mention[] {
  return days.flatMap(({ activity }): readonly Mention[] => {
    const row = text.slice(activity.start, activity.end);
    if (changing.test(row)) return [];
    const isTravel = onTheWay.test(row);
    const isVisit = visitsThere.test(row);
    return [...row.matchAll(cityWords)].flatMap(({ 0: words, index }) => {
      const before = row.slice(Math.max(0, index - reach), index).trimEnd();
      const behind = row.slice(index + words.length, index + words.length + reach);
      if (isOfGoods(before) || !goingTo.test(before) || !border.test(behind)) return [];
      const isStop = !isTravel || (isVisit && arrives.test(before) && !goesOn.test(behind));
      return [{ place: economyOfCity.get(words)!, words, start: activity.start + index, isStop, isMember: false }];
    });
  });
}

/** Words of a value besides the names of economies, such as a city's. */
function otherWordsOf(value: string, names: readonly string[]): readonly string[] {
  return names.reduce((rest, name) => rest.replaceAll(name, '、'), value).match(/\p{Script=Han}{2,}/gu) ?? [];
}

/** A city behind its province: 四川省成都市. */
const city = /^(?:\p{Script=Han}{1,4}[省州])?(\p{Script=Han}{2,4})[市都]$/u;
/** Says of no place where it is. */
const anywhere = /地區$|大陸/;
/** So many days make an itinerary that names where the trip went. */
const fewestDays = 3;

export const rule: ReportRule<Mention> = {
  per: 'report',
  notes: { per: 'line', only: { contains: ['name', 'nonstandard', 'misspelled', 'other-economy'] }, read: mentionsOf },
  id: 'cover/destination-mismatch',
  title: { 'zh-TW': '派赴國家與行程不符', en: 'Destination is not where the trip went' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面、行程）',
  checked: '2026-11-30',
  fix: undefined,
  messages: {
    member: {
      'zh-TW':
        '本文只順帶提到封面的「{destination}」（與會名單、發言或心得），卻說前往「{stop}」；請核對是否沿用了其他報告的封面。',
      en: 'The body names {destination} only by the way (among those who took part, or in reflections), and says that the trip went to {stop}; was the cover taken from another report?',
    },
    mismatch: {
      'zh-TW': '封面的「{destination}」在本文從未出現，本文卻說前往「{stop}」；請核對是否沿用了其他報告的封面。',
      en: 'The body never speaks of {destination}, and says that the trip went to {stop}; was the cover taken from another report?',
    },
    city: {
      'zh-TW': '封面的「{destination}」在本文從未出現；請核對是否沿用了其他報告的封面。',
      en: 'The body never speaks of {destination}; was the cover taken from another report?',
    },
    stop: { 'zh-TW': '本文所說的地點', en: 'Where the body says it went' },
  },
  check: (report, notes: readonly UnitNote<'line', Mention>[], _context, find) => {
    const { cover } = report;
    const field = coverField(cover, 'destination');
    if (!cover || !field) return;
    const { title } = cover.cover;
    const { start, end } = field.value;
    const named = namesIn(cover, field.value);
    const destination = textOf(cover, field.value);
    const others = otherWordsOf(
      destination,
      named.map(({ name, from }) => textOf(cover, { start: name.start + from, end: name.end + from })),
    );
    const isNamed = (words: string): boolean =>
      report.whole.prose.includes(words, end) || (title !== undefined && textOf(cover, title).includes(words));
    const cities = others.flatMap((words) => city.exec(words)?.[1] ?? []);
    const besides = others.filter((words) => !city.test(words) && !anywhere.test(words));
    const hasItinerary = (report.itinerary?.days.length ?? 0) >= fewestDays;
    if (cities.length > 0 && hasItinerary && ![...cities, ...besides].some(isNamed)) {
      find({ message: 'city', params: { destination: cities.join('、') }, unit: cover, start, end });
      return;
    }
    const places = named.map(({ name }) => placeOf(name));
    const { itinerary } = report;
    const inCities = itinerary && hasItinerary ? citiesOf(itinerary) : [];
    // Who is said to be in one of its cities went there.
    if (inCities.some(({ place }) => places.includes(place))) return;
    const stay = inCities.find(({ isStop }) => isStop);
    const stop =
      notes.find(({ note }) => note.isStop) ?? titleStop(cover) ?? (stay && { unit: itinerary!.unit, note: stay });
    if (!stop) return;
    const speaksOf = notes.filter(({ note }) => places.includes(note.place));
    if (places.length === 0 || places.includes('TW') || speaksOf.some(({ note }) => !note.isMember)) return;
    const { prose } = report.whole;
    if (others.some((words) => prose.includes(words, end))) return;
    // A title that names both is no evidence; that of a copied cover names the destination alone.
    const isByTitle = stop.unit === cover;
    if (isByTitle && title && namesIn(cover, title).some(({ name }) => places.includes(placeOf(name)))) return;
    const at = stop.note.start ?? stop.unit.text.indexOf(stop.note.words);
    find({
      message: speaksOf.length > 0 ? 'member' : 'mismatch',
      params: { destination, stop: stop.note.words },
      unit: cover,
      start,
      end,
      related: [{ message: 'stop', unit: stop.unit, start: at, end: at + stop.note.words.length }],
    });
  },
};
