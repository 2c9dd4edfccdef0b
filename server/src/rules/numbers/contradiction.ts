import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { Cue } from '../../report/scan/cues';
import { parseHanNumber } from '../../text/numerals';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import type { Place } from '../../report/model/line';
import type { Paragraph } from '../../report/model/units';
import type { Span } from '../../text/span';
import type { ReportRule, UnitNote } from '../engine/rule';
import { measures } from './amounts';
import { differing, figuresIn, transposed } from './figures';
import type { Figure } from './figures';

const quantity =
  '半數|一半|(?:\\d[\\d,.]*|百分之[一二三四五六七八九十]{1,3}|[一二三四五六七八九十百千]{1,4}) ?(?:[%％個名人位家項場件成倍元萬億篇次]|公里|百分點)?';
const under = '將近|接近|近|不到|未達|未滿|不足|低於|少於';
const over = '超過|逾|多於|高於|過';

/** A share of a whole: 六成, 60%, 百分之六十. */
const share = '\\d[\\d.]* ?[%％成]|[一二三四五六七八九]成|百分之[一二三四五六七八九十]{1,3}';

/** A share, or a number of what is counted. */
const apartShare = `${share}|\\d[\\d,]* ?(?:人次|[人名位家件場國項篇])`;

/** 近半數超過50%: under and over one after the other. */
const both = new RegExp(`(?:${under}) ?(${quantity})([^，。；、：\\d]{0,3})(?:${over}) ?(${quantity})`, 'g');
/** 將近30%以上, 約近30人以上, 至多3個以上. 「未達三家以上」 is no contradiction: three or more were not reached. */
const underOver = new RegExp(
  `(?<![不無未非])(?:將近|接近|(?<=[有約計達])近|少於|低於|至多|最多) ?(?:${quantity}) ?以上`,
  'g',
);
/** 超過10人以下 */
const overUnder = new RegExp(`(?<![不無未非得])(?:超過|多於|高於|至少|逾) ?(?:${quantity}) ?(?:以下|以內)`, 'g');
/** 至少不得超過4週, 至多不得少於3人: the least of the one is the most of the other. */
const bothLimits = new RegExp(
  `(?:至少[應須需]?不[得可應宜能](?:超過|高於|多於|大於|逾)|(?:至多|最多)[應須需]?不[得可應宜能](?:少於|低於|不足)) ?(?:${quantity})`,
  'g',
);
/** 「不到六成、超過七成」 of one thing: what is said of it leaves nothing. 「不足三人、超過十人者」 speaks of two cases. */
const apart = new RegExp(
  `(?:不到|不足|未達|未滿)[^，。；、\\d]{0,12}?(${apartShare})[、，]?(?:[卻但而且又並已]|實際上?|甚至)*(?:超過|逾|多於|高於) ?(${apartShare})(?![者時均皆即應須則不以])`,
  'g',
);
/** Between two quantities these tell of a change: 由不到五成提升至超過五成. */
const change = /[至到為成增升降減變漲跌]/;

/** What a figure is held against: 規範之100, 去年的30, 全國平均30. */
const benchmark =
  /規[定範格]|標準|目標|門檻|[上下]限|限[值制]|平均|[去前上]年|[上前]屆|原[訂定]|預[定期計]|全[國球]|國內|我國|法定|容許|[之的]$/;
/** What is measured, and not counted: 0.18公釐, 25毫秒, 3公噸. */
const physicalUnits =
  '[公千毫微奈海英]?[尺分釐里米克升噸頓斤]|平方?公[尺里分]|立方公[尺分]|公頃|[毫微]?秒|分鐘|小時|[千百萬]?瓦(?:時|小時)?|伏特|安培|分貝|[千百]?赫茲?|[天週年]';

/** 128 pC，超過規範之100 pC: a figure with the one that it is said to be over or under. */
const compared = new RegExp(
  `(?<![\\d.,])(?<first>\\d[\\d,]*(?:\\.\\d+)?) ?(?<unit>[萬億]?(?:${measures})|${physicalUnits}|[A-Za-zµμΩ/²³]{1,6}|[度分倍℃])，?[已均皆仍尚略遠更]?(?<not>[未不])?` +
    '(?:(?<over>超過|超出|高於|大於|多於|高過|逾)|低於|小於|少於|未達|不及)' +
    '(?<middle>[^，。；、：（）\\d]{1,14})(?<second>\\d[\\d,]*(?:\\.\\d+)?) ?\\k<unit>(?![萬億至到~～—–])',
  'gu',
);

