import { phrasePattern } from '../../knowledge/phrases';
import type { DateExpression, DatePoint } from '../../report/model/dates';
import type { Line, Unit } from '../../report/model/line';
import { dayInPeriod, isWeekdayOfYearMeant, roughPeriodOf, yearMeant } from '../../report/queries/period';
import { beginsSentence, heldDatesOf } from '../../report/queries/toldDays';
import type { Period } from '../../report/queries/period';
import { dayNumber, rocOffset } from '../../text/calendar';
import type { CalendarDate } from '../../text/calendar';
import { sentenceAround, wordsBefore, wordsBehind } from '../../text/sentence';
import type { ReportDiscovery, ReportRule } from '../engine/rule';
import { yearCorrected } from './writing';

/** The year of an event in a title: 2024年數位經濟論壇, 113年年會. */
const eventYear = new RegExp(
  phrasePattern`(?<!\d)((?:20)?\d{2}|1\d{2}) ?年(?!度)(?=[^，。；：\n]{0,24}?${'gathering'}|(?:派員)?(?:赴|出國|前往|${'present'}))`,
  'gu',
);
/** Sessions of a year are held until then in the next one. */
const lastMonth = 3;

/** Words of a sentence that tells of the trip itself. */
const ofTheTrip = phrasePattern`${'of-this-trip'}`;
/** Words that tell of another one. */
const ofAnother = phrasePattern`[上前去昨]年|[上前]次|[上前歷]屆|曾|前於|最近一次|${'earlier'}`;

/** A year with a preposition between it and its day: 2025年於10月17日. */
const yearApart = /(?<!\d)(\d{4}|1\d{2}) ?年度?[將係已]?[於自]\s*$/;

/** What has a date of its own. */
const ofRecord = phrasePattern`簽[署訂]|決議|${'legal-act'}`;

/** The parts of a report that tell of the trip itself. */
const ofTheTripItself: ReadonlySet<unknown> = new Set([
  'process',
  'proceedings',
  'reflections',
  'reflections-and-recommendations',
]);
/** Right in front of a date: one of us. */
const us = phrasePattern`(?:^|[，。；、）])\s*(?:我國|本(?:公司|[部會院局署處府校館所]))?(?:${'us'}|[吾我]等|同仁|學員|職等?|(?:${'visit'}|代表)團|(?:${'study'}|${'visit'}|出國)人員)們?[並乃遂另則]?[於在自]?\s*$`;
/** Those who travel, and nobody at home: what they 「曾」 did on a day of the trip was part of it. */
const delegation = phrasePattern`(?:^|[，。；、）])\s*(?:[本全]團|一行|團員|(?:${'visit'}|代表)團)[並乃遂另則]?[於在自]?\s*$`;
/** One of us takes part, in a sentence that begins with the day. */
const joins = phrasePattern`(?:^|[，；])(?:職等?|${'us'}|學員們?)[亦也並均皆與則於]?`;
/** One's agency, which acts at home too. */
const ofAgency = /(?:^|[，。；、])\s*(?:我國|本(?:公司|[部會院局署處府校館所]))[並乃遂則]?[於在]\s*$/;
/** Right behind it: the time of day, or what travellers do. */
const ofTravel = phrasePattern`^\s*(?:[（(][^（）()]{1,4}[）)]\s*)?起?[，,]?(?:${'time-of-day'}|中午|當日|\d{1,2} ?[時:：]|赴|實地|報到|${'travel'}|${'visit'}|${'present'}|[於在至][^，。；]{1,24}?(?:${'stay'}|${'study'}|${'visit'}))`;
/** Who says 當日 has told of that day. */
const ofThatDay = /^(?:當日|當天|是日)/;
/** What we reported in a meeting of that day. */
const reportedThere = phrasePattern`^[之的][^，。；]{0,12}?(?:會議?|論壇)[中上]?(?:發表|${'speech'})`;
/** Right behind it: how somebody received us. */
const received = phrasePattern`^\s*(?:上午|下午|中午)?由[^，。；]{2,16}?${'reception'}(?![之的])`;
/** What happens to others. */
const happening = phrasePattern`上[線市路]|首[航發]|訪[台臺華]|${'happening'}`;
/** Close behind a date: others act. */
const others = phrasePattern`^.{0,6}?(?<![與向和對在於至到赴由])(?:該[國市公院校廠所機]|${'government'})`;

