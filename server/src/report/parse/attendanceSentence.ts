/** Reads the attendance lists of one sentence: who is present, absent or silent, and how many are stated. */
import { anyOf } from '../../knowledge/phrases';
import { CharClass, classAt } from '../../text/characters';
import { parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { AttendanceList, Attendee, StatedCount, Stranger } from '../model/parts';
import { bodyListsOf, labelledWords, wrongBodyCounts } from './attendedBodies';
import { runsOf, squeezed } from './nameRuns';
import type { ListedName, Run } from './nameRuns';

/** Fewer names are no list. */
export const fewestListed = 3;

function attendeesOf({ members }: Run): readonly Attendee[] {
  return members.filter((member): member is Attendee => member.economy !== undefined);
}

function strangersOf({ members }: Run, isPresent: boolean): readonly Stranger[] {
  return members.filter(({ economy }) => economy === undefined).map(({ start, end }) => ({ start, end, isPresent }));
}

/** What members are called, and who else is there. */
const memberWords = '會員(?:經濟)?[體國]?|經濟體|成員國?';
const members = `(?:${memberWords})`;
const whoeverWords = `${memberWords}|國家|代表團?|單位|者`;
const whoever = `(?:${whoeverWords})`;
const there = anyOf('present');
/** In front of a number that is a sum. */
const sum = '(?:[共總合]計|[共計]有?)';
const figure = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})`;
const amount = figure.replace('?:', '');

const countBefore = new RegExp(
  String.raw`^(?:[均皆]?派(?:員|團|代表)${there}?)?(?:[，,（(](?=[共計合總])|等)?${sum}?${amount}[個位]?(?:APEC)?${members}`,
);
/** 「A、B及C共6國派員參加」: countries, where the list is whole. 「A、B等7國」 may name some of them. */
const countriesBefore = new RegExp(
  String.raw`^${sum}${amount}個?國家?(?=[均皆]?[之的]?(?:派[員團]|派?代表|出席|參加|與會|參與|致詞))`,
);
/** 「出席者除我國外，計有」 announces as 「出席者計有」 does. */
const besidesUs = /[：:，,（(]?除我[國方][以之]?外[）)]?[，,]?/;
/** Right in front of a list these say that it is of those present: 出席會員：, 與會者為, 參加國家：, 出席會員尚有. */
const announces = new RegExp(
  String.raw`(?<!未派員|[未無])(?:(?:出席|與會)[之的]?(?:${memberWords}|國家|者)?(?:計有|尚有|包括|[為有計])?[：:]?|${there}[之的]?(?:${memberWords}|國家)[：:]?(?:另有|有)|參加[之的]?(?:${memberWords}|國家)[：:])$`,
);
/** A label of them: 與會情形（括弧內為人數）：, 出席發言之會員計有：, 參與者（含我國）為：, 本次到場的代表團有. */
const announcesByLabel = new RegExp(
  String.raw`(?<!未派員|[未無])(?:出席|與會|參加|參與|到場|報到)(?:會議|討論|發言|簡報|審查)?[之的]?(?:${whoeverWords}|各[國方]|國)?(?:名單|名冊|情形|狀況)?(?:[（(][^（）()]{1,16}[）)])?[，,]?(?:如[下次]|分別)?(?:計有|共有|尚有|包括|包含|[為有計])?(?:[：:]|(?<=[者員國體團單位家方](?:計有|共有|包括|包含|[為有]))|(?<=計有|共有))$`,
);
/** 出席會員（19個）： */
const countInLabel = new RegExp(String.raw`[（(]${amount}(個(?:會員|經濟體|國家)?|國)[）)][：:]$`);
/** Members with what they did behind the bracket: 會員（A、B及C）均派團出席. */
const membersBefore = new RegExp(String.raw`(?:${memberWords}|締約方|各國|代表團)[（(]$`);
const attendBehind = /^[）)][均皆都]?(?:派(?:員|團|代表)|已)?(?:出席|與會|到場|參加)/;
/** The same with their number, so that the list has to be whole: 出席會員計15個：, 共有12國參加，分別為, 計9個經濟體（. */
const announcesCount = new RegExp(
  String.raw`(?:${there}[之的]?(?:${memberWords}|國家)?[，,]?)?${sum}${amount}(個?(?:APEC)?(?:${memberWords}|國家?)|個)(?:派員)?${there}?(?:會議)?(?:[，,]?(?:分別[為是]|[即為是])|[：:（(])$`,
);
/** Behind a list that is whole nothing goes on with it. */
const closesList = /^(?:$|[。；）)]|[，,](?!以?及|[和與暨另]|還有)|[均皆]?(?:派員)?(?:出席|與會|參加))/;
/** 「與會成員：A、B及C共6國」 */
const countriesAtEnd = new RegExp(
  String.raw`^[，,]?(?:共計|總計|合計|[計共等])${amount}個?(?:國家?)?(?=$|[。；，,（(])`,
);
const presentSoon = new RegExp(`${anyOf('present')}|(?<![未法克能])派(?:員|團|代表)`);
/** 等5個會員, and 5個會員 right behind the last name. */
const someMembers = `(?:等${figure}?個?(?:${memberWords}|國)?|共?${figure}個?(?:${memberWords}|國))?`;
/** By which way: 以線上方式, 透過視訊, 改採遠距. */
const byScreen = '[均皆則]?改?(?:以|採|透過|經由)?(?:線上|視訊|遠距|遠端|網路)(?:會議|連線)?(?:方式|形式)?';
const onScreen = new RegExp(`^(?:${memberWords}|${someMembers})${byScreen}(?:出席|與會|參加|參與)`);
/** Behind a run of names: they were there. */
const attendRightBehind = new RegExp(
  `^(?:${memberWords}|${someMembers})[均皆]?(?:(?:派(?:員|團|代表))?(?:出席|與會|到場|報到)|派(?:員|團|代表)(?=$|[，。；]))`,
);
/** What of a label stands behind its verb: those absent are named behind 「缺席會員：」, not before it. */
const labelBehind = `[之的]?${whoever}?(?:名單)?(?:[（(][^（）()]{1,8}[）)])?(?:計有|包括|[為有計])?[：:]`;
const absentNext = new RegExp(
  `^[）)]?${someMembers}(?:[均皆則亦仍]|因故|臨時|(?:因|適逢|未及|不克|無法)[^，。；、]{1,12}[，,]?|(?:事[前先]|原[已訂定先本]|雖[已經獲]?)[^，。；、]{1,10}[，,][惟但]?|[僅雖]?以書面[^，。；、]{0,8}[，,]?[惟但]?|[本此][次場]){0,3}(?:${anyOf('absent')}|(?:未派|未到|未報名|未參與|沒有?(?:派員?|出席|參加|到場?|來))人?(?=$|[，。；、）)]))(?!${labelBehind})`,
);
/** The same at the end of a clause, for whatever reason and in whatever manner: 則告缺席, 事先來信請假, 代表團因班機延誤未能出席. */
const absentAtEnd = new RegExp(
  `^(?<reason>[^，。；、：:（）()「」詢問提請對向就替為由說稱指認之的]{1,10}?)(?:${anyOf('absent')})(?:[本此該][次場]?(?:會議|會)?)?(?=$|[，。；）)])`,
);
const isThere = new RegExp(`${there}|派|未發言`);
/** Right in front of those absent: 缺席會員：, 請假：, 未派代表者為. */
const absentLabel = new RegExp(
  String.raw`(?:缺席|請假|未(?:派員)?(?:出席|與會|參加|參與|到場?)|未派員|未派代表|未派團|未報名)[之的]?${whoever}?(?:名單)?(?:[（(][^（）()]{1,8}[）)])?(?:計有|包括|[為有計])?[：:]?$`,
);
/** How many are away: behind their names, 等3個會員請假, （共4個會員）. */
const countAbsent = new RegExp(
  String.raw`^(?:[，,]?[（(]?(?:等|共計|合計|計有|[共計]))?${amount}個(?:APEC)?${members}`,
);
const silentNext = new RegExp(`^${someMembers}[均皆並]?${anyOf('silent')}`);
const exceptNext = new RegExp(
  `^(?:等\\d{0,2}個?(?:會員|經濟體)?)?[均皆]?(?:因[^，。；、]{1,12}?)?${anyOf('absent')}?[以之]?外`,
);
const isAway = new RegExp(anyOf('absent'));
const allOthers = new RegExp(String.raw`^[，,]?(?:其餘|其他|所有|全體|各)(?:${amount}個)?(?:APEC)?${members}`);
/** 「38個會員中，除A外，均派員出席，計35個會員」 */
const totalBefore = new RegExp(String.raw`(\d{1,3})個?(?:${memberWords}|國)[之當]?中?[，,]?除了?$`);
const restPresent = new RegExp(
  String.raw`^[，,]?(?:其餘|其他)?[均皆都]已?(?:派員|派代表)?${there}[^，。；]{0,6}(?:[，,]?(?:[共合]?計|共)[有為]?(\d{1,3})個?(?:${memberWords}|國))?`,
);
const countOnly = new RegExp(String.raw`(?:${sum}|有)${amount}個(?:APEC)?${members}`);
/** Before such a number: 出席者有. */
const thoseThere = new RegExp(`(?<![未不])${there}(?:者|會員|代表團)?$`);
/** 「主席宣布十九個會員與會」 */
const countAttends = new RegExp(
  String.raw`(?<![第等餘另逾近約前後他其\d一二三四五六七八九十])${amount}個(?:APEC)?${members}(?=[均皆]?已?(?:派員|派代表|完成)?(?:出席|與會|到場|報到))`,
);

/** Those who are not in the room are told by themselves, however few they are. */
const elsewhere = /(?:視訊|線上|遠距|遠端)(?:出席|與會|參加|參與)[^，。；、]{0,6}[：:為]$/;
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

interface Draft {
  form: AttendanceList['form'];
  present: Attendee[];
  absent: Attendee[];
  silent: Attendee[];
  strangers: Stranger[];
  exceptUs: boolean;
  stated: StatedCount | undefined;
  total: StatedCount | undefined;
  statedAbsent?: AttendanceList['statedAbsent'];
  named?: number;
  start: number;
  end: number;
}

/**
 * A run of names with the words right before and behind it, as far as they are looked at, without blanks and line ends.
 */
class RunWords {
  readonly run: Run;
  readonly before: string;
  readonly after: string;
  readonly #sentence: string;
  readonly #beforeFrom: number;
  readonly #afterEnd: number;

  constructor(sentence: string, run: Run) {
    this.run = run;
    this.#sentence = sentence;
    this.#beforeFrom = Math.max(0, run.start - reach);
    this.#afterEnd = Math.min(sentence.length, run.end + reach);
    this.before = squeezed(sentence, this.#beforeFrom, run.start);
    this.after = squeezed(sentence, run.end, this.#afterEnd);
  }

  /** Where the units `[from, to)` of `before` stand in the sentence. */
  spanBefore(from: number, to: number): Span {
    return spanOfMatch(this.#sentence, this.#beforeFrom, this.run.start, from, to);
  }

  /** Where the units `[from, to)` of `after` stand in the sentence. */
  spanAfter(from: number, to: number): Span {
    return spanOfMatch(this.#sentence, this.run.end, this.#afterEnd, from, to);
  }
}

/** The words behind a run by which its names are away; none where they are said of other names that stand between. */
function absenceBehind(words: RunWords, mentions: readonly ListedName[]): RegExpExecArray | null {
  const next = absentNext.exec(words.after);
  const atEnd = next ? null : absentAtEnd.exec(words.after);
  if (!atEnd) return next;
  const { end } = words.spanAfter(0, atEnd[0].length);
  const isOfOthers = mentions.some(({ start }) => start >= words.run.end && start < end);
  return isOfOthers || isThere.test(atEnd.groups!['reason']!) ? null : atEnd;
}

/** Whether words in front of a run say that it is of those present. */
function isAnnounced(before: string): boolean {
  const label = before.replace(besidesUs, '');
  return announces.test(label) || announcesByLabel.test(label);
}

/**
 * A run whose last names are said to be away or silent begins anew behind the comma of a list that is closed: of
 * 「出席會員包括A、B及C，D缺席」 only D is away.
 */
function partedRun(sentence: string, run: Run): readonly Run[] {
  const { members } = run;
  const jointBefore = (index: number): string => squeezed(sentence, members[index - 1]!.end, members[index]!.start);
  let at = members.length - 1;
  while (at > 0 && !/[，,]/.test(jointBefore(at))) at--;
  if (at <= 0) return [run];
  const { before, after } = new RunWords(sentence, run);
  if (!absentNext.test(after) && !absentAtEnd.test(after) && !silentNext.test(after)) return [run];
  const isClosed = at > 1 && /[及與和暨]/.test(jointBefore(at - 1));
  if (!isClosed && !isAnnounced(before)) return [run];
  return [
    { members: members.slice(0, at), start: run.start, end: members[at - 1]!.end },
    { members: members.slice(at), start: members[at]!.start, end: run.end },
  ];
}

function draftOf(form: Draft['form'], { start, end }: Span, exceptUs: boolean): Draft {
  return { form, present: [], absent: [], silent: [], strangers: [], exceptUs, stated: undefined, total: undefined, start, end }; // prettier-ignore
}

/** 「除A外」 in front of a run of names. */
function exceptionBehind({ before, after }: RunWords): string | undefined {
  return before.endsWith('除') || before.endsWith('除了') ? exceptNext.exec(after)?.[0] : undefined;
}

/**
 * The list of those absent of 「除A外，其餘20個會員均出席」 and 「38個會員中，除A外，均派員出席，計35個會員」.
 * @param except the words behind the names that make them an exception
 */
function listOfExceptions(words: RunWords, except: string, exceptUs: boolean): Draft | undefined {
  const { run, before, after } = words;
  const behind = after.slice(except.length);
  const begin = (): Draft => {
    const list = draftOf('all-except', run, exceptUs);
    list.absent.push(...attendeesOf(run));
    list.strangers.push(...strangersOf(run, false));
    return list;
  };
  const others = allOthers.exec(behind);
  if (others && presentSoon.test(behind.slice(0, others[0].length + 8))) {
    const list = begin();
    const unitEnd = except.length + others[0].length;
    list.end = words.spanAfter(0, unitEnd).end;
    if (others[1] !== undefined) {
      const numeralAt = except.length + others[0].indexOf(others[1]);
      list.stated = { value: parseCount(others[1]), ...words.spanAfter(numeralAt, unitEnd) };
    }
    return list;
  }
  const total = totalBefore.exec(before);
  const rest = total && restPresent.exec(behind);
  if (!rest) return undefined;
  const list = begin();
  list.total = { value: Number(total[1]), ...words.spanBefore(total.index, total.index + total[1]!.length) };
  const restEnd = except.length + rest[0].length;
  list.end = words.spanAfter(0, restEnd).end;
  if (rest[1] !== undefined) {
    const from = except.length + rest[0].lastIndexOf(rest[1]);
    list.stated = { value: Number(rest[1]), ...words.spanAfter(from, restEnd) };
  }
  return list;
}

/** The list of those present that a run of names is; undefined where it is none. */
function listOfPresent(words: RunWords, exceptUs: boolean): Draft | undefined {
  const { run, before, after } = words;
  const isOnScreen = onScreen.test(after);
  const isLong = run.members.length >= fewestListed || isOnScreen || elsewhere.test(before);
  // An economy that no table knows would part the list.
  const isWhole = !/[、及與和暨]$/.test(before);
  const announced = isAnnounced(before);
  const countries = isWhole ? ((announced ? countriesAtEnd.exec(after) : null) ?? countriesBefore.exec(after)) : null;
  const count = countries ?? countBefore.exec(after);
  const ahead = count || !isLong || !closesList.test(after) ? null : announcesCount.exec(before);
  const attends = (): boolean => {
    if (countries) return isLong;
    if (count) return announced || presentSoon.test(after.slice(0, count[0].length + 12));
    if (ahead) return presentSoon.test(ahead[0] + after.slice(0, 12));
    return (
      isLong &&
      (isOnScreen || attendRightBehind.test(after) || (membersBefore.test(before) && attendBehind.test(after)))
    );
  };
  if (!(announced && isLong) && !attends()) return undefined;
  const list = draftOf('listed', run, exceptUs);
  list.present.push(...attendeesOf(run));
  list.strangers.push(...strangersOf(run, true));
  const inLabel = announced && !count && !ahead ? countInLabel.exec(before) : null;
  // Somebody whom no table knows stands in front of the run: how many are listed nobody can say.
  if (count && isWhole) {
    const span = words.spanAfter(count[0].lastIndexOf(count[1]!), count[0].length);
    list.stated = { value: parseCount(count[1]!), ...span };
    list.end = span.end;
  } else if (ahead ?? inLabel) {
    const { 0: said, 1: numeral, 2: unit, index } = (ahead ?? inLabel)!;
    const from = index + said.indexOf(numeral!);
    list.stated = { value: parseCount(numeral!), ...words.spanBefore(from, from + numeral!.length + unit!.length) };
    list.start = list.stated.start;
  }
  return list;
}

/** How many are said to be away; undefined where the names are but some of them: 日本等7個會員請假. */
function countOfAbsent(words: RunWords): AttendanceList['statedAbsent'] {
  const { run, before, after } = words;
  const inLabel = countInLabel.exec(before);
  const count = inLabel ?? (/[、及與和暨]$/.test(before) ? null : countAbsent.exec(after));
  if (!count) return undefined;
  const named = run.members.length;
  const value = parseCount(count[1]!);
  const isOpen = count[0].startsWith('等') && !absentLabel.test(before);
  if (named < 2 || (isOpen && (named < fewestListed || Math.abs(value - named) > 2))) return undefined;
  const at = count[0].indexOf(count[1]!);
  const span = inLabel
    ? words.spanBefore(inLabel.index + at, inLabel.index + at + count[1]!.length + count[2]!.length)
    : words.spanAfter(at, count[0].length);
  return { value, ...span, named, list: run };
}

/** A number of members who were there, in a sentence that names none: 「計有16個經濟體出席」. */
function countWithoutList(sentence: string, exceptUs: boolean): readonly Draft[] {
  const words = squeezed(sentence, 0, sentence.length);
  const said = countOnly.exec(words);
  const isSaid =
    said &&
    (presentSoon.test(words.slice(said.index + said[0].length).slice(0, 8)) ||
      thoseThere.test(words.slice(0, said.index)));
  const count = isSaid ? said : countAttends.exec(words);
  if (!count) return [];
  const to = count.index + count[0].length;
  const span = spanOfMatch(sentence, 0, sentence.length, count.index + count[0].indexOf(count[1]!), to);
  return [{ ...draftOf('count-only', span, exceptUs), stated: { value: parseCount(count[1]!), ...span } }];
}

/** The lists of bodies and persons of the sentence, which no table knows, that are no part of `known` ones. */
function listsOfBodies(
  sentence: string,
  mentions: readonly ListedName[],
  known: readonly Draft[],
  exceptUs: boolean,
): readonly Draft[] {
  const drafts: Draft[] = [];
  const { words, offsets } = labelledWords(sentence);
  const at = (span: Span): Span => ({ start: offsets[span.start]!, end: offsets[span.end - 1]! + 1 });
  const isRead = (span: Span): boolean =>
    [...known, ...drafts].some((draft) => span.start < draft.end && draft.start < span.end) ||
    mentions.filter((one) => one.start >= span.start && one.end <= span.end).length >= fewestListed;
  for (const { isPresent, items, stated } of bodyListsOf(words)) {
    const names = items.map(at);
    const span = { start: names[0]!.start, end: names.at(-1)!.end };
    if (isRead(span)) continue;
    const draft = draftOf('bodies', span, exceptUs);
    draft.strangers.push(...names.map((name) => ({ ...name, isPresent })));
    if (stated) draft.stated = { value: stated.value, ...at(stated) };
    draft.end = Math.max(draft.end, draft.stated?.end ?? 0);
    drafts.push(draft);
  }
  for (const { sum, value, named, list } of wrongBodyCounts(words)) {
    const place = at(sum);
    if ([...known, ...drafts].some(({ stated }) => stated && stated.start < place.end && place.start < stated.end))
      continue;
    drafts.push({ ...draftOf('bodies', at(list), exceptUs), stated: { value, ...place }, named });
  }
  return drafts;
}

/**
 * The lists of one sentence, in the order of their kinds.
 * @param mentions the names of the sentence that may stand in a list, in their order
 */
export function listsOfSentence(sentence: string, mentions: readonly ListedName[]): readonly AttendanceList[] {
  const drafts: Draft[] = [];
  // 「除我國外」: the names that follow are those besides us.
  let exceptUs = false;
  /** 「除A未到場外」: who is away from the list that follows. */
  let excepted: Run | undefined;
  for (const run of runsOf(sentence, mentions).flatMap((each) => partedRun(sentence, each))) {
    const words = new RunWords(sentence, run);
    const current = drafts.at(-1);
    const except = exceptionBehind(words);
    if (except !== undefined) {
      const list = listOfExceptions(words, except, exceptUs);
      if (list) drafts.push(list);
      else if (run.members.length === 1 && run.members[0]!.economy === 'TW') exceptUs = true;
      else if (isAway.test(except)) excepted = run;
      continue;
    }
    if (silentNext.test(words.after)) {
      if (current) {
        current.silent.push(...attendeesOf(run));
        current.end = run.end;
      }
      continue;
    }
    // In brackets the list may run up to its word over several names: 「（A、B缺席）」.
    const absent = absenceBehind(words, mentions);
    if (absent || absentLabel.test(words.before)) {
      const list = current ?? draftOf('listed', run, exceptUs);
      if (!current) drafts.push(list);
      list.absent.push(...attendeesOf(run));
      list.strangers.push(...strangersOf(run, false));
      list.statedAbsent ??= countOfAbsent(words);
      list.end = Math.max(list.end, absent ? words.spanAfter(0, absent[0].length).end : run.end);
      continue;
    }
    const list = listOfPresent(words, exceptUs);
    if (!list) continue;
    drafts.push(list);
    exceptUs = false;
    if (excepted) {
      list.absent.push(...attendeesOf(excepted));
      list.strangers.push(...strangersOf(excepted, false));
      list.start = excepted.start;
      excepted = undefined;
    }
  }
  if (drafts.length === 0) drafts.push(...countWithoutList(sentence, exceptUs));
  drafts.push(...listsOfBodies(sentence, mentions, drafts, exceptUs));
  return drafts;
}