/** Figures that are said to be over a greater one, or under a smaller one; places are those of the flow. */
function falseComparisonsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: words, index, groups } of text.matchAll(compared)) {
    const { first, second, middle, over, not } = groups as Record<'first' | 'second' | 'middle', string> &
      Partial<Record<'over' | 'not', string>>;
    const [value, held] = [valueOf(first), valueOf(second)];
    const isFalse = not === undefined ? (over ? value <= held : value >= held) : over ? value > held : value < held;
    if (isFalse && benchmark.test(middle)) found.push({ start: index, end: index + words.length });
  }
  return found;
}

/** 半數, 一半, 五成, 百分之五十 and 50% are one quantity. */
function sameAs(words: string): string {
  const bare = words.replace(/[ ,]/g, '').replace('％', '%');
  return /^(?:半數|一半|五成|5成|50%|百分之五十)$/.test(bare) ? '50%' : bare;
}

/** A share in percent; a number as it is. */
function valueOf(words: string): number {
  const digits = parseFloat(words.replaceAll(',', ''));
  if (!Number.isNaN(digits)) return words.endsWith('成') ? digits * 10 : digits;
  if (words.endsWith('成')) return (parseHanNumber(words.slice(0, -1)) ?? 0) * 10;
  return parseHanNumber(words.replace('百分之', '')) ?? 0;
}

/** What is counted; a share is one however it is written. */
function measureOf(words: string): string {
  return /[%％成]$|^百分之/.test(words) ? '%' : words.replace(/[\d, ]/g, '');
}

/** What is said of one quantity in a paragraph and leaves nothing; places are those of the flow. */
function contradictionsIn({ units }: Paragraph, text: string): readonly Span[] {
  const cues = units.reduce((all, { facts }) => all | facts.cues, 0);
  if ((cues & (Cue.Under | Cue.Over)) === 0) return [];
  const found: Span[] = [];
  const quotes = scanQuotes(text);
  for (const pattern of [both, apart, underOver, overUnder, bothLimits]) {
    for (const match of text.matchAll(pattern)) {
      if (pattern === both && (sameAs(match[1]!) !== sameAs(match[3]!) || change.test(match[2]!))) continue;
      if (
        pattern === apart &&
        !(valueOf(match[1]!) <= valueOf(match[2]!) && measureOf(match[1]!) === measureOf(match[2]!))
      )
        continue;
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
  readonly message: 'both' | 'compared';
}

/** What a paragraph says of quantities, whatever line ends cut it. */
function notesOf(paragraph: Paragraph): readonly (Contradiction | Figure)[] {
  const flow = paragraphFlow(paragraph);
  const { words } = flow;
  return [
    ...contradictionsIn(paragraph, words).map((span) => ({ message: 'both' as const, ...span })),
    ...falseComparisonsIn(words).map((span) => ({ message: 'compared' as const, ...span })),
    ...figuresIn(paragraph, words),
  ].map((note) => ({ ...note, ...flow.spanOf(note.start, note.end) }));
}

export const rule: ReportRule<Contradiction | Figure, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', read: notesOf },
  id: 'numbers/contradiction',
  title: { 'zh-TW': '數量敘述矛盾', en: 'A quantity contradicts itself' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-28',
  fix: undefined,
  messages: {
    both: {
      'zh-TW': '「{words}」前後矛盾：一個說未達，一個說超過，請擇一。',
      en: '{words} says less and more of one quantity; keep one.',
    },
    compared: {
      'zh-TW': '「{words}」的兩個數字大小與文字不合，請核對。',
      en: 'The figures of {words} do not compare like that; check them.',
    },
    figures: {
      'zh-TW': '「{words}」與前面的「{first}」似乎說的是同一件事，數字卻不同，請核對。',
      en: '“{words}” and “{first}” before seem to be said of one thing; check the figures.',
    },
    first: { 'zh-TW': '前面的數字', en: 'The figure before' },
  },
  check: (_report, notes, _context, find) => {
    const figures: UnitNote<'paragraph', Figure>[] = [];
    for (const { unit, note } of notes) {
      if ('measure' in note) figures.push({ unit, note });
      else
        find({
          message: note.message,
          params: { words: unit.text.slice(note.start, note.end) },
          unit,
          start: note.start,
          end: note.end,
        });
    }
    const opening = figures.filter(isOpening).slice(0, mostInOpening);
    const rest = figures.filter((each) => !isOpening(each));
    const told = new Set<Figure>();
    for (const [first, { unit, note }] of [...transposed(figures), ...differing(opening, rest)]) {
      if (told.has(note)) continue;
      told.add(note);
      const { start, end } = note;
      const place = { unit: first.unit, start: first.note.start, end: first.note.end };
      const words = (at: Place): string => at.unit.text.slice(at.start, at.end);
      const params = { words: words({ unit, start, end }), first: words(place) };
      find({ message: 'figures', params, unit, start, end, related: [{ message: 'first', ...place }] });
    }
  },
};