/** Whether `date` begins a sentence on what we did on that day, or follows who of us did it. */
function isOfUs({ text, facts, surroundings, zone }: Line, { from, start, end }: DateExpression): boolean {
  const isPurpose = surroundings.part === 'purpose';
  if (zone !== 'body' || from.day === undefined || (!isPurpose && !ofTheTripItself.has(surroundings.part)))
    return false;
  if (facts.shape.cells.length > 0) return false;
  const behind = wordsBehind(text, end, '。；');
  if (happening.test(behind) || others.test(behind)) return false;
  const before = wordsBefore(text, start, '。；');
  if (ofRecord.test(behind)) return us.test(before) && /^\s*(?:[上中下]午|晚[間上])/.test(behind);
  if (ofAgency.test(before)) return ofTravel.test(behind);
  if (us.test(before)) return !isPurpose || ofTravel.test(behind);
  return (
    ofThatDay.test(behind) ||
    reportedThere.test(behind) ||
    (!isPurpose && received.test(behind) && /(?:^|[，。；])\s*$/.test(before)) ||
    (!isPurpose && beginsSentence(text, start) && (ofTravel.test(behind) || joins.test(wordsBehind(text, end, '。'))))
  );
}

const clauseEnds = '，。；';

/** A year with its preposition takes no more, in UTF-16 code units. */
const longestYear = 12;

/** Right in front of a date: what is still to come. */
const toCome = /(?:[將擬訂]|預[定計]|規劃|可望|下[次屆][^，。；]{0,8})[於在自]\s*$/;
/** Behind a date of 建議: by then something is to be done. */
const byThen = phrasePattern`^[^，。；]{0,12}前[應宜將]?${'carry-out'}(?![之的])`;
/** A day by which somebody is asked, or has promised, to do something: 請會員於…前提交. */
const asked = /(?:[請應須允]|同意|承諾|要求|決議|裁示)[^，。；]{0,12}[於在]?\s*$/;

/** In front of a date, a little further off: 資料將提籌備小組…會議討論; not by what rule. */
const willBe = /^[將擬](?:[提送報由向赴於在邀召]|參加|出席|辦理|舉[辦行])[^\d曾依據按照]{0,16}$/;

function isPlanned(before: string): boolean {
  const at = Math.max(before.lastIndexOf('將'), before.lastIndexOf('擬'));
  return at >= 0 && willBe.test(before.slice(at)) && !/參[考酌]/.test(before.slice(at));
}

/** What is done when the journey is over. */
const afterwards = phrasePattern`(?:[返回歸][國校館署院部局府臺台]|返抵國門|會|訓|${'gathering'}|${'visit'}|${'study'}|結訓|閉幕|結業)(?:結束)?(?:之?後|[隔次翌]日|不久)|(?:檢討|分享|心得發表|成果(?:發表|分享))會|(?:${'visit'}|${'study'}|出國|本次)(?:報告|心得)`;
/** Of a day by a rule or a letter of which is spoken, not of what was done on it. */
const byRecord = /(?:[依據按照自承]|配合|前[經於]|延續)\s*$/;
/** A report is hardly later than so many days, and what came of it hardly later than the report. */
const longestSequel = 366;

/** Whether `date` is over before the trip, and with the next year would be soon behind it. */
function isYearShort({ from }: DateExpression, period: Period): boolean {
  if (from.year === undefined || from.month === undefined || from.day === undefined) return false;
  const day = dayNumber({ year: from.year, month: from.month, day: from.day });
  const next = dayNumber({ year: from.year + 1, month: from.month, day: from.day });
  return day < dayNumber(period.from) && next > dayNumber(period.to) && next - dayNumber(period.to) < longestSequel;
}

/** Whether the sentence of `date` tells of it as of a day behind the journey. */
function isAfterwards({ text, surroundings }: Line, { start, end }: DateExpression): boolean {
  if (!/reflections|recommendations|process|proceedings/.test(surroundings.part ?? '')) return false;
  const before = wordsBefore(text, start, '。');
  const behind = wordsBehind(text, end, '，。；');
  if (byRecord.test(before) || ofRecord.test(behind) || ofAnother.test(before) || /[原曾]/.test(before)) return false;
  return /[於在]\s*$/.test(before) && (afterwards.test(before) || /^[^，。；]{0,4}(?:檢討|分享)會/.test(behind));
}

/** So much in front of a date holds the mark or the word that leads to it, in UTF-16 code units. */
const longestMark = 4;

