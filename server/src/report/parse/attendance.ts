import type { EconomyCode, NameKind } from '../../knowledge/types';
import { CharClass, classAt } from '../../text/characters';
import { parseCount } from '../../text/numerals';
import { bodyListsOf, labelledWords, wrongBodyCounts } from './attendedBodies';
import type { Span } from '../../text/span';
import { isBlank } from '../model/lines';
import type { LineTable } from '../model/lines';
import type { AttendanceList, Attendee, StatedCount, Stranger } from '../model/parts';
import { anyOf } from '../../knowledge/phrases';
import { ParagraphMemory } from './paragraphMemory';
import { paragraphsOf } from './paragraphs';
import type { Paragraph } from './paragraphs';
import { Cue } from '../scan/cues';
import { scanNames } from '../scan/names';

/** A name that may stand in a list: of a member, or of an economy outside the forum (印度). */
export interface ListedName extends Span {
  readonly economy: EconomyCode | undefined;
}

/** Names that stand side by side: 「美國、日本及我國」. */
interface Run extends Span {
  readonly members: readonly ListedName[];
}

function attendeesOf({ members }: Run): readonly Attendee[] {
  return members.filter((member): member is Attendee => member.economy !== undefined);
}

function strangersOf({ members }: Run, isPresent: boolean): readonly Stranger[] {
  return members.filter(({ economy }) => economy === undefined).map(({ start, end }) => ({ start, end, isPresent }));
}

const joints = '、,，及與和暨以';

/** The words of `[start, end)` without blanks and line ends, for looking at what surrounds a run. */
function squeezed(text: string, start: number, end: number): string {
  let words = '';
  for (let i = start; i < end; i++) {
    if (classAt(text, i) !== CharClass.Blank && text[i] !== '\n' && text[i] !== '\r' && text[i] !== '*')
      words += text[i]!;
  }
  return words;
}

/** Between two names of a list: names that no table knows, each behind its joint: `、庫克群島、`, `、紐埃及`. */
const unknownNames = /^(?:[、及與和暨][^、，,。；：:（）()及與和暨\d]{2,8}){1,4}(?:[、及與和暨]|以及)$/;
/** These are no names of countries. */
const noCountry = /[處局署部會院所司組團等人者員國]$|代表|秘書|公司|大學|組織|機構|[由為以向就對於的之將]/;
/** Longer words between two names are no names. */
const longestBetween = 48;

/** The names that stand between two of a list and are in no table, with their places; none where other words stand there. */
function unknownBetween(text: string, start: number, end: number): readonly ListedName[] {
  if (end - start > longestBetween || !unknownNames.test(squeezed(text, start, end))) return [];
  const names: ListedName[] = [];
  for (const { 0: words, index } of text.slice(start, end).matchAll(/[^、及與和暨]+/g)) {
    const bare = words.trim();
    if (bare === '' || bare === '以') continue;
    if (noCountry.test(bare)) return [];
    const from = start + index + words.indexOf(bare);
    names.push({ economy: undefined, start: from, end: from + bare.length });
  }
  return names;
}

function runsOf(text: string, mentions: readonly ListedName[]): Run[] {
  const runs: Run[] = [];
  let members: ListedName[] = [];
  for (const mention of mentions) {
    const previous = members[members.length - 1];
    if (previous) {
      const between = squeezed(text, previous.end, mention.start);
      const isJoint = between !== '' && between.length <= 2 && [...between].every((each) => joints.includes(each));
      const unknown = isJoint ? [] : unknownBetween(text, previous.end, mention.start);
      members.push(...unknown);
      if (!isJoint && unknown.length === 0) {
        runs.push({ members, start: members[0]!.start, end: previous.end });
        members = [];
      }
    }
    members.push(mention);
  }
  const last = members[members.length - 1];
  if (last) runs.push({ members, start: members[0]!.start, end: last.end });
  return runs;
}

const countBefore =
  /^(?:[，,（(](?=[共計合總])|等)?(?:共計|總計|合計|共有|計有|計|共)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:個|位)?(?:APEC)?(?:會員體|會員經濟體|會員國|會員|經濟體|成員)/;
