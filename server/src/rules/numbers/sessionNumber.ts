import { phrasePattern } from '../../knowledge/phrases';
import { periodOf } from '../../report/queries/period';
import type { Line, Place, Unit } from '../../report/model/line';
import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { parseCount } from '../../text/numerals';
import { sentenceAround, wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { ReportRule, UnitNote } from '../engine/rule';
import type { ReportView } from '../engine/view';
import { stepBefore, stepsIn } from './sessionSteps';
import type { Founded, Steps } from './sessionSteps';

/** 第18屆國際高分子物理研討會, 年會第21屆會議. */
const session = new RegExp(
  phrasePattern`第 ?(\d{1,3}|[一二三四五六七八九十百]{1,5})(?: ?|(?<=[上前下次本此][（(]第.{1,5})[）)])(梯次|[屆次]|期(?=[\p{Script=Han}A-Z]{0,12}(?:班|${'course'}))|(?<=(?:班|${'course'})第 ?[\d一二三四五六七八九十]{1,3} ?)期)([\p{Script=Han}A-Z]{0,12})`,
  'gu',
);
/** A name that says no more than that it is a meeting; what stands before the number tells which. */
const general = phrasePattern`^(?:年度)?(?:(?:會員|委員|部長|領袖|全體)?${'gathering'}|[常例]會|${'contest'}|${'course'}班?)`;
/** A term of office is no session of a meeting: 第4屆議員, 第3屆理事長. */
const ofOffice = phrasePattern`^(?:${'office'}|委員(?!會)|代表(?!大會)|[市校院會]長|任)`;
/** What a host holds each year is its own: 該校每年舉辦創新節，去年已邁入第十屆. */
const ofHost = /該[校館會院市社園][^。；每]{0,12}每[年季兩][^。；舉主]{0,4}[舉主]辦/;
/** Another meeting is told of by its name: 亞洲健康城市論壇今年為第10屆. */
const ofNamed = phrasePattern`\p{Script=Han}{3}(?:${'gathering'}|競賽|展)(?:[於在]?[今本去]年|[本上]屆)|另[^，。；]{0,12}(?:${'gathering'}|競賽|展)，[本上]屆`;
/** A date in front of a number says nothing of the name. */
const dateBefore = /(?:(?:\d{2,4}年)?\d{1,2}月)?\d{1,2}日(?:[（(][一二三四五六日][）)]|[上下]午)?$/;
const ordinal = '(\\d{1,3})(?:st|nd|rd|th)';
const notOfMeeting =
  '(?! ?(?:century|street|floor|ave|road|anniv|birthday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[a-z])';
/** The same number in English beside it: 第16屆…研討會（15th European Symposium）, 第27屆…（COP28）. */
const inEnglishBehind = new RegExp(
  `^[^（()）。；，]{0,30}[（(](?:the )?(?:${ordinal}${notOfMeeting}|[^（()）]{1,40}?${ordinal} (?:edition|session|meeting|annual|conference|congress)|(?:COP|MOP|CMP|CMA|WHA|SBI|SBSTA|SBSTTA)[ -]?(\\d{1,2})(?!\\d))`,
  'i',
);
const inEnglishBefore = new RegExp(`(?<![a-z\\d])${ordinal}${notOfMeeting} [a-z][a-z ,&’'-]{2,80} ?[（(]$`, 'i');
/** Another session, as the words of its clause tell. */
const ofAnother = phrasePattern`[上下前次去昨明歷往]一?[屆次年]|將[於由在]|${'planned'}|${'later'}|${'earlier'}|預計|[約商]定|移[至師]|[曾起迄]|首[屆次]|[較自]第|${'of-another-session'}|(?:19|20)\d\d`;
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
/** The minutes of a meeting are those of one that was held: 第24次會議紀錄草案. */
const ofMinutes = phrasePattern`^(?:${'gathering'}|[常例]會)?(?:會議)?紀[錄要]`;
/** 本屆為CSARP第36次: where no title and no opening tells the number, this does. */
const introduced = phrasePattern`[本此]一?[屆次]${'gathering'}?[為是係][\p{Script=Han}A-Z]{1,12}$`;

interface Session extends Span {
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
interface Echo extends Session {
  readonly before: string;
  readonly behind: string;
}

/** The number of a session in another language that differs from it. */
interface Twin extends Span {
  readonly first: Span;
}

/** So far back a name is looked for: remarks in brackets may stand between it and the number. */
const longestName = 80;
/** How much of a name has to be the same. */
const nameLength = 4;
const clauseEnds = '，。；：';
/** What is suggested is of sessions still to come. */
const toDo = /[宜應請將擬盼]|建議|賡續|爭取/;
/** In front of a number: this is the one that the report tells of. */
const attended = /(?:參[加與]|出席|觀摩)\p{Script=Han}{0,4}$/u;
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

const endsName = phrasePattern`[\p{Script=Han}A-Z]{2}(?:班|${'course'})$`;

/** The name of the meeting whose number stands at `index`; empty where only a word like 會議 is told, undefined where that can't be said. */
function nameOf(text: string, index: number, behind: string): string | undefined {
  const kind = general.exec(behind)?.[0];
  const before = text
    .slice(Math.max(0, index - longestName), index)
    .replace(/[（(][^（）()]*[）)]|\s/g, '')
    .replace(dateBefore, '');
  // 指揮官訓練第46期 is named in front of its number.
  if (behind === '' && endsName.test(before)) return `${before.slice(-nameLength)}…`;
  const name = kind ? before.slice(-nameLength) : behind.slice(0, nameLength);
  if (!kind && /^[在於由為是之的將已曾至因以起和及與]/.test(name)) return undefined;
  if (/^[\p{Script=Han}A-Z]{4}$/u.test(name)) return /^(?:出席|參加)/.test(name) ? undefined : kind ? `${name}…${kind}` : name; // prettier-ignore
  return kind && (before === '' || /[，。；：、]$/.test(before)) ? '' : undefined;
}

/** Where the number at `span` stands beside another in English. */
function twinOf(text: string, span: Span, number: number): Twin | undefined {
  const from = Math.max(0, span.start - 100);
  const before = inEnglishBefore.exec(text.slice(from, span.start));
  if (before && Number(before[1]) !== number) {
    const start = from + before.index;
    return { ...span, first: { start, end: start + /^\d+[a-z]+/i.exec(before[0])![0].length } };
  }
  const behind = inEnglishBehind.exec(text.slice(span.end, span.end + 100));
  const other = behind?.slice(1).find(Boolean);
  if (!behind || other === undefined || Number(other) === number) return undefined;
  const at = span.end + behind[0].lastIndexOf(other);
  return { start: at, end: at + other.length, first: span };
}

function sessionsOf({ text, zone, surroundings }: Line): readonly (Session | Echo | Twin | Steps | Founded)[] {
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

type SessionNote = UnitNote<'line', Session>;
type EchoNote = UnitNote<'line', Echo>;

/** So much of a name is told on either side of its number where the order is turned round. */
const leastTurned = 4;

/** Whether two numbers are of one meeting by the words around them: 第14屆文化祭, 第15屆文化祭圓滿結束; 指揮官訓練第46期, 第47期指揮官訓練. */
function areOfOneMeeting({ note: one }: EchoNote, { note: other }: EchoNote): boolean {
  if (one.measure !== other.measure) return false;
  if ([one, other].some(({ behind }) => general.test(behind))) return false;
  const [name, words] =
    one.behind.length <= other.behind.length ? [one.behind, other.behind] : [other.behind, one.behind];
  if (name.length > 1) return words.startsWith(name.slice(0, nameLength)) && !/^[之的於在由為是將已曾]/.test(name);
  const { before } = one.behind === '' ? one : other;
  return Array.from(words).some((_, at) => at + 1 >= leastTurned && before.endsWith(words.slice(0, at + 1)));
}

/** The first place of each name is what the others are held to: title, 摘要, 目的. */
function isOpening({ unit, note }: SessionNote): boolean {
  return note.isTitle || unit.zone === 'abstract' || unit.surroundings.part === 'purpose';
}

/** The session that the whole report is of: the only one of its title, or else of its opening. */
function mainOf(notes: readonly SessionNote[]): SessionNote | undefined {
  const told = notes.filter(({ note }) => note.step === undefined);
  const inTitle = told.filter(({ note }) => note.isTitle);
  const inOpening = told.filter((each) => isOpening(each) && each.note.name !== '');
  const named =
    [
      inTitle,
      inOpening,
      notes.filter(({ note }) => note.isIntroduced),
      told.filter(({ unit, note }) => unit.surroundings.inside === 'itinerary' && note.name !== ''),
      notes.filter(({ note }) => note.step === 0),
    ].find(({ length }) => length > 0) ?? [];
  const [main, ...others] = named;
  return others.every(({ note }) => note.number === main!.note.number && note.measure === main!.note.measure)
    ? main
    : undefined;
}

/** Sessions that are told without a name, and are not the one of the report or that before or behind it. */
function wrongOfMain(
  notes: readonly SessionNote[],
  main: SessionNote | undefined,
): readonly (readonly [SessionNote, SessionNote])[] {
  if (!main) return [];
  const alike = notes.filter(({ note }) => note.measure === main.note.measure);
  const others = new Set(
    alike.filter(({ note }) => note.name !== '' && note.name !== main.note.name).map(({ note }) => note.number),
  );
  const plain = alike.filter(({ note }) => note.name === '' && note.step === undefined && !note.isPast);
  const isHistory = new Set(plain.map(({ note }) => note.number)).size > 2;
  return alike.flatMap((each) => {
    const { name, kind, number, step, isPast } = each.note;
    if (isPast) return number > main.note.number && !others.has(number) ? [[main, each] as const] : [];
    if (each === main || name !== '' || (step === undefined && (isHistory || others.has(number)))) return [];
    // What is told beside another meeting may be of that one, but for the very kind of the title: 本次第98次例會.
    const isOfKind = step === 0 && kind !== undefined && kind === main.note.kind && !others.has(number);
    if (step !== undefined && !isOfKind && [...others].some((other) => other !== main.note.number)) return [];
    return number === main.note.number + (step ?? 0) ? [] : [[main, each] as const];
  });
}

/** Whether `name` begins with the acronym of the body that `meeting` is named after: EWG會議, 第70次能源工作小組會議. */
function isShortFor(name: string, meeting: string, { acronyms }: ReportView): boolean {
  const acronym = /^[A-Z]{2,}/.exec(name)?.[0];
  const [words, kind] = meeting.split('…');
  return (
    acronym !== undefined &&
    (acronyms.get(acronym)?.definitions ?? []).some(({ unit, name: full, wrapped }) => {
      const body = wrapped?.name ?? unit.text.slice(full.start, full.end);
      return kind === undefined ? body.startsWith(words!) : body.endsWith(words!);
    })
  );
}

export const rule: ReportRule<Session | Echo | Twin | Steps | Founded> = {
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
    step: {
      'zh-TW': '本次會議是「{first}」，這裡卻是「{words}」，前後接不上，請核對屆次。',
      en: 'This meeting is “{first}”, to which “{words}” here does not lead; check the number.',
    },
    founded: {
      'zh-TW': '由首屆的年份算來，本次是第 {real} 屆，這裡卻是「{words}」，請核對屆次。',
      en: 'By the year of the first one this is number {real}, here “{words}”; check the number.',
    },
    first: { 'zh-TW': '前面的屆次', en: 'The number before' },
  },
  check: (report, all, _context, find) => {
    const notes: SessionNote[] = [];
    const echoes: EchoNote[] = [];
    // What the number of this session tells already is told once.
    const steps: {
      readonly place: Place;
      readonly unit: Unit;
      readonly start: number;
      readonly telling: () => void;
    }[] = [];
    const told: Place[] = [];
    for (const { unit, note } of all) {
      if ('firstYear' in note) {
        const now = periodOf(report.cover)?.from.year;
        const real = now && Math.floor((now - note.firstYear) / note.every) + 1;
        const { start, end, number } = note;
        if (real && real > 0 && real !== number) find({ message: 'founded', params: { words: unit.text.slice(start, end), real }, unit, start, end }); // prettier-ignore
        continue;
      }
      if ('before' in note) {
        echoes.push({ unit, note });
        continue;
      }
      if (!('first' in note)) {
        notes.push({ unit, note });
        continue;
      }
      const { start, end, first } = note;
      const params = { first: unit.text.slice(first.start, first.end), words: unit.text.slice(start, end) };
      const place = { unit, start: first.start, end: first.end };
      const telling = (): void => { find({ message: 'isStep' in note ? 'step' : 'other', params, unit, start, end, related: [{ message: 'first', ...place }] }); }; // prettier-ignore
      if ('isStep' in note) steps.push({ place, unit, start, telling });
      else telling();
    }
    const tell = (first: SessionNote, { unit, note }: SessionNote): void => {
      told.push({ unit, start: note.start, end: note.end });
      const wordsOf = (each: SessionNote): string => each.unit.text.slice(each.note.start, each.note.end);
      find({
        message: note.step === undefined ? 'other' : 'step',
        params: { first: wordsOf(first), words: wordsOf({ unit, note }) },
        unit,
        start: note.start,
        end: note.end,
        related: [{ message: 'first', unit: first.unit, start: first.note.start, end: first.note.end }],
      });
    };
    const firsts = new Map<string, SessionNote>();
    const ofHeadings = new Map<string, SessionNote[]>();
    const numbers = new Map<string, Set<number>>();
    const named = notes.filter(({ note }) => note.name !== '');
    for (const each of named) {
      const key = each.note.measure + each.note.name;
      if (!firsts.has(key) && isOpening(each)) firsts.set(key, each);
      const known = numbers.get(key) ?? new Set<number>();
      numbers.set(key, known.add(each.note.number));
    }
    for (const each of named) {
      const key = each.note.measure + each.note.name;
      // Of the sections of one body each may be of another session; in its own section it is the one of the heading.
      const headings = ofHeadings.get(key) ?? [];
      const { begins } = each.unit.surroundings;
      const isHeading = begins !== undefined && begins !== 'item';
      if (isHeading) ofHeadings.set(key, [...headings, each]);
      const isNamed = isHeading || headings.some(({ note }) => note.number === each.note.number);
      const heading = isNamed ? undefined : headings.at(-1);
      const first = firsts.get(key) ?? heading;
      // A report that tells of three sessions tells of a history.
      if (first && first.note.number !== each.note.number && numbers.get(key)!.size <= 2) tell(first, each);
    }
    // A name that elsewhere has the number of this session is another name of it: EPWG第19次會議.
    const main = mainOf(notes);
    const ofMain = named.filter(({ note }) => note.number === main?.note.number && note.name !== main.note.name);
    for (const each of main ? named : []) {
      const { measure, name, number } = each.note;
      const key = measure + name;
      if (measure !== main!.note.measure || number === main!.note.number || firsts.has(key)) continue;
      const isOther = numbers.get(key)!.size === 2 && ofMain.some(({ note }) => note.name === name);
      if (isOther || isShortFor(name, main!.note.name, report)) tell(main!, each);
    }
    for (const [first, each] of wrongOfMain(notes, main)) tell(first, each);
    const inGroups = notes.filter(({ note }) => note.measure === '梯次');
    if (main?.note.measure !== '梯次') for (const [first, each] of wrongOfMain(inGroups, mainOf(inGroups))) tell(first, each); // prettier-ignore
    for (const each of echoes) {
      const alike = echoes.filter((other) => other === each || areOfOneMeeting(other, each));
      const first = alike.find(isOpening) ?? alike.find(({ unit, note }) => unit === each.unit && attended.test(note.before)); // prettier-ignore
      const isKnown = told.some(({ unit, start }) => unit === each.unit && start === each.note.start);
      if (!first || isKnown || isOpening(each) || first.note.number === each.note.number) continue;
      const isAgain = each.unit === first.unit && each.note.start < first.note.start;
      if (!isAgain && new Set(alike.map(({ note }) => note.number)).size <= 2) tell(first, each);
    }
    for (const { place, unit, start, telling } of steps)
      if (!told.some((each) => each.unit === unit && [start, place.start].includes(each.start))) telling();
  },
};