/** Where a time ends that began on another day of the sentence: 最初於113年8月…，至113年3月廠驗時. */
function endsBefore(text: string, { from, start, end }: DateExpression, earlier: DateExpression | undefined): boolean {
  if (
    !earlier ||
    earlier.from.year === undefined ||
    from.year === undefined ||
    !/[至到迄]\s*$/.test(text.slice(Math.max(0, start - longestMark), start))
  )
    return false;
  if (
    text.slice(earlier.end, start).includes('。') ||
    !/^[^，。；]{1,6}[時後]/.test(text.slice(end, end + longestRest))
  )
    return false;
  const monthsOf = ({ year, month = 0 }: DatePoint): number => year! * 12 + month;
  return monthsOf(from) < monthsOf(earlier.from);
}

function isDue(before: string, behind: string): boolean {
  return asked.test(before) && /^\s*(?:以|之)?前/.test(behind);
}

/** Who tells of what had been planned before. */
const planned = phrasePattern`[原已曾嗣]|宣布|[其後][後來]|當時|${'rescheduled'}`;
/** Who tells of what is still to be done; 將 may be what somebody did with something. */
const planning = phrasePattern`[擬訂應宜]|將[於在由會有再續至]|預[計定]|以前|下[次屆]|${'later'}|${'aim'}`;
/** Years further back are told of as history. */
const nearPast = 3;

/** A date of prose with its year, whether its clause tells of the trip, and whether of what is still to come. */
interface DatedWords {
  readonly date: DateExpression;
  readonly isOwn: boolean;
  readonly isToCome: boolean;
  /** Whether its sentence tells of it as of a day behind the journey. */
  readonly isAfter?: boolean;
  /** Whether its sentence tells of what is still to be done. */
  readonly isPlanning?: boolean;
  /** Whether no word around it says that it is another time, where days of the journey are told. */
  readonly mayBeOwn?: boolean;
}

/** What comes again each year, has a term, or is counted over years. */
const ofYears = phrasePattern`[週周]年|函[知復請]|核[准備]|災|第 ?[\d一二三四五六七八九十]{1,3} ?[屆次]|${'has-own-date'}`;
/** Between the two days of a stretch of time: 自111年10月16日起至. */
const ofStretch = /[起止至迄]\s*$/;

/** Whether a day of 過程 or 心得 may be one of the journey, as nothing there speaks against it. */
function mayBeOwn(
  { facts, surroundings, zone, text }: Line,
  date: DateExpression,
  clause: string,
  sentence: string,
): boolean {
  if (zone !== 'body' || date.from.day === undefined || !ofTheTripItself.has(surroundings.part)) return false;
  const [cell] = facts.shape.cells;
  if ((cell && date.end > cell.end) || ofYears.test(sentence) || /該[國市公院校廠所機會局]/.test(clause)) return false;
  const before = wordsBefore(text, date.start, clauseEnds);
  const behind = wordsBehind(text, date.end, '。；');
  return [byRecord, ofStretch, ofRecord].every((words) => !words.test(before)) && [/^\s*[起止至迄]/, happening, ofRecord, others].every((words) => !words.test(behind)); // prettier-ignore
}

/**
 * Whether the clause of `date` says that its day is still to come.
 * @param isAlone whether the line has no other date with a year
 */
function isToCome({ text, surroundings }: Line, { start, end }: DateExpression, isAlone: boolean): boolean {
  const sentence = sentenceAround(text, { start, end });
  if (!isAlone || planned.test(sentence)) return false;
  const before = wordsBefore(text, start, clauseEnds);
  const isSuggested = /recommendations/.test(surroundings.part ?? '') && /[於在]\s*$/.test(before);
  return (
    toCome.test(before) ||
    (isPlanned(before) && !ofRecord.test(text.slice(end, end + longestRest))) ||
    isDue(before, text.slice(end, end + longestRest)) ||
    (isSuggested && byThen.test(text.slice(end, end + longestRest)))
  );
}

/** So much behind a date says what is done by then, in UTF-16 code units. */
const longestRest = 24;

/** Whether `date` was over before the trip began, but not long before. */
function isOver({ from }: DateExpression, period: Period): boolean {
  const { year, month } = period.from;
  if (from.year === undefined || from.year < year - nearPast) return false;
  return from.year < year || (from.year === year && from.month !== undefined && from.month < month);
}

/** `date` with the year that stands apart before it, if it has none of its own. */
function withYear(text: string, date: DateExpression): DateExpression {
  const from = Math.max(0, date.start - longestYear);
  const apart = date.from.year === undefined ? yearApart.exec(text.slice(from, date.start)) : null;
  if (!apart) return date;
  const numeral = Number(apart[1]);
  const year = numeral < 1000 ? numeral + rocOffset : numeral;
  return { ...date, from: { ...date.from, year }, start: from + apart.index };
}