/** 「A、B及C共6國派員參加」: countries, where the list is whole. 「A、B等7國」 may name some of them. */
const countriesBefore =
  /^(?:共計|總計|合計|共有|計有|計|共)(\d{1,2}|[一二三四五六七八九十]{1,3})個?(?:國家|國)(?=(?:均|皆)?(?:之|的)?(?:派員|代表|出席|參加|與會|參與|致詞))/;
/** 「出席者除我國外，計有」 announces as 「出席者計有」 does. */
const besidesUs = /[：:，,（(]?除我[國方][以之]?外[）)]?[，,]?/;
/** Right in front of a list these say that it is of those present: 出席會員：, 與會者為, 參加國家：, 出席會員尚有. */
const announces =
  /(?<!未派員|[未無])(?:(?:出席|與會)(?:之|的)?(?:會員體|會員|經濟體|成員|國家|者)?(?:計有|尚有|包括|[為有計])?[：:]?|(?:出席|與會|參加)(?:之|的)?(?:會員體|會員|經濟體|成員|國家)[：:]?(?:另有|有)|參加(?:之|的)?(?:會員|經濟體|成員|國家)[：:])$/;
/** A label of them: 與會情形（括弧內為人數）：, 出席發言之會員計有：, 參與者（含我國）為：, 本次到場的代表團有. */
const announcesByLabel =
  /(?<!未派員|[未無])(?:出席|與會|參加|參與|到場|報到)(?:會議|討論|發言|簡報|審查)?(?:之|的)?(?:會員體|會員國|會員|經濟體|成員國|成員|國家|代表團|代表|單位|者|各國|各方|國)?(?:名單|名冊|情形|狀況)?(?:[（(][^（）()]{1,16}[）)])?[，,]?(?:如下|如次|分別)?(?:計有|共有|尚有|包括|包含|[為有計])?(?:[：:]|(?<=[者員國體團單位家方](?:計有|共有|包括|包含|[為有]))|(?<=計有|共有))$/;
