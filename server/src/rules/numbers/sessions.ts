/** The numbers of sessions that a line tells, each with its meeting, as far as they are of the one reported. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Line } from '../../report/model/line';
import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { parseCount } from '../../text/numerals';
import { sentenceAround, wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';
import { stepBefore, stepsIn } from './sessionSteps';
import type { Founded, Steps } from './sessionSteps';
import { general, nameOf, twinOf } from './sessionNames';
import type { Twin } from './sessionNames';

/** 第18屆國際高分子物理研討會, 年會第21屆會議. */
const session = new RegExp(
  phrasePattern`第 ?(\d{1,3}|[一二三四五六七八九十百]{1,5})(?: ?|(?<=[上前下次本此][（(]第.{1,5})[）)])(梯次|[屆次]|期(?=[\p{Script=Han}A-Z]{0,12}(?:班|${'course'}))|(?<=(?:班|${'course'})第 ?[\d一二三四五六七八九十]{1,3} ?)期)([\p{Script=Han}A-Z]{0,12})`,
  'gu',
);
/** A term of office is no session of a meeting: 第4屆議員, 第3屆理事長. */
const ofOffice = phrasePattern`^(?:${'office'}|委員(?!會)|代表(?!大會)|[市校院會]長|任)`;
/** What a host holds each year is its own: 該校每年舉辦創新節，去年已邁入第十屆. */
const ofHost = /該[校館會院市社園][^。；每]{0,12}每[年季兩][^。；舉主]{0,4}[舉主]辦/;
/** Another meeting is told of by its name: 亞洲健康城市論壇今年為第10屆. */
const ofNamed = phrasePattern`\p{Script=Han}{3}(?:${'gathering'}|競賽|展)(?:[於在]?[今本去]年|[本上]屆)|另[^，。；]{0,12}(?:${'gathering'}|競賽|展)，[本上]屆`;
/** Another session, as the words of its clause tell. */
const ofAnother = phrasePattern`[上下前次去昨明歷往]一?[屆次年]|將[於由在]|${'planned'}|${'later'}|${'earlier'}|預計|[約商]定|移[至師]|[曾起迄]|所[訂定][之的]|首[屆次]|[較自]第|${'of-another-session'}|(?:19|20)\d\d`;
/** Behind the opening of the report, who holds a meeting is told of others as well. */
const hosted = /承辦/;
/** What a meeting decides on is no session of another year: 第70次會議並確認明年度工作計畫. */
const business = new RegExp(
  phrasePattern`${'deals-with'}了?[^，。；：第]{0,3}[明今本去上下]一?年度?[^，。；：第]{0,8}${'agenda'}`,
  'gu',
);
/** A sentence that begins so tells of a history. */
const history = /回顧|歷[屆次年]|沿革|首[屆次]|以來|曾/;
/** A session by its number: a clause with two tells of a history. */
const numbered = /第.{1,5}[屆次]/g;
/** The first to the fifth time may be those of one year: 第三次資深官員會議. */
const fewestOfSeries = 6;
/** Behind a number: the session is early in the next year, and so the next one. */
const nextYear =
  /^[^，。；：第]{0,14}?(?:[將訂擬]|[預排暫]定|預計)[將訂定]{0,2}[於在]?明年(?!.{0,3}(?:下半|[三四]季|[7-9]月|1\d|[七八九十秋冬底末]))/;

/** Whether a sentence tells of the next session up to its number: 下一屆將在波隆那舉行，即. */
function leadsToNext(before: string): boolean {
  if (!/，(?:亦?即|將?[為是]|係為?)$/.test(before)) return false;
  const sentence = before.split(/[。；：]/).at(-1)!;
  return /^下一?[屆次][^第上前]*$/.test(sentence.slice(Math.max(0, sentence.lastIndexOf('下'))));
}

/** Behind a number: what it is to this session. */
const toThis = /^[^，。；：第]{0,8}[即為係是]本[屆次期梯]次?[之的]?(?<way>[前上次下翌後])一?[屆次回期梯]/;

/** What was taken part in for so many times is no session. */
const takenPart = /^(?:[參派來赴]|出席|[主承舉]辦)/;
/** What is opened is this session, and what is looked back on is none that is still to come. */
const opened = /宣[布告]$/;
const lookedBack = /(?:[回檢][顧視討]|確認|追蹤|採認)[^，。；：第]{0,4}$/;
/** What looks back on a meeting that was held: 第24次會議紀錄草案, 第7屆年會時. */
const ofMinutes = phrasePattern`^(?:${'gathering'}|[常例]會)?(?:會議)?(?:紀[錄要]|時(?![間程段]))`;
/** 本屆為CSARP第36次: where no title and no opening tells the number, this does. */
const introduced = phrasePattern`[本此]一?[屆次]${'gathering'}?[為是係][\p{Script=Han}A-Z]{1,12}$`;

