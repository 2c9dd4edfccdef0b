import { agencies, formerAgencies, isFormerOn, nameOn } from '../../knowledge/agencies';
import type { Agency } from '../../knowledge/agencies';
import { phrasePattern } from '../../knowledge/phrases';
import type { WordRow } from '../../knowledge/types';
import type { Line } from '../../report/model/line';
import type { Paragraph } from '../../report/model/units';
import type { WordHit } from '../../report/model/lines';
import { agenciesOn } from '../../report/queries/coverAgency';
import { coverField, datesIn, dayOf, periodOf } from '../../report/queries/period';
import { dayNumber, rocOffset } from '../../text/calendar';
import { clauseEnds, wordsBefore, wordsBehind } from '../../text/sentence';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';
import { byRow, wordNotes } from './words';

/** Who is spoken of under the name of that time: 時為行政院環境保護署, 環境部前身為環保署, 曾任農委會技正. */
const history = phrasePattern`${'of-history'}`;
/** What was done once is of that time unless a later day is told: 112年10月環保署曾派員 speaks of 環境部. */
const once = /曾/;
/** It was done now all the same: 中央氣象局今年曾派員. */
const lately = phrasePattern`${'lately'}|今[年春夏秋冬]|本[年月]`;
/** Right before the name: 原環保署, （前經建會）. */
const formerly = /[原前舊][「（(]?$/;
/** Words of a document behind the name: 環保署109年公告, 農委會令. */
const document = phrasePattern`^(?:${'issued'}|[（(]\d{2,4}[）)])`;
/** A short name is one by itself behind these: 由環保署, 與農委會. Others make it part of a longer name: 縣府觀光局. */
const lead = phrasePattern`(?:^|[\P{Script=Han}由與及和同暨或向請經為是以將對被在如依按就供洽促即惟但而並亦]|${'at-home'}|${'asks-agency'})$`;
/** Names of fewer characters may be a foreign body's: 能源局, 科技部. */
const longestShort = 5;

/** Short names that no foreign body is called by. */
const onlyOurs = phrasePattern`^(?:${'only-ours'}|[農勞]委會|[經文]建會|[臺台]鐵局)$`;

/** A former name, and whose agency it is told to be: a short name may be a foreign body's too. */
interface FormerName extends WordHit {
  readonly whose: 'ours' | 'theirs' | 'unsaid';
}

/** A clause in hard-wrapped text reaches over so many lines on either side. */
const nearestLines = 2;

/** Whether what `line`, the one at `index` of its paragraph, tells of is of no time before the agency got another name. */
function speaksOfNow({ text, units, lines, surroundings }: Paragraph, index: number, word: WordHit): boolean {
  const { since } = formerAgencies().get(word.row.text)!;
  const start = lines.starts[index]! + word.start;
  const end = lines.starts[index]! + word.end;
  const told = wordsBefore(text, start, clauseEnds);
  const rest = wordsBehind(text, end, clauseEnds);
  const unwrapped = (words: string): string => words.replaceAll(/\s/g, '');
  const before = unwrapped(told);
  const behind = unwrapped(rest);
  if (history.test(before + behind) || formerly.test(before) || document.test(behind)) return false;
  const [from, to] = [start - told.length, end + rest.length];
  const first = Math.max(0, index - nearestLines);
  const days = units.slice(first, index + nearestLines + 1).flatMap(({ facts }, line) =>
    facts.dates.flatMap((date) => {
      const offset = lines.starts[first + line]!;
      if (offset + date.start < from || offset + date.end > to || date.from.year === undefined) return [];
      const { year, month = 12, day = 28 } = date.from;
      return [dayNumber({ year, month: Math.min(month, 12), day: Math.min(day, 28) })];
    }),
  );
  if (days.length === 0 && once.test(before + behind) && !lately.test(before + behind)) return false;
  return days.every((day) => day >= dayNumber(since!)) && surroundings.part !== 'attachments';
}

/** Who tells of our own side: 我方由專員簡報，說明環保署現行之規定. */
const weSpeak = phrasePattern`(?:^|[，「、）.])(?:${'us'}|我國代表|我代表團|本[部會局署處院團])`;
const speech = phrasePattern`${'speech'}`;

/** Whether the clause before `start` is told by our side, and names nobody else's. */
function weTell({ names }: Line['facts'], before: string, start: number): boolean {
  const isForeign = names.some(
    (name) => name.start >= start - before.length && name.end <= start && name.row.economy !== 'TW',
  );
  return !isForeign && weSpeak.test(before) && speech.test(before);
}

/** Who is paid for a journey by an agency at home: 本校依科技部補助要點申請經費. */
const ofUs = phrasePattern`${'us'}|${'our-mission'}|我國|作者|職等?|本[校院會部局署處所館案次]`;
const notOfUs = /該|對方|其(?!中|餘)|渠/;
const funds = phrasePattern`^(?:所?提供|給予|核[撥給])?[之的]?${'funding'}`;

/** Whether it is told that the agency gives money for what we do, so that it is ours. */
function paysUs({ names }: Line['facts'], before: string, behind: string, start: number): boolean {
  const isForeign = names.some(
    (name) => name.start >= start - before.length && name.end <= start && name.row.economy !== 'TW',
  );
  return funds.test(behind) && ofUs.test(before) && !notOfUs.test(before) && !isForeign;
}

const saidOurs = phrasePattern`(?:${'at-home'}|行政院)$|^.{0,5}建[議請]由?$`;
/** So many characters has the name of a ministry. */
const ministryLengths = [3, 4, 5];

/** Whether the name of a ministry of ours stands right before: 農業部林務局. */
function isOfMinistry({ names }: Line['facts'], before: string, start: number): boolean {
  const isForeign = names.some(({ row, end }) => end <= start && end > start - before.length && row.economy !== 'TW');
  return !isForeign && before.endsWith('部') && ministryLengths.some((length) => agencies().has(before.slice(-length)));
}

function whoseOn({ facts, text, surroundings }: Line, word: WordHit): FormerName['whose'] {
  const { start, row } = word;
  if (facts.names.some((name) => name.end === start && name.row.economy !== 'TW')) return 'theirs';
  if (row.text.length > longestShort || onlyOurs.test(row.text)) return 'ours';
  // Abroad, 拜會環保署 speaks of theirs: a short name is ours where it is said to be, and where we tell what is to be done.
  const before = wordsBefore(text, start, clauseEnds);
  if (paysUs(facts, before, text.slice(word.end, word.end + 10), start)) return 'ours';
  const isOurs = saidOurs.test(before) || weTell(facts, before, start) || isOfMinistry(facts, before, start);
  const isHome = surroundings.zone === 'cover' || /recommendations|reflections|purpose/.test(surroundings.part ?? '');
  return isOurs || (isHome && lead.test(before)) ? 'ours' : 'unsaid';
}

const words = wordNotes(['former']);

/** A former name with its line. */
interface Note {
  readonly line: Line;
  readonly name: FormerName;
}

function notesOf(paragraph: Paragraph): readonly Note[] {
  return paragraph.units.flatMap((line, index) =>
    words
      .read(line)
      .filter((word) => speaksOfNow(paragraph, index, word))
      .map((word) => ({ line, name: { ...word, whose: whoseOn(line, word) } })),
  );
}

/** Whether a name was made short of that of an agency on the cover, 國健局 of 國民健康局: a foreign body is called 觀光局, but hardly so. */
function isOwnShortName({ text }: WordRow, agency: Agency, present: string, own: readonly string[]): boolean {
  return !agency.name.includes(text) && own.some((name) => name.length >= longestShort && present.endsWith(name));
}

export const rule: ReportRule<Note, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', only: { contains: ['former'] }, read: notesOf },
  id: 'wording/former-name',
  title: { 'zh-TW': '機關舊名', en: 'Former name of an agency' },
  severity: 'information',
  source: '行政院組織改造及各機關組織法之施行日期',
  checked: '2026-11-28',
  fix: 'review',
  messages: {
    former: {
      'zh-TW': '「{former}」自民國 {year} 年 {month} 月 {day} 日起為「{present}」；敘述當時之事者請保留舊名。',
      en: '“{former}” is “{present}” since {ad}-{month}-{day}; keep the former name where you tell of that time.',
    },
    other: { 'zh-TW': '這裡也用了舊名', en: 'Here too' },
    rename: { 'zh-TW': '改為「{present}」', en: 'Change to “{present}”' },
  },
  check: ({ cover }, found, _context, find) => {
    const notes = found.map(({ note: { line, name } }) => ({ unit: line, note: name }));
    const reported = cover && coverField(cover, 'report-date');
    const written = cover && reported && datesIn(cover, reported.value)[0]?.from;
    const day =
      periodOf(cover)?.from ?? dayOf(written && { ...written, month: written.month ?? 12, day: written.day ?? 28 });
    if (!day) return;
    const own = agenciesOn(cover);
    const foreign = new Set(notes.filter(({ note }) => note.whose === 'theirs').map(({ note }) => note.row));
    const counted = notes.filter(({ unit, note: { row, whose } }) => {
      if (whose !== 'unsaid') return whose === 'ours';
      const agency = formerAgencies().get(row.text)!;
      const present = nameOn(agency, day);
      // 依環境部之規定；環保署並於…… speaks of one agency.
      return !foreign.has(row) && (unit.text.includes(present) || isOwnShortName(row, agency, present, own));
    });
    for (const [row, places] of byRow(counted)) {
      const agency = formerAgencies().get(row.text)!;
      if (!isFormerOn(agency, day)) continue;
      const [{ unit, start, end }, ...others] = places as [(typeof places)[number], ...typeof places];
      const present = nameOn(agency, day);
      const { year, month, day: first } = agency.since!;
      find({
        message: 'former',
        params: { former: row.text, present, year: year - rocOffset, ad: year, month, day: first },
        unit,
        start,
        end,
        related: relatedPlaces(others, 'other'),
        fixes: () =>
          fixesOfEdits(
            places.map((place) => ({ ...place, text: present })),
            { title: 'rename', params: { present }, safety: 'review' },
          ),
      });
    }
  },
};