/** 出席會員（19個）： */
const countInLabel = /[（(](\d{1,2}|[一二三四五六七八九十]{1,3})(個(?:會員|經濟體|國家)?|國)[）)][：:]$/;
/** Members with what they did behind the bracket: 會員（A、B及C）均派團出席. */
const membersBefore = /(?:會員體|會員國|會員|經濟體|成員國|成員|締約方|各國|代表團)[（(]$/;
const attendBehind = /^[）)][均皆都]?(?:派員|派團|派代表|已)?(?:出席|與會|到場|參加)/;
/** The same with their number, so that the list has to be whole: 出席會員計15個：, 共有12國參加，分別為, 計9個經濟體（. */
const announcesCount =
  /(?:(?:出席|與會|參加)(?:之|的)?(?:會員體|會員|經濟體|成員|國家)?[，,]?)?(?:共計|合計|總計|計有|共有|計|共)(\d{1,2}|[一二三四五六七八九十]{1,3})(個?(?:APEC)?(?:會員體|會員經濟體|會員國|會員|經濟體|成員|國家|國)|個)(?:派員)?(?:出席|與會|參加)?(?:會議)?(?:[，,]?(?:分別[為是]|[即為是])|[：:（(])$/;
/** Behind a list that is whole nothing goes on with it. */
const closesList = /^(?:$|[。；）)]|[，,](?!以?及|[和與暨另]|還有)|(?:均|皆)?(?:派員)?(?:出席|與會|參加))/;
/** 「與會成員：A、B及C共6國」 */
const countriesAtEnd =
  /^[，,]?(?:共計|總計|合計|[計共等])(\d{1,2}|[一二三四五六七八九十]{1,3})個?(?:國家|國)?(?=$|[。；，,（(])/;
const presentSoon = new RegExp(anyOf('present'));
const someMembers = `(?:等(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?個?(?:會員[體國]|成員|國|${anyOf('member')})?)?`;
/** What of a label stands behind its verb: those absent are named behind 「缺席會員：」, not before it. */
const labelBehind =
  '(?:之|的)?(?:會員體|會員國|會員|經濟體|成員國|成員|國家|代表團|代表|單位|者)?(?:名單)?(?:[（(][^（）()]{1,8}[）)])?(?:計有|包括|[為有計])?[：:]';
const absentNext = new RegExp(
  `^[）)]?${someMembers}(?:[均皆則亦仍]|因故|臨時|因[^，。；、]{1,8}|[僅雖]?以書面[^，。；、]{0,8}[，,]?[惟但]?)*${anyOf('absent')}(?!${labelBehind})`,
);
/** Right in front of those absent: 缺席會員：, 請假：, 未派代表者為. */
const absentLabel =
  /(?:缺席|未派員出席|未派員|未與會|未參加|未出席|未派代表|請假|未到場?)(?:之|的)?(?:會員體|會員國|會員|經濟體|成員國|成員|國家|代表團|代表|者)?(?:名單)?(?:[（(][^（）()]{1,8}[）)])?(?:計有|包括|[為有計])?[：:]?$/;
const silentNext = new RegExp(`^等?(?:\\d{1,2}個?${anyOf('member')})?[均皆並]?${anyOf('silent')}`);
const exceptNext =
  /^(?:等\d{0,2}個?(?:會員|經濟體)?)?(?:均|皆)?(?:未出席|缺席|未與會|未派員出席|未派員|未參加)?(?:以外|之外|外)/;
const allOthers =
  /^[，,]?(?:其餘|其他|所有|全體|各)(?:(\d{1,2}|[一二三四五六七八九十]{1,3})個)?(?:APEC)?(?:會員體|會員經濟體|會員|經濟體|成員)/;
/** 「38個會員中，除A外，均派員出席，計35個會員」 */
const totalBefore = /(\d{1,3})個?(?:會員體|會員國|會員|經濟體|成員|國)[之當]?中?[，,]?除了?$/;
const restPresent =
  /^[，,]?(?:其餘|其他)?[均皆都]已?(?:派員|派代表)?(?:出席|與會|參加)[^，。；]{0,6}(?:[，,]?(?:共計|合計|計|共)(?:有|為)?(\d{1,3})個?(?:會員體|會員國|會員|經濟體|成員|國))?/;
const countOnly =
  /(?:計有|共有|合計|總計|[計共有])(\d{1,2}|[一二三四五六七八九十]{1,3})個(?:APEC)?(?:會員體|會員經濟體|會員|經濟體)/;

/** How far around a run its words are looked at, in UTF-16 code units. */
const reach = 48;

/** Where the `length` squeezed units in front of `end` or behind `start` really begin and end. */
function spanOfMatch(text: string, from: number, end: number, squeezedStart: number, squeezedEnd: number): Span {
  let count = -1;
  let start = from;
  let stop = end;
  for (let i = from; i < end; i++) {
    if (classAt(text, i) === CharClass.Blank || text[i] === '\n' || text[i] === '\r' || text[i] === '*') continue;
    count++;
    if (count === squeezedStart) start = i;
    if (count === squeezedEnd - 1) {
      stop = i + 1;
      break;
    }
  }
  return { start, end: stop };
}

/**
 * A run whose last names are said to be away or silent begins anew behind the comma of a list that is closed: of
 * 「出席會員包括A、B及C，D缺席」 only D is away.
 */
function partedRun(text: string, end: number, run: Run): readonly Run[] {
  const { members } = run;
  const jointBefore = (index: number): string => squeezed(text, members[index - 1]!.end, members[index]!.start);
  let at = members.length - 1;
  while (at > 0 && !/[，,]/.test(jointBefore(at))) at--;
  if (at <= 0) return [run];
  const after = squeezed(text, run.end, Math.min(end, run.end + reach));
  if (!absentNext.test(after) && !silentNext.test(after)) return [run];
  const before = squeezed(text, Math.max(0, run.start - reach), run.start);
  const isClosed = at > 1 && /[及與和暨]/.test(jointBefore(at - 1));
  if (!isClosed && !announces.test(before) && !announcesByLabel.test(before)) return [run];
  return [
    { members: members.slice(0, at), start: run.start, end: members[at - 1]!.end },
    { members: members.slice(at), start: members[at]!.start, end: run.end },
  ];
}

interface Draft {
  form: AttendanceList['form'];
  present: readonly Attendee[];
  absent: Attendee[];
  silent: Attendee[];
  strangers: Stranger[];
  exceptUs: boolean;
  stated: StatedCount | undefined;
  total: StatedCount | undefined;
  named?: number;
  start: number;
  end: number;
}

/** Fewer names are no list. */
const fewestListed = 3;

/** The lists of one sentence `[start, end)` of `text`. */
function listsOfSentence(text: string, start: number, end: number, mentions: readonly ListedName[]): Draft[] {
  const drafts: Draft[] = [];
  let exceptUs = false;
  let current: Draft | undefined;
  const begin = (form: Draft['form'], at: Span): Draft => {
    current = {
      form,
      present: [],
      absent: [],
      silent: [],
      strangers: [],
      exceptUs,
      stated: undefined,
      total: undefined,
      start: at.start,
      end: at.end,
    };
    drafts.push(current);
    return current;
  };

  for (const run of runsOf(text, mentions).flatMap((run) => partedRun(text, end, run))) {
    const beforeFrom = Math.max(start, run.start - reach);
    const before = squeezed(text, beforeFrom, run.start);
    const afterEnd = Math.min(end, run.end + reach);
    const after = squeezed(text, run.end, afterEnd);

    if (before.endsWith('除') || before.endsWith('除了')) {
      const except = exceptNext.exec(after);
      if (except) {
        const others = allOthers.exec(after.slice(except[0].length));
        if (others && presentSoon.test(after.slice(except[0].length, except[0].length + others[0].length + 8))) {
          const list = begin('all-except', run);
          list.absent.push(...attendeesOf(run));
          list.strangers.push(...strangersOf(run, false));
          const unitEnd = except[0].length + others[0].length;
          list.end = spanOfMatch(text, run.end, afterEnd, 0, unitEnd).end;
          if (others[1] !== undefined) {
            const numeralAt = except[0].length + others[0].indexOf(others[1]);
            list.stated = { value: parseCount(others[1]), ...spanOfMatch(text, run.end, afterEnd, numeralAt, unitEnd) };
          }
          continue;
        }
        const total = totalBefore.exec(before);
        const rest = total && restPresent.exec(after.slice(except[0].length));
        if (rest) {
          const list = begin('all-except', run);
          list.absent.push(...attendeesOf(run));
          list.strangers.push(...strangersOf(run, false));
          const numeralSpan = spanOfMatch(text, beforeFrom, run.start, total.index, total.index + total[1]!.length);
          list.total = { value: Number(total[1]), ...numeralSpan };
          const behind = except[0].length + rest[0].length;
          list.end = spanOfMatch(text, run.end, afterEnd, 0, behind).end;
          if (rest[1] !== undefined) {
            const from = except[0].length + rest[0].lastIndexOf(rest[1]);
            list.stated = { value: Number(rest[1]), ...spanOfMatch(text, run.end, afterEnd, from, behind) };
          }
          continue;
        }
        if (run.members.length === 1 && run.members[0]!.economy === 'TW') exceptUs = true;
        continue;
      }
    }
    const silent = silentNext.exec(after);
    if (silent) {
      if (current) {
        current.silent.push(...attendeesOf(run));
        current.end = run.end;
      }
      continue;
    }
    // In brackets the list may run up to its word over several names: 「（A、B缺席）」.
    const absent = absentNext.exec(after);
    const labelled = absentLabel.test(before);
    if (absent || labelled) {
      const list = current ?? begin('listed', run);
      list.absent.push(...attendeesOf(run));
      list.strangers.push(...strangersOf(run, false));
      list.end = Math.max(list.end, absent ? spanOfMatch(text, run.end, afterEnd, 0, absent[0].length).end : run.end);
      continue;
    }
    // An economy that no table knows would part the list.
    const isWhole = !/[、及與和暨]$/.test(before);
    const label = before.replace(besidesUs, '');
    const announced = announces.test(label) || announcesByLabel.test(label);
    const countries = isWhole ? ((announced ? countriesAtEnd.exec(after) : null) ?? countriesBefore.exec(after)) : null;
    const count = countries ?? countBefore.exec(after);
    const ahead = count || run.members.length < 3 || !closesList.test(after) ? null : announcesCount.exec(before);
    const attends = countries
      ? run.members.length >= 3
      : count
        ? presentSoon.test(after.slice(count[0].length, count[0].length + 12)) || announced
        : ahead
          ? presentSoon.test(ahead[0] + after.slice(0, 12))
          : run.members.length >= 3 &&
            (/^等?(?:會員|經濟體)?(?:均|皆)?(?:派員)?(?:出席|與會)/.test(after) ||
              (membersBefore.test(before) && attendBehind.test(after)));
    if (attends || (announced && run.members.length >= 3)) {
      const list = begin('listed', run);
      list.present = attendeesOf(run);
      list.strangers.push(...strangersOf(run, true));
      const inLabel = announced && !count && !ahead ? countInLabel.exec(before) : null;
      if (inLabel) {
        const from = inLabel.index + 1;
        const numeral = spanOfMatch(text, beforeFrom, run.start, from, from + inLabel[1]!.length + inLabel[2]!.length);
        list.stated = { value: parseCount(inLabel[1]!), ...numeral };
        list.start = numeral.start;
      }
      // Somebody whom no table knows stands in front of the run: how many are listed nobody can say.
      if (count && isWhole) {
        const numeralAt = count[0].lastIndexOf(count[1]!);
        const unitEnd = count[0].length;
        const numeralSpan = spanOfMatch(text, run.end, afterEnd, numeralAt, unitEnd);
        list.stated = { value: parseCount(count[1]!), ...numeralSpan };
        list.end = numeralSpan.end;
      } else if (ahead) {
        const from = before.length - ahead[0].length + ahead[0].search(/[\d一二三四五六七八九十]/);
        const numeralSpan = spanOfMatch(text, beforeFrom, run.start, from, from + ahead[1]!.length + ahead[2]!.length);
        list.stated = { value: parseCount(ahead[1]!), ...numeralSpan };
        list.start = numeralSpan.start;
      }
      exceptUs = false;
    }
  }

  if (drafts.length === 0) {
    const words = squeezed(text, start, end);
    const count = countOnly.exec(words);
    if (count && presentSoon.test(words.slice(count.index + count[0].length, count.index + count[0].length + 8))) {
      const numeralAt = count.index + count[0].indexOf(count[1]!);
      const span = spanOfMatch(text, start, end, numeralAt, count.index + count[0].length);
      const list = begin('count-only', span);
      list.stated = { value: parseCount(count[1]!), ...span };
    }
  }
  const { words: sentence, offsets } = labelledWords(text.slice(start, end));
  const at = (span: Span): Span => ({ start: start + offsets[span.start]!, end: start + offsets[span.end - 1]! + 1 });
  const isRead = (span: Span): boolean =>
    drafts.some((draft) => span.start < draft.end && draft.start < span.end) ||
    mentions.filter((one) => one.start >= span.start && one.end <= span.end).length >= fewestListed;
  for (const { isPresent, items, stated } of bodyListsOf(sentence)) {
    const names = items.map(at);
    const span = { start: names[0]!.start, end: names.at(-1)!.end };
    if (isRead(span)) continue;
    const draft = begin('bodies', span);
    draft.strangers.push(...names.map((name) => ({ ...name, isPresent })));
    if (stated) draft.stated = { value: stated.value, ...at(stated) };
    draft.end = Math.max(draft.end, draft.stated?.end ?? 0);
  }
  for (const { sum, value, named, list } of wrongBodyCounts(sentence)) {
    const place = at(sum);
    if (drafts.some(({ stated }) => stated && stated.start < place.end && place.start < stated.end)) continue;
    const draft = begin('bodies', at(list));
    draft.stated = { value, ...place };
    draft.named = named;
  }
  return drafts;
}

/** Marks of footnotes: [^2], [1], ^註^, ². */
const footnote = /\[\^[^\]\s]{1,20}\]|\[\d{1,3}\]|\^[^^\s]{1,8}\^|[¹²³⁴⁵⁶⁷⁸⁹]/g;
const bracket = /（[^（）]*）|\([^()]*\)/g;
/** Brackets with such words change who is there; all others say something besides. */
const changesList = new RegExp(`${anyOf('absent')}|${anyOf('silent')}|未派|未與會|請假`);