export interface Session extends Span {
  readonly number: number;
  readonly measure: string;
  /** Of which meeting it is: what follows the number, or what stands before it; empty where no name is told. */
  readonly name: string;
  /** The word right behind the number that says no more than that it is a meeting: 例會. */
  readonly kind?: string | undefined;
  readonly isTitle: boolean;
  /** Whether it is told to be this session with its name. */
  readonly isIntroduced?: boolean;
  /** Whether it is looked back on, and so can't be a later one. */
  readonly isPast?: boolean;
  /** How far it is from the number of this session, where the words before it say so. */
  readonly step?: number;
}

/** A session of this report with all that stands around its number, so that short names and turned ones are known: 訓練第46期, 第47期訓練. */
export interface Echo extends Session {
  readonly before: string;
  readonly behind: string;
}

const clauseEnds = '，。；：';
/** What is suggested is of sessions still to come. */
const toDo = /[宜應請將擬盼]|建議|賡續|爭取/;
const runBefore = /[\p{Script=Han}A-Z]{0,12}$/u;

function isOfThis(text: string, span: Span, isOpening: boolean): boolean {
  const clause = sentenceAround(text, span, clauseEnds).replace(business, '');
  return (
    !ofAnother.test(clause) &&
    (isOpening || !hosted.test(clause)) &&
    (clause.match(numbered)?.length ?? 0) < 2 &&
    !history.test(wordsBefore(text, span.start, '。')) &&
    !isQuoted(scanQuotes(text), span.start, span.end)
  );
}

export function sessionsOf({ text, zone, surroundings }: Line): readonly (Session | Echo | Twin | Steps | Founded)[] {
  if (zone === 'contents') return [];
  const isOutside = /attachments|recommendations|reflections/.test(surroundings.part ?? '');
  const found: (Session | Echo | Twin | Steps | Founded)[] = [...stepsIn(text)];
  for (const { 0: words, 1: numeral, 2: measure, 3: behind, index } of text.matchAll(session)) {
    const span = { start: index, end: index + words.length - behind!.length };
    const number = parseCount(numeral!);
    const kind = general.exec(behind!)?.[0];
    const twin = twinOf(text, span, number);
    if (twin) found.push(twin);
    if (measure !== '期' && ofOffice.test(behind!)) continue;
    if (measure === '次' && number < fewestOfSeries - 1) continue;
    const before = text.slice(Math.max(0, index - 44), index);
    const isHeld = kind !== undefined && opened.test(before) && /[開揭]幕/.test(behind!);
    const way = toThis.exec(text.slice(span.end, span.end + 24))?.groups!['way'];
    const step = isHeld
      ? 0
      : way
        ? /[前上]/.test(way)
          ? -1
          : 1
        : ((takenPart.test(behind!) ? undefined : stepBefore(before)) ??
          (leadsToNext(before) || nextYear.test(text.slice(span.end, span.end + 40)) ? 1 : undefined));
    const isTitle = zone === 'cover';
    const echo = {
      number,
      measure: measure!,
      name: '',
      isTitle,
      before: runBefore.exec(before)![0],
      behind: behind!,
      ...span,
    };
    const isToCome = /attachments|^recommendations/.test(surroundings.part ?? '') || (isOutside && toDo.test(sentenceAround(text, span))); // prettier-ignore
    if ((step === undefined || step === 0) && !isToCome && !takenPart.test(behind!) && isOfThis(text, span, zone === 'abstract')) found.push(echo); // prettier-ignore
    if (measure === '梯次' && step === undefined && !lookedBack.test(before)) continue;
    if (step !== undefined && !isHeld && [ofNamed, ofHost].some((other) => other.test(wordsBefore(text, index, '。'))))
      continue;
    if (step !== undefined) {
      found.push({
        number,
        measure: measure!,
        name: '',
        kind,
        isTitle,
        step,
        isIntroduced: introduced.test(before),
        ...span,
      });
      continue;
    }
    if ((isOutside && measure !== '梯次') || (measure === '次' && number < fewestOfSeries)) continue;
    if (ofMinutes.test(behind!) || ((kind !== undefined || measure === '梯次') && lookedBack.test(before))) {
      found.push({ number, measure: measure!, name: '', isTitle, isPast: true, ...span });
      continue;
    }
    const name = isTitle || isOfThis(text, span, zone === 'abstract') ? nameOf(text, index, behind!) : undefined;
    const isIntroduced = introduced.test(before);
    if (name !== undefined || isIntroduced)
      found.push({ number, measure: measure!, name: name ?? behind!, kind, isTitle, isIntroduced, ...span });
  }
  return found;
}
