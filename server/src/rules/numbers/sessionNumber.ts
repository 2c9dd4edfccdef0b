import type { Line } from '../../report/model/line';
import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { parseCount } from '../../text/numerals';
import { sentenceAround } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { ReportRule, UnitNote } from '../engine/rule';

/** 第18屆國際高分子物理研討會, 年會第21屆會議. */
const session = /第 ?(\d{1,3}|[一二三四五六七八九十百]{1,5}) ?([屆次])([\p{Script=Han}A-Z]{2,12})/gu;
/** A name that says no more than that it is a meeting; what stands before the number tells which. */
const general = /^(?:年度)?(?:年會|會議|大會|會員大會|常會|研討會|論壇|委員會議|部長會議|領袖會議|全體會議)/;
/** Another session, as the words of a sentence tell. */
const ofAnother =
  /[上下前次去昨明歷往]一?[屆次年]|將於|將[由在]|預[計定]|訂於|未來|[曾起迄]|首[屆次]|以來|回顧|相較|較第|接續|延續|自第|後續|承辦|主辦權|爭取|過去|(?:19|20)\d\d/;
/** A session by its number: a sentence with two tells of a history. */
const numbered = /第.{1,5}[屆次]/g;
/** The first to the fifth time may be those of one year: 第三次資深官員會議. */
const fewestOfSeries = 6;

interface Session extends Span {
  readonly number: number;
  readonly measure: string;
  /** Of which meeting it is: what follows the number, or what stands before it. */
  readonly name: string;
  readonly isTitle: boolean;
}

/** So far back a name is looked for: remarks in brackets may stand between it and the number. */
const longestName = 80;
/** How much of a name has to be the same. */
const nameLength = 4;

function sessionsOf({ text, zone, surroundings }: Line): readonly Session[] {
  if (zone === 'contents' || /attachments|recommendations|reflections/.test(surroundings.part ?? '')) return [];
  const found: Session[] = [];
  const quotes = scanQuotes(text);
  for (const { 0: words, 1: numeral, 2: measure, 3: behind, index } of text.matchAll(session)) {
    const end = index + words.length - behind!.length;
    const sentence = sentenceAround(text, { start: index, end });
    if (
      zone !== 'cover' &&
      (ofAnother.test(sentence) || (sentence.match(numbered)?.length ?? 0) > 1 || isQuoted(quotes, index, end))
    )
      continue;
    const number = parseCount(numeral!);
    if (measure === '次' && number < fewestOfSeries) continue;
    const before = text
      .slice(Math.max(0, index - longestName), index)
      .replace(/[（(][^（）()]*[）)]|\s/g, '')
      .slice(-nameLength);
    const name = general.test(behind!) ? before : behind!.slice(0, nameLength);
    if (!/^[\p{Script=Han}A-Z]{4}$/u.test(name) || /^(?:出席|參加)/.test(name)) continue;
    found.push({
      number,
      measure: measure!,
      name: general.test(behind!) ? `${name}…${general.exec(behind!)![0]}` : name,
      isTitle: zone === 'cover',
      start: index,
      end,
    });
  }
  return found;
}

/** The first place of each name is what the others are held to: title, 摘要, 目的. */
function isOpening({ unit, note }: UnitNote<'line', Session>): boolean {
  return note.isTitle || unit.zone === 'abstract' || unit.surroundings.part === 'purpose';
}

export const rule: ReportRule<Session> = {
  per: 'report',
  notes: { per: 'line', read: sessionsOf },
  id: 'numbers/session-number',
  title: { 'zh-TW': '屆次不一致', en: 'Number of the session differs' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    other: {
      'zh-TW': '同一會議前面是「{first}」，這裡是「{words}」，請核對屆次。',
      en: 'Before, this meeting is “{first}”, here “{words}”; check the number.',
    },
    first: { 'zh-TW': '前面的屆次', en: 'The number before' },
  },
  check: (_report, notes, _context, find) => {
    const firsts = new Map<string, UnitNote<'line', Session>>();
    const numbers = new Map<string, Set<number>>();
    for (const each of notes) {
      const key = each.note.measure + each.note.name;
      if (!firsts.has(key) && isOpening(each)) firsts.set(key, each);
      const known = numbers.get(key) ?? new Set<number>();
      numbers.set(key, known.add(each.note.number));
    }
    for (const { unit, note } of notes) {
      const key = note.measure + note.name;
      const first = firsts.get(key);
      // A report that tells of three sessions tells of a history.
      if (!first || first.note.number === note.number || numbers.get(key)!.size > 2) continue;
      const place = { unit: first.unit, start: first.note.start, end: first.note.end };
      find({
        message: 'other',
        params: {
          first: first.unit.text.slice(first.note.start, first.note.end),
          words: unit.text.slice(note.start, note.end),
        },
        unit,
        start: note.start,
        end: note.end,
        related: [{ message: 'first', ...place }],
      });
    }
  },
};