/** The dates of prose that name their year; those of 行程 and of headings are read where they stand. */
function datedWordsOf(line: Line): readonly DatedWords[] {
  const { text, facts, surroundings, zone } = line;
  // An item may be whole sentences.
  const isTitle = surroundings.begins !== undefined && !facts.shape.endsSentence;
  if (zone === 'cover') return [];
  if (isTitle && /section/.test(surroundings.begins))
    return facts.dates
      .filter(({ weekdays }) => weekdays.length > 0)
      .map((date) => ({ date, isOwn: false, isToCome: false }));
  if (surroundings.inside === 'itinerary')
    return facts.dates
      .filter(
        ({ from, start }) =>
          from.year !== undefined &&
          from.day !== undefined &&
          /\S[（(]$/.test(text.slice(Math.max(0, start - longestMark), start)),
      )
      .filter((date) => !ofAnother.test(sentenceAround(text, date)))
      .map((date) => ({ date, isOwn: true, isToCome: false }));
  const isAlone = facts.dates.filter(({ from }) => from.year !== undefined).length <= 1;
  return facts.dates
    .map((date) => withYear(text, date))
    .filter(({ from }) => from.year !== undefined)
    .flatMap((date, index, dates): readonly DatedWords[] => {
      const isLater = isToCome(line, date, isAlone);
      if (date.from.month === undefined || isTitle) return isLater ? [{ date, isOwn: false, isToCome: true }] : [];
      const sentence = sentenceAround(text, date);
      const before = wordsBefore(text, date.start, clauseEnds);
      if (ofAnother.test(delegation.test(before) ? before : sentence)) return [];
      const clause = before + wordsBehind(text, date.end, clauseEnds);
      // 摘要 tells of the trip unless it says otherwise: 會議於113年7月21日至25日召開.
      const isPlaced =
        /[於自]\s*$/.test(before) || /年度?.?[於自]/.test(text.slice(date.start, date.start + longestYear));
      const opensAbstract = zone === 'abstract' && isPlaced && !ofRecord.test(clause);
      const isOwn =
        opensAbstract || ofTheTrip.test(clause) || isOfUs(line, date) || endsBefore(text, date, dates[index - 1]);
      const isPossible = mayBeOwn(line, date, clause, sentence);
      return [
        {
          date,
          isOwn,
          isToCome: isLater,
          isAfter: isAfterwards(line, date),
          isPlanning: planning.test(sentence),
          mayBeOwn: isPossible,
        },
      ];
    });
}

/** Whether `date` has the first and the last day of the period, whatever its year. */
function isWholePeriod({ from, to }: DateExpression, period: Period): boolean {
  const same = (a: DatePoint | undefined, b: CalendarDate): boolean => a?.month === b.month && a.day === b.day;
  return same(from, period.from) && same(to, period.to);
}

/** In a longer trip many a day of other years has its like, in days. */
const longestChance = 31;

/** So many dates of the body that agree against the cover say that its year is wrong, not theirs. */
const fewestAgainst = 3;

function isOfTrip(point: DatePoint, period: Period): boolean {
  const day = dayInPeriod(point, period);
  return day !== undefined && dayNumber(day) >= dayNumber(period.from) && dayNumber(day) <= dayNumber(period.to);
}

/** What is said of a date whose year is a year off; undefined of one that is right. */
function slipOf(unit: Unit, date: DateExpression, period: Period): ReportDiscovery | undefined {
  const year = yearMeant(date.from, period);
  if (year === undefined) return undefined;
  const { start, end } = date;
  const { year: wrong } = date.from;
  return {
    message: 'date',
    params: { wrong: wrong! - rocOffset, right: year - rocOffset, wrongAd: wrong!, rightAd: year },
    unit,
    start,
    end,
    fixes: () => {
      const edit = yearCorrected(unit.text.slice(start, end), start, wrong!, year);
      return edit ? [{ title: 'year', params: { year: edit.text }, safety: 'review', edits: [{ unit, ...edit }] }] : [];
    },
  };
}

export const rule: ReportRule<DatedWords> = {
  per: 'report',
  notes: { per: 'line', only: { contains: ['date'] }, read: datedWordsOf },
  id: 'dates/wrong-year',
  title: { 'zh-TW': '年份與出國期間不符', en: 'Year of another trip' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間、行程）',
  checked: '2026-11-28',
  fix: 'review',
  messages: {
    date: {
      'zh-TW': '這一天寫成民國 {wrong} 年，改為 {right} 年就在出國期間之內，請核對年份。',
      en: 'This day is dated {wrongAd}; in {rightAd} it would be a day of the trip. Check the year.',
    },
    period: {
      'zh-TW': '本文各日都寫成民國 {told} 年，封面的出國期間卻是 {written} 年，請核對封面的年份。',
      en: 'The body dates the trip in ROC year {told}, the cover in {written}; check the year on the cover.',
    },
    told: { 'zh-TW': '本文的日期', en: 'A date of the body' },
    title: {
      'zh-TW': '報告名稱寫的是 {wrong} 年，出國期間卻在 {right} 年，請核對是否沿用了上一次的名稱。',
      en: 'The title names {wrong}, but the trip was in {right}; check whether the title is last year’s.',
    },
    over: {
      'zh-TW': '這裡說的是以後的事，日期卻在這次出國之前，請核對年份。',
      en: 'This is told as still to come, but its date is before the trip; check the year.',
    },
    year: { 'zh-TW': '將年份改為 {year} 年', en: 'Change the year to {year}' },
  },
  check: ({ chapters, cover, itinerary, meetings }, notes, _context, find) => {
    const period = roughPeriodOf(cover);
    if (!cover || !period) return;
    const slips: ReportDiscovery[] = [];
    const possible: ReportDiscovery[] = [];
    const wordsOf = ({ unit, start, end }: ReportDiscovery): string => unit.text.slice(start, end);
    /** Dates with their year that are days of the trip as the cover has it. */
    let fitting = 0;
    const tell = (unit: Unit, date: DateExpression): void => {
      const slip = slipOf(unit, date, period);
      if (slip) slips.push(slip);
      else if (date.from.year !== undefined && isOfTrip(date.from, period)) fitting++;
    };
    for (const { date } of itinerary?.days ?? []) tell(itinerary!.unit, date);
    for (const { unit, meeting } of meetings) {
      const { heading } = meeting.section;
      for (const date of meeting.dates) if (date.start >= heading.start && date.end <= heading.end) tell(unit, date);
    }
    for (const unit of chapters) for (const date of heldDatesOf(unit, unit.section, cover.text)) tell(unit, date);
    for (const { unit, note } of notes) {
      const { date, isOwn, isToCome, isAfter, isPlanning, mayBeOwn } = note;
      const isOfTrip = isOwn || isWholePeriod(date, period) || isWeekdayOfYearMeant(date, period);
      if (isOfTrip) tell(unit, date);
      // Among the days of a short trip hardly any other of the years before comes to stand by chance.
      else if (
        mayBeOwn &&
        (date.from.year! < period.from.year || !isPlanning) &&
        dayNumber(period.to) - dayNumber(period.from) < longestChance
      ) {
        const slip = slipOf(unit, date, period);
        if (slip) possible.push({ ...slip, severity: 'hint' });
      }
      const isSequel = isAfter === true && isYearShort(date, period) && yearMeant(date.from, period) === undefined;
      if (isSequel || (!isOfTrip && isToCome && isOver(date, period)))
        find({ message: 'over', unit, start: date.start, end: date.end });
    }
    const years = new Set(slips.map(({ params }) => params!['wrong']));
    const [first] = slips;
    if (first && slips.length >= fewestAgainst && years.size === 1 && fitting === 0) {
      const { wrong, right } = first.params!;
      const { start, end } = period;
      const related = slips.map((slip) => ({ message: 'told', unit: slip.unit, start: slip.start, end: slip.end }));
      find({ message: 'period', params: { told: wrong!, written: right! }, unit: cover, start, end, related });
    } else {
      slips.forEach(find);
      const known = new Set(slips.map(wordsOf));
      for (const slip of possible) if (!known.has(wordsOf(slip))) find(slip);
    }
    const { title } = cover.cover;
    if (!title || period.from.month <= lastMonth) return;
    const words = cover.text.slice(title.start, title.end);
    const named = [...words.matchAll(eventYear)];
    if (named.length !== 1 || /\d ?年/.test(words.replace(named[0]![0], ''))) return;
    const [{ 0: written, 1: numeral, index }] = named as [RegExpExecArray];
    const isRoc = Number(numeral) < 1000;
    const right = period.from.year - (isRoc ? rocOffset : 0);
    if (Number(numeral) !== right - 1) return;
    const start = title.start + index;
    find({
      message: 'title',
      params: { wrong: numeral!, right },
      unit: cover,
      start,
      end: start + written.length,
      related: [],
      fixes: () => [
        {
          title: 'year',
          params: { year: right },
          safety: 'review',
          edits: [{ unit: cover, start, end: start + numeral!.length, text: String(right) }],
        },
      ],
    });
  },
};