/** （計18個會員） is of the whole list. */
const countInBrackets = /^[（(](?:共計|合計|總計|共有|計有|共|計)\s?[\d一二三四五六七八九十]/;

/**
 * A sentence with what stands beside a name in a list blotted out: 「韓國（主辦）」, 「巴布亞紐幾內亞（下稱巴紐）」, 「智利[1]」. Offsets
 * stay as they are.
 * @param mentions the names of the sentence; those inside a remark are of the same economy as the name in front of it
 */
function withoutRemarks(
  sentence: string,
  mentions: readonly ListedName[],
): { readonly words: string; readonly named: readonly ListedName[] } {
  if (mentions.length === 0 || !/[（([^¹²³⁴⁵⁶⁷⁸⁹]/.test(sentence)) return { words: sentence, named: mentions };
  const blank = (match: string): string => ' '.repeat(match.length);
  let words = sentence.replace(footnote, blank);
  let named = mentions;
  words = words.replace(bracket, (remark, index: number) => {
    const before = words.slice(0, index).trimEnd().length;
    const owner = named.find(({ end }) => end === before);
    const inside = named.filter(({ start, end }) => start >= index && end <= index + remark.length);
    if (
      !owner ||
      changesList.test(remark) ||
      countInBrackets.test(remark) ||
      inside.some(({ economy }) => economy !== owner.economy)
    )
      return remark;
    named = named.filter((each) => !inside.includes(each));
    return blank(remark);
  });
  return { words, named };
}

/** What may stand in a list of members, rightly or not. */
export const listedKinds: readonly NameKind[] = [
  'name',
  'nonstandard',
  'misspelled',
  'own-name',
  'english',
  'other-economy',
];

/** No name is longer. */
const longestName = 12;

/** The name that begins on `line` and ends on `next`, the next one that is not blank nor the edge of a page: 馬來西|亞. */
function cutName(lines: LineTable, line: number, next: number): ListedName | undefined {
  const [before, behind] = [lines.facts[line]!, lines.facts[next]!];
  const from = Math.max(before.content.start, before.content.end - longestName);
  const head = before.text.slice(from, before.content.end);
  const tail = behind.text.slice(
    behind.content.start,
    Math.min(behind.content.end, behind.content.start + longestName),
  );
  const name = scanNames(head + tail, []).names.find(
    ({ row, start, end }) => start < head.length && end > head.length && listedKinds.includes(row.kind),
  );
  if (!name) return undefined;
  return {
    economy: name.row.economy,
    start: lines.starts[line]! + from + name.start,
    end: lines.starts[next]! + behind.content.start + name.end - head.length,
  };
}

/** The names of a paragraph that may stand in a list, those too that a line end cuts. */
function mentionsIn(lines: LineTable, paragraph: Pick<Paragraph, 'line' | 'toLine'>): readonly ListedName[] {
  const mentions: ListedName[] = [];
  for (let line = paragraph.line; line < paragraph.toLine; line++) {
    const offset = lines.starts[line]!;
    // Half of a name that was cut may be a name too: 巴布亞紐|幾內亞.
    const from = mentions.at(-1)?.end ?? 0;
    for (const { row, start, end } of lines.facts[line]!.names) {
      if (listedKinds.includes(row.kind) && offset + start >= from)
        mentions.push({ economy: row.economy, start: offset + start, end: offset + end });
    }
    if (isBlank(lines.facts[line]!)) continue;
    let behind = line + 1;
    while (behind < paragraph.toLine && isBlank(lines.facts[behind]!)) behind++;
    const cut = behind < paragraph.toLine ? cutName(lines, line, behind) : undefined;
    if (!cut) continue;
    while (mentions.length > 0 && mentions.at(-1)!.end > cut.start) mentions.pop();
    mentions.push(cut);
  }
  return mentions;
}

/** The attendance lists of a paragraph. */
function read(text: string, lines: LineTable, paragraph: Paragraph): readonly AttendanceList[] {
  const mentions = mentionsIn(lines, paragraph);
  const lists: AttendanceList[] = [];
  let start = paragraph.start;
  let next = 0;
  for (let i = paragraph.start; i <= paragraph.end; i++) {
    if (i < paragraph.end && text[i] !== '。') continue;
    const inside: ListedName[] = [];
    for (; next < mentions.length && mentions[next]!.end <= i; next++) {
      const { economy, start: from, end } = mentions[next]!;
      inside.push({ economy, start: from - start, end: end - start });
    }
    const { words, named } = withoutRemarks(text.slice(start, i), inside);
    const delta = start;
    lists.push(...listsOfSentence(words, 0, words.length, named).map((list) => moved(list, delta)));
    start = i + 1;
  }
  return lists;
}

function moved(list: AttendanceList, delta: number): AttendanceList {
  const move = <S extends Span>(span: S): S => ({ ...span, start: span.start + delta, end: span.end + delta });
  return {
    ...move(list),
    present: list.present.map(move),
    absent: list.absent.map(move),
    silent: list.silent.map(move),
    strangers: list.strangers.map(move),
    stated: list.stated && move(list.stated),
    total: list.total && move(list.total),
  };
}

/** Whether a paragraph may hold a list: it speaks of attending, or names several. */
function mayList(lines: LineTable, { line: from, toLine }: Pick<Paragraph, 'line' | 'toLine'>): boolean {
  let names = 0;
  for (let line = from; line < toLine; line++) {
    const facts = lines.facts[line]!;
    if ((facts.cues & (Cue.Present | Cue.Absent)) !== 0) return true;
    names += facts.names.length;
  }
  return names >= fewestListed;
}

const rememberedLists = new ParagraphMemory<readonly AttendanceList[]>((lists, delta) =>
  lists.map((list) => moved(list, delta)),
);

/**
 * The attendance lists of a paragraph: who is present, absent or silent and how many are stated. Understands
 * 「A、B及我國共 14 個會員出席（C缺席）」, 「除我國外，僅A、B共 13 個會員出席」, 「除A以外，所有會員均出席，惟B未發言」 and
 * 「計有 16 個經濟體出席」. Anything else gives no list.
 */
export function readAttendance(text: string, lines: LineTable, paragraph: Paragraph): readonly AttendanceList[] {
  if (!mayList(lines, paragraph)) return [];
  return rememberedLists.of(lines, paragraph, () => read(text, lines, paragraph));
}

/** Fewer names side by side are no list that anybody would make whole. */
const fewestInRun = 4;

type NameRun = readonly ListedName[];

const rememberedRuns = new ParagraphMemory<readonly NameRun[]>((runs, delta) =>
  runs.map((run) => run.map(({ economy, start, end }) => ({ economy, start: start + delta, end: end + delta }))),
);

/** The lists of names of a paragraph, whatever they are lists of. */
function nameRunsOf(text: string, lines: LineTable, paragraph: Paragraph): readonly NameRun[] {
  return runsOf(text, mentionsIn(lines, paragraph)).flatMap(({ members }) => {
    const isList =
      members.length >= fewestInRun &&
      members.slice(1, -1).every(({ start }, index) => squeezed(text, members[index]!.end, start) === '、');
    return isList ? [members] : [];
  });
}

/**
 * The lists of names of the lines `[from, to)`, whatever they are lists of: those that are joined by 、 with another joint before the
 * last at most, so that 「美國與日本、日本與韓國」 is none.
 */
export function nameRunsIn(text: string, lines: LineTable, from: number, to: number): readonly NameRun[] {
  return paragraphsOf(lines, from, to).flatMap((paragraph) =>
    mayList(lines, paragraph) ? rememberedRuns.of(lines, paragraph, () => nameRunsOf(text, lines, paragraph)) : [],
  );
}
